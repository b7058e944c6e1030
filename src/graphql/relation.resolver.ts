import type { GraphQLFieldResolver } from "graphql";
import { claimSortKeys, edgeSortKeys, type ClaimOrder } from "../cypher/claimPage.js";
import { entityCount, entityPage, type EntityOrder } from "../cypher/entityPage.js";
import { readClaimCondition, readEdgeCondition } from "../cypher/filter.js";
import type { SortKey } from "../cypher/order.js";
import { badInput, notYet } from "../cypher/refusal.js";
import { flatten, rowsOf, textOf, type EntityRow } from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import type { Kind } from "../ontology/ontology.js";
import type { Context } from "./context.js";
import type { ClaimNode, EntityNode } from "./loaders.js";
import type { RelationField } from "./ontologySdl.js";
import { checkFirst, childPage, pageOf, refuseAsOf, rowCursor, selects } from "./pages.js";

interface ListArgs {
  readonly where?: object | null;
  readonly orderBy?: readonly unknown[] | null;
  readonly asOf?: unknown;
  readonly first: number;
  readonly after?: string | null;
}

/** The root list of a kind, or of every kind: each row with the claims by which it met the filter. */
export function entityList(kind: Kind | null): GraphQLFieldResolver<unknown, Context, ListArgs> {
  return async (_root, { where, orderBy, asOf, first, after }, { ontology, levels, loaders }, info) => {
    refuseAsOf(asOf);
    checkFirst(first);
    const order = (orderBy ?? []) as readonly EntityOrder[];
    const request = { kind, where: where ?? undefined, orderBy: order, after: after ?? null, limit: first + 1 };
    const { statement, list, keys } = entityPage(ontology, request);
    const [rows, counted] = await Promise.all([
      levels.read(statement),
      selects(info, "totalCount") ? levels.read(entityCount(ontology, kind, request.where)) : null,
    ]);
    const edge = (row: EntityRow & { readonly evidence: Value }) => ({
      node: () => loaders.typedEntity(row),
      evidence: async () => inOrder(await Promise.all([...flatten(row.evidence)].map((id) => loaders.claimThere(id)))),
      cursor: rowCursor(list, keys, row as never),
    });
    return pageOf(
      rowsOf<EntityRow & { evidence: Value }>(rows),
      { first, after },
      edge,
      counted && Number(counted[0]!["total"]),
    );
  };
}

/** Evidence by predicate, as the filter comes to them, then by id: each engine collects the claims of one predicate in its own order. */
function inOrder(claims: readonly ClaimNode[]): readonly ClaimNode[] {
  const predicates = [...new Set(claims.map(({ predicate }) => predicate))];
  const place = ({ predicate }: ClaimNode) => predicates.indexOf(predicate);
  return [...claims].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** A relation of an entity: each edge with the entity at the other end and the claim; of a value, its claims. */
export function relation(field: RelationField): GraphQLFieldResolver<EntityNode, Context, ListArgs> {
  const { predicate, direction, field: name } = field;
  if (predicate.value !== "ENTITY") {
    return async (entity, args, { ontology, loaders }, info) => {
      refuseAsOf(args.asOf);
      const where = readClaimCondition(ontology, matchOf(args).claim, ["where", "claim"]);
      const keys = claimSortKeys("c", orderOf(args) ?? []);
      const list = { name, of: { type: "values", predicate }, where, keys } as const;
      return childPage(loaders, entity.id, list, args, info, ([id]) => ({
        node: () => loaders.claimThere(textOf(id)),
      }));
    };
  }
  return async (entity, args, { ontology, loaders }, info) => {
    refuseAsOf(args.asOf);
    const { node, claim } = matchOf(args);
    if (node !== undefined) throw notYet(["where", "node"]);
    const where = readEdgeCondition(ontology, claim, ["where", "claim"]);
    const order = orderOf(args);
    const keys = [...(order ? [] : BY_NODE_NAME), ...edgeSortKeys("r", order ?? [])];
    const list = { name, of: { type: "relation", predicate, direction }, where, keys } as const;
    return childPage(loaders, entity.id, list, args, info, ([id, end]) => ({
      node: () => loaders.entityThere(textOf(end)),
      claim: () => loaders.claimThere(textOf(id)),
    }));
  };
}

/** How a relation is ordered where nothing else is asked for. */
const BY_NODE_NAME: readonly SortKey[] = [{ name: "NODE_NAME", expression: "o.sortName", direction: "ASC" }];

function matchOf({ where }: ListArgs): { readonly node?: unknown; readonly claim?: unknown } {
  const match: { readonly node?: unknown; readonly claim?: unknown } = where ?? {};
  if (match.claim === null) throw badInput("NULL_FILTER", "is null: leave it out, or give a value", ["where", "claim"]);
  return match;
}

function orderOf({ orderBy }: ListArgs): readonly ClaimOrder[] | null {
  return orderBy && orderBy.length > 0 ? (orderBy as readonly ClaimOrder[]) : null;
}
