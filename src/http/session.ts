import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";

/**
 * The cookies in which a browser keeps who has signed in to the pages: the token itself, which scripts cannot read and other sites cannot have sent. They count for pages
 * only, never for `/graphql`. Where the server is reached by https their names have the prefix that binds them to this host.
 */
export interface SessionCookies {
  readonly token: string;
  /** The bookmark of what was just written, so that the page that comes next shows it, whichever replica answers. */
  readonly bookmark: string;
}

/** The names of the cookies; `base` is the address by which the server is reached. */
export function sessionCookies(base: string): SessionCookies {
  const prefix = isSecure(base) ? "__Host-" : "";
  return { token: `${prefix}sanad-session`, bookmark: `${prefix}sanad-bookmark` };
}

function isSecure(base: string): boolean {
  return base.startsWith("https:");
}

/** The most characters that a token in a cookie may have: browsers keep no cookie of more than 4,096 bytes with its name and attributes. */
export const MAX_TOKEN = 3800;

/** How long, in seconds, a bookmark counts: longer than any replica takes to have what another has. */
const BOOKMARK_SECONDS = 60;

/** The token that a browser has kept; null where nobody has signed in. */
export function tokenOf(request: IncomingMessage, base: string): string | null {
  return cookieOf(request, sessionCookies(base).token);
}

/** The bookmarks of what the browser's last form has written. */
export function bookmarksOfCookie(request: IncomingMessage, base: string): readonly string[] {
  return cookieOf(request, sessionCookies(base).bookmark)?.split(",") ?? [];
}

function cookieOf({ headers }: IncomingMessage, name: string): string | null {
  return parseCookie(headers.cookie ?? "")[name] || null;
}

/** Has the browser keep a token until it expires; one without an end until the browser is closed. */
export function keepToken(token: string, expires: Date | undefined, base: string): string {
  return setCookie(sessionCookies(base).token, token, base, expires && { expires });
}

/** Has the browser forget the token. */
export function forgetToken(base: string): string {
  return setCookie(sessionCookies(base).token, "", base, { maxAge: 0 });
}

/** Has the browser give back what it has just written. */
export function keepBookmark(bookmarks: readonly string[], base: string): string {
  return setCookie(sessionCookies(base).bookmark, bookmarks.join(","), base, { maxAge: BOOKMARK_SECONDS });
}

function setCookie(name: string, value: string, base: string, until: { expires?: Date; maxAge?: number } = {}): string {
  return stringifySetCookie({
    ...{ name, value, path: "/", httpOnly: true, sameSite: "strict", secure: isSecure(base) },
    ...until,
  });
}

/** How many letters a form's token begins with by chance. */
const CHANCE = 22;

/**
 * What a form of a session holds, and no other site can know. It is derived from the token alone, so that any replica can check it, also after a restart; and it is another in each page
 * that is made, so that nobody can find it out from how short pages become that hold it beside something of theirs.
 */
export function formTokenOf(token: string): string {
  return formTokenWith(randomBytes(16).toString("base64url"), token);
}

function formTokenWith(chance: string, token: string): string {
  return chance + createHmac("sha256", token).update(`sanad: a form of this session ${chance}`).digest("base64url");
}

/** Whether a form is one of the session's own. */
export function isFormTokenOf(token: string, given: string | null): boolean {
  const wanted = Buffer.from(formTokenWith((given ?? "").slice(0, CHANCE), token));
  const got = Buffer.from(given ?? "");
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}
