import { ChainSearch, type Chain, type Side } from "../../src/claims/chains.js";
import { entity, holds, wholeClaim, type EntityColumns, type HandWritten, type Read } from "./handWritten.js";
import { claimOf, compare, entityOf, inOrder, type ClaimColumns } from "./nodes.js";
import { ontology } from "./statement.js";

const FIRST = 3;
const MOST = 4;

const TYPES = [...ontology.predicates.values()]
  .flatMap(({ name, value }) => (value === "ENTITY" ? [name] : []))
  .join("|");
const step = (edge: string) => `-[${edge}:${TYPES} WHERE ${holds(edge)}]-`;

const ENDS = `
UNWIND [$p.from] AS from MATCH (a:Entity {id: from})
UNWIND [$p.to] AS to MATCH (b:Entity {id: to})`;

/** Adds the claims' origins to the chains `[nodes, claims]`, which are collected as `ways`. */
const WITH_ORIGINS = `
CALL (ways) {
  UNWIND ways AS way UNWIND way[1] AS id WITH DISTINCT id
  MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q) UNWIND q.origins AS origin
  WITH id, count(DISTINCT origin) AS origins RETURN collect([id, origins]) AS origins
}
RETURN [ways, origins] AS row`;

/**
 * The chains of one length or two, then of three, then of four. Neighbours of either end are read, and it is looked whether they are the other end, or
 * neighbours of one another: so a hub's many claims are never all walked.
 */
const CHAINS = [
  `${ENDS}
CALL (a) { MATCH (a)${step("r")}(x:Entity) RETURN collect([x, r.claimId]) AS xs }
UNWIND xs AS one WITH a, b, one[0] AS x, collect(one[1]) AS first
CALL (a, b, x, first) {
  WITH * WHERE x = b UNWIND first AS f RETURN [${entity("a")}, ${entity("b")}] AS nodes, [f] AS claims
  UNION ALL
  WITH * WHERE x <> b MATCH (x)${step("s")}(b) UNWIND first AS f
  RETURN [${entity("a")}, ${entity("x")}, ${entity("b")}] AS nodes, [f, s.claimId] AS claims
}
WITH collect([nodes, claims]) AS ways${WITH_ORIGINS}`,
  `${ENDS}
CALL (a) { MATCH (a)${step("r")}(x:Entity) RETURN collect([x, r.claimId]) AS xs }
CALL (b) { MATCH (b)${step("r")}(y:Entity) RETURN collect([y, r.claimId]) AS ys }
UNWIND xs AS one WITH a, b, ys, one[0] AS x, collect(one[1]) AS first
UNWIND ys AS one WITH a, b, x, first, one[0] AS y, collect(one[1]) AS last
MATCH (x)${step("s")}(y)
UNWIND first AS f UNWIND last AS l
WITH collect([[${entity("a")}, ${entity("x")}, ${entity("y")}, ${entity("b")}], [f, s.claimId, l]]) AS ways${WITH_ORIGINS}`,
  `${ENDS}
MATCH (a)${step("r")}(x:Entity) WHERE x <> b WITH a, b, x, collect(r.claimId) AS first
MATCH (x)${step("s")}(m:Entity) WHERE m <> a AND m <> b WITH a, b, m, collect([x, first, s.claimId]) AS firsts
MATCH (m)${step("t")}(y:Entity)${step("u")}(b)
UNWIND firsts AS one WITH a, b, m, y, t, u, one[0] AS x, one[1] AS first, one[2] AS second
UNWIND first AS f
WITH collect([[${entity("a")}, ${entity("x")}, ${entity("m")}, ${entity("y")}, ${entity("b")}], [f, second, t.claimId, u.claimId]]) AS ways${WITH_ORIGINS}`,
];

const CLAIMS = `
UNWIND $p.ids AS id MATCH (c:Claim {id: id})
RETURN [${wholeClaim("c")}, [(c)-[:HAS_CITATION]->(q)-[:HAS_SOURCE]->(s) | [[q.id, q.quote, q.start], [s.id, s.name]]]] AS row`;

/** Longer chains are asked for only where there are too few. */
export const paths: HandWritten = async (read, { from, to }) => {
  const found: Way[] = [];
  for (const text of CHAINS) {
    const [row] = (await read(text, { from, to })) as [[Columns[], [string, number][]]];
    const origins = new Map(row[1]);
    const ways = row[0].map(([nodes, claims]) => wayOf(nodes, claims, origins));
    found.push(...ways.filter(({ ids }) => new Set(ids).size === ids.length));
    if (found.length >= FIRST) break;
  }
  return pathsOf(read, found.sort(byStrength).slice(0, FIRST));
};

async function pathsOf(read: Read, best: readonly Pick<Way, "nodes" | "claims">[]) {
  const ids = [...new Set(best.flatMap(({ claims }) => claims))];
  const rows = ids.length === 0 ? [] : ((await read(CLAIMS, { ids })) as ClaimRow[]);
  const claims = new Map(rows.map((row) => [row[0][0][0], claimIn(row)]));
  return {
    paths: best.map((way) => ({
      length: way.claims.length,
      nodes: way.nodes.map(entityOf),
      claims: way.claims.map((id) => claims.get(id)!),
    })),
  };
}

const around = (from: string, to: string) =>
  `UNWIND $p.ids AS id MATCH (e:Entity {id: id}) MATCH (e)<-[:${from}]-(c:Claim)-[:${to}]->(o:Entity) WHERE ${holds("c")} RETURN [id, c.id, o.id] AS row`;
const AROUND = [around("SUBJECT", "OBJECT"), around("OBJECT", "SUBJECT")];
const DEGREES = `
UNWIND $p.ids AS id MATCH (e:Entity {id: id})
CALL (e) { MATCH (e)<-[:SUBJECT]-(c:Claim) RETURN count(c) AS said }
CALL (e) { MATCH (e)<-[:OBJECT]-(c:Claim) RETURN count(c) AS told }
RETURN said + told AS row`;
const ORIGINS = `UNWIND $p.ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation) RETURN [id, q.origins] AS row`;
const ENTITIES = `UNWIND $p.ids AS id MATCH (e:Entity {id: id}) RETURN ${entity("e")} AS row`;

/** In one process the claims around both ends are read at once, from whichever end has fewer, and joined here. */
export const pathsEmbedded: HandWritten = async (read, { from, to }) => {
  const search = new ChainSearch(from!, to!);
  const cost = async (side: Side) => {
    const degrees = (await read(DEGREES, { ids: search.unknown(side) })) as number[];
    return degrees.reduce((sum, degree) => sum + degree, 0);
  };
  const best: Chain[] = [];
  for (let length = 1; length <= MOST && best.length < FIRST; length++) {
    while (search.reach < length) {
      const [near, far] = [await cost("from"), await cost("to")];
      const side = near <= far ? "from" : "to";
      const ids = search.unknown(side);
      const links = new Map<string, [string, string][]>(ids.map((id) => [id, []]));
      for (const text of AROUND) {
        for (const [id, claim, other] of (await read(text, { ids })) as [string, string, string][])
          links.get(id)!.push([claim, other]);
      }
      search.expand(side, links);
    }
    const ids = [...search.candidates(length)];
    const origins = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
    for (const [id, list] of (await read(ORIGINS, { ids })) as [string, string[]][])
      for (const origin of list) origins.get(id)!.add(origin);
    best.push(...search.chains(length, FIRST - best.length, (claim) => origins.get(claim)!.size, 1_000_000)!);
  }
  const ids = [...new Set(best.flatMap(({ nodes }) => nodes))];
  const entities = new Map(
    ((await read(ENTITIES, { ids })) as EntityColumns[]).map((columns) => [columns[0], columns]),
  );
  return pathsOf(
    read,
    best.map(({ nodes, claims }) => ({ nodes: nodes.map((id) => entities.get(id)!), claims })),
  );
};

type Columns = readonly [nodes: readonly EntityColumns[], claims: readonly string[]];
type ClaimRow = readonly [
  claim: readonly [ClaimColumns, EntityColumns, EntityColumns | null],
  citations: readonly (readonly [[id: string, quote: string, start: number | null], [id: string, name: string]])[],
];
interface Way {
  readonly nodes: readonly EntityColumns[];
  readonly ids: readonly string[];
  readonly claims: readonly string[];
  readonly strength: number;
}

function wayOf(nodes: readonly EntityColumns[], claims: readonly string[], origins: ReadonlyMap<string, number>): Way {
  const strength = claims.reduce((sum, claim) => sum + (origins.get(claim) ?? 0), 0);
  return { nodes, ids: nodes.map(([id]) => id), claims, strength };
}

function byStrength(a: Way, b: Way): number {
  if (a.claims.length !== b.claims.length) return a.claims.length - b.claims.length;
  return b.strength - a.strength || compare(a.claims.join(" "), b.claims.join(" "));
}

function claimIn([[columns, subject, object], cited]: ClaimRow) {
  const { id, statement } = claimOf(columns, entityOf(subject), object && entityOf(object));
  const citations = cited.map(([[id, quote, start], [source, name]]) => ({
    id,
    quote,
    start,
    source: { id: source, name },
  }));
  return { id, statement, citations: inOrder(citations).map(({ id, quote, source }) => ({ id, quote, source })) };
}
