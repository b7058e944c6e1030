import { findValueConflicts } from "../src/claims/conflicts.js";
import { contentOf, rowsOf, type ClaimRow } from "../src/cypher/rows.js";
import { claimColumns } from "../src/cypher/claimPage.js";
import type { Ontology } from "../src/ontology/ontology.js";
import type { Store } from "../src/store/port.js";
import type { Names } from "./workloads/workload.js";

const HOLDS = (r: string) => `${r}.status = 'ACTIVE' AND ${r}.rank <> 'DEPRECATED'`;

/** How many clusters with the hub a person's companies own: of the one whom most is asked about, and of the rare one. */
const [MANY, FEW] = [22, 3];

/** Finds the names in a generated graph. Persons are chosen by how many clusters are theirs, so that answers are as long in a larger graph. */
export async function namesOf(store: Store, ontology: Ontology): Promise<Names> {
  const read = async (text: string, params = {}) => store.read({ name: "bench.names", text, params });
  const nameOf = async (id: string) =>
    (await read("UNWIND [$id] AS x MATCH (e:Entity {id: x}) RETURN e.name AS name", { id }))[0]!["name"] as string;
  const owners = (await read(
    `MATCH (p:Person)-[a:\`CONTROLS\`]->(c:Company) WHERE ${HOLDS("a")} MATCH (c)-[b:\`OWNS\`]->(k:Cluster) WHERE ${HOLDS("b")}
     MATCH (k)-[d:\`USES_CHIP\`]->(h:Chip) WHERE ${HOLDS("d")} AND h.id = 'chip-1'
     WITH DISTINCT p, k
     WITH p, count(k) AS clusters, sum(COUNT { MATCH (k)-[l:\`LOCATED_IN\`]->(:Entity) WHERE ${HOLDS("l")} }) AS places RETURN p.id AS id, p.name AS name, clusters, places ORDER BY id`,
  )) as unknown as { readonly name: string; readonly clusters: number; readonly places: number }[];
  const nearest = (wanted: number, among = owners) =>
    among.reduce((best, one) => (Math.abs(one.clusters - wanted) < Math.abs(best.clusters - wanted) ? one : best)).name;
  const users = await read(
    `UNWIND ['chip-1'] AS x MATCH (h:Entity {id: x})<-[d:\`USES_CHIP\`]-(k:Cluster) WHERE ${HOLDS("d")} RETURN DISTINCT k.id AS id ORDER BY id LIMIT 2`,
  );
  return {
    ...{ hub: await nameOf("chip-1"), chip: await nameOf("chip-3"), speaker: await nameOf("person-1") },
    ...{
      person: nearest(MANY),
      rare: nearest(
        FEW,
        owners.filter(({ places }) => places > 0),
      ),
      claim: await contradictedClaim(store, ontology),
    },
    twoClusters: users.map(({ id }) => id) as [string, string],
  };
}

/** The first claim that contradicts another, and has several citations and a speaker. */
async function contradictedClaim(store: Store, ontology: Ontology): Promise<string> {
  const text = `MATCH (c:Claim) WHERE c.comparisonKey IS NOT NULL AND ${HOLDS("c")}
    WITH c.comparisonKey AS key, collect(c) AS together WHERE size(together) > 1
    UNWIND together AS c RETURN ${claimColumns("c")}, COUNT { MATCH (c)-[:HAS_CITATION]->(q:Citation) } AS citations ORDER BY id`;
  const rows = rowsOf<ClaimRow & { readonly citations: number }>(
    await store.read({ name: "bench.claim", text, params: {} }),
  );
  const conflicting = new Set(findValueConflicts(rows.map(contentOf), ontology).flatMap(({ claimIds }) => claimIds));
  return rows.find(
    ({ id, citations, attributedTo }) => conflicting.has(id) && citations > 1 && attributedTo.length > 0,
  )!.id;
}
