import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  gzipSync,
  type BrotliOptions,
  type ZlibOptions,
} from "node:zlib";
import Negotiator from "negotiator";

/** The content encodings in which texts are sent. */
export type Encoding = "br" | "gzip" | "identity";

/** A text that is shorter, in bytes, goes into one packet as it is. */
const LEAST = 1400;

/** What is longer, in bytes, is compressed in another thread, which costs more and holds nobody up. */
const MOST_AT_ONCE = 128 * 1024;

/**
 * What a text of so many bytes is sent in, as the client likes it: by its own order, and of those that it likes as well as one another, the shortest. A client that takes nothing
 * of what there is gets the text as it is, which it may be able to read.
 */
export function encodingFor({ headers }: Pick<IncomingMessage, "headers">, bytes = Infinity): Encoding {
  if (headers["accept-encoding"] === undefined) return "identity";
  const preferred = bytes < LEAST ? PLAIN_FIRST : SHORT_FIRST;
  const [encoding = "identity"] = new Negotiator({ headers }).encodings(preferred, { preferred });
  return encoding as Encoding;
}

const SHORT_FIRST: readonly Encoding[] = ["br", "gzip", "identity"];
const PLAIN_FIRST: readonly Encoding[] = ["identity", "gzip", "br"];

/** Compresses a text; at once where it is so short that another thread would take longer. */
export function compress(text: Buffer, encoding: "br" | "gzip"): Buffer | Promise<Buffer> {
  const isLong = text.length > MOST_AT_ONCE;
  if (encoding === "br") return isLong ? brotliLater(text, BROTLI) : brotliCompressSync(text, BROTLI);
  return isLong ? gzipLater(text, GZIP) : gzipSync(text, GZIP);
}

/** Compresses what comes piece by piece; null where it is sent as it is. */
export function compressor(encoding: Encoding): Transform | null {
  if (encoding === "identity") return null;
  return encoding === "br" ? createBrotliCompress(BROTLI) : createGzip(GZIP);
}

/**
 * Quick rather than small, for a reader waits meanwhile. By `npm run bench:responses`, Brotli's step 1 makes answers as short as gzip's 4, in half the time of gzip's 1; gzip's 3 takes
 * hardly longer than its 1.
 */
const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP: ZlibOptions = { level: 3 };

const brotliLater = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);
const gzipLater = promisify<Buffer, ZlibOptions, Buffer>(gzip);
