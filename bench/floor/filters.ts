import { foldName } from "../../src/claims/foldName.js";
import {
  claim,
  entity,
  FIND_CLAIMS,
  holds,
  named,
  ownedClusters,
  OWNING_CLAIMS,
  type EntityColumns,
  type HandWritten,
  type Owns,
  type Read,
  type Variables,
} from "./handWritten.js";
import { claimOf, cursorOf, entityOf, pageInfo, proofOf, type ClaimColumns, type Entity } from "./nodes.js";

const FIRST = 20;

const PROVENANCE = `
${named("h", "Chip", "hub")}
WITH collect(DISTINCT h) AS chips
${named("s", "Entity", "speaker")}
WITH chips, collect(DISTINCT s) AS speakers
${ownedClusters("chips", "speakers")}
CALL (k, chips) { MATCH (k)-[d:USES_CHIP]->(h) WHERE h IN chips AND ${holds("d")} RETURN collect([d.claimId, ${entity("h")}]) AS uses }
CALL (k) { MATCH (k)<-[d:TRAINS_ON]-(m) WHERE ${holds("d")} RETURN collect([d.claimId, ${entity("m")}]) AS trains }
WITH k, owns, speakers, uses, trains WHERE size(uses) + size(trains) > 0
CALL (k, speakers) {
  MATCH (k)<-[:SUBJECT]-(c) WHERE c.predicate = 'USES_CHIP' AND ${holds("c")}
  MATCH (c)-[:ATTRIBUTED_TO]->(s) WHERE s IN speakers
  MATCH (c)-[:HAS_CITATION]->(q)-[:HAS_SOURCE]->(z) WHERE z.sourceType = 'POST'
  RETURN count(z) AS posts
}
WITH k, owns, uses, trains, posts WHERE posts = 0
WITH k, owns, uses, trains ORDER BY k.sortName, k.id
WITH collect([k, owns, uses, trains]) AS met
WITH size(met) AS total, met[0..${FIRST}] AS page
UNWIND page AS one
WITH total, one[0] AS k, one[1] AS owns, one[2] AS uses, one[3] AS trains
WITH total, [${entity("k")}, k.sortName, owns, uses, trains] AS row,
  ${OWNING_CLAIMS} + [x IN uses + trains | x[0]] AS whole
WITH total, collect(row) AS rows, collect(whole) AS wholes
${FIND_CLAIMS}
RETURN [total, rows, [c IN found | ${claim("c")}]] AS row`;

/** From the person to the clusters, and only at those what else is asked: three levels, `or`, `not`, who said so in a post. */
export const provenanceFilter: HandWritten = async (read, { person, hub, speaker }) => {
  const params = { person: foldName(person!), hub: foldName(hub!), speaker: foldName(speaker!) };
  const [row] = await read(PROVENANCE, params);
  const [total, rows, claimRows] = (row ?? [0, [], []]) as ProvenanceColumns;
  const claims = new Map(claimRows.map((claim) => [claim[0], claim]));
  const proven = (id: string, subject: Entity, object: Entity) => {
    const { statement } = claimOf(claims.get(id)!, subject, object);
    return { id, statement };
  };
  const edges = rows.map(([columns, sortName, owns, uses, trains]) => {
    const cluster = entityOf(columns);
    const evidence = proofOf(owns, cluster, proven);
    for (const [id, chip] of uses) evidence.set(id, proven(id, cluster, entityOf(chip)));
    for (const [id, company] of trains) evidence.set(id, proven(id, entityOf(company), cluster));
    const { id, name } = cluster;
    return { cursor: cursorOf(sortName, id), node: { id, name }, evidence: [...evidence.values()] };
  });
  const { hasNextPage, endCursor } = pageInfo(edges, total > FIRST);
  return { clusters: { totalCount: total, pageInfo: { hasNextPage, endCursor }, edges } };
};

type ProvenanceColumns = readonly [
  total: number,
  rows: readonly (readonly [
    ...[cluster: EntityColumns, sortName: string, owns: Owns],
    ...[uses: readonly [string, EntityColumns][], trains: readonly [string, EntityColumns][]],
  ])[],
  claims: readonly ClaimColumns[],
];

/** Clusters with the ids of the claims that prove them, of rows `[id, name, proof]`. */
function proved(text: string, params: (variables: Variables) => object): HandWritten {
  return async (read: Read, variables) => {
    return provedClusters((await read(text, params(variables))) as Proved[]);
  };
}

export type Proved = readonly [id: string, name: string, proof: readonly string[]];

export function provedClusters(rows: readonly Proved[]) {
  const edges = rows.map(([id, name, proof]) => ({
    node: { id, name },
    evidence: [...new Set(proof)].map((claim) => ({ id: claim })),
  }));
  return { clusters: { edges } };
}

/** The companies `c` of a person, with the claims `ea` that say so. */
const COMPANIES = `
${named("p", "Person", "person")}
WITH DISTINCT p MATCH (p)-[a:CONTROLS]->(c:Company) WHERE ${holds("a")} WITH c, collect(a.claimId) AS ea`;

/** Each step is folded, so that no way is walked twice. */
export const sharedFacility = proved(
  `${COMPANIES}
MATCH (c)-[b:OWNS]->(k) WHERE ${holds("b")} UNWIND [b.claimId] + ea AS x WITH k, collect(DISTINCT x) AS eb
MATCH (k)-[d:LOCATED_IN]->(f) WHERE ${holds("d")} UNWIND [d.claimId] + eb AS x WITH f, collect(DISTINCT x) AS ed
MATCH (f)<-[e:LOCATED_IN]-(n:Cluster) WHERE ${holds("e")} WITH n, [e.claimId] + ed AS one WITH n, collect(one) AS proof ORDER BY n.sortName, n.id LIMIT ${FIRST}
RETURN [n.id, n.name, reduce(all = [], x IN proof | all + x)] AS row`,
  ({ person }) => ({ person: foldName(person!) }),
);

/** The hub `h`, with the claims `ed` by which the person is come from. */
export const FROM_PERSON_TO_HUB = `${COMPANIES}
MATCH (c)-[b:OWNS]->(k:Cluster) WHERE ${holds("b")} UNWIND [b.claimId] + ea AS x WITH k, collect(DISTINCT x) AS eb
CALL (k) { MATCH (k)-[l:LOCATED_IN]->() WHERE ${holds("l")} RETURN collect(l.claimId) AS el }
WITH k, eb, el WHERE size(el) > 0
MATCH (k)-[d:USES_CHIP]->(h) WHERE ${holds("d")} UNWIND [d.claimId] + eb + el AS x WITH h, collect(DISTINCT x) AS ed
MATCH (h)-[:HAS_NAME]->(m) WHERE m.folded = $p.hub WITH DISTINCT h, ed`;

/**
 * From the person to the hub, which is known by name when it is come to. So many clusters use it that the first are found sooner in the order of the
 * index, each looked at whether it does, than from the hub by looking at all of its users.
 */
export const throughHub = proved(
  `${FROM_PERSON_TO_HUB}
CALL (h) {
  MATCH (n:Cluster) WHERE n.sortName >= ''
  CALL (n, h) { MATCH (n)-[e:USES_CHIP]->(h) WHERE ${holds("e")} RETURN collect(e.claimId) AS ee }
  WITH n, ee WHERE size(ee) > 0
  RETURN n, ee ORDER BY n.sortName, n.id LIMIT ${FIRST}
}
WITH n, ed, ee ORDER BY n.sortName, n.id LIMIT ${FIRST}
RETURN [n.id, n.name, ed + ee] AS row`,
  ({ person, hub }) => ({ person: foldName(person!), hub: foldName(hub!) }),
);

/** By the name that it is ordered by; by its other names only where it has any. */
const nameContains = (n: string, param: string) =>
  `(${n}.sortName CONTAINS $p.${param} OR (size(${n}.nameTexts) + size(${n}.aliasTexts) > 1 AND COUNT { MATCH (${n})-[:HAS_NAME]->(m) WHERE m.folded CONTAINS $p.${param} } > 0))`;

/** From the persons, who are the fewest; of the chips it is known beforehand which they may be. */
export const contains = proved(
  `
MATCH (h:Chip) WHERE ${nameContains("h", "chip")} WITH collect(h) AS chips
MATCH (p:Person) WHERE ${nameContains("p", "person")}
MATCH (p)-[a:CONTROLS]->(c:Company) WHERE ${holds("a")} WITH chips, c, collect(a.claimId) AS ea
WITH chips, c, ea WHERE ${nameContains("c", "company")}
MATCH (c)-[b:OWNS]->(k:Cluster) WHERE ${holds("b")} WITH chips, k, [b.claimId] + ea AS one WITH chips, k, collect(one) AS eb
CALL (chips, k) { MATCH (k)-[d:USES_CHIP]->(h) WHERE h IN chips AND ${holds("d")} RETURN collect(d.claimId) AS ed }
WITH k, eb, ed WHERE size(ed) > 0
WITH k, eb, ed ORDER BY k.sortName, k.id LIMIT ${FIRST}
RETURN [k.id, k.name, reduce(all = ed, x IN eb | all + x)] AS row`,
  ({ person, company, chip }) => ({
    ...{ person: foldName(person!), company: foldName(company!), chip: foldName(chip!) },
  }),
);

/** The two relations apart, each from its own end. */
export const eitherRelation = proved(
  `
CALL () {
  ${COMPANIES}
  MATCH (c)-[b:OWNS]->(k:Cluster) WHERE ${holds("b")} WITH k, [b.claimId] + ea AS one RETURN k, collect(one) AS proof
  UNION ALL
  ${named("h", "Chip", "chip")}
  WITH DISTINCT h MATCH (h)<-[d:USES_CHIP]-(k) WHERE ${holds("d")} WITH k, [d.claimId] AS one RETURN k, collect(one) AS proof
}
WITH k, collect(proof) AS proofs ORDER BY k.sortName, k.id LIMIT ${FIRST}
RETURN [k.id, k.name, reduce(all = [], x IN proofs | all + reduce(some = [], y IN x | some + y))] AS row`,
  ({ person, chip }) => ({ person: foldName(person!), chip: foldName(chip!) }),
);

/** In the order of the index, until there are enough. */
export const every = proved(
  `
MATCH (k:Cluster) WHERE k.sortName >= ''
CALL (k) { MATCH (k)<-[b:OWNS]-() WHERE ${holds("b")} RETURN collect(b.claimId) AS eb }
WITH k, eb WHERE size(eb) > 0
CALL (k) {
  MATCH (k)-[d:USES_CHIP]->() WHERE ${holds("d")}
  RETURN collect(d.claimId) AS ec, min(coalesce(d.amount, -1.0)) AS least
}
WITH k, eb, ec, least WHERE least IS NULL OR least >= 150000
WITH k, eb, ec ORDER BY k.sortName, k.id LIMIT ${FIRST}
RETURN [k.id, k.name, eb + ec] AS row`,
  () => ({}),
);
