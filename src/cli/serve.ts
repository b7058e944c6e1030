import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config.js";
import { isEmpty, loadSeeds } from "../exchange/seeds/loadSeeds.js";
import { loadPlayground } from "../http/playground.js";
import { reasonOf, startServer } from "../http/server.js";
import { GraphStatistics } from "../store/graphStatistics.js";
import { open, prepare } from "./open.js";
import { patiently } from "./patiently.js";

/** How long, in milliseconds, the last spans may take to be sent. */
const TRACES_MS = 1000;

/**
 * `sanad serve`: serves until SIGINT or SIGTERM, then answers what is under way and closes the store. Where the store is a server that is not
 * there yet, it listens all the same, says so at `/health/ready`, and waits.
 */
export async function serve(config: Config, options: { readonly seed: boolean }): Promise<number> {
  const stop = new AbortController();
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]).then(() => stop.abort());
  const opened = await open(config);
  const { ontology, store, log } = opened;
  const tracer =
    config.tracedAs === null
      ? null
      : (await import("../http/tracing.js")).startTracing(config.tracedAs, store.capabilities.engine);
  let missing: string | null = "the store is being prepared";
  const begin = async () => {
    await prepare(opened);
    if (options.seed && (await isEmpty(store))) await loadSeeds(store, ontology, config.seedsFolder);
    missing = null;
  };
  try {
    if (!store.capabilities.mayBeAway) await begin();
    const playground = await loadPlayground(config.playgroundFolder);
    const statistics = new GraphStatistics(store, ontology);
    const server = await startServer({
      ...{ ...config, store, ontology, playground, log },
      missing: () => missing,
      statistics: () => statistics.counted,
      tracer,
    });
    if (server.metricsUrl !== null) log.info({ url: server.metricsUrl }, "metrics");
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
      await server.stop();
      await Promise.race([tracer?.stop().catch(() => undefined), wait(TRACES_MS, undefined, { ref: false })]);
    }
    return 0;
  } finally {
    await store.close();
  }
}
