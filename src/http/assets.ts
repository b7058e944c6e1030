import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream";
import Negotiator from "negotiator";

/** The content encodings in which files are kept. */
type Encoding = "br" | "gzip" | "identity";

/** A file of a build in each encoding that was written: where it stands and how long it is. */
type Asset = { type: string; headers: Readonly<Record<string, string>> } & Partial<
  Record<Encoding, { file: string; bytes: number }>
>;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".speculationrules": "application/speculationrules+json",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

const ENDINGS: Readonly<Record<string, Encoding>> = { ".br": "br", ".gz": "gzip" };

/** The files of a folder that a build has written, as they stood when they were read: nothing else of the disk is ever served. */
export class Assets {
  private constructor(private readonly assets: ReadonlyMap<string, Asset>) {}

  /** Reads a folder whose files are to be served below `base`, an address with a slash at its end, with these headers. */
  static async load(folder: string, base: string, headers: Readonly<Record<string, string>> = {}): Promise<Assets> {
    const assets = new Map<string, Asset>();
    const names = await readdir(folder);
    for (const name of names.sort()) {
      const file = path.join(folder, name);
      const stats = await stat(file);
      if (!stats.isFile()) continue;
      const encoding = ENDINGS[path.extname(name)] ?? "identity";
      const plain = encoding === "identity" ? name : path.basename(name, path.extname(name));
      const asset: Asset = assets.get(base + plain) ?? {
        type: TYPES[path.extname(plain)] ?? "application/octet-stream",
        headers,
      };
      asset[encoding] = { file, bytes: stats.size };
      assets.set(base + plain, asset);
    }
    return new Assets(assets);
  }

  /** These files and others. */
  with(others: Assets): Assets {
    return new Assets(new Map([...this.assets, ...others.assets]));
  }

  /** Answers with the file of an address; false where there is none. */
  answer(address: string, request: IncomingMessage, response: ServerResponse): boolean {
    const asset = this.assets.get(address);
    if (!asset) return false;
    const available = (["br", "gzip", "identity"] as const).filter((encoding) => asset[encoding]);
    const [encoding = "identity"] = new Negotiator(request).encodings(available, {
      preferred: available,
    }) as Encoding[];
    const { file, bytes } = asset[encoding]!;
    response.writeHead(200, {
      "Cache-Control": "public, max-age=31536000, immutable", // the name holds a hash of the content
      ...asset.headers,
      "Content-Type": asset.type,
      "Content-Length": bytes,
      ...(encoding !== "identity" && { "Content-Encoding": encoding }),
      Vary: "Accept-Encoding",
    });
    if (request.method === "HEAD") response.end();
    else pipeline(createReadStream(file), response, () => {}); // a reader who leaves early is no error
    return true;
  }
}
