import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { compress, encodingFor, type Encoding } from "./contentEncoding.js";

/** A text that is sent, in each encoding in which somebody has wanted it: it is compressed once for all of them. */
export class Content {
  readonly #compressed = new Map<Encoding, Buffer | Promise<Buffer>>();
  /** How many bytes it is long, as it is. */
  readonly length: number;
  #held: number;
  #grown: () => void = () => undefined;

  constructor(private plain: string | Buffer) {
    this.length = Buffer.byteLength(plain);
    this.#held = this.length;
  }

  /** How many bytes it holds, in all encodings. */
  get held(): number {
    return this.#held;
  }

  /** Makes it ready to be kept, as bytes, which take less room than letters; `grown` is called when it holds more. */
  keep(grown: () => void): void {
    if (typeof this.plain === "string") this.plain = Buffer.from(this.plain);
    this.#grown = grown;
  }

  in(encoding: Encoding): string | Buffer | Promise<Buffer> {
    if (encoding === "identity") return this.plain;
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const compressed = compress(this.plain, this.length, encoding);
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
    "Content-Length": Buffer.byteLength(body),
    ...(encoding !== "identity" && { "Content-Encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
