import neo4j from "neo4j-driver";
import type { Value } from "../../cypher/statement.js";

/**
 * Parameters as the driver wants them: it sends every number as a float, of which LIMIT knows nothing, so whole numbers up to 2^53 become
 * its integers, in lists and maps too. The embedded engine takes numbers the same way, -0 as 0 among them.
 */
export function toParameters(params: Readonly<Record<string, Value>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, toParameter(value)]));
}

function toParameter(value: Value): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(toParameter);
  return toParameters(value as Readonly<Record<string, Value>>);
}

/** A record of the driver. */
interface Answered {
  readonly keys: PropertyKey[];
  get(key: number): unknown;
}

/** Records as rows of the driver's values, by column. */
export function toObjects(records: readonly Answered[]): Record<string, unknown>[] {
  return records.map((record) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < record.keys.length; i++) row[record.keys[i] as string] = record.get(i);
    return row;
  });
}
