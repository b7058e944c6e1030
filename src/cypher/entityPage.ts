import type { Kind, Ontology } from "../ontology/ontology.js";
import { readNodeFilter } from "./filter.js";
import { MatchWriter } from "./match.js";
import { columns } from "./names.js";
import { afterCursor, decodeCursor, keyColumns, orderBy, type SortKey } from "./order.js";
import { badInput, notYet } from "./refusal.js";
import { ENTITY_PROPERTIES } from "./rows.js";
import type { Statement } from "./statement.js";

/** A page of entities: of one kind, or of every kind where `kind` is null. */
export interface EntityPageRequest {
  readonly kind: Kind | null;
  readonly where: unknown;
  readonly orderBy: readonly EntityOrder[];
  readonly after: string | null;
  /** How many rows at most, one more than the page holds, so that it is known whether there is a next. */
  readonly limit: number;
}

export interface EntityOrder {
  readonly field: string;
  readonly predicate?: string | null;
  readonly direction: "ASC" | "DESC";
}

/** What a page of entities answers: the statement, and what makes a row's cursor. */
export interface EntityPageStatement {
  readonly statement: Statement;
  readonly list: string;
  readonly keys: readonly SortKey[];
}

/** The statement for a page: one row an entity, with its columns, its keys `k0 ...` and its `evidence`. */
export function entityPage(ontology: Ontology, request: EntityPageRequest): EntityPageStatement {
  const match = new MatchWriter();
  const { variable, evidence } = match.matchRoot(readNodeFilter(ontology, request.kind, request.where));
  const list = `${request.kind?.field ?? "entities"} ${match.text}`;
  const keys = sortKeys(variable, request.orderBy);
  match.line(`WITH ${variable}, [${evidence.join(", ")}] AS evidence, ${keyColumns(keys)}`);
  if (request.after !== null) {
    const after = match.param(decodeCursor(request.after, list, keys));
    match.line(`WHERE ${afterCursor(keys, after)}`);
  }
  const keyNames = keys.map((_, index) => `k${index}`).join(", ");
  match.line(`RETURN ${columns(variable, ENTITY_PROPERTIES)}, evidence, ${keyNames}`);
  match.line(`${orderBy(keys)} LIMIT $limit`);
  const statement = { name: "entities.page", text: match.text, params: { p: match.params, limit: request.limit } };
  return { statement, list, keys };
}

/** The statement that counts the entities that meet a filter: one row, `total`. */
export function entityCount(ontology: Ontology, kind: Kind | null, where: unknown): Statement {
  const match = new MatchWriter();
  const { variable } = match.matchRoot(readNodeFilter(ontology, kind, where));
  match.line(`RETURN count(${variable}) AS total`);
  return { name: "entities.count", text: match.text, params: { p: match.params } };
}

/** The order that was asked for, then by name and id, so that every order is total. */
function sortKeys(variable: string, order: readonly EntityOrder[]): SortKey[] {
  const keys: SortKey[] = order.map(({ field, predicate, direction }, index) => {
    if (field !== "NAME") throw notYet(["orderBy", index]);
    if (predicate !== undefined) {
      throw badInput("NO_PREDICATE", "is of the order by QUANTITY only", ["orderBy", index, "predicate"]);
    }
    return { name: field, expression: `${variable}.sortName`, direction };
  });
  if (keys.length === 0) keys.push({ name: "NAME", expression: `${variable}.sortName`, direction: "ASC" });
  return [...keys.slice(0, 1), { name: "ID", expression: `${variable}.id`, direction: keys[0]!.direction }];
}
