import type { Page, Pages } from "./pagesOfAnswer.js";

/** Where an id that has a page stands in an answer's text; lines and columns are counted from 1. */
export interface LinkedId extends Page {
  line: number;
  /** The columns of the id without its quotation marks, the last one not included. */
  columns: readonly [number, number];
  /** The first and the last line of the object that has the id. */
  lines: readonly [number, number];
}

/** Finds the ids in the text of an answer, which is printed with one scalar a line; `answer` is what is printed. */
export function linkedIds(text: string, answer: unknown, pages: Pages): LinkedId[] {
  const lines = text.split("\n");
  const found: LinkedId[] = [];
  /** Walks the value that begins on this line, and tells on which it ends. */
  const walk = (value: unknown, first: number): number => {
    if (typeof value !== "object" || value === null) return first;
    const entries = Object.entries(value) as [string, unknown][];
    if (entries.length === 0) return first;
    const ids: [Page, number, string][] = [];
    let line = first;
    for (const [key, child] of entries) {
      line++;
      const page = pages.get(value)?.get(key);
      if (page && typeof child === "string") ids.push([page, line, child]);
      line = walk(child, line);
    }
    const last = line + 1;
    for (const [page, line, id] of ids) {
      const start = (lines[line - 1] ?? "").lastIndexOf(JSON.stringify(id)) + 2;
      if (start > 1) found.push({ ...page, line, columns: [start, start + id.length], lines: [first, last] });
    }
    return last;
  };
  walk(answer, 1);
  return found.sort((a, b) => a.line - b.line);
}

/** The id on this line, or that of the smallest object around it. */
export function idAround(ids: readonly LinkedId[], line: number): LinkedId | null {
  const around = ids.filter(({ lines: [first, last] }) => first <= line && line <= last);
  const size = ({ line: own, lines: [first, last] }: LinkedId) => (own === line ? 0 : last - first);
  return around.sort((a, b) => size(a) - size(b))[0] ?? null;
}
