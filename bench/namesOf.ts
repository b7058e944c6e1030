import { findValueConflicts } from "../src/claims/conflicts.js";
import { contentOf, rowsOf, type ClaimRow } from "../src/cypher/rows.js";
import { claimsByComparisonKey } from "../src/cypher/lookups.js";
import type { Ontology } from "../src/ontology/ontology.js";
import type { Store } from "../src/store/port.js";
import type { Names } from "./workloads/workload.js";

const HOLDS = (r: string) => `${r}.status = 'ACTIVE' AND ${r}.rank <> 'DEPRECATED'`;

/** How many clusters with the hub a person's companies own: of the one whom most is asked about, and of the rare one. */
const [MANY, FEW] = [22, 3];

/** How many persons are looked at. */
const SOME = 300;

/** Finds the names in a generated graph, of whichever size by looking at a part of it. Persons are chosen by how many clusters are theirs, so that answers are as long in a larger graph. */
export async function namesOf(store: Store, ontology: Ontology): Promise<Names> {
  const read = async (text: string, params = {}) => store.read({ name: "bench.names", text, params });
  const nameOf = async (id: string) =>
    (await read("UNWIND [$id] AS x MATCH (e:Entity {id: x}) RETURN e.name AS name", { id }))[0]!["name"] as string;
  /** Those who own most are left out: to look through all that is theirs takes long. */
  const somePersons = async () => {
    const [row] = await read("MATCH (p:Person) RETURN count(p) AS persons");
    const persons = Number(row!["persons"]);
    const step = Math.max(1, Math.floor(persons / SOME));
    return Array.from({ length: SOME }, (_, nth) => `person-${Math.floor(persons / 20) + nth * step}`);
  };
  const owners = (await read(
    `UNWIND $persons AS id MATCH (p:Entity {id: id})
     MATCH (p)-[a:\`CONTROLS\`]->(c:Company) WHERE ${HOLDS("a")} MATCH (c)-[b:\`OWNS\`]->(k:Cluster) WHERE ${HOLDS("b")}
     MATCH (k)-[d:\`USES_CHIP\`]->(h:Chip) WHERE ${HOLDS("d")} AND h.id = 'chip-1'
     WITH DISTINCT p, k
     CALL (k) { MATCH (k)-[l:\`LOCATED_IN\`]->(f:Entity) WHERE ${HOLDS("l")} RETURN count(f) AS placed }
     WITH p, count(k) AS clusters, sum(placed) AS places RETURN p.id AS id, p.name AS name, clusters, places ORDER BY id`,
    { persons: await somePersons() },
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

/** The first claim that contradicts another, and has several citations and a speaker, among those of the first few hundred values. */
async function contradictedClaim(store: Store, ontology: Ontology): Promise<string> {
  const repeated = await store.read({
    name: "bench.keys",
    text: `MATCH (c:Claim) WHERE c.comparisonKey > '' AND ${HOLDS("c")} WITH c.comparisonKey AS key ORDER BY key LIMIT 20000
      WITH key, count(key) AS claims WHERE claims > 1 RETURN key ORDER BY key LIMIT 500`,
    params: {},
  });
  const keys = repeated.map(({ key }) => key as string);
  const rows = rowsOf<ClaimRow>(await store.read(claimsByComparisonKey(keys)));
  const conflicting = new Set(findValueConflicts(rows.map(contentOf), ontology).flatMap(({ claimIds }) => claimIds));
  const candidates = rows.filter(({ id, attributedTo }) => conflicting.has(id) && attributedTo.length > 0);
  const cited = await store.read({
    name: "bench.citations",
    text: "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation) WITH id, count(q) AS citations WHERE citations > 1 RETURN id ORDER BY id LIMIT 1",
    params: { ids: candidates.map(({ id }) => id) },
  });
  return cited[0]!["id"] as string;
}
