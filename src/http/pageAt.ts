import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";
import type { AnyPage } from "../explorer/page.js";
import { PAGES } from "../explorer/pages/index.js";
import { mediaTypeOf } from "../explorer/render.js";
import { decoded } from "./decoded.js";

/** A page that is asked for. */
export interface Found {
  readonly page: AnyPage;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Null where the address has none. */
  readonly ending: string | null;
}

/** The page of an address and what follows its question mark, and which file beside it is meant. Ids have no dots, so what follows the first one is the ending. */
export function pageAt(address: string, query: string): Found | null {
  const [, plain = "", ending = null] = /^([^.]*)(?:\.(.*))?$/su.exec(address) ?? [];
  const path = plain === "/index" && ending !== null ? "/" : plain;
  for (const page of PAGES) {
    const match = page.path.exec(path);
    if (!match || page.matches?.(new URLSearchParams(query)) === false) continue;
    if (ending !== null && ending !== "json" && !Object.hasOwn(page.files, ending)) return null;
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decoded(value)]),
    );
    return { page, path, params, ending };
  }
  return null;
}

/** What the Accept header prefers of a page and the files beside it; the page itself where it has no preference. */
export function preferredEnding(page: AnyPage, request: IncomingMessage): string {
  const endings = ["json", ...Object.keys(page.files)];
  const types = ["text/html", ...endings.map(mediaTypeOf)];
  const [preferred] = new Negotiator(request).mediaTypes(types);
  return endings.find((ending) => mediaTypeOf(ending) === preferred) ?? "html";
}
