import { copyNote, type CopyNote } from "../cypher/copy.js";
import { countChanges, readLayout, writeLayout } from "../cypher/layout.js";
import { rowsOf } from "../cypher/rows.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Run, Store } from "./port.js";

/** The version of the graph's form that this program reads and writes: labels, edges, properties and what they mean. */
export const GRAPH_LAYOUT = 1;

/** A step from one version of the graph's form to the next, in one transaction. */
export interface Migration {
  /** The version that it begins from; it ends at the next. */
  readonly from: number;
  /** What it does, for whoever runs it. */
  readonly description: string;
  readonly run: (run: Run) => Promise<void>;
}

/** Every migration there is, the oldest first. A change of {@link GRAPH_LAYOUT} comes with one. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Sees to it that a store is of this program's version; an empty store becomes so.
 * Throws CONFLICT, with what to do, where it is of an older or a newer one, or holds a graph of no known version.
 */
export async function ensureLayout(store: Store, current = GRAPH_LAYOUT): Promise<void> {
  const version = await layoutOf(store);
  if (version === current) return;
  if (version === null) {
    await store.write((run) => run(writeLayout(current)));
    return;
  }
  const advice =
    version < current
      ? "`sanad migrate` brings it up to date (back it up first)"
      : "start the version of Sanad that wrote it, or a newer one";
  const message = `the graph has the layout ${version}, and this version of Sanad has ${current}: ${advice}`;
  throw new SanadError(ErrorCode.CONFLICT, message);
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
    if (!step) throw new SanadError(ErrorCode.CONFLICT, `no migration leads on from the layout ${version}`);
    await store.write(async (run) => {
      await step.run(run);
      await run(writeLayout(version + 1));
    });
    taken.push(step.description);
  }
}

/** The version of a store's graph; null where the store is empty. Throws CONFLICT where it holds part of a graph, or of an unknown version. */
async function layoutOf(store: Store): Promise<number | null> {
  const [note] = rowsOf<CopyNote>(await store.read(copyNote()));
  if (note) {
    throw new SanadError(
      ErrorCode.CONFLICT,
      `the store holds part of a copy from ${note.source}: run \`sanad copy\` again, which resumes it, or empty the store`,
    );
  }
  const [row] = await store.read(readLayout());
  if (row) return Number(row["version"]);
  const [counted] = await store.read(countChanges());
  if (counted?.["total"] === 0) return null;
  throw new SanadError(
    ErrorCode.CONFLICT,
    "the store holds a graph without a layout version: it was not written by Sanad, or not whole",
  );
}
