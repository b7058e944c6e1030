import { once } from "node:events";
import path from "node:path";
import type { Config } from "../config.js";
import { isEmpty, loadSeeds } from "../exchange/seeds/loadSeeds.js";
import { readBackup } from "../exchange/backup/manifest.js";
import { restoreServed } from "../exchange/backup/restoreFolder.js";
import { watchCopyUnderWay } from "../exchange/backup/copyUnderWay.js";
import { startControl, type ControlAction } from "../http/controlServer.js";
import { loadPlayground } from "../http/playground.js";
import { reasonOf, startServer } from "../http/server.js";
import { GraphStatistics } from "../store/graphStatistics.js";
import { ReplaceableStore } from "../store/replaceableStore.js";
import { open, prepare, type Opened } from "./open.js";
import { patiently } from "./patiently.js";

/**
 * `sanad serve`: serves until SIGINT or SIGTERM, then answers what is under way and closes the store. Where the store is a server that is not
 * there yet, it listens all the same, says so at `/health/ready`, and waits.
 */
export async function serve(config: Config, options: { readonly seed: boolean }): Promise<number> {
  const stop = new AbortController();
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]).then(() => stop.abort());
  const opened = await open(config);
  const { ontology, log } = opened;
  const store = new ReplaceableStore(opened.store, opened.openAgain);
  let missing: string | null = "the store is being prepared";
  let copyUnderWay = false;
  const begin = async () => {
    await prepare({ ontology, store });
    if (options.seed && (await isEmpty(store))) await loadSeeds(store, ontology, config.seedsFolder);
    missing = null;
  };
  try {
    if (!store.capabilities.mayBeAway) await begin();
    const playground = await loadPlayground(config.playgroundFolder);
    const statistics = new GraphStatistics(store, ontology);
    const server = await startServer({
      ...{ ...config, store, ontology, playground, log },
      missing: () => missing ?? store.missing ?? (copyUnderWay ? "the store is being restored from a backup" : null),
      statistics: () => statistics.counted,
    });
    const endControl = store.capabilities.mayBeAway
      ? watchCopyUnderWay(store, (underWay) => (copyUnderWay = underWay))
      : await control(config, opened, store, () => statistics.count());
    process.on("unhandledRejection", (error) => log.error({ err: error }, "a defect: a rejection that nobody awaited"));
    try {
      if (missing !== null) {
        await patiently(begin, stop.signal, (error, seconds) => {
          missing = reasonOf(error);
          log.warn({ reason: error.message, seconds }, "the store is not there; waiting");
        });
      }
      if (!stop.signal.aborted) {
        statistics.start((err) => log.warn({ err }, "the graph could not be counted; what was known of it holds"));
        console.log(
          `Sanad is ready: ${server.url}/graphql (playground and GraphQL), ${server.url}/schema.graphql (schema)`,
        );
      }
      await stopped;
    } finally {
      statistics.stop();
      await endControl();
      await server.stop();
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** What the commands of the same machine may ask of the server of a data folder. Without them it serves all the same. */
async function control(
  { dataFolder }: Config,
  { ontology, log }: Opened,
  store: ReplaceableStore,
  count: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const actions = new Map<string, ControlAction>([
    [
      "snapshot",
      async ({ name }) => {
        await store.snapshot(path.join(dataFolder, path.basename(String(name))));
        return {};
      },
    ],
    [
      "restore",
      async ({ backup, replace }) => {
        const restored = await restoreServed(await readBackup(String(backup)), dataFolder, store, {
          replace: replace === true,
          prepare: (store) => prepare({ ontology, store }),
        });
        await count();
        return restored;
      },
    ],
  ]);
  try {
    return await startControl(dataFolder, actions, log);
  } catch (err) {
    log.warn({ err }, "commands of this machine cannot reach this server: `sanad backup` needs it to be stopped");
    return async () => undefined;
  }
}
