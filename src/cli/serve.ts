import { once } from "node:events";
import type { Logger } from "pino";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config.js";
import { watchCopyUnderWay } from "../exchange/backup/copyUnderWay.js";
import { isEmpty, loadSeeds } from "../exchange/seeds/loadSeeds.js";
import { loadAllowList } from "../graphql/allowList.js";
import { loadPages } from "../http/builtPages.js";
import { loadPlayground } from "../http/playground.js";
import { identifier, localTrust, remoteTrust } from "../http/identify.js";
import { localKey } from "../http/localKey.js";
import { RateLimiter } from "../http/rateLimiter.js";
import { reasonOf, startServer, type ServerOptions } from "../http/server.js";
import { GraphStatistics } from "../store/graphStatistics.js";
import { ReplaceableStore } from "../store/replaceableStore.js";
import { startCommands } from "./commands.js";
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
  const { ontology, log } = opened;
  const store = new ReplaceableStore(opened.store, opened.openAgain);
  const tracer =
    config.tracedAs === null
      ? null
      : (await import("../http/tracing.js")).startTracing(config.tracedAs, store.capabilities.engine);
  let missing: string | null = "the store is being prepared";
  let copyUnderWay = false;
  const begin = async () => {
    await prepare({ ontology, store });
    if (options.seed && (await isEmpty(store))) await loadSeeds(store, ontology, config.seedsFolder);
    missing = null;
  };
  try {
    if (!store.capabilities.mayBeAway) await begin();
    const access = await accessOf(config, log);
    const [playground, pages] = await Promise.all([
      loadPlayground(config.playgroundFolder),
      loadPages(config.pagesFolder),
    ]);
    const statistics = new GraphStatistics(store, ontology);
    const server = await startServer({
      ...{ ...config, ...access, store, ontology, playground, pages, log },
      missing: () => missing ?? store.missing ?? (copyUnderWay ? "the store is being restored from a backup" : null),
      statistics: () => statistics.counted,
      tracer,
    });
    const endControl = store.capabilities.mayBeAway
      ? watchCopyUnderWay(store, (underWay) => (copyUnderWay = underWay))
      : await startCommands(config, opened, store, () => statistics.count());
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
          `Sanad is ready: ${server.url}/ (explorer), ${server.url}/graphql (playground and GraphQL), ${server.url}/schema.graphql (schema)`,
        );
      }
      await stopped;
    } finally {
      statistics.stop();
      await endControl();
      await server.stop();
      await Promise.race([tracer?.stop().catch(() => undefined), wait(TRACES_MS, undefined, { ref: false })]);
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** Who may ask what, and how much of it, by the settings. */
async function accessOf(
  { tokens, dataFolder, readers, rateLimit, operationsList }: Config,
  log: Logger,
): Promise<Pick<ServerOptions, "identify" | "rateLimiter" | "allowList">> {
  const { jwksUri, audience, issuer } = tokens;
  if (jwksUri !== null && issuer === null)
    log.warn("SANAD_JWT_ISSUER is not set: any issuer whose tokens these keys sign is trusted");
  const trust =
    jwksUri === null
      ? localTrust(await localKey(dataFolder), audience, issuer)
      : remoteTrust(jwksUri, audience, issuer);
  return {
    identify: identifier(trust, readers, log),
    ...(rateLimit > 0 && { rateLimiter: new RateLimiter(rateLimit) }),
    ...(operationsList !== null && { allowList: loadAllowList(operationsList) }),
  };
}
