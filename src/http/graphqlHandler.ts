import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ErrorCode, SanadError } from "../errors.js";
import { admit, type RequestParams } from "../graphql/admit.js";
import type { AllowList } from "../graphql/allowList.js";
import type { Context, RequestAccess } from "../graphql/context.js";
import { refusal, refusedWith, type Refusal } from "../graphql/refusal.js";
import { bodyOf } from "./bodyOf.js";
import { Content } from "./content.js";
import type { GraphqlAnswers } from "./graphqlAnswers.js";

/** The most bytes that a request's body may have. */
export const MAX_BODY = 1024 * 1024;

/** Answers GraphQL over HTTP: reads the request, has Apollo execute it, writes the answer. */
export async function handleGraphql(
  apollo: ApolloServer<Context>,
  access: RequestAccess,
  createContext: () => Promise<Context>,
  allowList: AllowList | undefined,
  answers: GraphqlAnswers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if ("status" in body) {
    access.told.errors.push(body.code ?? "BAD_REQUEST");
    return writeError(response, body.status, body.message, body.code);
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // A browser says of itself whose page asks, and no page can make it say another: then a GET needs no header that pages of other sites could not send.
  if (headers.get("sec-fetch-site") === "same-origin") headers.set("apollo-require-preflight", "true");
  const [, search = ""] = (request.url ?? "").split(/\?(.*)/su, 2);
  const httpGraphQLRequest: HTTPGraphQLRequest = {
    method: request.method ?? "GET",
    headers,
    search: `?${search}`,
    body: body.value,
  };
  let made: Promise<Context> | undefined;
  const context = () => (made ??= createContext());
  const admitted = async () => {
    try {
      const contextValue = await context();
      admitRequest(httpGraphQLRequest, allowList, access);
      return contextValue;
    } catch (error) {
      access.told.errors.push(refusalOf(error).code);
      throw error;
    }
  };
  const viewer = async () => (await context()).viewer;
  await answers.send({ request, response, access, body: body.value, viewer }, async () => {
    const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: admitted });
    if (access.written.length > 0) response.setHeader(BOOKMARK_HEADER, access.written.join(","));
    const status = statusOf(answer, access);
    // what Apollo refuses before it looks at the operation
    if (status >= 400 && access.told.errors.length === 0) access.told.errors.push("BAD_REQUEST");
    const content = new Content(await textOf(answer));
    access.over();
    return {
      ...{ status, headers: Object.fromEntries(answer.headers), content },
      ...{ operation: access.operation, cost: access.told.cost ?? 1 },
      isWhole: status === 200 && access.told.type === "query" && access.told.errors.length === 0,
    };
  });
}

async function textOf({ body }: HTTPGraphQLResponse): Promise<string> {
  if (body.kind === "complete") return body.string;
  let text = "";
  for await (const chunk of body.asyncIterator) text += chunk;
  return text;
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

/** What the specification of GraphQL over HTTP wants: in plain JSON, a request that is well formed is answered with 200, whatever is wrong with its operation. */
function statusOf({ status = 200, headers }: HTTPGraphQLResponse, { isWellFormed }: RequestAccess): number {
  const isPlain = headers.get("content-type")?.startsWith("application/json") === true;
  return isPlain && isWellFormed && status === 400 ? 200 : status;
}

/** Looks at the text of a request before Apollo parses it, and puts a listed one in the place of its id. Throws the refusal. */
function admitRequest(request: HTTPGraphQLRequest, allowList: AllowList | undefined, access: RequestAccess): void {
  const params = request.method === "GET" ? paramsOf(new URLSearchParams(request.search)) : request.body;
  if (typeof params !== "object" || params === null || Array.isArray(params)) return; // Apollo tells what is wrong
  const given = params as RequestParams;
  try {
    const text = admit(given, allowList);
    if (text === undefined || !allowList) return;
    const { operationName, variables } = given;
    const listed = {
      query: text,
      ...(operationName !== undefined && { operationName }),
      ...(variables !== undefined && { variables }),
    };
    if (request.method !== "GET") request.body = listed;
    else request.search = `?${searchOf(listed).toString()}`;
  } catch (error) {
    if (!(error instanceof SanadError)) throw error;
    access.isWellFormed = true; // that there is too much of it says so
    throw refusal(error, 400);
  }
}

/** The parameters of a GET; what should be JSON and is none stays a text, which Apollo refuses. */
function paramsOf(search: URLSearchParams): Readonly<Record<string, unknown>> {
  const params: Record<string, unknown> = Object.fromEntries(search);
  try {
    params["extensions"] = JSON.parse(search.get("extensions") ?? "{}");
  } catch {
    params["extensions"] = undefined;
  }
  return params;
}

function searchOf(params: Readonly<Record<string, unknown>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    search.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return search;
}

type Body =
  { readonly value: unknown } | { readonly status: number; readonly message: string; readonly code?: ErrorCode };

/** The body as JSON; what is no JSON, or too long, is a fault to answer with. A request without a body has an empty one. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await bodyOf(request, MAX_BODY);
  if (bytes === null) {
    const told = Number(request.headers["content-length"] ?? Number.NaN);
    const figure = Number.isNaN(told) ? `more than ${MAX_BODY}` : String(told);
    const message = `The request's body has ${figure} bytes, the limit is ${MAX_BODY}.`;
    return { status: 413, message, code: ErrorCode.TOO_COMPLEX };
  }
  if (bytes.length === 0) return { value: {} };
  const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/json") {
    return { status: 415, message: "The request's body must be application/json." };
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { status: 400, message: "The request's body is no JSON in UTF-8." };
  }
  const nesting = nestingOf(value);
  if (nesting > MAX_NESTING) {
    const message = `The request's body has ${nesting} levels of maps and lists, the limit is ${MAX_NESTING}.`;
    return { status: 400, message, code: ErrorCode.TOO_COMPLEX };
  }
  return { value };
}

/** How deep maps and lists may nest in a body: GraphQL reads variables by recursion. */
export const MAX_NESTING = 128;

/** How deep maps and lists nest. */
export function nestingOf(root: unknown): number {
  let depth = 0;
  for (let level: unknown[] = [root]; ; depth++) {
    level = level.flatMap((value): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return depth;
  }
}

/** What is told of why a request goes no further, where it is no answer of GraphQL's that tells it. */
export function refusalOf(error: unknown): Omit<Refusal, "headers"> {
  return (
    refusedWith(error) ?? {
      ...{ status: 503, code: ErrorCode.INTERNAL },
      message: "It could not be found out who is asking; try again later.",
    }
  );
}

/** An error before GraphQL, in GraphQL's form. */
export function writeError(response: ServerResponse, status: number, message: string, code = "BAD_REQUEST"): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    Connection: "close",
  };
  response.writeHead(status, headers).end(body);
}
