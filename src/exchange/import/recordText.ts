import { anchorAt, type QuoteAnchor } from "../../claims/quoteAnchor.js";
import type { TableRow } from "./readTable.js";

/** A row as a text that can be cited: a line `Column: value` for each cell that is not empty, the cell as it stands, its line breaks too. */
export interface RecordText {
  readonly content: string;
  /** By column: where its line begins and ends. */
  readonly lines: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

export function recordText(row: TableRow): RecordText {
  const lines = new Map<string, { start: number; end: number }>();
  let content = "";
  for (const [column, cell] of row.cells) {
    if (cell.trim() === "") continue;
    const start = content === "" ? 0 : content.length + 1;
    content += `${content === "" ? "" : "\n"}${column}: ${cell}`;
    lines.set(column, { start, end: content.length });
  }
  return { content, lines };
}

/** The words of a record in which the cells of some columns stand, as few quotes as there are groups of lines that follow each other. */
export function quotesOf(
  { content, lines }: RecordText,
  columns: Iterable<string>,
): { readonly quote: string; readonly anchor: QuoteAnchor; readonly columns: readonly string[] }[] {
  const places = [...new Set(columns)]
    .flatMap((column) => {
      const line = lines.get(column);
      return line ? [{ ...line, columns: [column] }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const groups: { start: number; end: number; columns: string[] }[] = [];
  for (const place of places) {
    const last = groups.at(-1);
    if (last && last.end + 1 === place.start) {
      last.end = place.end;
      last.columns.push(...place.columns);
    } else groups.push(place);
  }
  return groups.map(({ start, end, columns }) => {
    const quote = content.slice(start, end);
    return { quote, anchor: anchorAt(content, quote, start), columns };
  });
}
