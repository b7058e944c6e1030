import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream";
import { ErrorCode, SanadError } from "../errors.js";

/** The playground in a browser: one page at `/graphql`, its files under `/playground/assets/`. */
export interface Playground {
  /** Answers with the page, whatever the request's address. */
  page(request: IncomingMessage, response: ServerResponse): void;
  /** Answers for `/playground` and all that is below it; false when the address is another's. */
  asset(request: IncomingMessage, response: ServerResponse): boolean;
}

/** The content encodings in which files are kept. */
type Encoding = "br" | "gzip" | "identity";

/** A file of the build in each encoding that was written: where it stands and how long it is. */
type Asset = { type: string } & Partial<Record<Encoding, { file: string; bytes: number }>>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

const endings: Readonly<Record<string, Encoding>> = { ".br": "br", ".gz": "gzip" };

/** Monaco sets styles on elements, which `style-src` must allow; everything else comes from this server, as files. */
const securityHeaders = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Reads what the build has written. Only the files that stand there now are ever served. */
export async function loadPlayground(folder: string): Promise<Playground> {
  const [html, assets] = await Promise.all([
    readFile(path.join(folder, "index.html")),
    readAssets(path.join(folder, "assets")),
  ]).catch((cause: unknown) => {
    const message = `The playground is not built: ${folder} has no page. "npm run build" makes it.`;
    throw new SanadError(ErrorCode.NOT_FOUND, message, [], { cause });
  });
  return {
    page(request, response) {
      if (!isRead(request, response)) return;
      response.writeHead(200, {
        ...securityHeaders,
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": html.length,
        "Cache-Control": "no-cache",
        Vary: "Accept",
      });
      response.end(request.method === "HEAD" ? undefined : html);
    },
    asset(request, response) {
      const [pathname = "", query] = (request.url ?? "").split(/\?(.*)/s, 2);
      if (pathname !== "/playground" && !pathname.startsWith("/playground/")) return false;
      if (!isRead(request, response)) return true;
      const asset = assets.get(pathname);
      if (asset) send(asset, request, response);
      else if (/^\/playground\/?$/.test(pathname))
        refuse(response, 302, { Location: `/graphql${query ? `?${query}` : ""}` });
      else refuse(response, 404);
      return true;
    },
  };
}

/** The files of the folder by their addresses, each with its compressed versions. */
async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const names = await readdir(folder);
  for (const name of names.sort()) {
    const file = path.join(folder, name);
    const encoding = endings[path.extname(name)] ?? "identity";
    const plain = encoding === "identity" ? name : path.basename(name, path.extname(name));
    const address = `/playground/assets/${plain}`;
    const asset: Asset = assets.get(address) ?? { type: types[path.extname(plain)] ?? "application/octet-stream" };
    asset[encoding] = { file, bytes: (await stat(file)).size };
    assets.set(address, asset);
  }
  return assets;
}

function send(asset: Asset, request: IncomingMessage, response: ServerResponse): void {
  const available = (["br", "gzip", "identity"] as const).filter((encoding) => asset[encoding]);
  const encoding = chooseEncoding(request.headers["accept-encoding"], available);
  const { file, bytes } = asset[encoding]!;
  response.writeHead(200, {
    ...securityHeaders,
    "Content-Type": asset.type,
    "Content-Length": bytes,
    ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    "Cache-Control": "public, max-age=31536000, immutable", // the name holds a hash of the content
    Vary: "Accept-Encoding",
  });
  if (request.method === "HEAD") response.end();
  else pipeline(createReadStream(file), response, () => {}); // a reader who leaves early is no error
}

function isRead(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  refuse(response, 405, { Allow: "GET, HEAD" });
  return false;
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...securityHeaders, "Cache-Control": "no-cache", ...headers }).end();
}

/** The first of the available encodings that the `Accept-Encoding` header allows; `identity` where it allows none. */
function chooseEncoding(header: string | string[] | undefined, available: readonly Encoding[]): Encoding {
  const weights = new Map<string, number>();
  for (const part of String(header ?? "").split(",")) {
    const [name = "", ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  const allows = (encoding: Encoding) => (weights.get(encoding) ?? weights.get("*") ?? 0) > 0;
  return available.find((encoding) => encoding === "identity" || allows(encoding)) ?? "identity";
}
