import { stringify } from "csv-stringify/sync";

/** What a file of lines begins with, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** What a cell holds; null is empty. */
export type Cell = string | number | null;

/** Rows as RFC 4180 has them. A cell that a spreadsheet would take for a formula has an apostrophe before it: cells are what others wrote. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows.map((row) => [...row])], {
    record_delimiter: "\r\n",
    escape_formulas: true,
    quoted_match: /[\r\n]/u, // a line's end of any sort
  });
}

/** A column of a file: its name, and its cell for an item. */
export type Column<Item> = readonly [name: string, cell: (item: Item) => Cell];

/** A whole file: the names of the columns, then one item a row. */
export function csvFile<Item>(columns: readonly Column<Item>[], items: readonly Item[]): string {
  const rows = items.map((item) => columns.map(([, cell]) => cell(item)));
  return BYTE_ORDER_MARK + csvLines([columns.map(([name]) => name), ...rows]);
}
