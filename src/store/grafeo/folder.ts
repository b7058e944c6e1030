import { constants, existsSync } from "node:fs";
import { access, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { unavailable } from "../refusals.js";
import { cannotUse, codeOf, damaged } from "./errors.js";
import { COMMITS, DATABASE, LOG, MARKER, readMarker, writeMarker } from "./marker.js";
import { finishRestore } from "./restore.js";

/** What may lie in a folder that still counts as empty: the key of its tokens may be there first. */
const IGNORED =
  /^(lost\+found|\.DS_Store|\.gitkeep|\.gitignore|\.sanad\.json\.\d+\.tmp|token-key\.json|\.token-key\.json\..+\.tmp|sanad\.(restoring|socket))$/;

/** The file that tells of what is in a backup; it lies beside the database where that is a backup's. */
export const BACKUP_MANIFEST = "backup.json";

/** A data folder that is fit to be opened. */
export interface DataFolder {
  readonly path: string;
  /** The engine's file; its log lies beside it. */
  readonly databaseFile: string;
  /** The folder of the engine's log, which is there while the database is open, and after a kill. */
  readonly logFolder: string;
  /** Where the number of the last transaction that is known to be on the disk is kept. */
  readonly commitsFile: string;
  /** Whether the folder is new, so that its database is still to be made; `completeFolder` then follows. */
  readonly isNew: boolean;
}

/**
 * Examines the data folder, and makes it (with its parents) when it is not there or empty. What exists is never changed, except that a
 * restoring that was broken off is ended.
 * @throws SanadError STORE_UNAVAILABLE when the path is no folder, cannot be read or written, holds something else, is of another layout, or is damaged.
 */
export async function prepareFolder(path: string): Promise<DataFolder> {
  const databaseFile = join(path, DATABASE);
  const folder = { path, databaseFile, logFolder: join(path, LOG), commitsFile: join(path, COMMITS) };
  const names = await namesIn(path);
  if (names.includes(MARKER)) {
    const { complete, restoring } = await readMarker(path);
    if (restoring) {
      await finishRestore(path, restoring.keptAs);
      return prepareFolder(path);
    }
    if (complete && !names.includes(DATABASE)) throw damaged(path, `${DATABASE} is missing`);
    await access(path, constants.W_OK).catch((error: unknown) => Promise.reject(cannotUse(path, error)));
    return { ...folder, isNew: !complete };
  }
  if (names.includes(BACKUP_MANIFEST)) {
    throw unavailable(
      `The data folder ${path} is a backup: choose another folder, and restore it there with \`sanad restore ${path}\`.`,
    );
  }
  if (names.includes(DATABASE)) throw damaged(path, `${MARKER} is missing`);
  const stranger = names.find((name) => !IGNORED.test(name));
  if (stranger !== undefined) {
    throw unavailable(
      `The data folder ${path} holds other files (${stranger}) and no Sanad database: choose an empty or a new folder.`,
    );
  }
  await writeMarker(path, { complete: false });
  return { ...folder, isNew: true };
}

/** Whether a folder is not there, or has nothing in it that somebody has put there. */
export async function isUnused(path: string): Promise<boolean> {
  const names = await readdir(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw cannotUse(path, error);
  });
  return names.every((name) => IGNORED.test(name));
}

/** Notes that a new folder's database has been made. */
export async function completeFolder(folder: DataFolder): Promise<void> {
  await writeMarker(folder.path, { complete: true });
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return makeFolder(path).then(() => []);
    const isFile = await stat(path).then(
      (found) => !found.isDirectory(),
      () => false,
    );
    throw cannotUse(path, error, isFile ? "it is a file, not a folder" : undefined);
  }
}

/** Step by step, for `mkdir` with `recursive` never ends where a file system (such as `/proc`) answers that the parent is not there. */
async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  try {
    for (const at of missing) await mkdir(at);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw cannotUse(path, error);
  }
}
