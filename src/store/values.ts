import type { Row, Value } from "../cypher/statement.js";
import { ErrorCode, SanadError } from "../errors.js";

/**
 * Makes an engine's rows the port's rows: whole numbers that come as bigint become numbers where no digit is lost.
 * Works in place, for the rows are new with each answer.
 * @throws SanadError INTERNAL for a value that the port has no form for, naming the statement and the column.
 */
export function toRows(name: string, rows: Record<string, unknown>[]): readonly Row[] {
  for (const row of rows) {
    for (const column of Object.keys(row)) {
      const value = row[column];
      if (value === null || typeof value === "string" || typeof value === "boolean") continue;
      row[column] = toValue(value, name, column);
    }
  }
  return rows as Row[];
}

function toValue(value: unknown, name: string, column: string): Value {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      throw noForm(name, column, `the number ${value}`);
    case "bigint": {
      const number = Number(value);
      if (Number.isSafeInteger(number)) return number;
      throw noForm(name, column, "a whole number past 2^53");
    }
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) value[i] = toValue(value[i], name, column);
        return value as Value[];
      }
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) throw noForm(name, column, value.constructor.name);
      const map = value as Record<string, unknown>;
      for (const key of Object.keys(map)) map[key] = toValue(map[key], name, column);
      return map as Record<string, Value>;
    }
    default:
      throw noForm(name, column, typeof value);
  }
}

function noForm(name: string, column: string, what: string): SanadError {
  return new SanadError(
    ErrorCode.INTERNAL,
    `The statement ${name} returns ${what} in its column ${column}, which no answer can carry.`,
  );
}
