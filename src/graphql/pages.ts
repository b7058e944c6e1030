import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { decodeCursor, encodeCursor, type SortKey } from "../cypher/order.js";
import { badInput, notYet } from "../cypher/refusal.js";
import type { Value } from "../cypher/statement.js";
import type { ChildList } from "../cypher/childPages.js";
import { MAX_FIRST } from "./args.js";
import type { Loaders } from "./loaders.js";
import type { Edge, Page } from "./page.type.js";

/** The arguments that lists share, as GraphQL gives them. */
export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
}

/** Refuses a page of another size than 1 to 200. */
export function checkFirst(first: number): void {
  if (first >= 1 && first <= MAX_FIRST) return;
  throw badInput("WRONG_FIRST", `is ${first}; a page has 1 to ${MAX_FIRST} items`, ["first"]);
}

/** Refuses `asOf` until it is answered: an answer as of now would be a wrong one. */
export function refuseAsOf(asOf: unknown): void {
  if (asOf !== undefined && asOf !== null) throw notYet(["asOf"]);
}

/** A page of the rows read, of which there is one more than wanted when there is a next page. */
export function pageOf<Row, E extends Edge>(
  rows: readonly Row[],
  { first, after }: PageArgs,
  edge: (row: Row) => E,
  totalCount: Page<E>["totalCount"],
): Page<E> {
  const edges = rows.slice(0, first).map(edge);
  return {
    edges,
    nodes: () => edges.map(({ node }) => node()),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined && after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** What a list of a node is asked for: the page, and whether it is to be counted. */
export async function childPage<E extends object>(
  loaders: Loaders,
  parent: string,
  list: Omit<ChildList, "after" | "limit" | "count"> & { readonly name: string },
  args: PageArgs,
  info: GraphQLResolveInfo,
  edge: (columns: readonly Value[]) => E & Pick<Edge, "node">,
): Promise<Page<E & Edge>> {
  checkFirst(args.first);
  const { of, where, keys } = list;
  const name = `${list.name} ${shapeOf(where)}`;
  const after = typeof args.after === "string" ? decodeCursor(args.after, name, keys) : null;
  const asked = { of, where, keys, after, limit: args.first + 1, count: selects(info, "totalCount") };
  const page = await loaders.childPage(parent, asked);
  return pageOf(
    page.items,
    args,
    ([values, ...columns]) => ({ ...edge(columns), cursor: encodeCursor(name, keys, values as readonly Value[]) }),
    page.total,
  );
}

/** What a condition compares, whatever the values: a cursor is good for a list of the same shape. */
function shapeOf({ comparisons, namesRank, namesStatus }: ChildList["where"]): string {
  const compared = comparisons.map(({ property, operator }) => `${property} ${operator}`);
  return [...compared, namesRank, namesStatus].join(", ");
}

/** A row's cursor, from its columns `k0 ...`. */
export function rowCursor(list: string, keys: readonly SortKey[], row: Readonly<Record<string, Value>>): string {
  return encodeCursor(
    list,
    keys,
    keys.map((_, index) => row[`k${index}`] ?? null),
  );
}

/** Whether a field is selected right beneath the one being resolved. */
export function selects(info: GraphQLResolveInfo, field: string): boolean {
  const within = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === "Field") return selection.name.value === field;
      if (selection.kind === "InlineFragment") return within(selection.selectionSet);
      const fragment = info.fragments[selection.name.value];
      return fragment !== undefined && within(fragment.selectionSet);
    });
  return info.fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && within(selectionSet));
}
