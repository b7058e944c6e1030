import type { IncomingMessage, ServerResponse } from "node:http";
import { createHandler } from "graphql-sse";
import type { ExecutionResult } from "graphql";
import type { ViewerIdentity } from "../graphql/context.js";
import type { Operation, Operations } from "../graphql/operations.js";
import type { Account, Identify } from "./asking.js";
import { bookmarksOf, readBody, refusalOf, writeError } from "./graphqlHandler.js";
import { isOfAnotherSite } from "./origin.js";
import type { Begun, Request } from "./requests.js";

export interface EventStreamsOptions {
  readonly operations: Operations;
  readonly begin: (begun: Begun) => Request;
  readonly identify: Identify;
  readonly account: Account;
}

/** How long, in milliseconds, a client may take to receive what was sent to it. */
const UNREAD_MS = 60_000;

/** What the library is told of one stream. */
interface Stream {
  readonly result: ExecutionResult | AsyncGenerator<ExecutionResult>;
  /** Resolves when what was given out before has left for the client. */
  readonly ready: () => Promise<void>;
}

/**
 * Answers operations as server-sent events: a connection for each (the distinct connections of graphql-sse). A client receives the next answer when it has
 * taken the one before, so nothing is hoarded for one that is slow.
 */
export class EventStreams {
  readonly #streams = new Set<() => void>();
  #stopping = false;

  /** The protocol; what is answered has been found before. */
  readonly #handle = createHandler<unknown, Stream>({
    authenticate: () => null,
    // the library takes nothing for an answer that has no data; what was refused is told without
    onSubscribe: ({ context: { result } }) => (isMany(result) || "data" in result ? result : { data: null, ...result }),
    onNext: async (_, { context: { result, ready } }) => {
      await ready();
      if (!isMany(result)) return result;
    },
  });

  constructor(private readonly options: EventStreamsOptions) {}

  /** Whether somebody asks for events, and for nothing that a plain answer would do for. */
  static areWanted({ headers: { accept = "" } }: IncomingMessage): boolean {
    const types = accept.split(",").map((type) => type.split(";")[0]!.trim().toLowerCase());
    return types.includes("text/event-stream") && !types.some((type) => /^application\/.*json$/u.test(type));
  }

  async answer(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ended = new AbortController();
    const begun = this.options.begin({
      ...{ headers: request.headers, id, way: "sse", bookmarks: bookmarksOf(request), signal: ended.signal },
      readOnly: request.method !== "POST",
    });
    response.once("close", () => {
      ended.abort();
      begun.end({ status: response.statusCode });
    });
    const refuse = (status: number, message: string, code = "BAD_REQUEST") => {
      begun.access.told.errors.push(code);
      writeError(response, status, message, code);
    };
    if (isOfAnotherSite(request)) return refuse(403, "Pages of another site may not ask this server.", "FORBIDDEN");
    const operation = await readOperation(request);
    if ("status" in operation) return refuse(operation.status, operation.message);
    let viewer: ViewerIdentity;
    try {
      viewer = await this.options.identify(request.headers.authorization);
    } catch (error) {
      const { code, message, status } = refusalOf(error);
      return refuse(status, message, code);
    }
    this.options.account(viewer, request, begun.access);
    const result = await this.options.operations.run(operation, viewer, begun.access, ended);
    const flow = new Flow();
    const [body, { status, headers = {} }] = await this.#handle({
      method: "POST",
      url: "/graphql",
      headers: { get: (name) => (name === "accept" ? "text/event-stream" : "application/json") },
      body: { query: "{ __typename }" }, // stands for what has been answered, which may have come as an id
      raw: request,
      context: { result: result as Stream["result"], ready: () => flow.ready() },
    });
    const { connection: _, ...others } = headers;
    response.writeHead(status, { ...others, "X-Accel-Buffering": "no" });
    if (body === null || typeof body === "string") return void response.end(body ?? "");
    const end = () => {
      // without the word that all is complete: a client then knows that it should ask again, elsewhere
      response.end(": the server is stopping\n\n");
      ended.abort();
    };
    this.#streams.add(end);
    response.once("close", () => {
      flow.close();
      void body.return(undefined);
    });
    if (this.#stopping) end();
    try {
      for await (const chunk of body) {
        if (response.writableEnded || response.destroyed) break;
        await sent(response, chunk);
        if (chunk.startsWith("event: next")) flow.left();
      }
    } finally {
      this.#streams.delete(end);
      if (!response.writableEnded) response.end();
    }
  }

  /** Ends all streams, so that their clients ask another server. */
  stop(): void {
    this.#stopping = true;
    for (const end of this.#streams) end();
  }
}

function isMany(result: Stream["result"]): result is AsyncGenerator<ExecutionResult> {
  return Symbol.asyncIterator in result;
}

/** Lets one answer through at a time. */
class Flow {
  #left: Promise<void> = Promise.resolve();
  #resolve: () => void = () => undefined;
  #open = true;

  async ready(): Promise<void> {
    await this.#left;
    if (this.#open) this.#left = new Promise((resolve) => (this.#resolve = resolve));
  }

  left(): void {
    this.#resolve();
  }

  /** From now on lets everything through: nobody takes it any longer. */
  close(): void {
    this.#open = false;
    this.#resolve();
  }
}

/** Resolves when a client has taken what is written for it, or has gone; one that takes too long is let go. */
async function sent(response: ServerResponse, chunk: string): Promise<void> {
  const timer = setTimeout(() => response.destroy(), UNREAD_MS);
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.write(chunk, () => {
      response.off("close", resolve);
      resolve();
    });
  });
  clearTimeout(timer);
}

/** The operation in the body, or, of a GET, in the address. */
async function readOperation(
  request: IncomingMessage,
): Promise<Operation | { readonly status: number; readonly message: string }> {
  if (request.method !== "GET" && request.method !== "POST")
    return { status: 405, message: "Events are answered to GET and POST." };
  let given: Record<string, unknown>;
  if (request.method === "POST") {
    const body = await readBody(request);
    if ("status" in body) return body;
    given = Object(body.value) as Record<string, unknown>;
  } else {
    const [, search = ""] = (request.url ?? "").split(/\?(.*)/su, 2);
    given = Object.fromEntries(new URLSearchParams(search));
    for (const name of ["variables", "extensions"]) {
      try {
        given[name] = JSON.parse((given[name] as string | undefined) ?? "null");
      } catch {
        return { status: 400, message: `The parameter ${name} is no JSON.` };
      }
    }
  }
  return (
    operationOf(given) ?? {
      status: 400,
      message:
        "The request has no operation: `query` is a text (or an id stands for it), `variables` and `extensions` are maps.",
    }
  );
}

function operationOf(given: Record<string, unknown>): Operation | null {
  const { query = undefined, operationName, variables, extensions, id, documentId, doc_id } = given;
  const isNamed = [query, id, documentId, doc_id].some((one) => typeof one === "string") || Boolean(extensions);
  const areTexts = [query, operationName].every((text) => typeof (text ?? "") === "string");
  if (!isNamed || !areTexts || ![variables, extensions].every(isMap)) return null;
  return { ...(given as Operation), query: (query ?? undefined) as string | undefined };
}

/** Whether something is a map, or left out. */
function isMap(value: unknown): boolean {
  return typeof (value ?? {}) === "object" && !Array.isArray(value);
}
