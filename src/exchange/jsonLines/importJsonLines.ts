import { copyNote, forgetCopy, noteCopy, strangers, type CopyNote, type NodeLabel } from "../../cypher/copy.js";
import { writeLayout } from "../../cypher/layout.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { FILE, GRAPH_LAYOUT } from "../../store/layout.js";
import type { Store } from "../../store/port.js";
import { isDone, isEmpty } from "../copy/copyGraph.js";
import { digestGraph, type LabelDigest } from "../copy/digestGraph.js";
import { groupBy, mainOf, type EdgeRow, type NodeRow, type OnProgress } from "../copy/pages.js";
import { writeEdges, writeNodes } from "../copy/writeRows.js";
import { FORM, readHeader, readItem, readTrailer, type Header, type Item, type Trailer } from "./form.js";
import { fileLines, lastLine, lookThrough } from "./fileLines.js";

export interface ImportOptions {
  readonly onProgress?: OnProgress;
  /** How many lines are written in one transaction, at most. */
  readonly batchSize?: number;
}

const BATCH = 2000;

/** How long the lines of one transaction are together, at most, in bytes: texts are long. */
const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Puts a file of JSON Lines into a store that has its constraints and indexes but nothing in it: history too, batch by batch, each in one transaction with
 * the note of how far it has come. Broken off at any point it is resumed there with the same file, whatever its name; until it is whole the store is
 * refused by all else. At the end the store is read again, and must have the digests that the file's trailer has. Answers them.
 * Throws BAD_USER_INPUT, before anything is written, where the file is cut short, was changed, or is of a newer version; CONFLICT where the store holds
 * something that no earlier import of this file has put there.
 */
export async function importJsonLines(
  store: Store,
  file: string,
  { onProgress = () => undefined, batchSize = BATCH }: ImportOptions = {},
): Promise<readonly LabelDigest[]> {
  const { header, trailer, lines } = await inspect(file);
  const source = `${FILE}${trailer.sha256.slice(0, 16)}`;
  let noted = await begin(store, source);
  const stage = "lines";
  const total = lines - 2;
  let done = noted?.done ?? 0;
  const skip = done;
  onProgress({ stage, done, total });
  for await (const batch of batchesOf(file, skip, total, batchSize)) {
    const next: CopyNote = { source, stage, after: String(done + batch.length), done: done + batch.length };
    await store.write(async (run) => {
      if (await isDone(run, noted, next)) return;
      const nodes = batch.flatMap((item) => ("node" in item ? [item.node] : []));
      const edges = batch.flatMap((item) => ("edge" in item ? [item.edge] : []));
      for (const [label, some] of groupBy<NodeRow>(nodes, ({ labels }) => mainOf(labels))) {
        await writeNodes(run, label as NodeLabel, some);
      }
      for (const [label, some] of groupBy(edges, ({ fromLabel }) => fromLabel)) {
        await writeEdges(run, label as NodeLabel, some satisfies readonly EdgeRow[]);
      }
      await run(noteCopy(next));
    });
    noted = next;
    done = next.done;
    onProgress({ stage, done, total });
  }
  const digests = await prove(store, trailer, onProgress);
  await store.write(async (run) => {
    await run(writeLayout(header.layout));
    await run(forgetCopy());
  });
  return digests;
}

/** Looks through a file before anything of it is used. A file that is not compressed is first looked at at its end, which tells soon that it is cut short. */
async function inspect(file: string): Promise<{ header: Header; trailer: Trailer; lines: number }> {
  const refused = (what: string) => new SanadError(ErrorCode.BAD_USER_INPUT, `the file ${file} ${what}`);
  const cut = "is cut short: its last line is no trailer; export it again";
  if (!file.endsWith(".gz") && !readTrailer(await lastLine(file))) {
    const first = await fileLines(file).next();
    if (first.done || !readHeader(first.value.toString("utf8")))
      throw refused("holds no graph that `sanad export --format jsonl` wrote");
    throw refused(cut);
  }
  const { first, last, sha256, lines } = await lookThrough(file);
  const header = readHeader(first);
  if (!header) throw refused("holds no graph that `sanad export --format jsonl` wrote");
  if (header.version > FORM || header.layout > GRAPH_LAYOUT) {
    throw refused("was exported by a newer version of Sanad: import it with that version");
  }
  const trailer = readTrailer(last);
  if (!trailer) throw refused(cut);
  if (trailer.sha256 !== sha256 || trailer.nodes + trailer.relationships !== lines - 2) {
    throw refused("is not as it was exported: something in it was changed or is missing; export it again");
  }
  return { header, trailer, lines };
}

/** Where an earlier import of the same file was broken off; null where this is the first, into an empty store. */
async function begin(store: Store, source: string): Promise<CopyNote | null> {
  const [note] = rowsOf<CopyNote>(await store.read(copyNote()));
  if (note && note.source !== source) {
    throw conflict(`the store holds part of a copy from ${note.source}: go on with that one, or empty the store`);
  }
  if (note) return note;
  if (!(await isEmpty(store)) || (await store.read(strangers())).length > 0) {
    throw conflict(
      "the store is not empty: a file of JSON Lines goes into an empty store only, so that it is the same graph there",
    );
  }
  return null;
}

/** The items after the first `skip` ones, in batches of a bounded size. */
async function* batchesOf(file: string, skip: number, total: number, size: number): AsyncGenerator<readonly Item[]> {
  let [number, bytes] = [0, 0];
  let batch: Item[] = [];
  for await (const line of fileLines(file)) {
    number++;
    const item = number - 1; // the header is the first line
    if (item <= skip) continue;
    if (item > total) break;
    batch.push(readItem(line.toString("utf8"), number));
    bytes += line.length;
    if (batch.length < size && bytes < BATCH_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** Reads the store whole and compares it with what the file tells of itself. */
async function prove(store: Store, trailer: Trailer, onProgress: OnProgress): Promise<readonly LabelDigest[]> {
  const digests = await digestGraph(store, "store", onProgress);
  const differing = digests.filter(
    ({ label, digest }) => digest !== trailer.digests.find((one) => one.label === label)?.digest,
  );
  if (differing.length === 0) return digests;
  throw conflict(
    `what was imported is not what the file tells of, in ${differing.map(({ label }) => label).join(", ")}: something else has been written meanwhile; empty the store and import again`,
  );
}

function conflict(message: string): SanadError {
  return new SanadError(ErrorCode.CONFLICT, message);
}
