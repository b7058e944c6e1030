import { PING } from "../cypher/ping.js";
import path from "node:path";
import type { Config } from "../config.js";
import { schemaStatements } from "../cypher/schema.js";
import { readBackup, type Backup } from "../exchange/backup/manifest.js";
import { restoreFolder, type Restored } from "../exchange/backup/restoreFolder.js";
import { restoreGraph } from "../exchange/backup/restoreGraph.js";
import { askServer } from "../http/controlClient.js";
import { loadOntology } from "../ontology/load.js";
import { openStore } from "../store/open.js";
import { backupGraph } from "./backup.js";
import { storeConfig } from "./open.js";
import { showProgress } from "./showProgress.js";

export interface RestoreOptions {
  /** Whether what is in the store already may be replaced; it is kept. */
  readonly replace: boolean;
}

/** `sanad restore <backup>`: puts a backup in the place of what is in the store; into a data folder also while a server has it open. */
export async function restore(config: Config, given: string, options: RestoreOptions): Promise<number> {
  const backup = await readBackup(given);
  const kept =
    config.neo4jUri === null ? await intoFolder(config, backup, options) : await intoDatabase(config, backup, options);
  if (kept !== null) console.log(`What was there before is kept in ${kept}.`);
  console.log(`Restored the backup ${backup.path} of ${backup.manifest.at}.`);
  return 0;
}

async function intoFolder({ dataFolder }: Config, backup: Backup, { replace }: RestoreOptions): Promise<string | null> {
  const asked = await askServer(dataFolder, "restore", { backup: backup.path, replace });
  const { kept } = (asked as Restored | null) ?? (await restoreFolder(backup, dataFolder, replace));
  return kept;
}

/** The backup of what was there is made beside the one that is restored. */
async function intoDatabase(config: Config, backup: Backup, { replace }: RestoreOptions): Promise<string | null> {
  const ontology = loadOntology(config.ontologyFile);
  const store = await openStore(storeConfig(config));
  try {
    const keep = async () => {
      const name = `before-restore-${new Date().toISOString().replace(/[:.]/gu, "-")}`;
      return (await backupGraph(store, ontology, path.join(path.dirname(backup.path), name))).path;
    };
    await store.read(PING); // one that is not there is told of soon
    await store.applySchema(schemaStatements(ontology));
    return await restoreGraph(backup, store, { replace, keep, onProgress: showProgress() });
  } finally {
    await store.close();
  }
}
