import type { Ruled, Where } from "./form.js";
import type { TableRow } from "./readTable.js";
import { cellOf } from "./template.js";

/** Whether a row has in each of some columns one of the cells that are given for it. */
export function holds(where: Where, row: TableRow): boolean {
  return Object.entries(where).every(([column, cells]) => cells.includes(cellOf(row, column)));
}

/** What the first rule says that holds of a row, and the columns that it looks at; null where none holds. */
export function firstThatHolds<T>(
  rules: Ruled<T>,
  row: TableRow,
): { readonly is: T; readonly columns: readonly string[] } | null {
  const rule = rules.find(({ where }) => !where || holds(where, row));
  return rule ? { is: rule.is, columns: Object.keys(rule.where ?? {}) } : null;
}
