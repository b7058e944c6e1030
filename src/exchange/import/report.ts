import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { ErrorCode, SanadError } from "../../errors.js";
import type { RowNote } from "./note.js";

/** What is said of rows and cells: every note into a CSV file, where one is wanted, and a line for each reason. */
export class Report {
  readonly #file: ReturnType<typeof open> | null;
  readonly #reasons = new Map<string, { readonly first: RowNote; count: number }>();

  /** @param file the report's path; null for none */
  constructor(file: string | null) {
    this.#file = file === null ? null : open(file);
  }

  add(note: RowNote): void {
    const key = `${note.severity} ${note.code} ${note.column}`;
    const reason = this.#reasons.get(key);
    if (reason) reason.count++;
    else this.#reasons.set(key, { first: note, count: 1 });
    const { row, severity, column, value, code, message } = note;
    this.#file?.rows.write([row, severity, column, value, code, message]);
  }

  /** Why rows were refused, cells left out, or else something is to be known: a line a reason, what was refused first. */
  get summary(): readonly string[] {
    return [...this.#reasons.values()]
      .sort((a, b) => ORDER.indexOf(a.first.severity) - ORDER.indexOf(b.first.severity) || b.count - a.count)
      .map(({ first, count }) => {
        const { row, severity, column, code, message } = first;
        const where = column === "" ? "" : `, ${JSON.stringify(column)}`;
        const others = count > 1 ? ` (and ${count - 1} more)` : "";
        return `${WORDS[severity]} row ${row}${where}: ${message} [${code}]${others}`;
      });
  }

  /** Waits until the file is whole. Throws BAD_USER_INPUT where it cannot be written. */
  async close(): Promise<void> {
    await this.#file?.close();
  }
}

const ORDER: readonly RowNote["severity"][] = ["REFUSED", "LEFT_OUT", "NOTICE"];
const WORDS = { REFUSED: "refused", LEFT_OUT: "left out", NOTICE: "notice" } as const;

/** A CSV file with a header, that spreadsheets read as UTF-8, and in which they run nothing: cells are what others wrote. */
function open(path: string) {
  const rows = stringify({ bom: true, escape_formulas: true });
  const file = createWriteStream(path);
  const opened = once(file, "open");
  const written = finished(file);
  const failed = Promise.all([opened, written]);
  failed.catch(() => undefined);
  rows.pipe(file);
  rows.write(["row", "severity", "column", "value", "code", "message"]);
  return {
    rows,
    async close() {
      rows.end();
      try {
        await failed;
      } catch (cause) {
        throw new SanadError(ErrorCode.BAD_USER_INPUT, `the report ${path} cannot be written`, [], { cause });
      }
    },
  };
}
