import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { compress, encodingFor, type Encoding } from "./contentEncoding.js";

/** A text that is sent, in each encoding in which somebody has wanted it: it is compressed once for all of them. */
export class Content {
  readonly #plain: Buffer;
  readonly #compressed = new Map<Encoding, Buffer | Promise<Buffer>>();
  #held: number;
  #grown: () => void = () => undefined;

  constructor(text: string) {
    this.#plain = Buffer.from(text);
    this.#held = this.length;
  }

  /** How many bytes it is long, as it is. */
  get length(): number {
    return this.#plain.length;
  }

  /** How many bytes it holds, in all encodings. */
  get held(): number {
    return this.#held;
  }

  /** Has `grown` called each time that it holds more. */
  keep(grown: () => void): void {
    this.#grown = grown;
  }

  in(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === "identity") return this.#plain;
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const compressed = compress(this.#plain, encoding);
    this.#compressed.set(encoding, compressed);
    const count = (bytes: Buffer) => {
      this.#compressed.set(encoding, bytes);
      this.#held += bytes.length;
      this.#grown();
    };
    if (Buffer.isBuffer(compressed)) count(compressed);
    else compressed.then(count, () => this.#compressed.delete(encoding));
    return compressed;
  }
}

/** A request, and what answers it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Answers with a text, compressed as the client likes it. */
export async function sendContent(
  { request, response }: Exchange,
  status: number,
  headers: OutgoingHttpHeaders,
  content: Content,
): Promise<void> {
  const encoding = encodingFor(request, content.length);
  const body = await content.in(encoding);
  response.writeHead(status, {
    ...headers,
    "Content-Length": body.length,
    ...(encoding !== "identity" && { "Content-Encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
