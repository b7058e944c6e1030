import type { GraphQLResolveInfo } from "graphql";
import { encodeCursor, shapeOf, type SortKey, type Window } from "../cypher/order.js";
import { badInput } from "../cypher/refusal.js";
import type { Value } from "../cypher/statement.js";
import type { ChildList } from "../cypher/childPages.js";
import { MAX_FIRST } from "./args.js";
import { facetNodes, facetsWanted, type WithFacets } from "./facets.js";
import type { Loaders } from "./loaders.js";
import type { Edge, Page } from "./page.type.js";
import { selects } from "./selects.js";

/** The arguments that lists share, as GraphQL gives them. */
export interface PageArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** What is to be read for a page: one more than it holds. Throws BAD_USER_INPUT for a page of another size than 1 to 200. */
export function windowOf({ first, after, last, before }: PageArgs): Window {
  checkSize(first, "first");
  const backward = last !== undefined && last !== null;
  if (backward) checkSize(last, "last");
  return { after, before, limit: (backward ? last : first) + 1, backward };
}

function checkSize(size: number, argument: "first" | "last"): void {
  if (size >= 1 && size <= MAX_FIRST) return;
  throw badInput("WRONG_FIRST", `is ${size}; a page has 1 to ${MAX_FIRST} items`, [argument]);
}

/** A page of the rows read, of which there is one more than wanted when there is more beyond the page. */
export function pageOf<Row, E extends Edge>(
  rows: readonly Row[],
  args: PageArgs,
  edge: (row: Row) => E,
  totalCount: Page<E>["totalCount"],
): Page<E> {
  const { after, before, limit, backward = false } = windowOf(args);
  const more = rows.length >= limit;
  const edges = rows.slice(0, limit - 1).map(edge);
  if (backward) edges.reverse();
  return {
    edges,
    nodes: () => edges.map(({ node }) => node()),
    pageInfo: {
      hasNextPage: backward ? typeof before === "string" : more,
      hasPreviousPage: backward ? more : typeof after === "string",
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** A list of a node, before it is known which page of it is wanted. */
export type NodeList = Pick<ChildList, "of" | "name" | "scope" | "meets" | "keys">;

/** Reads a page of a list of a node. `where` is the filter as it was given. */
export async function childPage<E extends object>(
  loaders: Loaders,
  parent: string,
  list: NodeList,
  where: unknown,
  args: PageArgs,
  info: GraphQLResolveInfo,
  edge: (columns: readonly Value[]) => E & Pick<Edge, "node">,
): Promise<Page<E & Edge> & WithFacets> {
  const name = `${list.name} ${shapeOf(where)}`;
  const page = await loaders.childPage(parent, {
    ...list,
    ...windowOf(args),
    name,
    asked: where,
    moment: loaders.moment,
    count: selects(info, "totalCount"),
    facets: facetsWanted(info),
  });
  const found = pageOf(
    page.items,
    args,
    ([values, ...columns]) => ({
      ...edge(columns),
      cursor: encodeCursor(name, list.keys, values as readonly Value[]),
    }),
    page.total,
  );
  return { ...found, facets: facetNodes(page, loaders) };
}

/** A row's cursor, from its columns `k0 ...`. */
export function rowCursor(list: string, keys: readonly SortKey[], row: Readonly<Record<string, Value>>): string {
  return encodeCursor(
    list,
    keys,
    keys.map((_, index) => row[`k${index}`] ?? null),
  );
}
