import { mkdir, open, writeFile, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Config } from "../config.js";
import { ErrorCode, SanadError } from "../errors.js";
import { namedCopies, type NamedCopy } from "../exchange/verify/namedCopies.js";
import {
  verifySources,
  type Outcome,
  type VerifiedQuote,
  type VerifiedSource,
} from "../exchange/verify/verifySources.js";
import type { Store } from "../store/port.js";
import { withStore } from "./open.js";

export interface VerifyOptions {
  /** A source's id or address, and the file that is its copy; both or neither. */
  readonly source?: string;
  readonly copy?: string;
  /** A folder of copies. */
  readonly copies?: string;
  /** A CSV file to write, a row a quote. */
  readonly report?: string;
  /** A folder to write the texts to in which quotes were sought. */
  readonly texts?: string;
  readonly json: boolean;
}

/**
 * `sanad verify`: seeks quotes again in copies of their sources, or without any in the stored texts, and tells which stand, moved or are gone.
 * Exit code 1 where one is gone, and where a text could not be read or is not what it was.
 */
export function verify(config: Config, options: VerifyOptions): Promise<number> {
  const copies = copiesOf(options);
  return withStore(config, async ({ store }) => {
    const report = options.report === undefined ? null : await openReport(options.report);
    try {
      return await verifyAll(store, copies, report, options);
    } finally {
      await report?.close();
    }
  });
}

async function verifyAll(
  store: Store,
  copies: readonly NamedCopy[] | null,
  report: FileHandle | null,
  { copy, texts, json }: VerifyOptions,
): Promise<number> {
  const totals = new Map<Outcome, number>();
  let sources = 0;
  let faults = 0;
  for await (const source of verifySources(store, { copies, only: copy !== undefined })) {
    sources++;
    if (source.fault !== null) faults++;
    for (const { outcome } of source.quotes) totals.set(outcome, (totals.get(outcome) ?? 0) + 1);
    await report?.write(stringify(reportRows(source), { escape_formulas: true }));
    if (texts !== undefined) await writeText(texts, source);
    const { text: _, ...shown } = source;
    console.log(json ? JSON.stringify(shown) : sourceLines(source).join("\n"));
  }
  if (!json) console.log(`${sources} source${sources === 1 ? "" : "s"}: ${told(totals)}.`);
  return faults > 0 || (totals.get("GONE") ?? 0) > 0 ? 1 : 0;
}

function copiesOf({ source, copy, copies }: VerifyOptions): readonly NamedCopy[] | null {
  if ((source === undefined) !== (copy === undefined)) {
    throw wrong("--source <id or address> and --copy <file> go together: which source, and which file is a copy of it");
  }
  if (copies !== undefined) return namedCopies(copies);
  return source === undefined ? null : [{ source, file: path.resolve(copy!), said: "--source" }];
}

/** How outcomes are told, in the order in which they are. */
const TOLD: Readonly<Record<Outcome, string>> = {
  STANDS: "stand where they stood",
  MOVED: "moved",
  STANDS_FOLDED: "stand with other white space or typography",
  GONE: "gone",
  UNREADABLE: "not sought, for the copy cannot be read",
  NOT_COPIED: "without a text to seek in",
};

/** `44 quotes: 40 stand where they stood, 4 gone`. */
function told(totals: ReadonlyMap<Outcome, number>): string {
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(TOLD).flatMap(([outcome, words]) => {
    const count = totals.get(outcome as Outcome) ?? 0;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return `${all} quote${all === 1 ? "" : "s"}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
}

function sourceLines({ source, name, copy, fault, quotes }: VerifiedSource): string[] {
  const totals = new Map<Outcome, number>();
  for (const { outcome } of quotes) totals.set(outcome, (totals.get(outcome) ?? 0) + 1);
  const where = copy === null ? "" : `, in ${path.relative(process.cwd(), copy)}`;
  return [
    `${source} (${name})${where}: ${told(totals)}`,
    ...(fault === null ? [] : [`  ${copy === null ? "the stored text" : "the copy"} ${fault}`]),
    ...goneLines(quotes.filter(({ outcome }) => outcome === "GONE")),
  ];
}

/** What somebody should look at, words that several claims cite once. */
function goneLines(gone: readonly VerifiedQuote[]): string[] {
  const byWords = new Map<string, VerifiedQuote[]>();
  for (const each of gone) byWords.set(each.quote, [...(byWords.get(each.quote) ?? []), each]);
  return [...byWords].flatMap(([quote, all]) => {
    const { passage, likeness } = all[0]!;
    const claims = [...new Set(all.map(({ claim }) => claim))];
    return [
      `  gone: ${short(quote)}`,
      passage === null
        ? "    nothing there is like it"
        : `    ${Math.floor(likeness! * 100)}% of its words stand in ${short(passage)}`,
      `    cited by the claim${claims.length === 1 ? "" : "s"} ${claims.join(", ")}`,
    ];
  });
}

const SHOWN = 200;

function short(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return JSON.stringify(line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/u, "")}…`);
}

const COLUMNS = [
  ...["source", "url", "copy", "outcome", "claim", "citation", "start", "end", "now_start", "now_end"],
  ...["quote", "passage", "likeness", "fault"],
];

/** Begins a table of quotes. Spreadsheet programs take it for UTF-8 by its byte order mark. */
async function openReport(file: string): Promise<FileHandle> {
  try {
    const report = await open(file, "w");
    await report.write(stringify([COLUMNS], { bom: true }));
    return report;
  } catch (cause) {
    throw wrong(`the report ${file} cannot be written`, cause);
  }
}

function reportRows({ source, url, copy, fault, quotes }: VerifiedSource): (string | number | null)[][] {
  return quotes.map(({ outcome, claim, citation, start, end, now, quote, passage, likeness }) => [
    ...[source, url, copy, outcome, claim, citation, start, end, now?.start ?? null, now?.end ?? null],
    ...[quote, passage, likeness, fault],
  ]);
}

async function writeText(folder: string, { source, text, copy }: VerifiedSource): Promise<void> {
  if (text === null || copy === null) return;
  const file = path.join(folder, `${encodeURIComponent(source)}.txt`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    throw wrong(`the text ${file} cannot be written`, cause);
  }
}

function wrong(message: string, cause?: unknown): SanadError {
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [], { cause });
}
