import { copyNote, countNodes, NODE_LABELS, type CopyNote } from "../cypher/copy.js";
import { readLayout, writeLayout } from "../cypher/layout.js";
import { rowsOf } from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Run, Store } from "./port.js";
import { recordAllOrigins } from "./recordAllOrigins.js";
import { recordAllWords } from "./recordAllWords.js";

/** The version of the graph's form that this program reads and writes: labels, edges, properties and what they mean. */
export const GRAPH_LAYOUT = 3;

/** How the source of a copy is called that is a backup; its digest follows. */
export const BACKUP = "the backup ";

/** How the source of a copy is called that is a file of JSON Lines; its digest follows. */
export const FILE = "the file of JSON Lines ";

/** A step from one version of the graph's form to the next, in one transaction. */
export interface Migration {
  /** The version that it begins from; it ends at the next. */
  readonly from: number;
  /** What it does, for whoever runs it. */
  readonly description: string;
  readonly run: (run: Run) => Promise<void>;
}

/** Every migration there is, the oldest first. A change of {@link GRAPH_LAYOUT} comes with one. */
export const MIGRATIONS: readonly Migration[] = [
  {
    from: 1,
    description: "Sources and citations carry their origins, and citations their times: these were recorded.",
    run: recordAllOrigins,
  },
  { from: 2, description: "Names and quotes are found by their words: the words were recorded.", run: recordAllWords },
];

/**
 * Sees to it that a store is of this program's version; an empty store becomes so.
 * Throws CONFLICT, with what to do, where it is of an older or a newer one, or holds a graph of no known version.
 */
export async function ensureLayout(store: Store, current = GRAPH_LAYOUT): Promise<void> {
  const version = await layoutOf(store);
  if (version === current) return;
  if (version === null) {
    await store.write(async (run) => {
      if ((await storedVersion(run)) === undefined) await run(writeLayout(current));
    });
    return ensureLayout(store, current); // another program may have been first
  }
  const advice =
    version < current
      ? "`sanad migrate` brings it up to date (back it up first)"
      : "start the version of Sanad that wrote it, or a newer one";
  throw conflict(`the graph has the layout ${version}, and this version of Sanad has ${current}: ${advice}`);
}

/**
 * Brings a store from its version to this program's, step by step, each in one transaction with the note of its version: broken off, it goes on
 * where it stopped. Answers the descriptions of the steps taken.
 */
export async function migrateLayout(
  store: Store,
  current = GRAPH_LAYOUT,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  const taken: string[] = [];
  for (;;) {
    const version = await layoutOf(store);
    if (version === null || version >= current) {
      await ensureLayout(store, current);
      return taken;
    }
    const step = migrations.find(({ from }) => from === version);
    if (!step) throw conflict(`no migration leads on from the layout ${version}`);
    const done = await store.write(async (run) => {
      if ((await storedVersion(run)) !== version) return false; // another program has done it meanwhile
      await step.run(run);
      await run(writeLayout(version + 1));
      return true;
    });
    if (done) taken.push(step.description);
  }
}

/** The version of a store's graph; null where the store is empty. Throws CONFLICT where it holds part of a graph, or one of no known version. */
async function layoutOf(store: Store): Promise<number | null> {
  const [note] = rowsOf<CopyNote>(await store.read(copyNote()));
  if (note) {
    const command = note.source.startsWith(BACKUP) ? "restore" : note.source.startsWith(FILE) ? "import" : "copy";
    throw conflict(
      `the store holds part of a copy from ${note.source}: run \`sanad ${command}\` again, which resumes it, or empty the store`,
    );
  }
  const version = await storedVersion((statement) => store.read(statement));
  if (Number.isInteger(version) && Number(version) > 0) return Number(version);
  if (version !== undefined) {
    throw conflict(
      `the graph's layout is ${JSON.stringify(version)}, which no version of Sanad writes: restore the graph from a backup (\`sanad restore <backup> --replace\`)`,
    );
  }
  for (const label of NODE_LABELS) {
    const [counted] = await store.read(countNodes(label));
    if (counted?.["total"] === 0) continue;
    throw conflict(
      "the store holds a graph without a layout version: it was not written by Sanad, or not whole; choose an empty store, or restore the graph from a backup with `sanad restore <backup> --replace`",
    );
  }
  return null;
}

/** What stands in the store as the version; undefined where nothing does. */
async function storedVersion(run: Run): Promise<Value | undefined> {
  const [row] = await run(readLayout());
  return row?.["version"];
}

function conflict(message: string): SanadError {
  return new SanadError(ErrorCode.CONFLICT, message);
}
