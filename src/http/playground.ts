import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { ErrorCode, SanadError } from "../errors.js";
import { Assets } from "./assets.js";

/** The playground in a browser: one page at `/graphql`, its files under `/playground/assets/`. */
export interface Playground {
  /** Answers with the page, whatever the request's address. */
  page(request: IncomingMessage, response: ServerResponse): void;
  /** Answers for `/playground` and all that is below it; false when the address is another's. */
  asset(request: IncomingMessage, response: ServerResponse): boolean;
}

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
    Assets.load(path.join(folder, "assets"), "/playground/assets/", securityHeaders),
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
      if (assets.answer(pathname, request, response)) return true;
      if (/^\/playground\/?$/.test(pathname))
        refuse(response, 302, { Location: `/graphql${query ? `?${query}` : ""}` });
      else refuse(response, 404);
      return true;
    },
  };
}

function isRead(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  refuse(response, 405, { Allow: "GET, HEAD" });
  return false;
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...securityHeaders, "Cache-Control": "no-cache", ...headers }).end();
}
