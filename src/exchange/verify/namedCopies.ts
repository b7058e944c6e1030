import { readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { ErrorCode, SanadError } from "../../errors.js";
import { readText } from "../../ontology/readText.js";
import { refuseFaults, YamlFile } from "../../ontology/yamlFile.js";

/** A copy of a source, and what names the source: its id or its address. */
export interface NamedCopy {
  readonly source: string;
  /** An absolute path. */
  readonly file: string;
  /** Where that is said, for messages: `index.csv:3`, or the name of the file. */
  readonly said: string;
}

/** What an index may be called, in the order in which they are sought. */
const INDEXES = ["index.csv", "index.yaml", "index.yml"];

/**
 * The copies in a folder: those that its index lists, and where there is none, each file as a copy of the source whose id is its name without
 * ending; folders in it and hidden files are passed over. Throws BAD_USER_INPUT for a folder or an index that cannot be read.
 */
export function namedCopies(folder: string): NamedCopy[] {
  let names: string[];
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    names = files.map(({ name }) => name).filter((name) => !name.startsWith("."));
  } catch (cause) {
    throw wrong(`the folder of copies ${folder} cannot be read`, cause);
  }
  const index = INDEXES.find((name) => names.includes(name));
  const copies = index ? readIndex(folder, index) : names.sort().map((name) => namedByFile(folder, name));
  if (copies.length === 0) throw wrong(`there is no copy in ${folder}${index ? `, by its ${index}` : ""}`);
  return copies;
}

function namedByFile(folder: string, name: string): NamedCopy {
  return { source: path.parse(name).name, file: path.resolve(folder, name), said: name };
}

function readIndex(folder: string, name: string): NamedCopy[] {
  let text: string | null;
  try {
    text = readText(path.join(folder, name));
  } catch (cause) {
    throw wrong(`the index ${name} of ${folder} cannot be read`, cause);
  }
  if (text === null) throw wrong(`the index ${name} of ${folder} is not UTF-8`);
  const rows = name.endsWith(".csv") ? csvRows(text, name) : yamlRows(text, name);
  return rows.map(({ source, file, line }) => ({
    ...{ source, file: path.resolve(folder, file), said: `${name}:${line}` },
  }));
}

interface IndexRow {
  readonly source: string;
  readonly file: string;
  readonly line: number;
}

/** `source,file`, in whichever order and with whatever columns beside; separated by the first of `,`, `;` and tab that the heading has. */
function csvRows(text: string, name: string): IndexRow[] {
  const [heading = ""] = text.split("\n", 1);
  let rows: { readonly record: Partial<Record<string, string>>; readonly info: { readonly lines: number } }[];
  try {
    rows = parse(text, {
      ...{ bom: true, columns: true, info: true, trim: true, skip_empty_lines: true },
      delimiter: /[,;\t]/u.exec(heading)?.[0] ?? ",",
    });
  } catch (cause) {
    throw wrong(`the index ${name} is no table: ${(cause as Error).message}`, cause);
  }
  return rows.map(({ record: { source, file }, info: { lines } }) => {
    if (!source || !file)
      throw wrong(`${name}:${lines}: a row of the index has a \`source\` (its id or address) and a \`file\``);
    return { source, file, line: lines };
  });
}

/** A map from sources to files. */
function yamlRows(text: string, name: string): IndexRow[] {
  const yaml = new YamlFile(name, text);
  const files = yaml.read(z.record(z.string(), z.string()), []);
  refuseFaults(`the index ${name}`, yaml.faults);
  return Object.entries(files!).map(([source, file]) => ({ source, file, line: yaml.lineOf([source]) }));
}

function wrong(message: string, cause?: unknown): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [], { cause });
}
