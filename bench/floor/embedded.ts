import { foldName } from "../../src/claims/foldName.js";
import { FROM_PERSON_TO_HUB, provedClusters, type Proved } from "./filters.js";
import { entity, holds, wholeClaim, type HandWritten, type Read } from "./handWritten.js";
import { claimPageOf, clusterPageOf, type ClusterColumns, type WholeClaimColumns } from "./lookUps.js";

/**
 * What is better asked otherwise of the embedded engine: it has no index in order, and a node costs much more to be sorted than its id and name. And
 * since it is in this process, two statements cost no more than one.
 */

const FIRST = 20;

const CLUSTER_IDS = `MATCH (k:Cluster) RETURN k.id AS row, k.sortName AS name ORDER BY name, row LIMIT $limit`;

const CLUSTERS = `
MATCH (k:Cluster) WITH k.id AS id, k.sortName AS name ORDER BY name, id LIMIT 101
MATCH (e:Entity {id: id})
RETURN [${entity("e")}, e.sortName, e.nameLanguages, e.nameTexts, e.descriptionTexts[0]] AS row ORDER BY name, id`;

export const clusterPage: HandWritten = async (read) => clusterPageOf((await read(CLUSTERS, {})) as ClusterColumns[]);

const CLAIM_IDS = `MATCH (c:Claim) RETURN c.id AS row ORDER BY row LIMIT $limit`;
const CLAIMS = `UNWIND $p.ids AS id MATCH (c:Claim {id: id}) WHERE ${holds("c")} RETURN ${wholeClaim("c")} AS row`;

export const claimPage: HandWritten = async (read) => {
  const rows = await firstThat<WholeClaimColumns>(read, CLAIM_IDS, CLAIMS, {}, ([[id]]) => id);
  return claimPageOf(rows);
};

/** The first that meet something, in their order: of a list of ids so many are looked at, and more where these are not enough. */
async function firstThat<R>(
  read: Read,
  list: string,
  text: string,
  params: object,
  idOf: (row: R) => string,
): Promise<R[]> {
  const found: R[] = [];
  let seen = 0;
  for (let limit = 2 * FIRST; found.length < FIRST; limit *= 5) {
    const ids = ((await read(list, { limit })) as string[]).slice(seen);
    if (ids.length === 0) break;
    seen += ids.length;
    const met = new Map(((await read(text, { ...params, ids })) as R[]).map((row) => [idOf(row), row]));
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
  const rows = await firstThat<Proved>(read, CLUSTER_IDS, USERS, { hub: id }, ([found]) => found);
  return provedClusters(rows.map(([cluster, name, own]) => [cluster, name, [...proof, ...own]]));
};

const EVERY = `
UNWIND $p.ids AS id MATCH (k:Entity {id: id})<-[b:OWNS]-(o:Company) WHERE ${holds("b")}
WITH k, collect(b.claimId) AS eb
CALL (k) { MATCH (k)-[d:USES_CHIP]->(h:Chip) WHERE ${holds("d")} RETURN collect(d.claimId) AS ec, min(coalesce(d.amount, -1.0)) AS least }
WITH k, eb, ec, least WHERE least IS NULL OR least >= 150000
RETURN [k.id, k.name, eb + ec] AS row`;

export const every: HandWritten = async (read) =>
  provedClusters(await firstThat<Proved>(read, CLUSTER_IDS, EVERY, {}, ([id]) => id));
