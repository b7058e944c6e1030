import { createHash } from "node:crypto";
import { ErrorCode, SanadError } from "../errors.js";
import { tooComplex } from "./refusal.js";
import type { Value } from "./statement.js";

/** One key of an order. A missing value counts as the least, so that pages can go on after it: `absent` stands in for it. */
export interface SortKey {
  /** What clients call it, for cursors: `NAME`. */
  readonly name: string;
  /** The Cypher expression, never null: `coalesce(c.amount, $least)`. */
  readonly expression: string;
  readonly direction: "ASC" | "DESC";
}

/** Which part of an ordered list is wanted. */
export interface Window {
  /** The cursor after which it begins. */
  readonly after?: string | null | undefined;
  /** The cursor before which it ends. */
  readonly before?: string | null | undefined;
  /** How many rows at most, one more than the page holds, so that it is known whether there is more. */
  readonly limit: number;
  /** Whether it is the last so many rows that are wanted; they come in the opposite order then. */
  readonly backward?: boolean;
}

/** The least number, that stands in for a missing amount. */
export const LEAST_NUMBER = "-1.7976931348623157e308";

/** How many keys an order may have. */
const MAX_KEYS = 8;

/** Refuses an order of more keys than are answered. */
export function refuseKeys(order: readonly unknown[]): void {
  if (order.length <= MAX_KEYS) return;
  throw tooComplex(`has ${order.length} keys; at most ${MAX_KEYS} are answered`, ["orderBy"]);
}

/** The keys as columns `k0, k1 ...`, from which cursors are made. */
export function keyColumns(keys: readonly SortKey[]): string {
  return keys.map(({ expression }, index) => `${expression} AS k${index}`).join(", ");
}

/** The names of those columns. */
export function keyNames(keys: readonly SortKey[]): string {
  return keys.map((_, index) => `k${index}`).join(", ");
}

/** ORDER BY of the columns of {@link keyColumns}; backward, in the opposite order. */
export function orderBy(keys: readonly SortKey[], backward = false): string {
  const last = backward ? "ASC" : "DESC";
  return `ORDER BY ${keys.map(({ direction }, index) => `k${index}${direction === last ? " DESC" : ""}`).join(", ")}`;
}

/** Throws BAD_USER_INPUT for a window between cursors that are none, or those of another list or order. */
export function checkCursors(list: string, keys: readonly SortKey[], { after, before }: Window): void {
  if (typeof after === "string") decodeCursor(after, list, keys, "after");
  if (typeof before === "string") decodeCursor(before, list, keys, "before");
}

/** What must hold of the rows of a window, beside its limit: a WHERE clause, or nothing. */
export function withinWindow(
  list: string,
  keys: readonly SortKey[],
  { after, before }: Window,
  param: (value: Value) => string,
): string {
  const holds: string[] = [];
  if (typeof after === "string") holds.push(beyondCursor(keys, param(decodeCursor(after, list, keys, "after")), false));
  if (typeof before === "string")
    holds.push(beyondCursor(keys, param(decodeCursor(before, list, keys, "before")), true));
  return holds.length > 0 ? `WHERE ${holds.join(" AND ")}` : "";
}

/** Whether a window begins after a cursor, or ends before one. */
export function hasCursor({ after, before }: Window): boolean {
  return typeof after === "string" || typeof before === "string";
}

/** What of the first key alone holds of all rows of a window that has cursors: an index in that order begins, or ends, there. */
export function firstKeyWithin(
  list: string,
  keys: readonly SortKey[],
  { after, before }: Window,
  param: (value: Value) => string,
): readonly string[] {
  const { expression, direction } = keys[0]!;
  const [from, to] = direction === "ASC" ? [">=", "<="] : ["<=", ">="];
  const first = (cursor: string, argument: "after" | "before") => param(decodeCursor(cursor, list, keys, argument)[0]!);
  return [
    ...(typeof after === "string" ? [`${expression} ${from} ${first(after, "after")}`] : []),
    ...(typeof before === "string" ? [`${expression} ${to} ${first(before, "before")}`] : []),
  ];
}

/**
 * What holds of the rows after a cursor: `k0 > a OR k0 = a AND (k1 > b OR ...)`, with `k0 >= a` before it, which an index can meet.
 * `param` is the Cypher expression of the list of the cursor's values; `backward`: of those before it.
 */
function beyondCursor(keys: readonly SortKey[], param: string, backward: boolean): string {
  const sign = (index: number) => ((keys[index]!.direction === "ASC") === backward ? "<" : ">");
  const beyond = (index: number): string => {
    const past = `k${index} ${sign(index)} ${param}[${index}]`;
    return index === keys.length - 1 ? past : `(${past} OR (k${index} = ${param}[${index}] AND ${beyond(index + 1)}))`;
  };
  return `k0 ${sign(0)}= ${param}[0] AND ${beyond(0)}`;
}

/** A cursor: opaque, holds the values of the row's keys, and knows of which list and order it is. */
export function encodeCursor(list: string, keys: readonly SortKey[], values: readonly Value[]): string {
  return Buffer.from(JSON.stringify([fingerprint(list, keys), ...values])).toString("base64url");
}

/** The key values of a cursor. Throws BAD_USER_INPUT for what is no cursor, or the cursor of another list or order. */
export function decodeCursor(
  cursor: string,
  list: string,
  keys: readonly SortKey[],
  argument: "after" | "before" = "after",
): readonly Value[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length !== keys.length + 1 || !parts.every(isKey))
    throw refusal(argument, "is no cursor of this server");
  const [mark, ...values] = parts;
  if (mark !== fingerprint(list, keys))
    throw refusal(argument, "is the cursor of another list, filter or order; begin again without it");
  return values;
}

/** The shape of a filter, whatever the values in it: a cursor is good for every list of one shape, so the same question by another name goes on with it. */
export function shapeOf(where: unknown): string {
  return JSON.stringify(where ?? {}, (_key, value: unknown) => {
    if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return 0;
    return typeof value === "object" ? value : 0;
  });
}

/** Keys are texts and numbers, never null. */
function isKey(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** All cursors of a page have the same: the last one is kept. */
let last: { readonly list: string; readonly keys: readonly SortKey[]; readonly mark: string } | null = null;

function fingerprint(list: string, keys: readonly SortKey[]): string {
  if (last?.list !== list || last.keys !== keys) {
    const order = keys.map(({ name, direction }) => `${name} ${direction}`).join(",");
    const mark = createHash("sha256").update(`${list}|${order}`).digest("base64url").slice(0, 6);
    last = { list, keys, mark };
  }
  return last.mark;
}

/** The refusal of a cursor. */
export function refusal(argument: "after" | "before", what: string): SanadError {
  const message = `\`${argument}\` ${what}`;
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [
    { code: "WRONG_CURSOR", message, path: [argument], suggestions: [] },
  ]);
}
