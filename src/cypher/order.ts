import { createHash } from "node:crypto";
import { ErrorCode, SanadError } from "../errors.js";
import type { Value } from "./statement.js";

/** One key of an order. A missing value counts as the least, so that pages can go on after it: `absent` stands in for it. */
export interface SortKey {
  /** What clients call it, for cursors: `NAME`. */
  readonly name: string;
  /** The Cypher expression, never null: `coalesce(c.amount, $least)`. */
  readonly expression: string;
  readonly direction: "ASC" | "DESC";
}

/** The least number, that stands in for a missing amount. */
export const LEAST_NUMBER = "-1.7976931348623157e308";

/** The keys as columns `k0, k1 ...`, from which cursors are made. */
export function keyColumns(keys: readonly SortKey[]): string {
  return keys.map(({ expression }, index) => `${expression} AS k${index}`).join(", ");
}

/** ORDER BY of the columns of {@link keyColumns}. */
export function orderBy(keys: readonly SortKey[]): string {
  return `ORDER BY ${keys.map(({ direction }, index) => `k${index}${direction === "DESC" ? " DESC" : ""}`).join(", ")}`;
}

/**
 * What holds of the rows after a cursor: `k0 > a OR k0 = a AND (k1 > b OR ...)`, with `k0 >= a` before it, which an index can meet.
 * `param` is the Cypher expression of the list of the cursor's values.
 */
export function afterCursor(keys: readonly SortKey[], param: string): string {
  const beyond = (index: number): string => {
    const { direction } = keys[index]!;
    const past = `k${index} ${direction === "ASC" ? ">" : "<"} ${param}[${index}]`;
    return index === keys.length - 1 ? past : `(${past} OR (k${index} = ${param}[${index}] AND ${beyond(index + 1)}))`;
  };
  return `k0 ${keys[0]!.direction === "ASC" ? ">=" : "<="} ${param}[0] AND ${beyond(0)}`;
}

/** A cursor: opaque, holds the values of the row's keys, and knows of which list and order it is. */
export function encodeCursor(list: string, keys: readonly SortKey[], values: readonly Value[]): string {
  return Buffer.from(JSON.stringify([fingerprint(list, keys), ...values])).toString("base64url");
}

/** The key values of a cursor. Throws BAD_USER_INPUT for what is no cursor, or the cursor of another list or order. */
export function decodeCursor(cursor: string, list: string, keys: readonly SortKey[]): readonly Value[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length !== keys.length + 1 || !parts.every(isKey))
    throw refusal("`after` is no cursor of this server");
  const [mark, ...values] = parts;
  if (mark !== fingerprint(list, keys))
    throw refusal("`after` is the cursor of another list, filter or order; begin again without it");
  return values;
}

/** Keys are texts and numbers, never null. */
function isKey(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function fingerprint(list: string, keys: readonly SortKey[]): string {
  const order = keys.map(({ name, direction }) => `${name} ${direction}`).join(",");
  return createHash("sha256").update(`${list}|${order}`).digest("base64url").slice(0, 6);
}

function refusal(message: string): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [
    { code: "WRONG_CURSOR", message, path: ["after"], suggestions: [] },
  ]);
}
