import type { IncomingMessage } from "node:http";

/**
 * Whether a browser says that a page of another site asks. Only what needs no consent of ours is asked so: a WebSocket, or a simple GET. Programs send
 * no Origin and are no concern of this.
 */
export function isOfAnotherSite({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (headers["sec-fetch-site"] === "cross-site") return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}

/**
 * Whether a browser says that a page of this very server asks, which is reached at `base`. A form counts only then: a browser says it of each that it sends, and what no
 * page sends has no business with forms.
 */
export function isOfThisSite({ headers }: IncomingMessage, base: string): boolean {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  if (origin === undefined || !URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  return from === host?.toLowerCase() || from === new URL(base).host;
}
