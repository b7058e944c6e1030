import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { knownTags } from "./knownTags.js";

/** Answers with a text that stays the same while the server runs; only with its tag, where the client has it already. */
export type TextFile = (request: IncomingMessage, response: ServerResponse) => void;

/** A text of the given type, which is written when it is first asked for. */
export function textFile(type: string, write: () => string): TextFile {
  let made: { text: string; etag: string } | undefined;
  return (request, response) => {
    if (!made) {
      const text = write();
      made = { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
    }
    const headers = { "Content-Type": type, "Cache-Control": "no-cache", ETag: made.etag };
    const known = knownTags(request);
    if (known.includes(made.etag) || known.includes("*")) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(made.text);
  };
}
