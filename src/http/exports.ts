import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ApolloServer } from "@apollo/server";
import { parse, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { Logger } from "pino";
import { isWebAddress } from "../claims/webAddress.js";
import { readMoment } from "../cypher/moment.js";
import { ErrorCode, SanadError, type Problem } from "../errors.js";
import { exportedClaims } from "../exchange/export/exportedClaims.js";
import { exportFile } from "../exchange/export/exportFile.js";
import { entityThere, type ExportSource, type Selection } from "../exchange/export/selection.js";
import { admit } from "../graphql/admit.js";
import type { AllowList } from "../graphql/allowList.js";
import { formatError } from "../graphql/apolloServer.js";
import { claimsOfAnswer } from "../graphql/claimsOfAnswer.js";
import { momentOf, type Context, type RequestAccess, type ViewerIdentity } from "../graphql/context.js";
import { EXPORTED_CLAIM } from "../graphql/costs.js";
import { checkOperation } from "../graphql/checkOperation.js";
import { readInput } from "../graphql/readInput.js";
import { refusal, refusedWith } from "../graphql/refusal.js";
import type { Account, Identify } from "./asking.js";
import { cacheControl } from "./cacheControl.js";
import { compressor, encodingFor } from "./contentEncoding.js";
import {
  formatAsked,
  pageAsked,
  readFileAddress,
  readFileParameters,
  type FileAddress,
  type FileParameters,
} from "./fileRequest.js";
import { bookmarksOf } from "./graphqlHandler.js";
import type { Requests } from "./requests.js";
import { STATUS } from "./status.js";

export interface ExportsOptions {
  readonly apollo: ApolloServer<Context>;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly allowList: AllowList | undefined;
  readonly begin: Requests["begin"];
  readonly identify: Identify;
  readonly account: Account;
  /** Whose files are counted together. */
  readonly spender: (viewer: ViewerIdentity, request: IncomingMessage) => string;
  readonly createContext: (viewer: ViewerIdentity, access: RequestAccess) => Context;
  /** What is missing before requests can be answered, in words; null when nothing is. */
  readonly missing: () => string | null;
  /** The address under which what is in the graph is named, for whoever sends the request. */
  readonly base: (access: RequestAccess) => string;
}

/** How many files are written at once: each holds a page of claims, and the ids of a filter's. */
const MOST_AT_ONCE = 32;

/** How many of these one subject or address may have: whoever takes all of them slowly is not to keep the others out. */
const MOST_OF_ONE = 16;

/** For how long, in milliseconds, nobody may take anything of a file, before it is given up. */
const IDLE_MS = 120_000;

/**
 * Answers with files of claims: all that meet a filter or are in the answer of a query (`/export`), one claim, or those of one entity or source. What
 * comes next is read when what came before has been sent. A file that cannot be ended is cut off, so that it is not taken for whole.
 */
export class Exports {
  #open = 0;
  readonly #openOf = new Map<string, number>();

  constructor(private readonly options: ExportsOptions) {}

  /** Answers for the addresses of files; false where the address is another's. */
  async answer(id: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const address = readFileAddress(request.url ?? "/");
    if (address === null) return false;
    const begun = this.options.begin({
      ...{ headers: request.headers, id, way: "http", bookmarks: bookmarksOf(request) },
      ...{ readOnly: true },
    });
    const { access } = begun;
    response.once("close", () => begun.end({ status: response.statusCode }));
    const viewer = async () => {
      const why = this.options.missing();
      if (why !== null) {
        const message = `Nothing can be answered now: ${why}.`;
        throw refusal(new SanadError(ErrorCode.STORE_UNAVAILABLE, message), 503);
      }
      const viewer = await this.options.identify(request.headers.authorization);
      this.options.account(viewer, request, access);
      return viewer;
    };
    await this.#answer(address, viewer, access, request, response);
    return true;
  }

  /** Answers with the file of an address, one of those of files, to somebody who is known, in a request that has begun. */
  async answerAt(
    url: string,
    viewer: ViewerIdentity,
    access: RequestAccess,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    await this.#answer(readFileAddress(url)!, async () => viewer, access, request, response);
  }

  async #answer(
    address: FileAddress,
    viewer: () => Promise<ViewerIdentity>,
    access: RequestAccess,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    try {
      if (this.#open >= MOST_AT_ONCE) throw tooMany(`${MOST_AT_ONCE} files are being written here`);
      this.#open++;
      try {
        await this.#send(await viewer(), address, access, gone.signal, request, response);
      } finally {
        this.#open--;
      }
    } catch (error) {
      this.#refuse(error, access, request, response);
    }
  }

  async #send(
    viewer: ViewerIdentity,
    address: FileAddress,
    access: RequestAccess,
    signal: AbortSignal,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const who = this.options.spender(viewer, request);
    const others = this.#openOf.get(who) ?? 0;
    if (others >= MOST_OF_ONE) throw tooMany(`${MOST_OF_ONE} files are being written here for you`);
    this.#openOf.set(who, others + 1);
    try {
      await this.#answerTo(viewer, address, access, signal, request, response);
    } finally {
      const left = this.#openOf.get(who)! - 1;
      if (left > 0) this.#openOf.set(who, left);
      else this.#openOf.delete(who);
    }
  }

  async #answerTo(
    viewer: ViewerIdentity,
    address: FileAddress,
    access: RequestAccess,
    signal: AbortSignal,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const page = pageAsked(address, request);
    if (page !== null) {
      response.writeHead(303, { Location: page, "Cache-Control": "no-cache", Vary: VARY }).end();
      return;
    }
    const format = formatAsked(address, request);
    const given = readFileParameters(address);
    const context = this.options.createContext(viewer, access);
    const source = this.#source(given, context, signal);
    const found = address.of === "export" ? await this.#selected(given, context) : await addressed(source, address);
    if ("moved" in found) {
      response.writeHead(308, { Location: found.moved, "Cache-Control": "no-cache", Vary: VARY }).end();
      return;
    }
    const pieces = await exportFile({
      ...{ source, selection: found.selection, format },
      context: { base: this.options.base(access), at: new Date().toISOString() },
    });
    const encoding = encodingFor(request);
    const links = found.licenses.map((license) => `<${license}>; rel="license"`);
    response.writeHead(200, {
      "Content-Type": format.mediaType.startsWith("text/") ? `${format.mediaType}; charset=utf-8` : format.mediaType,
      "Content-Disposition": `${address.of === "export" ? "attachment" : "inline"}; filename="${nameOf(address)}.${format.ending}"`,
      ...{ ...cacheControl(viewer), Vary: VARY },
      ...(links.length > 0 && { Link: links.join(", ") }),
      ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    });
    if (request.method === "HEAD") return void response.end();
    response.setTimeout(IDLE_MS, () => response.destroy());
    const packed = compressor(encoding);
    if (packed) await pipeline(Readable.from(pieces), packed, response);
    else await pipeline(Readable.from(pieces), response);
  }

  /** What is read for a request: each statement is counted, and claims are paid for before they are read. */
  #source(given: FileParameters, context: Context, signal: AbortSignal): ExportSource {
    const { store, ontology, access, viewer, statistics } = context;
    const above = momentOf(viewer);
    return {
      ...{ ontology, access, signal, statistics },
      moment: readMoment(readInput(this.options.schema, "AsOf", given.asOf, "asOf"), above) ?? above,
      store: {
        ...{ capabilities: store.capabilities, write: store.write.bind(store) },
        ...{ applySchema: store.applySchema.bind(store), close: store.close.bind(store) },
        async read(statement, of) {
          access.told.statements++;
          return store.read(statement, of);
        },
      },
      async pay(claims) {
        const cost = Math.ceil((claims * EXPORTED_CLAIM) / 100);
        access.told.cost = (access.told.cost ?? 0) + cost;
        await access.charge(cost);
      },
    };
  }

  /** The claims of a filter, or of a query's answer; both are weighed as GraphQL weighs them. */
  async #selected(given: FileParameters, context: Context): Promise<Found> {
    const { apollo, schema, allowList } = this.options;
    const { access } = context;
    if (given.operation) {
      const query = admit(given.operation, allowList);
      if (query === undefined) throw new SanadError(ErrorCode.BAD_USER_INPUT, "the query is missing");
      const { operationName, variables } = given;
      const claims = await claimsOfAnswer(apollo, schema, context, { query, operationName, variables });
      return { selection: { claims }, licenses: [] };
    }
    if (allowList && !allowList.asksFor("export")) {
      const message =
        "this server answers only operations that are known to it, and none of them asks for `export`: ask its operator to add one";
      throw refusal(new SanadError(ErrorCode.FORBIDDEN, message), 403);
    }
    const where = readInput(schema, "ClaimFilter", given.where, "where");
    access.told.cost = checkOperation(schema, AS_QUERY, AS_QUERY.definitions[0] as OperationDefinitionNode, {
      where: given.where,
    });
    await access.charge(access.told.cost);
    return { selection: { where }, licenses: [] };
  }

  #refuse(error: unknown, { told }: RequestAccess, request: IncomingMessage, response: ServerResponse): void {
    if (isDeparture(error)) return void response.destroy();
    const { status, code, message, problems, headers } = this.#told(error);
    told.errors.push(code);
    if (response.headersSent || response.destroyed) return void response.destroy(); // what was sent is not to be taken for whole
    for (const [name, value] of headers) response.setHeader(name, value);
    response.writeHead(status, {
      ...{ "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache", Vary: VARY },
    });
    const body = JSON.stringify({ errors: [{ message, extensions: { code, ...(problems && { problems }) } }] });
    response.end(request.method === "HEAD" ? undefined : body);
  }

  /** What of an error may be told, and with which status. */
  #told(error: unknown): Told {
    const refused = refusedWith(error);
    if (refused) return refused;
    const { message, extensions } = formatError({ message: "" }, error, this.options.log);
    const code = String(extensions?.["code"]);
    return {
      status: STATUS[code] ?? 400,
      code,
      message,
      problems: extensions?.["problems"] as readonly Problem[] | undefined,
      headers: [],
    };
  }
}

/** The refusal of one file more. */
function tooMany(what: string): Error {
  const message = `${what}, which is all that this server writes at once; try again later`;
  return refusal(new SanadError(ErrorCode.RATE_LIMITED, message), 429, { "retry-after": "5" });
}

/** What is told of an error. */
interface Told {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly Problem[] | undefined;
  readonly headers: Iterable<readonly [string, string]>;
}

/** What was found, or where it is now. */
type Found = { readonly selection: Selection; readonly licenses: readonly string[] } | { readonly moved: string };

/** A claim, or the claims of an entity or a source, as far as whoever asks may see it. Throws NOT_FOUND. */
async function addressed(source: ExportSource, { of, id, ending, search }: FileAddress): Promise<Found> {
  if (of === "claims") {
    const { value } = await exportedClaims(source, { claims: [id] }).next();
    const sources = value ? value.citations.map((citation) => citation.source.row) : [];
    return { selection: { claims: [id] }, licenses: licensesOf(sources) };
  }
  const entity = await entityThere(source, id);
  if (of === "sources" && entity.kind !== "SOURCE") {
    throw new SanadError(ErrorCode.NOT_FOUND, `there is no source ${JSON.stringify(id)}`);
  }
  if (entity.id === id) return { selection: { entity: id }, licenses: licensesOf([entity]) };
  // relative to the folder, wherever that is
  const rest = `${ending === null ? "" : `.${ending}`}${search === "" ? "" : `?${search}`}`;
  return { moved: `./${encodeURIComponent(entity.id)}${rest}` };
}

/** How many licences a header names: the file has all of them, and clients bound what a header may hold. */
const MOST_LINKS = 20;

/** The addresses of licences, each once; an SPDX id has one there. */
function licensesOf(sources: readonly { readonly license: string | null }[]): readonly string[] {
  const licenses = new Set(sources.flatMap(({ license }) => license ?? []));
  return [...licenses].slice(0, MOST_LINKS).flatMap((license) => {
    if (isWebAddress(license)) return [new URL(license).href.replace(/[<>"]/gu, encodeURIComponent)];
    return /^[\w.+-]+$/u.test(license) ? [`https://spdx.org/licenses/${license}`] : [];
  });
}

/** The name of the file, without its ending. */
function nameOf({ of, id }: FileAddress): string {
  return of === "export" ? "sanad-export" : id.replace(/[^\w-]/gu, "_");
}

/** Whether it is only that nobody waits for the file any longer. */
function isDeparture(error: unknown): boolean {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return name === "AbortError" || ["ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET", "EPIPE"].includes(String(code));
}

/** A filter costs what it costs in GraphQL, and is as long as it may be there. */
const AS_QUERY = parse("query ($where: ClaimFilter) { export(where: $where, format: CSV) { claims } }");

const VARY = "Accept, Accept-Encoding, Authorization, Cookie";
