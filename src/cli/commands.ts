import path from "node:path";
import type { Config } from "../config.js";
import { readBackup } from "../exchange/backup/manifest.js";
import { restoreServed } from "../exchange/backup/restoreFolder.js";
import { startControl, type ControlAction } from "../http/controlServer.js";
import type { ReplaceableStore } from "../store/replaceableStore.js";
import { prepare, type Opened } from "./open.js";

/**
 * Begins to do what other commands of the same machine ask of the server that has a data folder open. Answers what ends it. Without it the
 * server serves all the same. `count` counts anew what the graph holds.
 */
export async function startCommands(
  { dataFolder }: Config,
  { ontology, log }: Pick<Opened, "ontology" | "log">,
  store: ReplaceableStore,
  count: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const snapshot: ControlAction = async ({ name }) => {
    await store.snapshot(path.join(dataFolder, path.basename(String(name))));
    return {};
  };
  const restore: ControlAction = async ({ backup, replace }) => {
    const restored = await restoreServed(await readBackup(String(backup)), dataFolder, store, {
      replace: replace === true,
      prepare: (opened) => prepare({ ontology, store: opened }),
    });
    await count();
    return restored;
  };
  try {
    return await startControl(dataFolder, new Map(Object.entries({ snapshot, restore })), log);
  } catch (err) {
    log.warn({ err }, "no command can reach this server: `sanad backup` and `sanad restore` need it to be stopped");
    return async () => undefined;
  }
}
