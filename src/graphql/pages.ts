import type { GraphQLResolveInfo } from "graphql";
import type { ChildList } from "../cypher/childPages.js";
import { checkCursors, encodeCursor, shapeOf, type SortKey, type Window } from "../cypher/order.js";
import type { ClaimsAsked } from "../cypher/reading.js";
import { badInput } from "../cypher/refusal.js";
import type { Value } from "../cypher/statement.js";
import { NAMED } from "../cypher/wanted.js";
import type { Ontology } from "../ontology/ontology.js";
import { MAX_FIRST } from "./args.js";
import { facetNodes, facetsBeneath, type WithFacets } from "./facets.js";
import type { AskedList, ChildItem, Loaders } from "./loaders.js";
import type { Edge, Page } from "./page.type.js";
import { whenReady, type Ready } from "./ready.js";
import { nodesAt, selectedBeneath, type Asked, type FieldNodes, type Selected } from "./selection.js";
import { asksMore, citationWanted, entityWanted } from "./wanted.js";

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
    nodes: (...asked) => edges.map(({ node }) => (typeof node === "function" ? (node as Resolve)(...asked) : node)),
    pageInfo: () => ({
      hasNextPage: backward ? typeof before === "string" : more,
      hasPreviousPage: backward ? more : typeof after === "string",
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }),
    totalCount,
  };
}

type Resolve = (...asked: unknown[]) => unknown;

/** Whether cursors are selected of a page. */
export function wantsCursors(selected: Selected, asked: Asked): boolean {
  return [
    ["edges", "cursor"],
    ["pageInfo", "startCursor"],
    ["pageInfo", "endCursor"],
  ].some((way) => nodesAt(selected, way, asked).length > 0);
}

/** The nodes of the items of a page: beneath its edges, and beneath itself. */
export function itemsOfPage(selected: Selected, asked: Asked): readonly FieldNodes[] {
  return [...nodesAt(selected, ["edges", "node"], asked), ...nodesAt(selected, ["nodes"], asked)];
}

/** A list of a node, before it is known which page of it is wanted. */
export type NodeList = Pick<ChildList, "of" | "name" | "scope" | "meets" | "keys">;

/** What a list of a node is asked for: a page, by these arguments and with what is selected beneath these nodes. */
export interface ListAsked {
  readonly list: NodeList;
  /** The filter as it was given. */
  readonly where: unknown;
  readonly args: PageArgs;
  /** The nodes of the items, in which what is selected of them is found. */
  readonly items: readonly FieldNodes[];
  /** What is selected of the page itself; null where there is none, but its items only. */
  readonly selected: Selected | null;
  /** What is wanted of the claims that it names, and what is known of them anyway. */
  readonly claims: ClaimsAsked;
  readonly known?: number;
}

/** The list that is to be read. Throws BAD_USER_INPUT for a window that there cannot be. */
export function askedList(
  { list, where, args, items, selected, claims, known = 0 }: ListAsked,
  { moment }: Pick<Loaders, "moment">,
  asked: Asked,
  ontology: Ontology,
): AskedList {
  const { of, keys } = list;
  const name = `${list.name} ${shapeOf(where)}`;
  const window = windowOf(args);
  checkCursors(name, keys, window);
  const count = selected?.has("totalCount") ?? false;
  const facets = selected && facetsBeneath(selected, asked);
  const isOfCitations = of.type === "citationsOfClaim" || of.type === "citationsOfSource";
  const brings = {
    cursors: selected !== null && wantsCursors(selected, asked),
    entity:
      of.type === "relation"
        ? entityWanted(items, asked, ontology)
        : isOfCitations
          ? sourceWanted(items, asked, ontology)
          : NAMED,
    citation: isOfCitations ? citationWanted(items, asked) : 0,
    claims: asksMore(claims, known),
  };
  const { after, before, limit, backward } = window;
  const predicate = "predicate" in of ? of.predicate.name : null;
  const order = keys.map(({ name: key, direction }) => `${key} ${direction}`);
  const key = [{ ...of, predicate }, name, where, order, after, before, backward, limit, count, facets, brings.cursors];
  return { ...list, ...window, name, moment, count, facets, brings, claims, key: JSON.stringify(key) };
}

function sourceWanted(items: readonly FieldNodes[], asked: Asked, ontology: Ontology) {
  return entityWanted(
    items.flatMap((nodes) => selectedBeneath(nodes, asked).get("source") ?? []),
    asked,
    ontology,
  );
}

/** Reads a page of a list of a node. */
export function childPage<E extends Edge>(
  loaders: Loaders,
  parent: string,
  list: AskedList,
  args: PageArgs,
  edge: (item: ChildItem, cursor: string | null) => E,
): Ready<Page<E> & WithFacets> {
  return whenReady(loaders.childPage(parent, list), (page) => ({
    ...pageOf(
      page.items,
      args,
      (item) => edge(item, item.keys && encodeCursor(list.name, list.keys, item.keys)),
      page.total,
    ),
    facets: () => facetNodes(page, loaders),
  }));
}

/** A list as it is asked for at one place of a request: made once for all the nodes that have it. */
export function onceAsked(loaders: Loaders, info: GraphQLResolveInfo, args: object, make: () => AskedList): AskedList {
  const before = loaders.lists.get(info.fieldNodes);
  if (before && isSame(before.args, args)) return before.list;
  const list = make();
  loaders.lists.set(info.fieldNodes, { args, list });
  return list;
}

function isSame(a: object, b: object): boolean {
  if (a === b) return true;
  const [one, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return one.length === Object.keys(b).length && one.every(([name, value]) => other[name] === value);
}

/** A row's cursor, from its columns `k0 ...`. */
export function rowCursor(list: string, keys: readonly SortKey[], row: Readonly<Record<string, Value>>): string {
  return encodeCursor(
    list,
    keys,
    keys.map((_, index) => row[`k${index}`] ?? null),
  );
}
