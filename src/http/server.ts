import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { introspectionFromSchema, printSchema } from "graphql";
import type { Logger } from "pino";
import { ErrorCode, SanadError } from "../errors.js";
import type { AllowList } from "../graphql/allowList.js";
import { createApolloServer } from "../graphql/apolloServer.js";
import { ANONYMOUS, createContext, type RequestAccess, type ViewerIdentity } from "../graphql/context.js";
import { DuplicateLists } from "../graphql/duplicateLists.js";
import { Operations } from "../graphql/operations.js";
import { buildSchema } from "../graphql/schema.js";
import { PING } from "../cypher/ping.js";
import type { Statistics } from "../cypher/statistics.js";
import type { Ontology } from "../ontology/ontology.js";
import { ChangeLog } from "../store/changeLog.js";
import { GraphState } from "../store/graphState.js";
import type { Store } from "../store/port.js";
import { watchedStore } from "../store/watchedStore.js";
import { AnswerCache } from "./answerCache.js";
import { Answers } from "./answers.js";
import type { Account, Identify } from "./asking.js";
import type { BuiltPages } from "./builtPages.js";
import { EventStreams } from "./eventStreams.js";
import { Exports } from "./exports.js";
import { fileAddresses } from "./fileAddress.js";
import { GraphqlAnswers } from "./graphqlAnswers.js";
import { bookmarksOf, handleGraphql, writeError } from "./graphqlHandler.js";
import { listen } from "./listen.js";
import type { Metrics } from "./metrics.js";
import { Pages } from "./pages.js";
import type { Playground } from "./playground.js";
import type { RateLimiter } from "./rateLimiter.js";
import { baseOf } from "./publicAddress.js";
import { requestIdOf, Requests } from "./requests.js";
import { spender } from "./spender.js";
import { textFile, type TextFile } from "./textFile.js";
import type { Tracer } from "./tracing.js";
import { WebSockets } from "./webSockets.js";

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  readonly store: Store;
  readonly ontology: Ontology;
  readonly playground: Playground;
  /** What the pages send along. */
  readonly pages: BuiltPages;
  readonly log: Logger;
  /** What is missing before requests can be answered, in words; null when nothing is. Left out, nothing ever is. */
  readonly missing?: () => string | null;
  /** Who sends a request with this `Authorization` header; left out, everybody is anonymous. Throws a `refusal` where the token is not to be trusted. */
  readonly identify?: Identify;
  /** Bounds what one subject or address may spend; left out, nothing does. */
  readonly rateLimiter?: RateLimiter;
  /** The operations that alone are answered; left out, any are. */
  readonly allowList?: AllowList;
  /** How many proxies stand before the server; left out, none. */
  readonly proxies?: number;
  /** What the graph holds, as far as it has been counted; left out, it never is. */
  readonly statistics?: () => Statistics | undefined;
  /** Where the metrics are served, on the same host; null or left out, nowhere. */
  readonly metricsPort?: number | null;
  /** How many subscriptions, and WebSocket connections, may be open at once; 1,000 where it is left out. */
  readonly maxSubscriptions?: number;
  /** Where spans are sent to; null or left out, nowhere. */
  readonly tracer?: Tracer | null;
  /** How many bytes answers that are kept may take, about; left out, none is kept. */
  readonly responseCache?: number;
  /** For how many seconds whoever asks without a token may take an answer for the present one; 0 where it is left out. */
  readonly cacheMaxAge?: number;
  /** The address under which it is reached from outside, with a slash at its end; null or left out, as each request has it. */
  readonly publicUrl?: string | null;
}

/** A server that listens. */
export interface RunningServer {
  /** Where it is reached: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Where its metrics are, where they are served: `http://127.0.0.1:9464/metrics`. */
  readonly metricsUrl: string | null;
  /**
   * Is not ready any longer, tells those who follow changes to go elsewhere, answers what is under way for at most five seconds, and ends. Who
   * comes meanwhile is answered while more are coming, for two seconds at most. The store is not its own and stays open.
   */
  stop(): Promise<void>;
}

const DRAIN_MS = 5000;

/** What every answer tells browsers: nothing in it is run, framed or guessed at. The playground's page allows itself more. */
const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

const READY_MS = 2000;

/** While a stopping server is asked by somebody new within this time, it goes on listening; so long at most. Both in milliseconds. */
const QUIET_MS = 100;
const LINGER_MS = 2000;

/** For so long after an answer its connection may be about to be asked for the next one, in milliseconds: it is not closed from under a client. */
const KEPT_MS = 1000;

const MAX_SUBSCRIPTIONS = 1000;

/** Starts the server. Throws BAD_USER_INPUT in one sentence where it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ontology, log, maxSubscriptions = MAX_SUBSCRIPTIONS, metricsPort = null, tracer = null } = options;
  const { identify = () => Promise.resolve(ANONYMOUS), missing = () => null } = options;
  const answerCache = options.responseCache ? new AnswerCache(options.responseCache) : null;
  const schema = buildSchema(ontology);
  const apollo = createApolloServer(schema, log);
  await apollo.start();
  const metrics: Metrics | null =
    metricsPort === null
      ? null
      : new (await import("./metrics.js")).Metrics({
          subscriptions: () => operations.open,
          connections: () => webSockets.open,
          lastChange: () => changeLog.lastSeen,
          answerBytes: () => answerCache?.bytes ?? 0,
        });
  const store = watchedStore(options.store, {
    ...(metrics && { sent: metrics.statement }),
    written: () => changeLog.written(),
  });
  const changeLog = new ChangeLog(store);
  const duplicates = new DuplicateLists(store, ontology);
  const base = ({ host }: Pick<RequestAccess, "host">) => baseOf({ publicUrl: options.publicUrl ?? null, url }, host);
  const createContextOf = (viewer: ViewerIdentity, access: RequestAccess) => {
    const files = fileAddresses(base(access));
    return createContext(store, ontology, access, viewer, options.statistics?.(), changeLog, files, duplicates);
  };
  const { rateLimiter, proxies = 0, allowList, cacheMaxAge: maxAge = 0 } = options;
  const account: Account = (viewer, request, access) => {
    if (!rateLimiter) return;
    const who = spender(viewer, request, proxies);
    access.chargeTo((cost) => rateLimiter.charge(who, cost));
  };
  const operations = new Operations({
    ...{ apollo, schema, log, allowList, maxSubscriptions },
    createContext: createContextOf,
  });
  const state = new GraphState(store);
  const answers = new Answers({ cache: answerCache, maxAge });
  const graphqlAnswers = new GraphqlAnswers({ answers, state, base });
  const requests = new Requests(log, metrics, tracer);
  const begin = requests.begin.bind(requests);
  const streams = new EventStreams({ operations, begin, identify, account });
  const webSockets = new WebSockets({
    ...{ operations, begin, identify, account, missing, log },
    maxConnections: maxSubscriptions,
  });
  const exports = new Exports({
    ...{ apollo, schema, log, allowList, begin, identify, account, base, createContext: createContextOf },
    spender: (viewer, request) => spender(viewer, request, proxies),
    missing: () => routes.missing(),
  });
  const pages = new Pages({
    ...{ apollo, log, built: options.pages, begin, identify, account, base, exports, createContext: createContextOf },
    ...{ answers, state },
    missing: () => routes.missing(),
  });
  let draining = false;
  const routes: Routes = {
    sdl: textFile("text/plain; charset=utf-8", () => printSchema(schema)),
    introspection: textFile("application/json; charset=utf-8", () =>
      JSON.stringify(introspectionFromSchema(schema, { inputValueDeprecation: true })),
    ),
    async graphql(id, request, response) {
      // while it stops it is not ready, and answers all the same whoever it has taken
      const why = missing();
      if (why === null && EventStreams.areWanted(request)) return streams.answer(id, request, response);
      const begun = begin({ headers: request.headers, id, way: "http", bookmarks: bookmarksOf(request) });
      response.once("close", () => begun.end({ status: response.statusCode }));
      const { access } = begun;
      if (why !== null) {
        access.told.errors.push(ErrorCode.STORE_UNAVAILABLE);
        return writeError(response, 503, `Nothing can be answered now: ${why}.`, ErrorCode.STORE_UNAVAILABLE);
      }
      const context = async () => {
        const viewer = await identify(request.headers.authorization);
        account(viewer, request, access);
        return createContextOf(viewer, access);
      };
      await handleGraphql(apollo, access, context, allowList, graphqlAnswers, request, response);
    },
    exports,
    pages,
    playground: options.playground,
    missing: () => (draining ? "the server is stopping" : missing()),
    ready: () => store.read(PING),
  };
  let closed = () => undefined as void;
  const closedToNew = new Promise<void>((resolve) => (closed = resolve));
  const answered = async (id: string, request: IncomingMessage, response: ServerResponse) => {
    // while it stops, who is answered would come again at once, and there would be no moment at which nobody waits to be taken
    if (draining && !request.url?.startsWith("/health/")) await closedToNew;
    await route(routes, id, request, response);
  };
  const underWay = new Set<ServerResponse>();
  const answeredAt = new Map<Socket, number>();
  const server = createServer((request, response) => {
    const { socket } = request;
    const id = requestIdOf(request.headers);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader("X-Request-Id", id);
    if (draining) response.setHeader("Connection", "close");
    underWay.add(response);
    answeredAt.delete(socket);
    response.once("close", () => {
      underWay.delete(response);
      if (!socket.destroyed) answeredAt.set(socket, performance.now());
    });
    answered(id, request, response).catch((error: unknown) => {
      if (socket.destroyed) return; // whoever asked has gone
      log.error({ err: error, requestId: id }, "a defect while answering");
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Something went wrong here; it has been logged.\n");
    });
  });
  webSockets.listen(server);
  const url = await listen(server, { ...options, setting: "PORT" });
  server.on("error", (error) => log.error({ err: error }, "a connection could not be taken"));
  let lastConnection = 0;
  server.on("connection", (socket) => {
    lastConnection = performance.now();
    socket.once("close", () => answeredAt.delete(socket));
  });
  const metricsUrl = await metrics?.serve(options.host, metricsPort!).catch(async (error: unknown) => {
    server.close();
    await apollo.stop();
    throw error;
  });

  /** Connections that wait to be taken are taken one by one, and those just answered may ask again: they are answered, rather than cut off. */
  const linger = async () => {
    const begun = performance.now();
    const within = (milliseconds: number, time: number) => performance.now() - time < milliseconds;
    do {
      await wait(QUIET_MS);
      await turn(); // a busy server has not looked for a while: it takes who waits, and reads what has arrived
    } while (
      within(LINGER_MS, begun) &&
      (within(QUIET_MS, lastConnection) || [...answeredAt.values()].some((time) => within(KEPT_MS, time)))
    );
  };
  const drain = async () => {
    draining = true;
    for (const response of underWay) if (!response.headersSent) response.setHeader("Connection", "close");
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    streams.stop();
    const left = webSockets.stop();
    await linger();
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    closed();
    await Promise.all([left, ended]);
    clearTimeout(timer);
    metrics?.stop();
    await apollo.stop();
  };
  let drained: Promise<void> | undefined;
  return { url, metricsUrl: metricsUrl ?? null, stop: () => (drained ??= drain()) };
}

interface Routes {
  /** The schema in SDL, and as the result of introspection. */
  readonly sdl: TextFile;
  readonly introspection: TextFile;
  readonly graphql: (id: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly exports: Exports;
  readonly pages: Pages;
  readonly playground: Playground;
  readonly missing: () => string | null;
  /** Resolves when the store answers. */
  readonly ready: () => Promise<unknown>;
}

async function route(routes: Routes, id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0]!;
  if (path === "/graphql") {
    if ((request.method === "GET" || request.method === "HEAD") && prefersHtml(request))
      routes.playground.page(request, response);
    else await routes.graphql(id, request, response);
  } else if (routes.playground.asset(request, response)) {
    return;
  } else if (await routes.pages.answer(id, request, response)) {
    return;
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    answer(response, 405, "Only GET and HEAD are answered here.\n", { Allow: "GET, HEAD" });
  } else if (await routes.exports.answer(id, request, response)) {
    return;
  } else if (path === "/schema.graphql") {
    await routes.sdl(request, response);
  } else if (path === "/schema.json") {
    await routes.introspection(request, response);
  } else if (path === "/health/live") {
    answer(response, 200, "live\n");
  } else if (path === "/health/ready") {
    const why = routes.missing() ?? (await Promise.race([routes.ready().then(() => null, reasonOf), slowness()]));
    answer(response, why === null ? 200 : 503, why === null ? "ready\n" : `not ready: ${why}\n`);
  } else if (prefersHtml(request)) {
    await routes.pages.nothing(request, response);
  } else {
    answer(response, 404, "There is nothing at this address; / is the explorer, /graphql the playground.\n");
  }
}

/** A probe is told soon: a store that takes longer to answer nothing at all is not ready. */
async function slowness(): Promise<string> {
  return wait(READY_MS, "the store did not answer in time", { ref: false });
}

/** Why the store does not answer, in words that tell nothing of where it is; the log has the rest. */
export function reasonOf(error: unknown): string {
  const code = error instanceof SanadError ? error.code : null;
  if (code === ErrorCode.TIMEOUT) return "the store did not answer in time";
  return code === ErrorCode.STORE_UNAVAILABLE
    ? "the store cannot be reached"
    : "the store does not answer as it should";
}

/** A browser's address bar asks for a page; `fetch` and other clients do not. */
function prefersHtml(request: IncomingMessage): boolean {
  return (request.headers.accept ?? "").split(",").some((type) => type.split(";")[0]!.trim() === "text/html");
}

function answer(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache", ...headers })
    .end(text);
}
