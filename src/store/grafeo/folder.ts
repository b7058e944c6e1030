import { constants, existsSync } from "node:fs";
import { access, mkdir, open, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { SanadError } from "../../errors.js";
import { unavailable } from "../refusals.js";
import { damaged } from "./errors.js";

/** The version of what lies where in the folder, and of the graph's form. A server opens its own only. */
export const LAYOUT = 1;

/** The file that says that a folder is Sanad's: `{"layout": 1, "complete": true}`. Not complete means that the making of the folder was broken off. */
const MARKER = "sanad.json";
const DATABASE = "graph.grafeo";
const COMMITS = "sanad.commits";

/** What may lie in a folder that still counts as empty: the key of its tokens may be there first. */
const IGNORED =
  /^(lost\+found|\.DS_Store|\.gitkeep|\.gitignore|\.sanad\.json\.\d+\.tmp|token-key\.json|\.token-key\.json\..+\.tmp)$/;

/** A data folder that is fit to be opened. */
export interface DataFolder {
  readonly path: string;
  /** The engine's file; its log lies beside it. */
  readonly databaseFile: string;
  /** Where the number of the last transaction that is known to be on the disk is kept. */
  readonly commitsFile: string;
  /** Whether the folder is new, so that its database is still to be made; `completeFolder` then follows. */
  readonly isNew: boolean;
}

/**
 * Examines the data folder, and makes it (with its parents) when it is not there or empty. What exists is never changed.
 * @throws SanadError STORE_UNAVAILABLE when the path is no folder, cannot be read or written, holds something else, is of another layout, or is damaged.
 */
export async function prepareFolder(path: string): Promise<DataFolder> {
  const folder = { path, databaseFile: join(path, DATABASE), commitsFile: join(path, COMMITS) };
  const names = await namesIn(path);
  if (names.includes(MARKER)) {
    const complete = await readMarker(path);
    if (complete && !names.includes(DATABASE)) throw damaged(path, `${DATABASE} is missing`);
    await access(path, constants.W_OK).catch((error: unknown) => Promise.reject(cannotUse(path, error)));
    return { ...folder, isNew: !complete };
  }
  if (names.includes(DATABASE)) throw damaged(path, `${MARKER} is missing`);
  const stranger = names.find((name) => !IGNORED.test(name));
  if (stranger !== undefined) {
    throw unavailable(
      `The data folder ${path} holds other files (${stranger}) and no Sanad database: choose an empty or a new folder.`,
    );
  }
  await writeMarker(path, false);
  return { ...folder, isNew: true };
}

/** Notes that a new folder's database has been made. */
export async function completeFolder(folder: DataFolder): Promise<void> {
  await writeMarker(folder.path, true);
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

async function readMarker(path: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(join(path, MARKER), "utf8");
  } catch (error) {
    throw cannotUse(path, error);
  }
  const marker = parse(text);
  if (marker === undefined) throw damaged(path, `${MARKER} cannot be read`);
  if (marker.layout !== LAYOUT) {
    const [age, advice] =
      marker.layout > LAYOUT
        ? ["a newer", "start that version of Sanad"]
        : ["an older", "start the version of Sanad that made it"];
    throw unavailable(
      `The data folder ${path} was made by ${age} version of Sanad (layout ${marker.layout}; this one has ${LAYOUT}): ${advice}, or choose another folder.`,
    );
  }
  return marker.complete;
}

function parse(text: string): { layout: number; complete: boolean } | undefined {
  try {
    const { layout, complete } = JSON.parse(text) as { layout?: unknown; complete?: unknown };
    return Number.isInteger(layout) ? { layout: layout as number, complete: complete === true } : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a reader finds the old or the new, never half of it. */
async function writeMarker(path: string, complete: boolean): Promise<void> {
  const temporary = join(path, `.${MARKER}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, "w");
    try {
      await file.writeFile(`${JSON.stringify({ layout: LAYOUT, complete })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(path, MARKER));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cannotUse(path, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: "a part of its path is a file, not a folder",
  ENOENT: "it is not there and cannot be made",
  EACCES: "this user may not read and write it",
  EPERM: "this user may not read and write it",
  EROFS: "it lies on a read-only disk",
  ENOSPC: "the disk is full",
};

function cannotUse(path: string, error: unknown, reason = REASONS[codeOf(error)] ?? codeOf(error)): SanadError {
  return unavailable(
    `The data folder ${path} cannot be used: ${reason}; choose a folder that can be read and written.`,
    error,
  );
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
