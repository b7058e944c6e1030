import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { readLayout } from "../../cypher/layout.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import { BACKUP_MANIFEST } from "../../store/grafeo/folder.js";
import { syncFolder } from "../../store/grafeo/logSync.js";
import { COMMITS, DATABASE, MARKER, writeMarker } from "../../store/grafeo/marker.js";
import { GRAPH_LAYOUT } from "../../store/layout.js";
import { openStore } from "../../store/open.js";
import { checkGraph } from "../checkGraph.js";
import { digestGraph } from "../copy/digestGraph.js";
import type { OnProgress } from "../copy/pages.js";
import { lastChangeIn } from "./changeNumbers.js";
import { manifestText, sha256Of, type Manifest } from "./manifest.js";

export interface BackupOptions {
  /** The folder that is to be the backup; where it is there already, the folder in which one is made, named by the time. */
  readonly target: string;
  readonly engine: Manifest["engine"];
  readonly ontology: Ontology;
  /** Lays the database, as one file that is not there yet. */
  readonly lay: (databaseFile: string) => Promise<void>;
  readonly onProgress?: OnProgress;
}

/** A backup that has been made: where, what it tells of itself, and the faults that were in the graph already. */
export interface MadeBackup {
  readonly path: string;
  readonly manifest: Omit<Manifest, "form">;
  readonly faults: readonly string[];
}

/**
 * Makes a backup: beside its place, where it is read whole and checked, then renamed. So what has a backup's name is whole; broken off, there
 * is at most a folder `.sanad-backup-…` beside it. Throws BAD_USER_INPUT where something has that name already, or nothing can be written there.
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  const at = new Date().toISOString();
  const target = await placeOf(options.target, at);
  const partial = path.join(path.dirname(target), `.sanad-backup-${randomUUID()}`);
  await makeFolder(partial).catch((error: unknown) => Promise.reject(cannotWrite(target, error)));
  try {
    const file = path.join(partial, DATABASE);
    await options.lay(file);
    await writeMarker(partial, { complete: true });
    const read = await readWhole(partial, options);
    for (const name of [MARKER, COMMITS]) await rm(path.join(partial, name), { force: true });
    await syncFile(file);
    const { size: bytes } = await stat(file);
    const { faults, ...contents } = read;
    const counted = { ...contents, faults: faults.length, bytes, sha256: await sha256Of(file) };
    const manifest = { at, engine: options.engine, ...counted };
    await writeFile(path.join(partial, BACKUP_MANIFEST), manifestText(manifest), { flag: "wx" });
    await syncFile(path.join(partial, BACKUP_MANIFEST));
    await syncFolder(partial);
    refuseTaken(target);
    await rename(partial, target);
    await syncFolder(path.dirname(target));
    return { path: target, manifest, faults };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error instanceof SanadError ? error : cannotWrite(target, error);
  }
}

async function placeOf(given: string, at: string): Promise<string> {
  const target = path.resolve(given);
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder && !existsSync(path.join(target, BACKUP_MANIFEST)) && !existsSync(path.join(target, MARKER))) {
    return path.join(target, `sanad-${at.replace(/[:.]/gu, "-")}`);
  }
  refuseTaken(target);
  return target;
}

/** In steps, for `mkdir` tells of a disk that is read-only, with `recursive`, that the folder is not there. */
async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) await makeFolder(parent);
  await mkdir(folder);
}

function refuseTaken(target: string): void {
  if (!existsSync(target)) return;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, `${target} is there already: name a backup that is not`);
}

/** Opens the copied database and reads all that is in it. */
async function readWhole(folder: string, { ontology, onProgress }: BackupOptions) {
  const store = await openStore({ dataFolder: folder });
  try {
    const [row] = await store.read(readLayout());
    const layout = Number(row?.["version"] ?? 0);
    const contents = await digestGraph(store, "backup", onProgress);
    // only a graph of this version's form can be checked; one of an older version is backed up before it is migrated
    const faults = layout === GRAPH_LAYOUT ? (await checkGraph(store, ontology)).faults : [];
    return {
      layout,
      contents: [...contents],
      lastChange: await lastChangeIn((statement) => store.read(statement)),
      faults,
    };
  } finally {
    await store.close();
  }
}

async function syncFile(name: string): Promise<void> {
  const file = await open(name, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function cannotWrite(target: string, error: unknown): SanadError {
  const code = String((error as NodeJS.ErrnoException).code);
  const why: Record<string, string> = {
    ENOSPC: "the disk is full",
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    EROFS: "the disk is read-only",
    ENOTDIR: "a part of its path is a file, not a folder",
    EEXIST: "a part of its path is a file, not a folder",
  };
  return new SanadError(ErrorCode.BAD_USER_INPUT, `the backup ${target} cannot be written: ${why[code] ?? code}`, [], {
    cause: error,
  });
}
