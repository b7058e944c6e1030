import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import { ErrorCode, SanadError } from "../../errors.js";

/** How much of a file is read at its end to find its last line, in bytes. */
const TAIL = 65_536;
const NEWLINE = 0x0a;

/**
 * The lines of a file, as bytes without their ends; one whose name ends with `.gz` is unpacked. Only "\n" ends a line, for a text may hold what other
 * programs take for a line's end. Throws BAD_USER_INPUT where it cannot be read or unpacked.
 */
export async function* fileLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of bytesOf(file)) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const end = chunk.subarray(from, at);
      yield rest.length === 0 ? end : Buffer.concat([...rest, end]);
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** The first and the last line of a file, the SHA-256 of all before the last, and how many lines it has. Reads the whole file. */
export interface Looked {
  readonly first: string;
  readonly last: string;
  readonly sha256: string;
  readonly lines: number;
}

export async function lookThrough(file: string): Promise<Looked> {
  const hash = createHash("sha256");
  let [first, last, lines]: [Buffer | null, Buffer | null, number] = [null, null, 0];
  for await (const line of fileLines(file)) {
    if (last) hash.update(last).update("\n");
    first ??= line;
    last = line;
    lines++;
  }
  const text = (line: Buffer | null) => line?.toString("utf8") ?? "";
  return { first: text(first), last: text(last), sha256: hash.digest("hex"), lines };
}

/** The last line of a file that is not compressed, without reading what is before. */
export async function lastLine(file: string): Promise<string> {
  const opened = await open(file).catch((error: unknown) => Promise.reject(cannotRead(file, error)));
  try {
    const { size } = await opened.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await opened.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString("utf8").replace(/\n$/u, "");
    return text.slice(text.lastIndexOf("\n") + 1);
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    await opened.close();
  }
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const read = createReadStream(file, { highWaterMark: 256 * 1024 });
  const bytes = new PassThrough();
  const done = file.endsWith(".gz") ? pipeline(read, createGunzip(), bytes) : pipeline(read, bytes);
  done.catch(() => undefined); // what reads the bytes is told
  try {
    for await (const chunk of bytes) yield chunk as Buffer;
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    read.destroy();
  }
}

function cannotRead(file: string, error: unknown): SanadError {
  const { code } = error as NodeJS.ErrnoException;
  const why: Readonly<Record<string, string>> = {
    ENOENT: "is not there",
    EISDIR: "is a folder, not a file",
    EACCES: "may not be read by this user",
    Z_BUF_ERROR: "is cut short: what is compressed in it does not end",
    Z_DATA_ERROR: "is damaged: it cannot be unpacked",
  };
  const message = `the file ${file} ${why[String(code)] ?? `cannot be read (${code})`}`;
  return new SanadError(ErrorCode.BAD_USER_INPUT, message, [], { cause: error });
}
