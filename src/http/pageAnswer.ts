import type { Visit } from "../explorer/visit.js";
import { cacheControl } from "./cacheControl.js";
import { Content, sendContent, type Exchange } from "./content.js";

/** No script but ours, no style in the page, no other host, no frame. */
export const HEADERS = {
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
  "Referrer-Policy": "same-origin", // without any, browsers would not say where a form comes from
  Vary: "Accept, Accept-Encoding, Authorization, Cookie",
};

/** Names the file by which browsers fetch a page of a claim or an entity when its link is pointed at. */
const OF_PAGES = { "Speculation-Rules": '"/pages/prefetch.speculationrules"' };

/** The media type of a page. */
export const HTML = "text/html; charset=utf-8";

/** A page, or a file beside one, before it is known in which encoding it is sent. */
export interface PageText {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What the answer with a text has among its headers, beside those of all pages. */
export function headersOf({ type }: PageText): Readonly<Record<string, string>> {
  return { ...(type === HTML && OF_PAGES), "Content-Type": type };
}

/** Sends a text that is made for this request alone. */
export async function sendText(exchange: Exchange, { viewer }: Pick<Visit, "viewer">, text: PageText): Promise<void> {
  const headers = { ...HEADERS, ...cacheControl(viewer), ...headersOf(text) };
  await sendContent(exchange, text.status, headers, new Content(text.text));
}
