import type { IncomingMessage } from "node:http";

/** The tags of what a client has already, by its If-None-Match; weak ones and strong ones count alike. */
export function knownTags({ headers }: IncomingMessage): readonly string[] {
  return (headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim().replace(/^W\//u, ""));
}
