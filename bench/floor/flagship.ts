import { foldName } from "../../src/claims/foldName.js";
import {
  citation,
  claim as claimColumns,
  entity,
  FIND_CLAIMS,
  holds,
  named,
  ownedClusters,
  OWNING_CLAIMS,
  source,
  type EntityColumns,
  type HandWritten,
  type Owns,
} from "./handWritten.js";
import {
  citationOf,
  claimOf,
  cursorOf,
  entityOf,
  inOrder,
  pageInfo,
  proofOf,
  sourceOf,
  type CitationColumns,
  type ClaimColumns,
  type Entity,
  type SourceColumns,
} from "./nodes.js";
import { nameIn } from "./statement.js";

const FIRST = 20;

const STATEMENT = `
${named("h", "Chip", "chip")}
WITH collect(DISTINCT h) AS chips
${ownedClusters("chips")}
MATCH (k)-[d:USES_CHIP]->(h) WHERE h IN chips AND ${holds("d")}
WITH k, owns, collect(d.claimId) AS uses ORDER BY k.sortName, k.id
WITH collect([k, owns, uses]) AS met
WITH size(met) AS total, met[0..${FIRST}] AS page
UNWIND page AS one
WITH total, one[0] AS k, one[1] AS owns, one[2] AS uses
CALL (k) { MATCH (k)<-[r:OWNS]-(o) WHERE ${holds("r")} WITH r, o ORDER BY o.sortName, r.claimId RETURN collect([r.claimId, ${entity("o")}]) AS owners }
CALL (k) { MATCH (k)-[r:USES_CHIP]->(o) WHERE ${holds("r")} WITH r, o ORDER BY o.sortName, r.claimId RETURN collect([r.claimId, ${entity("o")}]) AS chips }
CALL (k) { MATCH (k)-[r:LOCATED_IN]->(o) WHERE ${holds("r")} WITH r, o ORDER BY o.sortName, r.claimId RETURN collect([r.claimId, ${entity("o")}]) AS places }
WITH total, [${entity("k")}, k.sortName, k.nameLanguages, k.nameTexts, owns, uses, owners, chips, places] AS row,
  ${OWNING_CLAIMS} + [x IN chips[0..${FIRST}] | x[0]] + uses + [x IN owners[0..${FIRST}] | x[0]] AS whole
WITH total, collect(row) AS rows, collect(whole) AS wholes
${FIND_CLAIMS}
CALL (found) {
  UNWIND found AS c MATCH (c)-[:HAS_CITATION]->(q)-[:HAS_SOURCE]->(s)
  WITH s, collect([c.id, ${citation("q")}]) AS citations
  RETURN collect([${source("s")}, citations]) AS sources
}
RETURN [total, rows, [c IN found | ${claimColumns("c")}], sources] AS row`;

/**
 * From the person, of whom there is one, to the clusters; the chip, which a fifth of all clusters use, is only looked for at those. A claim is read by
 * its id and takes its ends from the edges that led to it; sources come once each, with the citations of theirs.
 */
export const flagship: HandWritten = async (read, { chip, person }) => {
  const [row] = await read(STATEMENT, { chip: foldName(chip!), person: foldName(person!) });
  return { clusters: connection(row as Columns | undefined) };
};

type Edge = readonly [claim: string, entity: EntityColumns];
type Columns = readonly [
  total: number,
  rows: readonly (readonly [
    ...[cluster: EntityColumns, sortName: string, languages: readonly string[], texts: readonly string[], owns: Owns],
    ...[uses: readonly string[], owners: readonly Edge[], chips: readonly Edge[], places: readonly Edge[]],
  ])[],
  claims: readonly ClaimColumns[],
  sources: readonly (readonly [
    source: SourceColumns,
    citations: readonly (readonly [claim: string, citation: CitationColumns])[],
  ])[],
];

function connection(columns: Columns | undefined) {
  if (!columns) return { totalCount: 0, pageInfo: pageInfo([], false), edges: [] };
  const [total, rows, claimRows, sourceRows] = columns;
  const claims = new Map(claimRows.map((claim) => [claim[0], claim]));
  const citations = citationsByClaim(sourceRows);
  const cite = (id: string) => inOrder(citations.get(id) ?? []);
  const edges = rows.map(
    ([clusterColumns, sortName, languages, texts, owns, uses, ownerEdges, chipEdges, placeEdges]) => {
      const cluster = entityOf(clusterColumns);
      const { id, name } = cluster;
      const whole = (claim: string, subject: Entity, object: Entity) => ({
        ...claimOf(claims.get(claim)!, subject, object),
        citations: cite(claim),
      });
      const chipOf = new Map(chipEdges.map(([claim, chip]) => [claim, entityOf(chip)]));
      const evidence = proofOf(owns, cluster, whole);
      for (const claim of uses) evidence.set(claim, whole(claim, cluster, chipOf.get(claim)!));
      return {
        cursor: cursorOf(sortName, id),
        evidence: [...evidence.values()],
        node: {
          id,
          name,
          arabicName: nameIn("ar", name, languages, texts),
          ownedBy: {
            totalCount: ownerEdges.length,
            edges: ownerEdges.slice(0, FIRST).map(([claim, owner]) => ({
              node: entityOf(owner),
              claim: {
                id: claim,
                citations: cite(claim).map(({ id, quote, source: { id: source, name, url } }) => ({
                  ...{ id, quote },
                  source: { id: source, name, url },
                })),
              },
            })),
          },
          usesChip: {
            totalCount: chipEdges.length,
            edges: chipEdges.slice(0, FIRST).map(([claim]) => {
              const chip = chipOf.get(claim)!;
              return { node: { id: chip.id, name: chip.name }, claim: whole(claim, cluster, chip) };
            }),
          },
          locatedIn: {
            totalCount: placeEdges.length,
            edges: placeEdges.slice(0, FIRST).map(([claim, place]) => ({
              node: entityOf(place),
              claim: { id: claim },
            })),
          },
        },
      };
    },
  );
  return { totalCount: total, pageInfo: pageInfo(edges, total > FIRST), edges };
}

function citationsByClaim(rows: Columns[3]) {
  const citations = new Map<string, ReturnType<typeof citationOf<ReturnType<typeof sourceOf>>>[]>();
  for (const [columns, cited] of rows) {
    const source = sourceOf(columns);
    for (const [claim, citation] of cited) {
      const one = citationOf(citation, source);
      const others = citations.get(claim);
      if (others) others.push(one);
      else citations.set(claim, [one]);
    }
  }
  return citations;
}
