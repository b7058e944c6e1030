import type { GraphQLFieldResolver } from "graphql";
import { claimSortKeys, edgeSortKeys, type ClaimOrder } from "../cypher/claimPage.js";
import { entityCount, entityPage, type EntityOrder, type EntityPageStatement } from "../cypher/entityPage.js";
import { readLinkFilter } from "../cypher/filter.js";
import { readMoment } from "../cypher/moment.js";
import type { SortKey } from "../cypher/order.js";
import { rowsOf, textOf, type EntityRow } from "../cypher/rows.js";
import type { Kind } from "../ontology/ontology.js";
import type { Context } from "./context.js";
import type { ClaimNode, EntityNode, Loaders } from "./loaders.js";
import type { RelationField } from "./ontologySdl.js";
import { childPage, pageOf, rowCursor, windowOf, type PageArgs } from "./pages.js";
import { selects, selectsPage } from "./selects.js";

interface ListArgs extends PageArgs {
  readonly where?: object | null;
  readonly orderBy?: readonly unknown[] | null;
  readonly asOf?: unknown;
}

/** A row of a page of entities: what it proves stands beside it, ids of claims and marks of absence. */
type FoundRow = EntityRow & {
  readonly evidence: readonly string[];
  readonly evidenceCount: number;
  readonly absences: readonly string[];
  readonly absenceCount: number;
};

/** The root list of a kind, or of every kind: each row with the claims by which it met the filter. */
export function entityList(kind: Kind | null): GraphQLFieldResolver<unknown, Context, ListArgs> {
  return async (_root, { where, orderBy, asOf, ...args }, { ontology, levels, statistics, loaders: now }, info) => {
    const loaders = now.at(readMoment(asOf, now.moment));
    const { moment } = loaders;
    const order = (orderBy ?? []) as readonly EntityOrder[];
    const evidence = ["evidence", "evidenceCount", "absences", "absenceCount"].some((field) =>
      selects(info, field, "edges"),
    );
    const [isPage, count] = [selectsPage(info), selects(info, "totalCount")];
    const request = { kind, where, orderBy: order, moment, statistics, evidence, count };
    const page = entityPage(ontology, { ...request, ...windowOf(args) });
    const [rows, counted] = await Promise.all([
      isPage ? levels.read(page.statement) : [],
      count && !(isPage && page.counts)
        ? levels.read(entityCount(ontology, kind, where, { moment, statistics }))
        : null,
    ]);
    const total = counted?.[0] ?? rows[0];
    const edge = (row: FoundRow) => ({
      node: () => loaders.typedEntity(row),
      cursor: rowCursor(page.list, page.keys, row as never),
      ...proofOf(row, page, loaders),
    });
    return pageOf(rowsOf<FoundRow>(rows), args, edge, count ? Number(total?.["total"] ?? 0) : null);
  };
}

/** What a row's evidence stands for: claims, and what was looked for at an entity and not found. */
function proofOf(
  { evidence, evidenceCount, absences: marks, absenceCount }: FoundRow,
  { absences, predicates, readEvidence }: EntityPageStatement,
  loaders: Loaders,
) {
  return {
    evidence: async () =>
      inOrder(await Promise.all(evidence.map((written) => loaders.claimThere(readEvidence(written).id))), predicates),
    ...{ evidenceCount, absenceCount },
    absences: () =>
      marks.map((mark) => {
        const [index, entity] = mark.slice(1).split(" ") as [string, string];
        return { absence: true, entity: () => loaders.entityThere(entity), lookedFor: absences[Number(index)]! };
      }),
  };
}

/** Evidence by predicate, as the filter comes to them, then by id. */
function inOrder(claims: readonly ClaimNode[], predicates: readonly string[]): readonly ClaimNode[] {
  const place = ({ predicate }: ClaimNode) => predicates.indexOf(predicate);
  return [...claims].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** A relation of an entity: each edge with the entity at the other end and the claim; of a value, its claims. */
export function relation(field: RelationField): GraphQLFieldResolver<EntityNode, Context, ListArgs> {
  const { predicate, direction, field: name } = field;
  const of =
    predicate.value === "ENTITY"
      ? ({ type: "relation", predicate, direction } as const)
      : ({ type: "values", predicate } as const);
  return async (entity, { where, orderBy, asOf, ...args }, { ontology }, info) => {
    const loaders = entity.loaders.at(readMoment(asOf, entity.loaders.moment));
    const filter = readLinkFilter(ontology, where ?? {});
    const order = orderBy && orderBy.length > 0 ? (orderBy as readonly ClaimOrder[]) : null;
    const keys =
      of.type === "values"
        ? claimSortKeys("c", order ?? [], loaders.moment)
        : [...(order ? [] : BY_NODE_NAME), ...edgeSortKeys("r", order ?? [], loaders.moment)];
    return childPage(loaders, entity.id, { of, name, ...filter, keys }, where, args, info, ([id, end]) =>
      of.type === "values"
        ? { node: () => loaders.claimThere(textOf(id)) }
        : { node: () => loaders.entityThere(textOf(end)), claim: () => loaders.claimThere(textOf(id)) },
    );
  };
}

/** How a relation is ordered where nothing else is asked for. */
const BY_NODE_NAME: readonly SortKey[] = [{ name: "NODE_NAME", expression: "o.sortName", direction: "ASC" }];
