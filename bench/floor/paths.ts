import { entity, holds, wholeClaim, type EntityColumns, type HandWritten } from "./handWritten.js";
import { claimOf, compare, entityOf, inOrder, type ClaimColumns } from "./nodes.js";
import { ontology } from "./statement.js";

const FIRST = 3;
const MOST = 4;

const TYPES = [...ontology.predicates.values()].flatMap(({ name, value }) => (value === "ENTITY" ? [name] : []));

/** The chains of the least lengths, so many of them, with the claims' origins. */
const chains = (lengths: number) => `
UNWIND [$p.from] AS from MATCH (a:Entity {id: from})
UNWIND [$p.to] AS to MATCH (b:Entity {id: to})
MATCH way = SHORTEST ${lengths} GROUPS (a)((:Entity)-[r:${TYPES.join("|")} WHERE ${holds("r")}]-(:Entity)){1,${MOST}}(b)
WITH [n IN nodes(way) | ${entity("n")}] AS nodes, [one IN relationships(way) | one.claimId] AS claims
WITH collect([nodes, claims]) AS ways, collect(claims) AS lists
CALL (lists) {
  UNWIND lists AS list UNWIND list AS id WITH DISTINCT id
  MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation) UNWIND q.origins AS origin
  WITH id, count(DISTINCT origin) AS origins RETURN collect([id, origins]) AS origins
}
RETURN [ways, origins] AS row`;

const CLAIMS = `
UNWIND $p.ids AS id MATCH (c:Claim {id: id})
RETURN [${wholeClaim("c")}, [(c)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source) | [[q.id, q.quote, q.start], [s.id, s.name]]]] AS row`;

/** The shortest chains by the engine's own search; longer ones only where there are too few. */
export const paths: HandWritten = async (read, { from, to }) => {
  let found: Way[] = [];
  for (let lengths = 1; lengths <= MOST; lengths++) {
    const [row] = (await read(chains(lengths), { from, to })) as [[Columns[], [string, number][]]];
    const [ways, counts] = row;
    const origins = new Map(counts);
    const all = ways
      .map(([nodes, claims]) => wayOf(nodes, claims, origins))
      .filter(({ ids }) => new Set(ids).size === ids.length);
    const grown = new Set(all.map(({ claims }) => claims.length)).size;
    found = all;
    if (found.length >= FIRST || grown < lengths) break;
  }
  const best = found.sort(byStrength).slice(0, FIRST);
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
