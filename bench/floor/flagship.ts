import { foldName } from "../../src/claims/foldName.js";
import { CITATION, CLAIM, holds, SOURCE, type HandWritten } from "./handWritten.js";
import {
  citationOf,
  claimOf,
  cursorOf,
  entityOf,
  inOrder,
  sourceOf,
  type CitationColumns,
  type ClaimColumns,
  type Entity,
  type SourceColumns,
} from "./nodes.js";
import { nameIn } from "./statement.js";

const FIRST = 20;

/**
 * From the person, of whom there is one, to the clusters; the chip, which a fifth of all clusters use, is only looked for at those. A claim is read by
 * its id and takes its ends from the edges that led to it; sources come once each, with the citations of theirs.
 */
export const flagship: HandWritten = {
  text: `
UNWIND [$p.chip] AS chip MATCH (:Name {folded: chip})<-[:HAS_NAME]-(h:Chip)
WITH collect(DISTINCT h) AS chips
UNWIND [$p.person] AS person MATCH (:Name {folded: person})<-[:HAS_NAME]-(p:Person)
WITH DISTINCT chips, p, [p.id, p.kind, p.name] AS person
MATCH (p)-[a:CONTROLS]->(c:Company) WHERE ${holds("a")}
WITH chips, c, collect([a.claimId, person]) AS controls
MATCH (c)-[b:OWNS]->(k:Cluster) WHERE ${holds("b")}
WITH chips, k, collect([b.claimId, [c.id, c.kind, c.name], controls]) AS owns
MATCH (k)-[d:USES_CHIP]->(h:Chip) WHERE h IN chips AND ${holds("d")}
WITH k, owns, collect(d.claimId) AS uses ORDER BY k.sortName, k.id
WITH collect([k, owns, uses]) AS met
WITH size(met) AS total, met[0..${FIRST}] AS page
UNWIND page AS one
WITH total, one[0] AS k, one[1] AS owns, one[2] AS uses
CALL (k) { MATCH (k)<-[r:OWNS]-(o:Company) WHERE ${holds("r")} WITH r, o ORDER BY o.sortName, r.claimId RETURN collect([r.claimId, o.id, o.kind, o.name]) AS owners }
CALL (k) { MATCH (k)-[r:USES_CHIP]->(o:Chip) WHERE ${holds("r")} WITH r, o ORDER BY o.sortName, r.claimId RETURN collect([r.claimId, o.id, o.kind, o.name]) AS chips }
CALL (k) { MATCH (k)-[r:LOCATED_IN]->(o:Entity) WHERE ${holds("r")} WITH r, o ORDER BY o.sortName, r.claimId RETURN collect([r.claimId, o.id, o.kind, o.name]) AS places }
WITH total, [k.id, k.kind, k.name, k.sortName, k.nameLanguages, k.nameTexts, owns, uses, owners, chips, places] AS row,
  [x IN owns | x[0]] + reduce(all = [], x IN owns | all + [y IN x[2] | y[0]]) + [x IN chips[0..${FIRST}] | x[0]] + uses AS whole,
  [x IN owners[0..${FIRST}] | x[0]] AS cited
WITH total, collect(row) AS rows, collect(whole) AS wholes, collect(cited) AS citeds
CALL (wholes) { UNWIND wholes AS ids UNWIND ids AS id WITH DISTINCT id MATCH (c:Claim {id: id}) RETURN collect([${CLAIM}]) AS claims }
CALL (wholes, citeds) {
  UNWIND wholes + citeds AS ids UNWIND ids AS id WITH DISTINCT id
  MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)
  WITH s, collect([id, ${CITATION}]) AS citations
  RETURN collect([${SOURCE}, citations]) AS sources
}
RETURN [total, rows, claims, sources] AS row`,
  params: ({ chip, person }) => ({ chip: foldName(chip!), person: foldName(person!) }),
  answer: ([row]) => ({ clusters: connection(row as Columns | undefined) }),
};

type EntityColumns = readonly [id: string, kind: string, name: string];
type Edge = readonly [claim: string, ...entity: EntityColumns];
type Control = readonly [claim: string, person: EntityColumns];
type Columns = readonly [
  total: number,
  rows: readonly (readonly [
    ...[
      id: string,
      kind: string,
      name: string,
      sortName: string,
      languages: readonly string[],
      texts: readonly string[],
    ],
    owns: readonly (readonly [claim: string, company: EntityColumns, controls: readonly Control[]])[],
    ...[uses: readonly string[], owners: readonly Edge[], chips: readonly Edge[], places: readonly Edge[]],
  ])[],
  claims: readonly ClaimColumns[],
  sources: readonly (readonly [
    ...SourceColumns,
    citations: readonly (readonly [claim: string, ...CitationColumns])[],
  ])[],
];

function connection(columns: Columns | undefined) {
  if (!columns) return { totalCount: 0, pageInfo: pageInfo([], false), edges: [] };
  const [total, rows, claimRows, sourceRows] = columns;
  const claims = new Map(claimRows.map((claim) => [claim[0], claim]));
  const citations = citationsByClaim(sourceRows);
  const cite = (id: string) => inOrder(citations.get(id) ?? []);
  const edges = rows.map(
    ([id, kind, name, sortName, languages, texts, owns, uses, ownerEdges, chipEdges, placeEdges]) => {
      const cluster = entityOf([id, kind, name]);
      const whole = (claim: string, subject: Entity, object: Entity) => ({
        ...claimOf(claims.get(claim)!, subject, object),
        citations: cite(claim),
      });
      const evidence = new Map<string, ReturnType<typeof whole>>();
      const chipOf = new Map(chipEdges.map(([claim, ...chip]) => [claim, entityOf(chip)]));
      for (const [claim, companyColumns, controls] of owns) {
        const company = entityOf(companyColumns);
        evidence.set(claim, whole(claim, company, cluster));
        for (const [control, person] of controls) evidence.set(control, whole(control, entityOf(person), company));
      }
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
            edges: ownerEdges.slice(0, FIRST).map(([claim, ...owner]) => ({
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
            edges: placeEdges.slice(0, FIRST).map(([claim, ...place]) => ({
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
  for (const [id, name, sourceType, url, publishedAt, language, cited] of rows) {
    const source = sourceOf([id, name, sourceType, url, publishedAt, language]);
    for (const [claim, ...citation] of cited) {
      const one = citationOf(citation, source);
      const others = citations.get(claim);
      if (others) others.push(one);
      else citations.set(claim, [one]);
    }
  }
  return citations;
}

function pageInfo(edges: readonly { readonly cursor: string }[], hasNextPage: boolean) {
  return {
    ...{ hasNextPage, hasPreviousPage: false },
    ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
