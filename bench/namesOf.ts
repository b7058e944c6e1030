import type { Store } from "../src/store/port.js";
import type { Names } from "./workloads/workload.js";

const HOLDS = (r: string) => `${r}.status = 'ACTIVE' AND ${r}.rank <> 'DEPRECATED'`;

/** How many clusters with the hub a person's companies own: of the one whom most is asked about, and of the rare one. */
const [MANY, FEW] = [22, 3];

/** Finds the names in a generated graph. Persons are chosen by how many clusters are theirs, so that answers are as long in a larger graph. */
export async function namesOf(store: Store): Promise<Names> {
  const read = async (text: string, params = {}) => store.read({ name: "bench.names", text, params });
  const nameOf = async (id: string) =>
    (await read("UNWIND [$id] AS x MATCH (e:Entity {id: x}) RETURN e.name AS name", { id }))[0]!["name"] as string;
  const owners = (await read(
    `MATCH (p:Person)-[a:\`CONTROLS\`]->(c:Company) WHERE ${HOLDS("a")} MATCH (c)-[b:\`OWNS\`]->(k:Cluster) WHERE ${HOLDS("b")}
     MATCH (k)-[d:\`USES_CHIP\`]->(h:Chip) WHERE ${HOLDS("d")} AND h.id = 'chip-1'
     WITH p, count(DISTINCT k) AS clusters RETURN p.id AS id, p.name AS name, clusters ORDER BY id`,
  )) as unknown as { readonly name: string; readonly clusters: number }[];
  const nearest = (wanted: number) =>
    owners.reduce((best, one) => (Math.abs(one.clusters - wanted) < Math.abs(best.clusters - wanted) ? one : best))
      .name;
  const [claim] = await read(
    "UNWIND ['cluster-7'] AS x MATCH (e:Entity {id: x})<-[:SUBJECT]-(c:Claim) RETURN c.id AS id ORDER BY id LIMIT 1",
  );
  return {
    ...{ hub: await nameOf("chip-1"), chip: await nameOf("chip-3"), speaker: await nameOf("person-1") },
    ...{ person: nearest(MANY), rare: nearest(FEW), claim: claim!["id"] as string },
  };
}
