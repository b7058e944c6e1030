import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";
import type { Viewer, Visit } from "../explorer/visit.js";
import { knownTags } from "./knownTags.js";

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
  Vary: "Accept, Accept-Encoding, Cookie",
};

/** Names the file by which browsers fetch a page of a claim or an entity when its link is pointed at. */
const OF_PAGES = { "Speculation-Rules": '"/pages/prefetch.speculationrules"' };

/** The media type of a page. */
export const HTML = "text/html; charset=utf-8";

/** A request, and what answers it. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Sends a text, compressed as the client likes it. */
export async function sendText(
  { request, response }: Exchange,
  { viewer }: Pick<Visit, "viewer">,
  status: number,
  type: string,
  text: string,
  etag: string | null = null,
): Promise<void> {
  const headers = {
    ...HEADERS,
    ...(type === HTML && OF_PAGES),
    "Content-Type": type,
    ...cacheControl(viewer),
    ...(status === 200 && etag !== null && { ETag: etag }),
  };
  const [encoding] = new Negotiator(request).encodings(ENCODINGS, { preferred: ENCODINGS });
  const bytes = encoding === "br" ? await brotli(text) : encoding === "gzip" ? await zip(text) : Buffer.from(text);
  response.writeHead(status, {
    ...headers,
    "Content-Length": bytes.length,
    ...(encoding !== undefined && encoding !== "identity" && { "Content-Encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Whether a client has what is named so. */
export function isKnown(etag: string, request: IncomingMessage): boolean {
  return knownTags(request).includes(etag.replace(/^W\//u, ""));
}

/** A page is asked for anew each time, and told to be the same; what somebody sees who has signed in is theirs alone. */
export function cacheControl({ name }: Viewer): { readonly "Cache-Control": string } {
  return { "Cache-Control": name === null ? "no-cache" : "private, no-cache" };
}

const ENCODINGS = ["br", "gzip", "identity"];

/** Quick rather than small: a page is compressed while its reader waits. */
const compress = promisify(brotliCompress);
const brotli = (text: string) => compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
const zip: (text: string) => Promise<Buffer> = promisify(gzip);
