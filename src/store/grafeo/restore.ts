import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./logSync.js";
import { COMMITS, DATABASE, LOG, MARKER, writeMarker } from "./marker.js";

/** The folder inside a data folder in which another database is laid ready. */
const READY = "sanad.restoring";

/** Makes room inside a data folder for a database that is to take the place of the one that is there. Answers the file in which to lay it. */
export async function makeRoom(path: string): Promise<string> {
  await clearRoom(path);
  await mkdir(join(path, READY), { recursive: true });
  return join(path, READY, DATABASE);
}

/** Takes away what lies ready, or could not be laid. */
export async function clearRoom(path: string): Promise<void> {
  await rm(join(path, READY), { recursive: true, force: true });
}

/**
 * Puts the database that lies ready, and is on the disk, in the place of the one that is there, which is kept in a new folder inside, named
 * `keptAs`; null where there is none to keep. The data folder must not be open.
 *
 * From the moment that the intention stands in the marker the new database holds: broken off after it, the next start ends it; broken off
 * before, the old one holds, as it was.
 */
export async function putInPlace(path: string, keptAs: string | null): Promise<void> {
  if (keptAs !== null) {
    await mkdir(join(path, keptAs));
    if (existsSync(join(path, MARKER))) await copyFile(join(path, MARKER), join(path, keptAs, MARKER));
  }
  await syncFolder(join(path, READY));
  await writeMarker(path, { complete: false, restoring: { keptAs } });
  await syncFolder(path);
  await finishRestore(path, keptAs);
}

/** Any of the steps may have been taken already: as long as the new database lies ready, what lies in its place is the old one. */
export async function finishRestore(path: string, keptAs: string | null): Promise<void> {
  const ready = join(path, READY, DATABASE);
  if (existsSync(ready)) {
    if (keptAs !== null) await keep(path, join(path, keptAs));
    await rename(ready, join(path, DATABASE));
    await syncFolder(path);
  }
  await writeMarker(path, { complete: true });
  await syncFolder(path);
  await clearRoom(path);
}

async function keep(path: string, kept: string): Promise<void> {
  for (const name of [DATABASE, LOG, COMMITS]) {
    if (existsSync(join(path, name))) await rename(join(path, name), join(kept, name));
  }
  await syncFolder(kept);
}
