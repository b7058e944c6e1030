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
