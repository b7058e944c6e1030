import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { GraphQLError, GraphQLSchema, parse, type GraphQLFormattedError } from "graphql";
import { CloseCode, handleProtocols, makeServer, type Context as Connection, type OperationResult } from "graphql-ws";
import type { Logger } from "pino";
import { WebSocketServer, type WebSocket } from "ws";
import { ErrorCode } from "../errors.js";
import type { ViewerIdentity } from "../graphql/context.js";
import type { Operation, Operations } from "../graphql/operations.js";
import { MAX_BODY, MAX_NESTING, nestingOf, refusalOf } from "./graphqlHandler.js";
import { isOfAnotherSite } from "./origin.js";
import type { Account, Identify } from "./asking.js";
import { requestIdOf, type Begun, type Request } from "./requests.js";

export interface WebSocketsOptions {
  readonly operations: Operations;
  readonly begin: (begun: Begun) => Request;
  readonly identify: Identify;
  readonly account: Account;
  /** What is missing before requests can be answered, in words; null when nothing is. */
  readonly missing: () => string | null;
  readonly log: Logger;
  /** How many connections may be open at once. */
  readonly maxConnections: number;
}

/** How many operations may be under way on one connection. */
const MAX_OPERATIONS = 100;

/** How long, in milliseconds, a connection may be there without saying who it is. */
const INIT_MS = 5000;

/** How often, in milliseconds, a client is asked whether it is still there, and how long it has to answer. */
const PING_MS = 12_000;

/** How many bytes may wait for a client that does not read: a long answer has room, a flood of questions that want only small ones has not. */
const MAX_UNREAD = 64 * MAX_BODY;

/** How long, in milliseconds, the answers under way may take when the server stops, and then the client's goodbye. */
const DRAIN_MS = 3500;
const FAREWELL_MS = 1000;

/** RFC 6455: the server goes away; it has a fault; it is too busy. */
const GOING_AWAY = 1001;
const FAULT = 1011;
const TRY_AGAIN_LATER = 1013;

/** One connection. */
interface Client {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly id: string;
  viewer: ViewerIdentity | null;
  /** How many operations it has sent. */
  operations: number;
  /** The operations of one answer that have not been answered yet, by the client's ids. */
  readonly unanswered: Set<string>;
}

/** What is known of an operation is found before the protocol is asked to execute it: this stands for its document. */
const DOCUMENT = parse("{ __typename }");

/** Operations over WebSockets, by the protocol graphql-transport-ws. */
export class WebSockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_BODY, handleProtocols });
  readonly #clients = new Set<Client>();
  #stopping = false;

  readonly #protocol = makeServer<Record<string, unknown>, Client>({
    connectionInitWaitTimeout: INIT_MS,
    onConnect: (connection) => this.#identify(connection),
    onSubscribe: (connection, id, payload) => this.#begin(connection, id, payload),
    execute: ({ contextValue }) => contextValue as OperationResult,
    // as it was formatted, where the protocol would format it again
    onNext: ({ extra }, id, _payload, _args, result) => {
      extra.unanswered.delete(id);
      return result;
    },
    onError: ({ extra }, id) => void extra.unanswered.delete(id),
    onComplete: ({ extra }, id) => void extra.unanswered.delete(id),
  });

  constructor(private readonly options: WebSocketsOptions) {}

  /** How many connections are open. */
  get open(): number {
    return this.#clients.size;
  }

  /** Takes the upgrades of a server's connections. What is no WebSocket for GraphQL is refused; what is none at all, answered as if it had asked for none. */
  listen(server: HttpServer): void {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on("error", () => socket.destroy());
      if (request.headers.upgrade?.toLowerCase() !== "websocket") return withoutUpgrade(server, request, socket, head);
      const refusal = this.#refusal(request);
      if (refusal === null) {
        this.#server.handleUpgrade(request, socket, head, (opened) => this.#opened(opened, request));
        return;
      }
      const [status, reason] = refusal;
      this.options.log.info(
        { requestId: requestIdOf(request.headers), way: "websocket", status: Number(status.slice(0, 3)) },
        "request",
      );
      refuse(socket, status, reason);
    });
  }

  /** Lets the answers under way go out, tells all clients that the server goes away, and ends the connections of those that do not listen. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#clients].map((client) => goAway(client)));
    for (const { socket } of this.#clients) socket.terminate();
  }

  #refusal(request: IncomingMessage): readonly [status: string, reason: string] | null {
    const [path] = (request.url ?? "").split("?", 1);
    if (path !== "/graphql") return ["404 Not Found", "WebSockets are taken at /graphql."];
    if (isOfAnotherSite(request)) return ["403 Forbidden", "Pages of another site may not ask this server."];
    if (this.#stopping) return ["503 Service Unavailable", "The server is stopping."];
    if (this.options.missing() !== null) return ["503 Service Unavailable", "The store is not ready yet."];
    if (this.#clients.size >= this.options.maxConnections)
      return [
        "503 Service Unavailable",
        `${this.options.maxConnections} connections are open, which is all that are taken.`,
      ];
    return null;
  }

  #opened(socket: WebSocket, request: IncomingMessage): void {
    const { log } = this.options;
    const id = requestIdOf(request.headers);
    const client: Client = { socket, request, id, viewer: null, operations: 0, unanswered: new Set() };
    this.#clients.add(client);
    // what no client of the protocol sends; the library itself closes the connection, and says why
    socket.on("error", (error) => log.debug({ requestId: id, reason: error.message }, "a WebSocket was misused"));
    for (const event of ["message", "ping"] as const) {
      socket.prependListener(event, () => {
        if (socket.bufferedAmount > MAX_UNREAD) socket.terminate();
      });
    }
    const pinging = keepAlive(socket);
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve) => {
            // whoever has gone needs no answer
            if (socket.readyState !== socket.OPEN) resolve();
            else socket.send(data, () => resolve());
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on("message", (data: Buffer) => {
            take(data.toString("utf8")).catch((error: unknown) => {
              log.error({ err: error, requestId: id }, "a defect while answering");
              socket.close(FAULT, "Something went wrong here; it has been logged.");
            });
          });
        },
      },
      client,
    );
    socket.once("close", (code, reason) => {
      clearInterval(pinging);
      this.#clients.delete(client);
      client.unanswered.clear();
      void closed(code, reason.toString("utf8"));
    });
    if (this.#stopping) void goAway(client);
  }

  /** Who is asking is said once for a connection: by `authorization` in the payload of its beginning, else by the header. */
  async #identify({ connectionParams = {}, extra }: Connection<Record<string, unknown>, Client>): Promise<boolean> {
    const given = connectionParams["authorization"] ?? connectionParams["Authorization"];
    const authorization = typeof given === "string" ? given : extra.request.headers.authorization;
    try {
      extra.viewer = await this.options.identify(authorization);
      return true;
    } catch (error) {
      const { code, message } = refusalOf(error);
      this.options.log.info({ requestId: extra.id, way: "websocket", errors: [code] }, "request");
      if (code === (ErrorCode.UNAUTHENTICATED as string)) extra.socket.close(CloseCode.Forbidden, cut(message));
      else extra.socket.close(TRY_AGAIN_LATER, "It could not be found out who is asking; try again later.");
      return false;
    }
  }

  async #begin(
    { subscriptions, extra }: Connection<Record<string, unknown>, Client>,
    id: string,
    operation: Operation,
  ) {
    const ended = new AbortController();
    const begun = this.options.begin({
      ...{ headers: extra.request.headers, id: `${extra.id}/${++extra.operations}` },
      ...{ way: "websocket", signal: ended.signal },
    });
    const refused = (errors: readonly GraphQLFormattedError[]) => {
      begun.end({});
      return errors.map(asGraphQLError);
    };
    const refusedFor = (code: string, message: string) => {
      begun.access.told.errors.push(code);
      return refused([{ message, extensions: { code } }]);
    };
    if (Object.keys(subscriptions).length > MAX_OPERATIONS) {
      const message = `${MAX_OPERATIONS} operations are under way on this connection, which is all that it may have`;
      return refusedFor(ErrorCode.RATE_LIMITED, message);
    }
    const nesting = nestingOf(operation);
    if (nesting > MAX_NESTING) {
      const message = `the message has ${nesting} levels of maps and lists, the limit is ${MAX_NESTING}`;
      return refusedFor(ErrorCode.TOO_COMPLEX, message);
    }
    extra.unanswered.add(id);
    this.options.account(extra.viewer!, extra.request, begun.access);
    const result = await this.options.operations.run(operation, extra.viewer!, begun.access, ended);
    if (Symbol.asyncIterator in result) {
      extra.unanswered.delete(id);
      ended.signal.addEventListener("abort", () => begun.end({}), { once: true });
      if (ended.signal.aborted) begun.end({});
    } else if (result.errors && !("data" in result)) return refused(result.errors);
    else begun.end({});
    return { schema: NO_SCHEMA, document: DOCUMENT, rootValue: null, contextValue: result };
  }
}

/** The protocol hands it on, and nothing is executed with it. */
const NO_SCHEMA = new GraphQLSchema({});

/** Terminates a connection whose client does not answer a ping before the next one is due. */
function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let isThere = true;
  socket.on("pong", () => (isThere = true));
  return setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS);
}

/** Takes nothing more from a client, lets it have the answers that it waits for, and tells it to ask another server. */
async function goAway({ socket, unanswered }: Client): Promise<void> {
  socket.pause();
  const deadline = performance.now() + DRAIN_MS;
  while (unanswered.size > 0 && performance.now() < deadline) await wait(10);
  await turn(); // an answer that has just been made goes out first
  socket.close(GOING_AWAY, "The server is stopping.");
  socket.resume();
  const end = performance.now() + FAREWELL_MS;
  while (socket.readyState !== socket.CLOSED && performance.now() < end) await wait(10);
}

/** An error that is told as it was formatted. */
function asGraphQLError(formatted: GraphQLFormattedError): GraphQLError {
  return Object.assign(new GraphQLError(formatted.message), { toJSON: () => formatted });
}

/** The reason of a closing has at most 123 bytes. */
function cut(reason: string): string {
  return Buffer.from(reason)
    .subarray(0, 123)
    .toString("utf8")
    .replace(/\uFFFD$/u, "");
}

function refuse(socket: Duplex, status: string, reason: string): void {
  const body = `${reason}\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "X-Content-Type-Options: nosniff",
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

/**
 * Answers a request that offers another protocol, as Java's client does with `h2c`, as if it had not: the server would leave it alone if it took no
 * upgrades at all. What was read of it is put back without the offer, and the connection is taken anew.
 */
function withoutUpgrade(server: HttpServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name, value] = request.rawHeaders.slice(index, index + 2) as [string, string];
    if (!/^(connection|upgrade|http2-settings)$/iu.test(name)) lines.push(`${name}: ${value}`);
  }
  socket.removeAllListeners();
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  server.emit("connection", socket);
}
