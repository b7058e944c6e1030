import { constants } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { copyNote, deleteSome, NODE_LABELS, noteCopy, strangers, type CopyNote } from "../../cypher/copy.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { DATABASE, writeMarker } from "../../store/grafeo/marker.js";
import { BACKUP } from "../../store/layout.js";
import { openStore } from "../../store/open.js";
import type { Store } from "../../store/port.js";
import { beginning, copyGraph, isEmpty } from "../copy/copyGraph.js";
import type { OnProgress } from "../copy/pages.js";
import { countOn, lastChangeIn } from "./changeNumbers.js";
import { COPY_SEEN_MS } from "./copyUnderWay.js";
import type { Backup } from "./manifest.js";

export interface RestoreOptions {
  /** Whether what is there may be taken away. */
  readonly replace: boolean;
  /** Keeps what is there, before it is taken away; answers where. */
  readonly keep: () => Promise<string>;
  readonly onProgress?: OnProgress;
}

/** The stage of a note that says that what was there before is being deleted. */
const EMPTYING = "emptying";

/**
 * Puts a backup into a database that several servers may use: page by page, so that it may be of any size; at the end all of it is read again
 * and compared. From the beginning to the end a note in the database says so: servers answer nothing meanwhile, and none starts. Broken off, it
 * goes on from there with the same backup. Answers where what was there is kept, null where nothing was.
 * Throws CONFLICT where something is there and `replace` does not say that it may go, or something that is not Sanad's is.
 */
export async function restoreGraph(backup: Backup, store: Store, options: RestoreOptions): Promise<string | null> {
  const source = `${BACKUP}${backup.manifest.sha256.slice(0, 16)}`;
  let [note] = rowsOf<CopyNote>(await store.read(copyNote()));
  let kept: string | null = null;
  const last = await lastChangeIn((statement) => store.read(statement));
  if (note?.source !== source && (note || !(await isEmpty(store)))) {
    const others = rowsOf<{ labels: readonly string[] }>(await store.read(strangers())).flatMap(({ labels }) => labels);
    if (others.length > 0) throw conflict(`the database holds what is not Sanad's: ${others.join(", ")}`);
    if (!options.replace) {
      throw conflict(
        note
          ? `the database holds part of a copy from ${note.source}: say --replace to take it away`
          : "the database is not empty: say --replace to put the backup in the place of what is there, of which a backup is made first",
      );
    }
    if (!note) kept = await options.keep();
    note = { source, stage: EMPTYING, after: "", done: 0 };
    await store.write((run) => run(noteCopy(note!)));
  }
  if (note?.stage === EMPTYING) {
    await wait(COPY_SEEN_MS);
    await empty(store, options.onProgress);
    await store.write((run) => run(noteCopy(beginning(source))));
  }
  await copyFrom(backup, store, source, options.onProgress);
  await countOn(store, last);
  return kept;
}

const DELETED_AT_ONCE = 5000;

async function empty(store: Store, onProgress: OnProgress = () => undefined): Promise<void> {
  for (const label of NODE_LABELS) {
    for (let done = 0; ;) {
      const [row] = await store.write((run) => run(deleteSome(label, DELETED_AT_ONCE)));
      done += Number(row!["deleted"]);
      onProgress({ stage: `deleting ${label}`, done, total: done });
      if (row!["deleted"] === 0) break;
    }
  }
}

/** The engine writes into what it opens, so it is given a copy. */
async function copyFrom({ databaseFile, manifest }: Backup, to: Store, source: string, onProgress?: OnProgress) {
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-restore-"));
  try {
    await copyFile(databaseFile, path.join(folder, DATABASE), constants.COPYFILE_FICLONE);
    await writeMarker(folder, { complete: true });
    const from = await openStore({ dataFolder: folder });
    try {
      const digests = await copyGraph(from, to, { source, layout: manifest.layout, onProgress });
      const differing = digests.filter(({ digest }, index) => digest !== manifest.contents[index]?.digest);
      if (differing.length === 0) return;
      throw conflict(
        `what was restored is not what the backup tells of: ${differing.map(({ label }) => label).join(", ")}`,
      );
    } finally {
      await from.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function conflict(message: string): SanadError {
  return new SanadError(ErrorCode.CONFLICT, message);
}
