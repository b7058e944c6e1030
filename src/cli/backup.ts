import { randomUUID } from "node:crypto";
import { copyFile, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Config } from "../config.js";
import { ErrorCode, SanadError } from "../errors.js";
import { layGraph } from "../exchange/backup/layGraph.js";
import { makeBackup, type MadeBackup } from "../exchange/backup/makeBackup.js";
import { isEmpty } from "../exchange/copy/copyGraph.js";
import { askServer } from "../http/controlClient.js";
import { loadOntology } from "../ontology/load.js";
import type { Ontology } from "../ontology/ontology.js";
import { isUnused } from "../store/grafeo/folder.js";
import { openStore } from "../store/open.js";
import type { Store } from "../store/port.js";
import { storeConfig } from "./open.js";
import { showProgress } from "./showProgress.js";

/** `sanad backup <folder>`: makes a backup of the store, of the embedded one also while a server has it open. */
export async function backup(config: Config, target: string): Promise<number> {
  const ontology = loadOntology(config.ontologyFile);
  const {
    path: folder,
    manifest,
    faults,
  } = await (config.neo4jUri === null
    ? backupFolder(config, ontology, target)
    : backupDatabase(config, ontology, target));
  const sum = (count: "nodes" | "edges") => manifest.contents.reduce((total, each) => total + each[count], 0);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) console.error(`The graph has ${faults.length} faults, and so has its backup.`);
  console.log(
    `Made the backup ${folder}: ${sum("nodes")} nodes and ${sum("edges")} edges, up to the change ${manifest.lastChange}; it was read again and is whole.`,
  );
  return 0;
}

/** The server that has the folder open makes the copy inside it, where it may write for certain; where none has, this process does. */
async function backupFolder({ dataFolder }: Config, ontology: Ontology, target: string): Promise<MadeBackup> {
  if (await isUnused(dataFolder)) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `there is no data folder ${dataFolder} to make a backup of`);
  }
  const lay = async (databaseFile: string) => {
    const snapshot = path.join(dataFolder, `sanad.snapshot-${randomUUID()}`);
    try {
      const served = await askServer(dataFolder, "snapshot", { name: path.basename(snapshot) });
      if (served === null) await withStore(dataFolder, (store) => store.snapshot!(databaseFile));
      else await move(snapshot, databaseFile);
    } finally {
      await rm(snapshot, { force: true });
    }
  };
  return makeBackup({ target, engine: "grafeo", ontology, lay, onProgress: showProgress() });
}

async function backupDatabase(config: Config, ontology: Ontology, target: string): Promise<MadeBackup> {
  const store = await openStore(storeConfig(config));
  try {
    return await backupGraph(store, ontology, target);
  } finally {
    await store.close();
  }
}

/** Makes a backup of the graph of a store that is open and has no file. */
export async function backupGraph(store: Store, ontology: Ontology, target: string): Promise<MadeBackup> {
  if (await isEmpty(store)) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, "the database is empty: there is nothing to make a backup of");
  }
  const onProgress = showProgress();
  const lay = (databaseFile: string) => layGraph(store, databaseFile, ontology, onProgress);
  return makeBackup({ target, engine: store.capabilities.engine, ontology, lay, onProgress });
}

async function withStore(dataFolder: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ dataFolder });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** Also to another disk. */
async function move(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new SanadError(ErrorCode.INTERNAL, `the copy ${from} is not there`);
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await copyFile(from, to);
  }
}
