import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { ApolloServer } from "@apollo/server";
import { parseCookie, stringifySetCookie } from "cookie";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { ErrorCode, SanadError } from "../errors.js";
import type { Answer, AnyPage, PageFile, View } from "../explorer/page.js";
import { OPEN_SEARCH_TYPE, openSearch } from "../explorer/openSearch.js";
import { failure } from "../explorer/pages/failure.js";
import { PAGES } from "../explorer/pages/index.js";
import { notFound } from "../explorer/pages/notFound.js";
import { mediaTypeOf, render } from "../explorer/render.js";
import type { PageAssets, Visit } from "../explorer/visit.js";
import { formatError } from "../graphql/apolloServer.js";
import { ANONYMOUS, type Context, type RequestAccess, type ViewerIdentity } from "../graphql/context.js";
import { refusedWith } from "../graphql/refusal.js";
import type { Account, Identify } from "./asking.js";
import { Assets } from "./assets.js";
import type { Exports } from "./exports.js";
import { bookmarksOf } from "./graphqlHandler.js";
import type { Requests } from "./requests.js";
import { STATUS } from "./status.js";

/** What the build has written for the pages, beside the pages themselves. */
export interface BuiltPages {
  /** The addresses of what each page sends along. */
  readonly assets: PageAssets;
  /** Files whose names hold a hash of their content. */
  readonly files: Assets;
}

/** Reads what the build has written for the pages. Throws NOT_FOUND, saying how it is built, where there is nothing. */
export async function loadPages(folder: string): Promise<BuiltPages> {
  const [manifest, files, icon] = await Promise.all([
    readFile(path.join(folder, ".vite/manifest.json"), "utf8"),
    Assets.load(path.join(folder, "assets"), "/pages/assets/"),
    Assets.load(folder, "/pages/"),
  ]).catch((cause: unknown) => {
    const message = `The pages are not built: ${folder} has no manifest. "npm run build" makes it.`;
    throw new SanadError(ErrorCode.NOT_FOUND, message, [], { cause });
  });
  const entries = JSON.parse(manifest) as Readonly<Record<string, { file: string; css?: readonly string[] }>>;
  const { file, css } = entries["islands/explorer.ts"]!;
  return {
    assets: { script: `/pages/${file}`, style: `/pages/${css![0]!}`, icon: "/pages/icon.svg" },
    files: files.with(icon),
  };
}

export interface PagesOptions {
  readonly apollo: ApolloServer<Context>;
  readonly log: Logger;
  readonly built: BuiltPages;
  readonly begin: Requests["begin"];
  readonly identify: Identify;
  readonly account: Account;
  readonly createContext: (viewer: ViewerIdentity, access: RequestAccess) => Context;
  /** The address under which the server is reached by whoever sends the request, with a slash at its end. */
  readonly base: (access: RequestAccess) => string;
  /** What is missing before requests can be answered, in words; null when nothing is. */
  readonly missing: () => string | null;
  readonly exports: Exports;
}

/** No script but ours, no style in the page, no other host, no frame. */
const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  Vary: "Accept, Accept-Encoding, Cookie",
};

/** The cookie in which a reader's choice of light or dark is kept; the playground reads it, too. */
const THEME_COOKIE = "sanad-theme";

const YEAR_SECONDS = 31_536_000;

/** The explorer: pages, each made of the answer to one GraphQL operation, which is executed here as if a client had sent it. */
export class Pages {
  constructor(private readonly options: PagesOptions) {}

  /** Answers for the addresses of pages, of files beside them, and of what they send along; false where the address is another's. */
  async answer(id: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [address = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/su, 2);
    if (this.options.built.files.answer(address, request, response)) return true;
    if (address === "/theme") return this.#keepTheme(request, response);
    if (address === "/opensearch.xml") return this.#describeSearch(request, response);
    const found = pageAt(address, query);
    if (found === null) return false;
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const { page, ending } = found;
    const begun = this.options.begin({
      ...{ headers: request.headers, id, way: "http", bookmarks: bookmarksOf(request) },
      readOnly: true,
    });
    const { access } = begun;
    response.once("close", () => begun.end({ status: response.statusCode }));
    const visit = { ...this.#visit(request, access, query), path: found.path, params: found.params };
    try {
      const why = this.options.missing();
      if (why !== null) throw new SanadError(ErrorCode.STORE_UNAVAILABLE, `Nothing can be answered now: ${why}.`);
      const viewer = await this.options.identify(request.headers.authorization);
      this.options.account(viewer, request, access);
      await this.#send(page, ending, { ...visit, viewer }, viewer, access, request, response);
    } catch (error) {
      const { status, code, message } = this.#told(error);
      access.told.errors.push(code);
      if (response.headersSent) {
        response.destroy();
        return true;
      }
      const view = failure(visit, [{ message, extensions: { code } }], status);
      await this.#write(request, response, status, "text/html; charset=utf-8", render(view, visit, null));
    }
    return true;
  }

  /** The page that says that nothing is at an address. */
  async nothing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [address = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/su, 2);
    const { access } = { access: { host: request.headers.host ?? null } as RequestAccess };
    const visit = { ...this.#visit(request, access, query), path: address };
    const sought = decodeURIComponentOrNull(address.split("/").at(-1) ?? "");
    const html = render(notFound(visit, sought), visit, null);
    await this.#write(request, response, 404, "text/html; charset=utf-8", html);
  }

  #visit(request: IncomingMessage, access: RequestAccess, query: string): Visit {
    const search = new URLSearchParams(query);
    const theme = parseCookie(request.headers.cookie ?? "")[THEME_COOKIE];
    return {
      ...{ path: "/", params: {}, search, viewer: ANONYMOUS },
      language: search.get("ui") === "ar" ? "ar" : "en",
      theme: theme === "light" || theme === "dark" ? theme : null,
      base: this.options.base(access),
      assets: this.options.built.assets,
    };
  }

  async #send(
    page: AnyPage,
    ending: string | null,
    visit: Visit,
    viewer: ViewerIdentity,
    access: RequestAccess,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const wanted = ending ?? preferredEnding(page, request);
    const file: PageFile<unknown> | undefined = page.files[wanted];
    if (file && "claims" in file) {
      const url = `/${file.claims(visit, wanted)}`;
      await this.options.exports.answerAt(url, viewer, access, request, response);
      return;
    }
    const context = this.options.createContext(viewer, access);
    const { body } = await this.options.apollo.executeOperation(
      { query: page.operation.toString(), variables: page.variables(visit) as Record<string, unknown> },
      { contextValue: context },
    );
    if (body.kind !== "single") throw new TypeError("answers in parts are not asked for");
    const { data = null, errors = [] } = body.singleResult;
    const answer: Answer<unknown> = { data, errors };
    const failed = errors.length > 0 && (data === null || Object.values(data).every((value) => value === null));
    const status = failed ? statusOf(errors[0]?.extensions?.["code"]) : 200;
    if (wanted === "json") {
      const text = JSON.stringify({ ...(data !== null && { data }), ...(errors.length > 0 && { errors }) });
      await this.#write(request, response, status, "application/json; charset=utf-8", text);
      return;
    }
    if (file && !failed) {
      await this.#write(request, response, 200, `${file.mediaType}; charset=utf-8`, file.write(data, visit));
      return;
    }
    const shown = failed ? failure(visit, errors, status) : page.show(answer, visit);
    if ("moved" in shown) {
      response.writeHead(301, { ...HEADERS, Location: shown.moved, "Cache-Control": "no-cache" }).end();
      return;
    }
    await this.#writeView(request, response, shown, visit, failed ? null : page);
  }

  async #writeView(
    request: IncomingMessage,
    response: ServerResponse,
    view: View,
    visit: Visit,
    page: AnyPage | null,
  ): Promise<void> {
    const html = render(view, visit, page);
    await this.#write(request, response, view.status ?? 200, "text/html; charset=utf-8", html);
  }

  /** Sends a text, compressed as the client likes it; a text that the client has already is not sent again. */
  async #write(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    type: string,
    text: string,
  ): Promise<void> {
    const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
    const headers = { ...HEADERS, "Content-Type": type, "Cache-Control": "no-cache", ETag: etag };
    if (status === 200 && request.headers["if-none-match"] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const [encoding] = new Negotiator(request).encodings(ENCODINGS, { preferred: ENCODINGS });
    const bytes = encoding === "br" ? await brotli(text) : encoding === "gzip" ? await zip(text) : Buffer.from(text);
    response.writeHead(status, {
      ...headers,
      "Content-Length": bytes.length,
      ...(encoding !== undefined && encoding !== "identity" && { "Content-Encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : bytes);
  }

  /** `GET /opensearch.xml`: tells browsers how this server is searched. */
  async #describeSearch(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const { base } = this.#visit(request, { host: request.headers.host ?? null } as RequestAccess, "");
    await this.#write(request, response, 200, OPEN_SEARCH_TYPE, openSearch(base));
    return true;
  }

  /** `POST /theme`: keeps the choice of light or dark, and leads back. */
  async #keepTheme(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== "POST") return false;
    const form = await readForm(request);
    const theme = form.get("theme");
    const chosen = theme === "light" || theme === "dark" ? theme : "";
    const cookie = stringifySetCookie({
      ...{ name: THEME_COOKIE, value: chosen, path: "/", sameSite: "lax" },
      maxAge: chosen === "" ? 0 : YEAR_SECONDS,
    });
    response.writeHead(303, { ...HEADERS, "Set-Cookie": cookie, Location: localPath(form.get("back")) }).end();
    return true;
  }

  /** What of an error may be told, and with which status. */
  #told(error: unknown): { status: number; code: string; message: string } {
    const refused = refusedWith(error);
    if (refused) return refused;
    const { message, extensions } = formatError({ message: "" }, error, this.options.log);
    return { status: statusOf(extensions?.["code"]), code: String(extensions?.["code"]), message };
  }
}

const ENCODINGS = ["br", "gzip", "identity"];

/** Quick rather than small: a page is compressed while its reader waits. */
const brotli = (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
const zip = (text: string) => promisify(gzip)(text);

interface Found {
  readonly page: AnyPage;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Null where the address has none. */
  readonly ending: string | null;
}

/** The page of an address and what follows its question mark, and which file beside it is meant. Ids have no dots, so what follows the first one is the ending. */
function pageAt(address: string, query: string): Found | null {
  const [, plain = "", ending = null] = /^([^.]*)(?:\.(.*))?$/su.exec(address) ?? [];
  const path = plain === "/index" && ending !== null ? "/" : plain;
  for (const page of PAGES) {
    const match = page.path.exec(path);
    if (!match || page.matches?.(new URLSearchParams(query)) === false) continue;
    if (ending !== null && ending !== "json" && !(ending in page.files)) return null;
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponentOrNull(value) ?? value]),
    );
    return { page, path, params, ending };
  }
  return null;
}

/** What the Accept header prefers of a page and the files beside it; the page itself where it has no preference. */
function preferredEnding(page: AnyPage, request: IncomingMessage): string {
  const endings = ["json", ...Object.keys(page.files)];
  const types = ["text/html", ...endings.map(mediaTypeOf)];
  const [preferred] = new Negotiator(request).mediaTypes(types);
  return endings.find((ending) => mediaTypeOf(ending) === preferred) ?? "html";
}

function statusOf(code: unknown): number {
  return STATUS[String(code)] ?? 400;
}

function decodeURIComponentOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The most bytes that a form's fields may have. */
const MAX_FORM = 1024 * 1024;

/** The fields of a form that was sent. Throws TOO_COMPLEX where it is too long. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_FORM) throw new SanadError(ErrorCode.TOO_COMPLEX, `the form has more than ${MAX_FORM} bytes`);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** A path of this server, whatever a form says: never another host's. */
export function localPath(given: string | null): string {
  return given !== null && /^\/(?![/\\])/u.test(given) ? given : "/";
}
