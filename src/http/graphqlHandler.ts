import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from "@apollo/server";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ErrorCode, SanadError } from "../errors.js";
import type { Context, RequestAccess } from "../graphql/context.js";

/** The most bytes that a request's body may have. */
export const MAX_BODY = 1024 * 1024;

/** Answers GraphQL over HTTP: reads the request, has Apollo execute it, writes the answer. */
export async function handleGraphql(
  apollo: ApolloServer<Context>,
  access: RequestAccess,
  createContext: () => Promise<Context>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if ("status" in body) {
    access.told.errors.push("BAD_REQUEST");
    return writeError(response, body.status, body.message);
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const [, search = ""] = (request.url ?? "").split(/\?(.*)/su, 2);
  const httpGraphQLRequest: HTTPGraphQLRequest = {
    method: request.method ?? "GET",
    headers,
    search: `?${search}`,
    body: body.value,
  };
  const context = async () => {
    try {
      return await createContext();
    } catch (error) {
      access.told.errors.push(refusalOf(error).code);
      throw error;
    }
  };
  const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
  if (access.written.length > 0) response.setHeader(BOOKMARK_HEADER, access.written.join(","));
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === "complete") {
    // what Apollo refuses before it looks at the operation
    if (response.statusCode >= 400 && access.told.errors.length === 0) access.told.errors.push("BAD_REQUEST");
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/**
 * The header in which a client is told the bookmark of what it has written, and in which it gives it back, to whichever replica, so that it
 * reads its own writes. Several are separated by commas.
 */
export const BOOKMARK_HEADER = "Sanad-Bookmark";

/** The bookmarks that a client has given back. */
export function bookmarksOf({ headers }: IncomingMessage): readonly string[] {
  const given = [headers[BOOKMARK_HEADER.toLowerCase()] ?? []].flat().flatMap((value) => value.split(","));
  return given.map((bookmark) => bookmark.trim()).filter((bookmark) => bookmark !== "");
}

type Body = { readonly value: unknown } | { readonly status: number; readonly message: string };

/** The body as JSON; what is no JSON, or too long, is a fault to answer with. A request without a body has an empty one. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return { status: 413, message: `The request's body is longer than ${MAX_BODY} bytes.` };
    chunks.push(chunk);
  }
  if (length === 0) return { value: {} };
  const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/json") {
    return { status: 415, message: "The request's body must be application/json." };
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return { status: 400, message: "The request's body is no JSON in UTF-8." };
  }
  if (isDeeperThan(MAX_NESTING, value)) {
    return { status: 400, message: `The request's body nests deeper than ${MAX_NESTING} levels.` };
  }
  return { value };
}

/** How deep maps and lists may nest in a body: GraphQL reads variables by recursion. */
export const MAX_NESTING = 128;

/** Whether maps and lists nest deeper than so many levels. */
export function isDeeperThan(levels: number, root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** What is told of why it could not be found out who is asking. */
export function refusalOf(error: unknown): {
  readonly status: number;
  readonly code: string;
  readonly message: string;
} {
  if (error instanceof SanadError && error.code === ErrorCode.UNAUTHENTICATED)
    return { status: 401, code: error.code, message: error.message };
  return { status: 503, code: "INTERNAL", message: "It could not be found out who is asking; try again later." };
}

/** An error before GraphQL, in GraphQL's form. */
export function writeError(response: ServerResponse, status: number, message: string, code = "BAD_REQUEST"): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", Connection: "close" }).end(body);
}
