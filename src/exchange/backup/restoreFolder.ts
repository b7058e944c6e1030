import { constants, existsSync } from "node:fs";
import { copyFile, open } from "node:fs/promises";
import path from "node:path";
import { ErrorCode, SanadError } from "../../errors.js";
import { cannotUse, isInUse } from "../../store/grafeo/errors.js";
import { BACKUP_MANIFEST, isUnused } from "../../store/grafeo/folder.js";
import { DATABASE, MARKER } from "../../store/grafeo/marker.js";
import { clearRoom, makeRoom, putInPlace } from "../../store/grafeo/restore.js";
import { GRAPH_LAYOUT } from "../../store/layout.js";
import { openStore } from "../../store/open.js";
import type { Store } from "../../store/port.js";
import type { ReplaceableStore } from "../../store/replaceableStore.js";
import { isEmpty } from "../copy/copyGraph.js";
import { countOn, lastChangeIn } from "./changeNumbers.js";
import type { Backup } from "./manifest.js";

/** Where what was there before is kept: a data folder, inside the other; null where nothing was there. */
export interface Restored {
  readonly kept: string | null;
}

/**
 * Puts a backup into a data folder that nobody has open. Of a folder that holds something, or is damaged, this is kept in a folder inside, and
 * `replace` must say that this is meant. Killed at any moment, the folder holds the old or the new.
 * Throws CONFLICT where something is there and that is not meant, STORE_UNAVAILABLE where the folder is in use or cannot be written.
 */
export async function restoreFolder(backup: Backup, folder: string, replace: boolean): Promise<Restored> {
  const isNew = await isUnused(folder);
  if (!isNew && !(await holdsNothing(folder)) && !replace) throw notEmpty(folder);
  const keptAs = isNew ? null : nameOfKept();
  await layReady(backup, folder);
  await putInPlace(folder, keptAs);
  await (await openStore({ dataFolder: folder })).close();
  return { kept: keptAs === null ? null : path.join(folder, keptAs) };
}

/** The same for a data folder that this process serves from: requests are refused for as long as the store is closed. */
export async function restoreServed(
  backup: Backup,
  folder: string,
  store: ReplaceableStore,
  options: { readonly replace: boolean; readonly prepare: (store: Store) => Promise<void> },
): Promise<Restored> {
  if (backup.manifest.layout !== GRAPH_LAYOUT) {
    throw new SanadError(
      ErrorCode.CONFLICT,
      `the backup ${backup.path} has the layout ${backup.manifest.layout}, and the server ${GRAPH_LAYOUT}: stop the server, restore, and run \`sanad migrate\` before it is started again`,
    );
  }
  // a store that could not be opened after an earlier restoring holds something, too
  if (!options.replace && (store.missing !== null || !(await isEmpty(store)))) throw notEmpty(folder);
  const keptAs = nameOfKept();
  await layReady(backup, folder);
  let last = 0;
  const swap = async () => putInPlace(folder, keptAs);
  const prepare = async (opened: Store) => {
    await options.prepare(opened);
    await countOn(opened, last);
  };
  // in the queue of writes: after the last
  const leave = async (old: Store) => void (last = await old.write((run) => lastChangeIn(run)));
  await store.replace(swap, prepare, leave);
  return { kept: path.join(folder, keptAs) };
}

/** Whether a folder holds an empty database; one that is damaged may hold anything. Throws where it is in use, or no data folder. */
async function holdsNothing(folder: string): Promise<boolean> {
  let store: Store;
  try {
    store = await openStore({ dataFolder: folder });
  } catch (error) {
    const holds = (name: string) => existsSync(path.join(folder, name));
    const isDataFolder = (holds(MARKER) || holds(DATABASE)) && !holds(BACKUP_MANIFEST);
    if (isInUse(error) || !isDataFolder) throw error;
    return false;
  }
  try {
    return await isEmpty(store);
  } finally {
    await store.close();
  }
}

/** Copies a backup's database to where it is put in place from, and waits until it is on the disk. */
async function layReady({ databaseFile }: Backup, folder: string): Promise<void> {
  try {
    const ready = await makeRoom(folder);
    await copyFile(databaseFile, ready, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const file = await open(ready, "r+");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await clearRoom(folder).catch(() => undefined);
    throw cannotUse(folder, error);
  }
}

function nameOfKept(): string {
  return `before-restore-${new Date().toISOString().replace(/[:.]/gu, "-")}`;
}

function notEmpty(folder: string): SanadError {
  return new SanadError(
    ErrorCode.CONFLICT,
    `the data folder ${folder} is not empty: say --replace to put the backup in the place of what is there, which is then kept in a folder inside`,
  );
}
