import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { Transform } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { ErrorCode, SanadError } from "../../errors.js";

/** A row of a table. */
export interface TableRow {
  /** As spreadsheets count: the header is row 1. */
  readonly number: number;
  /** What stands in each column, as it stands, in the header's order. */
  readonly cells: ReadonlyMap<string, string>;
  /** How many cells it has too many, or too few; 0 where it has one a column. */
  readonly surplus: number;
}

/** More than any cell of words; a quotation mark that is never closed would take in all that follows. */
const LONGEST_ROW = 4_000_000;

/**
 * Reads a CSV file row by row; it is never held whole. Rows without any cell are passed over and counted. `onHeader` is given the columns before the first row, `onBytes` what is read.
 * Throws BAD_USER_INPUT where the file cannot be read, is not UTF-8 or is no CSV, each with its place.
 */
export async function* readTable(
  file: string,
  delimiter: string,
  onHeader: (columns: readonly string[]) => void = () => undefined,
  onBytes: (chunk: Buffer) => void = () => undefined,
): AsyncGenerator<TableRow> {
  const refuse = (why: string, cause: unknown) =>
    new SanadError(ErrorCode.BAD_USER_INPUT, `the table ${file} ${why}`, [], { cause });
  const rows = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: LONGEST_ROW });
  const text = utf8(onBytes, (cause) => refuse("is not UTF-8", cause));
  // an error of any of the three ends the rows with it
  pipeline(createReadStream(file), text, rows, () => undefined);
  let [columns, number] = [null as readonly string[] | null, 0];
  try {
    for await (const record of rows as AsyncIterable<string[]>) {
      number++;
      if (columns === null) onHeader((columns = header(record, file)));
      else if (record.some((cell) => cell.trim() !== "")) yield rowOf(number, columns, record);
    }
  } catch (error) {
    if (error instanceof CsvError) {
      const where = Number(error["lines"] ?? 0) > 0 ? `, line ${String(error["lines"])}` : "";
      throw refuse(`is no CSV at row ${number + 1}${where}: ${error.message}`, error);
    }
    if (error instanceof SanadError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw refuse(`cannot be read (${(error as NodeJS.ErrnoException).code})`, error);
  }
  if (columns === null) throw refuse("is empty", undefined);
}

function rowOf(number: number, columns: readonly string[], record: readonly string[]): TableRow {
  const cells = new Map(columns.map((column, index) => [column, record[index] ?? ""]));
  return { number, cells, surplus: record.length - columns.length };
}

function header(record: readonly string[], file: string): readonly string[] {
  const columns = record.map((column) => column.trim());
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice === undefined) return columns;
  const what = twice === "" ? "several columns without a name" : `the column ${JSON.stringify(twice)} twice`;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, `the table ${file} has ${what} in its header`);
}

/** Passes on what is UTF-8 and refuses anything else, which would be stored as another text. */
function utf8(onBytes: (chunk: Buffer) => void, refuse: (cause: unknown) => Error): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const decode = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      done(null, chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch (cause) {
      done(refuse(cause));
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes(chunk);
      decode(chunk, done);
    },
    flush: (done) => decode(undefined, done),
  });
}
