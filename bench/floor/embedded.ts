import { foldName } from "../../src/claims/foldName.js";
import { FROM_PERSON_TO_HUB, provedClusters, type Proved } from "./filters.js";
import { entity, holds, wholeClaim, type HandWritten, type Read } from "./handWritten.js";
import { claimPageOf, clusterPageOf, type ClusterColumns, type WholeClaimColumns } from "./lookUps.js";

/**
 * What is better asked otherwise of the embedded engine: it has no index in order, and a node costs much more to be sorted than its id and name. And
 * since it is in this process, two statements cost no more than one.
 */

const FIRST = 20;

const inOrder = (limit: number) =>
  `MATCH (k:Cluster) RETURN k.id AS row, k.sortName AS name, k.id AS id ORDER BY name, id SKIP $skip LIMIT ${limit}`;

const CLUSTERS = `
MATCH (k:Cluster) WITH k.id AS id, k.sortName AS name ORDER BY name, id LIMIT 101
MATCH (e:Entity {id: id})
RETURN [${entity("e")}, e.sortName, e.nameLanguages, e.nameTexts, e.descriptionTexts[0]] AS row ORDER BY name, id`;

export const clusterPage: HandWritten = async (read) => clusterPageOf((await read(CLUSTERS, {})) as ClusterColumns[]);

const CLAIM_IDS = `MATCH (c:Claim) RETURN c.id AS row ORDER BY row SKIP $skip LIMIT 40`;
const CLAIMS = `UNWIND $p.ids AS id MATCH (c:Claim {id: id}) WHERE ${holds("c")} RETURN ${wholeClaim("c")} AS row`;

export const claimPage: HandWritten = async (read) => {
  const rows: WholeClaimColumns[] = [];
  for (let skip = 0; rows.length < FIRST; skip += 40) {
    const ids = await read(CLAIM_IDS, { skip });
    if (ids.length === 0) break;
    rows.push(...((await read(CLAIMS, { ids })) as WholeClaimColumns[]));
  }
  return claimPageOf(rows.sort(([[a]], [[b]]) => (a < b ? -1 : 1)).slice(0, FIRST));
};

/** The first clusters that meet something, looked at a hundred at a time, in their order. */
async function firstThat(read: Read, text: string, params: object): Promise<Proved[]> {
  const found: Proved[] = [];
  for (let skip = 0; found.length < FIRST; skip += 100) {
    const ids = (await read(inOrder(100), { skip })) as string[];
    if (ids.length === 0) break;
    const met = new Map(((await read(text, { ...params, ids })) as Proved[]).map((row) => [row[0], row]));
    found.push(...ids.flatMap((id) => (met.has(id) ? [met.get(id)!] : [])));
  }
  return found.slice(0, FIRST);
}

const HUB = `${FROM_PERSON_TO_HUB}\nRETURN [h.id, ed] AS row`;
const USERS = `
UNWIND $p.ids AS id MATCH (n:Entity {id: id})-[e:USES_CHIP]->(h:Chip) WHERE h.id = $p.hub AND ${holds("e")}
WITH n, collect(e.claimId) AS ee RETURN [n.id, n.name, ee] AS row`;

export const throughHub: HandWritten = async (read, { person, hub }) => {
  const hubs = (await read(HUB, { person: foldName(person!), hub: foldName(hub!) })) as [string, string[]][];
  if (hubs.length === 0) return provedClusters([]);
  const [[id, proof]] = hubs as [[string, string[]]];
  const rows = await firstThat(read, USERS, { hub: id });
  return provedClusters(rows.map(([cluster, name, own]) => [cluster, name, [...proof, ...own]]));
};

const EVERY = `
UNWIND $p.ids AS id MATCH (k:Entity {id: id})<-[b:OWNS]-(o:Company) WHERE ${holds("b")}
WITH k, collect(b.claimId) AS eb
CALL (k) { MATCH (k)-[d:USES_CHIP]->(h:Chip) WHERE ${holds("d")} RETURN collect(d.claimId) AS ec, min(coalesce(d.amount, -1.0)) AS least }
WITH k, eb, ec, least WHERE least IS NULL OR least >= 150000
RETURN [k.id, k.name, eb + ec] AS row`;

export const every: HandWritten = async (read) => provedClusters(await firstThat(read, EVERY, {}));
