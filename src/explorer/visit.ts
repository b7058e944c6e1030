import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Sent } from "./sent.js";
import type { Language } from "./words.js";

/** Who reads. */
export interface Viewer {
  /** Null where nobody has signed in. */
  readonly name: string | null;
  readonly roles: readonly string[];
}

/** A reader's request of a page: what it is made of, beside the answer to its operation. */
export interface Visit {
  /** The path without an ending: `/c/c_1`. */
  readonly path: string;
  /** What the path names: `{ id: "c_1" }`. */
  readonly params: Readonly<Record<string, string>>;
  /** What stands after the question mark. */
  readonly search: URLSearchParams;
  readonly language: Language;
  /** What the reader has chosen; null where it is the system's. */
  readonly theme: "light" | "dark" | null;
  readonly viewer: Viewer;
  /** What the forms of whoever has signed in hold, so that no others count; null where nobody has. */
  readonly formToken: string | null;
  /** A form that was sent and is shown again. */
  readonly sent?: Sent;
  /** The server's address, with a slash at its end. */
  readonly base: string;
  /** The files that every page sends along. */
  readonly assets: PageAssets;
}

/** The addresses of what the build has written for the browser. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
  /** For those who write. */
  readonly curateScript: string;
  readonly curateStyle: string;
  readonly icon: string;
}

/** Whether somebody may write. */
export function isCurator({ roles }: Viewer): boolean {
  return roles.includes("curator") || roles.includes("admin");
}

const Here = createContext<Visit | null>(null);

/** Gives what is below it the visit. */
export const VisitProvider = Here.Provider;

/** The visit for which a part is drawn. */
export function useVisit(): Visit {
  const visit = useContext(Here);
  if (visit === null) throw new TypeError("a part is drawn outside of a page");
  return visit;
}

/** The moment that a visit asks for; null for now. As an `AsOf` of the schema. */
export function asOfOf({ search }: Visit): { validAt?: string; knownAt?: string } | null {
  const validAt = search.get("validAt");
  const knownAt = search.get("knownAt");
  if (!validAt && !knownAt) return null;
  return { ...(validAt && { validAt }), ...(knownAt && { knownAt: wholeMoment(knownAt) }) };
}

/** A day stands for its end: what was known on it. */
function wholeMoment(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T23:59:59.999Z` : text;
}

/** What every link carries on: as of when, and in which language. */
const CARRIED = ["validAt", "knownAt", "ui"];

/** The address of a page for this reader: as of the same moment, in the same language. */
export function linkTo(
  visit: Visit,
  path: string,
  search: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) given.set(name, value);
  for (const name of CARRIED) {
    const value = visit.search.get(name);
    if (value && !(name in search)) given.set(name, value);
  }
  const [place = "", fragment] = path.split("#", 2);
  const after = given.size > 0 ? `?${given.toString()}` : "";
  return `${place}${after}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** The address of this page with other parameters; null takes one away. */
export function hereWith(visit: Visit, changes: Readonly<Record<string, string | null>>, path = visit.path): string {
  const search = new URLSearchParams(visit.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) search.delete(name);
    else search.set(name, value);
  }
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
