import type { TableRow } from "./readTable.js";

/** The columns that a template such as `{City}, {Country}` names. */
export function columnsOf(template: string): string[] {
  return [...template.matchAll(PLACE)].map(([, column]) => column!);
}

/** A template with a row's cells in it, without spaces at its ends; null where one of them is empty. */
export function fill(template: string, row: TableRow): string | null {
  if (columnsOf(template).some((column) => cellOf(row, column) === "")) return null;
  return template.replace(PLACE, (_all, column: string) => cellOf(row, column)).trim();
}

/** What stands in a column of a row, without spaces at its ends; empty where there is nothing. */
export function cellOf(row: TableRow, column: string): string {
  return (row.cells.get(column) ?? "").trim();
}

const PLACE = /\{([^{}]+)\}/gu;
