import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApolloServer } from "@apollo/server";
import { parseCookie, stringifySetCookie } from "cookie";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { ErrorCode, SanadError, type Problem } from "../errors.js";
import type { FieldProblem, Sent } from "../explorer/sent.js";
import { placeOf, withoutPlace, type Deed } from "../explorer/form.js";
import type { Answer, AnswerError, AnyPage, PageFile, Shown, View } from "../explorer/page.js";
import { OPEN_SEARCH_TYPE, openSearch } from "../explorer/openSearch.js";
import { failure } from "../explorer/pages/failure.js";
import { notFound } from "../explorer/pages/notFound.js";
import { signIn } from "../explorer/pages/signIn.js";
import { render } from "../explorer/render.js";
import { hereWith, type Visit } from "../explorer/visit.js";
import { formatError } from "../graphql/apolloServer.js";
import { ANONYMOUS, type Context, type RequestAccess, type ViewerIdentity } from "../graphql/context.js";
import { refusal, refusedWith, type Refusal } from "../graphql/refusal.js";
import type { GraphState } from "../store/graphState.js";
import { keyOf, type Answers } from "./answers.js";
import type { Account, Identify } from "./asking.js";
import type { BuiltPages } from "./builtPages.js";
import { cacheControl } from "./cacheControl.js";
import type { Exports } from "./exports.js";
import { localPath, readForm, refuseOtherSites } from "./form.js";
import { bookmarksOf } from "./graphqlHandler.js";
import { Content } from "./content.js";
import { headersOf, HEADERS, HTML, sendText, type PageText } from "./pageAnswer.js";
import { decodedOrNull } from "./decoded.js";
import { pageAt, preferredEnding, type Found } from "./pageAt.js";
import type { Requests } from "./requests.js";
import {
  bookmarksOfCookie,
  forgetToken,
  formTokenOf,
  isFormTokenOf,
  keepBookmark,
  keepToken,
  MAX_TOKEN,
  tokenOf,
} from "./session.js";
import { STATUS } from "./status.js";

export interface PagesOptions {
  readonly apollo: ApolloServer<Context>;
  readonly log: Logger;
  readonly built: BuiltPages;
  readonly begin: Requests["begin"];
  readonly identify: Identify;
  readonly account: Account;
  readonly createContext: (viewer: ViewerIdentity, access: RequestAccess) => Context;
  /** The address under which the server is reached by whoever sends the request, with a slash at its end. */
  readonly base: (of: Pick<RequestAccess, "host">) => string;
  /** What is missing before requests can be answered, in words; null when nothing is. */
  readonly missing: () => string | null;
  readonly exports: Exports;
  readonly answers: Answers;
  readonly state: GraphState;
}

/** The cookie in which a reader's choice of light or dark is kept; the playground reads it, too. */
const THEME_COOKIE = "sanad-theme";

const YEAR_SECONDS = 31_536_000;

/** The explorer: pages, each made of the answer to one GraphQL operation, which is executed here as if a client had sent it. */
export class Pages {
  constructor(private readonly options: PagesOptions) {}

  /** Answers for the addresses of pages, of files beside them, of their forms, and of what they send along; false where the address is another's. */
  async answer(id: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [address = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/su, 2);
    if (this.options.built.files.answer(address, request, response)) return true;
    const isRead = request.method === "GET" || request.method === "HEAD";
    const found = pageAt(address, query);
    const own = OWN_ADDRESSES.get(address);
    if (!isRead && request.method !== "POST") return false;
    if (own ? !own.takes.includes(isRead ? "GET" : "POST") : isRead ? !found : !found?.page.act) return false;
    const base = this.options.base({ host: request.headers.host ?? null });
    const begun = this.options.begin({
      ...{ headers: request.headers, id, way: "http", readOnly: isRead },
      bookmarks: [...bookmarksOf(request), ...bookmarksOfCookie(request, base)],
    });
    const { access } = begun;
    response.once("close", () => begun.end({ status: response.statusCode }));
    const asked: Asked = { request, response, access, query, token: tokenOf(request, base) };
    const visit = { ...this.#visit(asked, base), path: found?.path ?? address, params: found?.params ?? {} };
    try {
      if (!isRead) refuseOtherSites(request, base);
      if (own) {
        await this[own.method](asked, visit);
        return true;
      }
      const why = this.options.missing();
      if (why !== null) throw new SanadError(ErrorCode.STORE_UNAVAILABLE, `Nothing can be answered now: ${why}.`);
      const viewer = await this.options.identify(authorizationOf(request, asked.token));
      this.options.account(viewer, request, access);
      refuseOthers(found!.page, viewer);
      if (isRead) await this.#send(found!, { ...visit, viewer }, viewer, asked);
      else await this.#act(found!.page, { ...visit, viewer }, viewer, asked);
    } catch (error) {
      await this.#refuse(error, visit, asked);
    }
    return true;
  }

  /** Tells why something is not answered; whoever is not known, or no longer, is asked to sign in, and led back then. */
  async #refuse(error: unknown, visit: Visit, { request, response, access, token }: Asked): Promise<void> {
    const { status, code, message, headers } = this.#told(error);
    access.told.errors.push(code);
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    for (const [name, value] of headers) response.setHeader(name, value);
    const isUnknown = code === (ErrorCode.UNAUTHENTICATED as string);
    if (isUnknown && token !== null) response.setHeader("Set-Cookie", forgetToken(visit.base));
    const nobody = { ...visit, viewer: ANONYMOUS, formToken: null };
    const view = isUnknown
      ? signIn(nobody, { reason: message, back: hereWith(visit, {}) }, status)
      : failure(nobody, [{ message, extensions: { code } }], status);
    await sendText({ request, response }, visit, htmlOf(view, render(view, nobody, null)));
  }

  /** The page that says that nothing is at an address. */
  async nothing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [address = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/su, 2);
    const base = this.options.base({ host: request.headers.host ?? null });
    const token = tokenOf(request, base);
    const viewer = await this.options.identify(authorizationOf(request, token)).catch(() => ANONYMOUS);
    const visit = { ...this.#visit({ request, query, token }, base), path: localPath(address), viewer };
    const sought = decodedOrNull(address.split("/").at(-1) ?? "");
    const view = notFound(visit, sought);
    await sendText({ request, response }, visit, htmlOf(view, render(view, visit, null)));
  }

  #visit({ request, query, token }: Pick<Asked, "request" | "query" | "token">, base: string): Visit {
    const search = new URLSearchParams(query);
    const theme = parseCookie(request.headers.cookie ?? "")[THEME_COOKIE];
    return {
      ...{ path: "/", params: {}, search, viewer: ANONYMOUS },
      formToken: token === null ? null : formTokenOf(token),
      language: search.get("ui") === "ar" ? "ar" : "en",
      theme: theme === "light" || theme === "dark" ? theme : null,
      base,
      assets: this.options.built.assets,
    };
  }

  async #send({ page, ending }: Found, visit: Visit, viewer: ViewerIdentity, asked: Asked): Promise<void> {
    const { request, response, access } = asked;
    const wanted = ending ?? preferredEnding(page, request);
    const file: PageFile<unknown> | undefined = page.files[wanted];
    if (file && "claims" in file) {
      const url = `/${file.claims(visit, wanted)}`;
      await this.options.exports.answerAt(url, viewer, access, request, response);
      return;
    }
    const key = await this.#keyOf(wanted, visit, viewer, asked).catch(() => null); // the page tells what is wrong
    const headers = { ...HEADERS, ...cacheControl(viewer) };
    await this.options.answers.send({ request, response, access, viewer, headers }, key, async () => {
      const answer = await this.#execute(page.operation, page.variables(visit) as Variables, viewer, access);
      const shown = this.#shown(page, wanted, answer, visit);
      return {
        ...("moved" in shown
          ? { status: 301, headers: { Location: shown.moved }, content: new Content("") }
          : { status: shown.status, headers: headersOf(shown), content: new Content(shown.text) }),
        // what is missing from an answer may be there the next time
        isWhole: answer.errors.length === 0 && !("moved" in shown) && shown.status === 200,
        ...{ operation: access.operation, cost: access.told.cost ?? 1 },
      };
    });
  }

  /** All that an answer depends on: the state of the graph, what is asked, who reads and how. */
  async #keyOf(
    wanted: string,
    { theme, base }: Visit,
    { name, roles }: ViewerIdentity,
    { request, access, token }: Asked,
  ): Promise<string> {
    return keyOf(await this.options.state.now(access), request.url, wanted, [name, roles], token, theme, base);
  }

  /** A page or a file beside it, or where it is now. */
  #shown(page: AnyPage, wanted: string, answer: Answer<unknown>, visit: Visit): PageText | { readonly moved: string } {
    const failed = hasFailed(answer, page.essential);
    if (wanted === "json") {
      const { data, errors } = answer;
      const text = JSON.stringify({ ...(data !== null && { data }), ...(errors.length > 0 && { errors }) });
      const status = failed ? statusOf(errors[0]?.extensions?.code) : statusShown(page.show(answer, visit));
      return { status, type: "application/json; charset=utf-8", text };
    }
    const file = page.files[wanted];
    if (file && !("claims" in file) && !failed && statusShown(page.show(answer, visit)) === 200) {
      return { status: 200, type: `${file.mediaType}; charset=utf-8`, text: file.write(answer.data, visit) };
    }
    return this.#page(page, answer, visit);
  }

  /** A page, or one that says that its operation could not be answered. `status` is for a form that is shown again. */
  #page(page: AnyPage, answer: Answer<unknown>, visit: Visit, status?: number): PageText | { readonly moved: string } {
    const failed = hasFailed(answer, page.essential);
    const shown = failed
      ? failure(visit, answer.errors, statusOf(answer.errors[0]?.extensions?.code))
      : page.show(answer, visit);
    if ("moved" in shown) return shown;
    const view: View = status === undefined || (shown.status ?? 200) >= 400 ? shown : { ...shown, status };
    return htmlOf(view, render(view, visit, failed ? null : page));
  }

  /** Executes an operation as if a client had sent it. */
  async #execute(
    operation: { toString(): string },
    variables: Variables,
    viewer: ViewerIdentity,
    access: RequestAccess,
  ): Promise<Answer<unknown>> {
    const { body } = await this.options.apollo.executeOperation(
      { query: operation.toString(), variables },
      { contextValue: this.options.createContext(viewer, access) },
    );
    if (body.kind !== "single") throw new TypeError("answers in parts are not asked for");
    const answer = asSent(body.singleResult);
    access.over();
    return answer;
  }

  /**
   * Does what a form is sent for: its deeds one after the other, until one leads somewhere, or the form is to be shown again. Whoever sends it has signed in to the pages, and
   * it holds what only forms of that session do.
   */
  async #act(page: AnyPage, visit: Visit, viewer: ViewerIdentity, asked: Asked): Promise<void> {
    const { request, response, access, token } = asked;
    if (token === null || request.headers.authorization !== undefined) {
      const message = "forms are for those who have signed in here; programs write by GraphQL";
      throw refusal(new SanadError(ErrorCode.UNAUTHENTICATED, message), 401, { "www-authenticate": "Bearer" });
    }
    const fields = await readForm(request);
    if (!isFormTokenOf(token, fields.get("form"))) {
      const message = "this form is of another session, or of none; open the page again and send it from there";
      throw refusal(new SanadError(ErrorCode.FORBIDDEN, message), 403);
    }
    fields.delete("form");
    const { sent, status, to } = await this.#carryOut(page, page.act!(fields, visit), fields, viewer, access);
    if (access.written.length > 0) response.appendHeader("Set-Cookie", keepBookmark(access.written, visit.base));
    if (to !== undefined) {
      response.writeHead(303, { ...HEADERS, Location: to, "Cache-Control": "no-store" }).end();
    } else if (new Negotiator(request).mediaTypes(["text/html", "application/json"])[0] === "application/json") {
      const text = JSON.stringify({ problems: sent.problems });
      await sendText(asked, visit, { status, type: "application/json; charset=utf-8", text });
    } else {
      const again = { ...visit, sent };
      const answer = await this.#execute(page.operation, page.variables(again) as Variables, viewer, access);
      const shown = this.#page(page, answer, again, status);
      if ("moved" in shown)
        response.writeHead(301, { ...HEADERS, Location: shown.moved, "Cache-Control": "no-cache" }).end();
      else await sendText(asked, visit, shown);
    }
  }

  async #carryOut(
    page: AnyPage,
    first: Deed,
    fields: URLSearchParams,
    viewer: ViewerIdentity,
    access: RequestAccess,
  ): Promise<Outcome> {
    const refused = ASKS_ONLY.has(fields.get("do") ?? "") ? 200 : 422;
    for (let deed = first; ;) {
      if ("to" in deed) return { to: deed.to };
      if ("again" in deed) return { sent: deed.again, status: deed.again.problems.length > 0 ? refused : 200 };
      const { data, errors } = await this.#execute(deed.operation, deed.variables, viewer, access);
      const [error] = errors;
      if (error) {
        const code = error.extensions?.code;
        const status = code === (ErrorCode.BAD_USER_INPUT as string) ? refused : statusOf(code);
        return { sent: { fields, problems: errors.flatMap((one) => problemsOf(page, one)) }, status };
      }
      deed = (deed.then as (data: unknown) => Deed)(data);
    }
  }

  /** `GET /opensearch.xml`: tells browsers how this server is searched. */
  async describeSearch(asked: Asked, visit: Visit): Promise<void> {
    await sendText(asked, visit, { status: 200, type: OPEN_SEARCH_TYPE, text: openSearch(visit.base) });
  }

  /** `POST /theme`: keeps the choice of light or dark, and leads back. */
  async keepTheme({ request, response }: Asked): Promise<void> {
    const form = await readForm(request, MAX_OWN_FORM);
    const theme = form.get("theme");
    const chosen = theme === "light" || theme === "dark" ? theme : "";
    const cookie = stringifySetCookie({
      ...{ name: THEME_COOKIE, value: chosen, path: "/", sameSite: "lax" },
      maxAge: chosen === "" ? 0 : YEAR_SECONDS,
    });
    response.writeHead(303, { ...HEADERS, "Set-Cookie": cookie, Location: localPath(form.get("back")) }).end();
  }

  /** `/signin`: asks for a token; one that is sent is checked as that of any request is, and kept in a cookie. */
  async signIn(asked: Asked, visit: Visit): Promise<void> {
    const { request, response, access } = asked;
    const back = localPath(visit.search.get("back"));
    if (request.method !== "POST") {
      const viewer = await this.options.identify(authorizationOf(request, asked.token)).catch(() => ANONYMOUS);
      const reader = viewer.name === null ? { ...visit, formToken: null } : { ...visit, viewer };
      const view = signIn(reader, { reason: null, back });
      await sendText(asked, reader, htmlOf(view, render(view, reader, null)));
      return;
    }
    const form = await readForm(request, MAX_OWN_FORM);
    const token = (form.get("token") ?? "").trim().replace(/^bearer\s+/iu, "");
    const leadsTo = localPath(form.get("back"));
    try {
      if (token.length > MAX_TOKEN) {
        const message = `the token has ${token.length} characters; browsers keep at most ${MAX_TOKEN}`;
        throw refusal(new SanadError(ErrorCode.BAD_USER_INPUT, message), 422);
      }
      const { expires } = await this.options.identify(`Bearer ${token}`);
      const cookie = keepToken(token, expires, visit.base);
      const headers = { "Set-Cookie": cookie, Location: leadsTo, "Cache-Control": "no-store" };
      response.writeHead(303, { ...HEADERS, ...headers }).end();
    } catch (error) {
      const { status, code, message, headers } = this.#told(error);
      access.told.errors.push(code);
      for (const [name, value] of headers) response.setHeader(name, value);
      const nobody = { ...visit, formToken: null };
      const view = signIn(nobody, { reason: message, back: leadsTo }, status);
      await sendText(asked, nobody, htmlOf(view, render(view, nobody, null)));
    }
  }

  /** `POST /signout`: the browser forgets the token. */
  async signOut({ request, response, token }: Asked, { base }: Visit): Promise<void> {
    const form = await readForm(request, MAX_OWN_FORM);
    if (token !== null && !isFormTokenOf(token, form.get("form"))) {
      throw refusal(new SanadError(ErrorCode.FORBIDDEN, "this form is of another session"), 403);
    }
    const headers = {
      "Set-Cookie": forgetToken(base),
      Location: localPath(form.get("back")),
      "Cache-Control": "no-store",
    };
    response.writeHead(303, { ...HEADERS, ...headers }).end();
  }

  /** What of an error may be told, and with which status. */
  #told(error: unknown): Omit<Refusal, "headers"> & { readonly headers: Iterable<readonly [string, string]> } {
    const refused = refusedWith(error);
    if (refused) return refused;
    const { message, extensions } = formatError({ message: "" }, error, this.options.log);
    return { status: statusOf(extensions?.["code"]), code: String(extensions?.["code"]), message, headers: [] };
  }
}

/** A request of the explorer. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly access: RequestAccess;
  /** What stands after the question mark. */
  readonly query: string;
  /** What the browser has kept since somebody signed in. */
  readonly token: string | null;
}

/** The most bytes of a form that anybody may send, also who has not signed in: a token, and the address of the page that it comes from. */
const MAX_OWN_FORM = 64 * 1024;

type Variables = Record<string, unknown>;

/** What became of a form: where it leads, or the form shown again. */
type Outcome =
  | { readonly to: string; readonly sent?: never; readonly status?: never }
  | { readonly to?: never; readonly sent: Sent; readonly status: number };

/** Of what a form's button may say in `do`, that which is to change nothing: the form shown again is what was asked for. */
const ASKS_ONLY: ReadonlySet<string> = new Set(["next", "check"]);

/** Addresses that are no pages: what is kept of a reader in cookies, and how the server is searched. */
const OWN_ADDRESSES: ReadonlyMap<
  string,
  {
    readonly method: "keepTheme" | "signIn" | "signOut" | "describeSearch";
    readonly takes: readonly ("GET" | "POST")[];
  }
> = new Map([
  ["/theme", { method: "keepTheme", takes: ["POST"] }],
  ["/signin", { method: "signIn", takes: ["GET", "POST"] }],
  ["/signout", { method: "signOut", takes: ["POST"] }],
  ["/opensearch.xml", { method: "describeSearch", takes: ["GET"] }],
]);

/** By what a request to the pages is known: the header as everywhere, else what the browser has kept. */
function authorizationOf({ headers }: IncomingMessage, token: string | null): string | undefined {
  return headers.authorization ?? (token === null ? undefined : `Bearer ${token}`);
}

/** Refuses whoever may not see a page. */
function refuseOthers({ only }: AnyPage, viewer: ViewerIdentity): void {
  if (!only || only(viewer)) return;
  if (viewer.name === null) {
    const message = "this page is for curators: sign in with a token that has the role curator";
    throw refusal(new SanadError(ErrorCode.UNAUTHENTICATED, message), 401, { "www-authenticate": "Bearer" });
  }
  const message = `this page is for curators; the roles of ${viewer.name}: ${viewer.roles.join(", ") || "none"}`;
  throw refusal(new SanadError(ErrorCode.FORBIDDEN, message), 403);
}

/** An answer as a client has it: moments are texts. */
function asSent({ data = null, errors = [] }: Partial<Answer<unknown>>): Answer<unknown> {
  return JSON.parse(JSON.stringify({ data, errors })) as Answer<unknown>;
}

/** Whether what a page is about could not be answered; that there is none is an answer. */
function hasFailed({ data, errors }: Answer<unknown>, essential?: string): boolean {
  if (data === null || essential === undefined) {
    return errors.length > 0 && Object.values(data ?? {}).every((value) => value === null);
  }
  return (data as Record<string, unknown>)[essential] === null && errors.some(({ path }) => path?.[0] === essential);
}

function htmlOf({ status = 200 }: View, text: string): PageText {
  return { status, type: HTML, text };
}

/** The status of what a page shows; a file beside one that is elsewhere now is given all the same. */
function statusShown(shown: Shown): number {
  return "moved" in shown ? 200 : (shown.status ?? 200);
}

/** The faults that an error tells, each with the field of the form that it is about. */
function problemsOf({ fields = {} }: AnyPage, { message, extensions }: AnswerError): FieldProblem[] {
  const problems = extensions?.problems as readonly Problem[] | undefined;
  if (!problems) return [{ field: null, message }];
  return problems.map(({ path, message }) => {
    const place = placeOf(path);
    return { field: (fields[place] ?? place) || null, message: withoutPlace(message, path) };
  });
}

function statusOf(code: unknown): number {
  return STATUS[String(code)] ?? 400;
}
