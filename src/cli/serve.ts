import { once } from "node:events";
import type { Config } from "../config.js";
import { isEmpty, loadSeeds } from "../exchange/seeds/loadSeeds.js";
import { loadPlayground } from "../http/playground.js";
import { startServer } from "../http/server.js";
import { open } from "./open.js";

/** `sanad serve`: serves until SIGINT or SIGTERM, then answers what is under way and closes the store. */
export async function serve(config: Config, options: { readonly seed: boolean }): Promise<number> {
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const { ontology, store, log } = await open(config);
  try {
    if (options.seed && (await isEmpty(store))) await loadSeeds(store, ontology, config.seedsFolder);
    const playground = await loadPlayground(config.playgroundFolder);
    const server = await startServer({ ...config, store, ontology, playground, log });
    process.on("unhandledRejection", (error) => log.error({ err: error }, "a defect: a rejection that nobody awaited"));
    console.log(
      `Sanad is ready: ${server.url}/graphql (playground and GraphQL), ${server.url}/schema.graphql (schema)`,
    );
    await stopped;
    await server.stop();
    return 0;
  } finally {
    await store.close();
  }
}
