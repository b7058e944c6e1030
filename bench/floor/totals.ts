import { foldName } from "../../src/claims/foldName.js";
import type { Bound, Modality, Rank, Status } from "../../src/claims/claim.js";
import { contestsOf, groupClaims, totalOf, type TotalClaim } from "../../src/claims/totals.js";
import { entity, holds, ownedClusters, type EntityColumns, type HandWritten } from "./handWritten.js";
import { entityOf } from "./nodes.js";
import { ontology } from "./statement.js";

const CLAIMS = `
${ownedClusters()}
WITH k MATCH (k)-[r:USES_CHIP]->(h) WHERE ${holds("r")}
RETURN [k.id, ${entity("h")}, r.claimId, r.amount, r.unit, r.bound, r.modality, r.rank, r.status, r.validFrom, r.validTo, r.recordedAt] AS row`;

const ORIGINS = `
UNWIND $p.ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q)
UNWIND q.origins AS origin WITH id, count(DISTINCT origin) AS origins RETURN [id, origins] AS row`;

/** From the person to the edges of the clusters' claims, which have what is added; only of those that may be about one value it is asked how many origins they have. */
export const totals: HandWritten = async (read, { person }) => {
  const rows = (await read(CLAIMS, { person: foldName(person!) })) as Columns[];
  const chips = new Map(rows.map(([, chip]) => [chip[0], entityOf(chip)]));
  const groups = groupClaims(rows.map(totalClaim), ["OBJECT"]);
  const weighed = groups.map((group) => ({ group, contests: contestsOf(group, ontology) }));
  const ids = [
    ...new Set(weighed.flatMap(({ contests }) => contests.flatMap(({ claims }) => claims.map(({ id }) => id)))),
  ];
  const counts = ids.length === 0 ? [] : ((await read(ORIGINS, { ids })) as [id: string, origins: number][]);
  const origins = new Map(counts);
  return {
    claimTotals: weighed.map(({ group, contests }) => {
      const total = totalOf(group, contests, new Set(), (id) => origins.get(id) ?? 0, ontology);
      const { quantity, counted, conflicted } = total;
      return {
        group: chips.get(group.keys[0]!)!,
        modality: group.modality,
        claims: counted.length,
        conflicted,
        quantity,
      };
    }),
  };
};

type Columns = readonly [
  ...[subject: string, chip: EntityColumns, id: string, amount: number | null, unit: string | null],
  ...[bound: Bound | null, modality: Modality, rank: Rank, status: Status, validFrom: string | null],
  ...[validTo: string | null, recordedAt: string],
];

function totalClaim(columns: Columns): TotalClaim {
  const [subject, [object], id, amount, unit, bound, modality, rank, status, validFrom, validTo, recordedAt] = columns;
  const quantity = amount === null ? null : { amount, unit: unit!, bound: bound! };
  return {
    ...{ id, predicate: "USES_CHIP", subject, object, quantity, text: null, date: null, attributedTo: [], sources: [] },
    ...{ modality, rank, status, validFrom, validTo, recordedAt },
  };
}
