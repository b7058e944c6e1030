import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Content, sendContent } from "./content.js";
import { knownTags } from "./knownTags.js";

/** Answers with a text that stays the same while the server runs; only with its tag, where the client has it already. */
export type TextFile = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A text of the given type, which is written when it is first asked for. */
export function textFile(type: string, write: () => string): TextFile {
  let made: { content: Content; tag: string } | undefined;
  return async (request, response) => {
    if (!made) {
      const text = write();
      made = { content: new Content(text), tag: `"${createHash("sha256").update(text).digest("base64url")}"` };
    }
    const { content, tag } = made;
    // weak: it is sent in several encodings
    const headers = { "Cache-Control": "no-cache", ETag: `W/${tag}`, Vary: "Accept-Encoding" };
    const known = knownTags(request);
    if (known.includes(tag) || known.includes("*")) response.writeHead(304, headers).end();
    else await sendContent({ request, response }, 200, { ...headers, "Content-Type": type }, content);
  };
}
