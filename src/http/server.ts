import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { printSchema } from "graphql";
import type { Logger } from "pino";
import { ErrorCode, SanadError } from "../errors.js";
import type { AllowList } from "../graphql/allowList.js";
import { createApolloServer } from "../graphql/apolloServer.js";
import { ANONYMOUS, createContext, type ViewerIdentity } from "../graphql/context.js";
import { buildSchema } from "../graphql/schema.js";
import type { Statistics } from "../cypher/statistics.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Store } from "../store/port.js";
import { handleGraphql, writeError } from "./graphqlHandler.js";
import type { Playground } from "./playground.js";
import type { RateLimiter } from "./rateLimiter.js";
import { spender } from "./spender.js";

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  readonly store: Store;
  readonly ontology: Ontology;
  readonly playground: Playground;
  readonly log: Logger;
  /** What is missing before requests can be answered, in words; null when nothing is. Left out, nothing ever is. */
  readonly missing?: () => string | null;
  /** Who sends a request with this `Authorization` header; left out, everybody is anonymous. Throws UNAUTHENTICATED for a token that is not to be trusted. */
  readonly identify?: Identify;
  /** Bounds what one subject or address may spend; left out, nothing does. */
  readonly rateLimiter?: RateLimiter;
  /** The operations that alone are answered; left out, any are. */
  readonly allowList?: AllowList;
  /** How many proxies stand before the server; left out, none. */
  readonly proxies?: number;
  /** What the graph holds, as far as it has been counted; left out, it never is. */
  readonly statistics?: () => Statistics | undefined;
}

/** Tells from an `Authorization` header, where there is one, who is asking. */
export type Identify = (authorization: string | undefined) => Promise<ViewerIdentity>;

/** A server that listens. */
export interface RunningServer {
  /** Where it is reached: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more requests, answers those under way for at most ten seconds, and ends. The store is not its own and stays open. */
  stop(): Promise<void>;
}

const DRAIN_MS = 10_000;

/** What every answer tells browsers: nothing in it is run, framed or guessed at. The playground's page allows itself more. */
const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

const READY_MS = 2000;

/** Starts the server. Throws STORE_UNAVAILABLE or BAD_USER_INPUT in one sentence where it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, ontology, log } = options;
  const schema = buildSchema(ontology);
  const apollo = createApolloServer(schema, log);
  await apollo.start();
  const routes: Routes = {
    sdl: printSchema(schema),
    graphql: (request, response) =>
      handleGraphql(
        apollo,
        async (access) => {
          const viewer = (await options.identify?.(request.headers.authorization)) ?? ANONYMOUS;
          const { rateLimiter, proxies = 0 } = options;
          if (rateLimiter) {
            const who = spender(viewer, request, proxies);
            access.charge = (cost) => rateLimiter.charge(who, cost);
          }
          return createContext(store, ontology, access, viewer, options.statistics?.());
        },
        options.allowList,
        request,
        response,
      ),
    playground: options.playground,
    missing: options.missing ?? (() => null),
    ready: () => store.read({ name: "health.ready", text: "RETURN 1 AS ready", params: {} }),
  };
  let draining = false;
  const underWay = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader("X-Request-Id", randomUUID());
    if (draining) response.setHeader("Connection", "close");
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    route(routes, request, response).catch((error: unknown) => {
      if (request.socket.destroyed) return; // whoever asked has gone
      log.error({ err: error }, "a defect while answering");
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Something went wrong here; it has been logged.\n");
    });
  });
  await listen(server, options);
  server.on("error", (error) => log.error({ err: error }, "a connection could not be taken"));
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    async stop() {
      if (draining) return;
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const response of underWay) if (!response.headersSent) response.setHeader("Connection", "close");
      const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(timer);
      await apollo.stop();
    },
  };
}

interface Routes {
  readonly sdl: string;
  readonly graphql: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly playground: Playground;
  readonly missing: () => string | null;
  /** Resolves when the store answers. */
  readonly ready: () => Promise<unknown>;
}

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0]!;
  if (path === "/graphql") {
    if ((request.method === "GET" || request.method === "HEAD") && prefersHtml(request))
      routes.playground.page(request, response);
    else {
      const missing = routes.missing();
      if (missing === null) await routes.graphql(request, response);
      else writeError(response, 503, `Nothing can be answered now: ${missing}.`, ErrorCode.STORE_UNAVAILABLE);
    }
  } else if (routes.playground.asset(request, response)) {
    return;
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    answer(response, 405, "Only GET and HEAD are answered here.\n", { Allow: "GET, HEAD" });
  } else if (path === "/") {
    answer(response, 302, "The playground is at /graphql.\n", { Location: "/graphql" });
  } else if (path === "/schema.graphql") {
    answer(response, 200, routes.sdl);
  } else if (path === "/health/live") {
    answer(response, 200, "live\n");
  } else if (path === "/health/ready") {
    const why = routes.missing() ?? (await Promise.race([routes.ready().then(() => null, reasonOf), slowness()]));
    answer(response, why === null ? 200 : 503, why === null ? "ready\n" : `not ready: ${why}\n`);
  } else {
    answer(response, 404, "There is nothing at this address; /graphql is the playground.\n");
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

async function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port }, resolve);
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why: Record<string, string> = {
      EADDRINUSE: `port ${port} of ${host} is in use: set PORT to another, or stop what listens there`,
      EACCES: `port ${port} may not be listened on: set PORT to 1024 or more`,
      EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to one that is`,
      ENOTFOUND: `${host} is no address and no name that is known here: set HOST to one that is`,
    };
    throw new SanadError(
      ErrorCode.BAD_USER_INPUT,
      why[code ?? ""] ?? `cannot listen on ${host}:${port} (${code})`,
      [],
      { cause },
    );
  }
}
