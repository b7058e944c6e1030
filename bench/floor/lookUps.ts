import { entity, holds, wholeClaim, type EntityColumns, type HandWritten } from "./handWritten.js";
import { claimOf, cursorOf, entityOf, type ClaimColumns } from "./nodes.js";

const ENTITY = `UNWIND [$p.id] AS id MATCH (e:Entity {id: id}) RETURN [${entity("e")}, e.descriptionTexts[0]] AS row`;

/** One entity, by the index of its id. */
export const entityById: HandWritten = async (read, { id }) => {
  const [row] = await read(ENTITY, { id });
  if (!row) return { entity: null };
  const [columns, description] = row as [EntityColumns, string | null];
  return { entity: { ...entityOf(columns), description } };
};

const CLUSTERS = `
MATCH (e:Cluster) WHERE e.sortName >= ''
WITH e ORDER BY e.sortName, e.id LIMIT 101
RETURN [${entity("e")}, e.sortName, e.nameLanguages, e.nameTexts, e.descriptionTexts[0]] AS row`;

/** A page of clusters, which the index has in their order. */
export const clusterPage: HandWritten = async (read) => clusterPageOf((await read(CLUSTERS, {})) as ClusterColumns[]);

export function clusterPageOf(rows: readonly ClusterColumns[]) {
  const edges = rows.slice(0, 100).map(([columns, sortName, languages, texts, description]) => ({
    cursor: cursorOf(sortName, columns[0]),
    node: {
      ...entityOf(columns),
      names: languages.map((language, index) => ({ language, text: texts[index]! })),
      description,
    },
  }));
  return {
    clusters: { pageInfo: { hasNextPage: rows.length > 100, endCursor: edges.at(-1)?.cursor ?? null }, edges },
  };
}

export type ClusterColumns = readonly [
  ...[entity: EntityColumns, sortName: string, languages: readonly string[], texts: readonly string[]],
  description: string | null,
];

const CLAIMS = `
MATCH (c:Claim) WHERE c.id >= '' AND ${holds("c")}
WITH c ORDER BY c.id LIMIT 20
RETURN ${wholeClaim("c")} AS row ORDER BY c.id`;

/** The first claims, which the index has in their order. */
export const claimPage: HandWritten = async (read) => claimPageOf((await read(CLAIMS, {})) as WholeClaimColumns[]);

export function claimPageOf(rows: readonly WholeClaimColumns[]) {
  const edges = rows.map(([columns, subject, object]) => {
    const { id, statement } = claimOf(columns, entityOf(subject), object && entityOf(object));
    return { node: { id, statement } };
  });
  return { claims: { edges } };
}

/** As `wholeClaim` has them. */
export type WholeClaimColumns = readonly [claim: ClaimColumns, subject: EntityColumns, object: EntityColumns | null];
