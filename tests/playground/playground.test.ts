import { readdir, readFile, stat } from "node:fs/promises";
import { request } from "node:http";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SanadError } from "../../src/errors.js";
import { loadPlayground } from "../../src/http/playground.js";
import { builtPlayground, startTestServer, type TestServer } from "./server.js";

let server: TestServer;
let folder: string;
let assets: string[];

beforeAll(async () => {
  folder = await builtPlayground();
  assets = (await readdir(path.join(folder, "assets"))).filter((name) => !/\.(br|gz)$/.test(name));
  server = await startTestServer();
}, 120_000);

afterAll(() => server.close());

describe("the page", () => {
  it("is HTML that is asked for anew each time", async () => {
    const page = await ask("GET", "/graphql", { accept: "text/html" });
    expect(page.status).toBe(200);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["cache-control"]).toBe("no-cache");
    expect(page.body.toString()).toContain("<title>Playground</title>");
  });

  it("has a policy under which only files of this server run", async () => {
    const { headers } = await ask("GET", "/graphql", { accept: "text/html" });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|blob:|https?:|\*|script-src[^;]*unsafe-inline/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  it("has no inline script and refers only to files that are served", async () => {
    const html = (await ask("GET", "/graphql", { accept: "text/html" })).body.toString();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    const addresses = [...html.matchAll(/(?:src|href)="(\/playground\/[^"]+)"/g)].map((match) => match[1]!);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) expect((await ask("HEAD", address)).status, address).toBe(200);
  });

  it("is an answer where its address is asked for JSON", async () => {
    const target = `/graphql?${new URLSearchParams({ query: "query ($with: Boolean!) { __typename @include(if: $with) }", variables: '{"with":true}' })}`;
    const { status, headers, body } = await ask("GET", target, {
      ...{ accept: "application/json", "apollo-require-preflight": "true" }, // which a page of another site cannot send
    });
    expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(JSON.parse(body.toString())).toEqual({ data: { __typename: "Query" } });
    expect((await ask("GET", target, { accept: "text/html" })).body.toString()).toContain("<title>Playground</title>");
  });

  it("is where /playground leads, with its query", async () => {
    for (const [from, to] of [
      ["/playground", "/graphql"],
      ["/playground/", "/graphql"],
      ["/playground?query=%7Bx%7D", "/graphql?query=%7Bx%7D"],
    ]) {
      const { status, headers } = await ask("GET", from!);
      expect([status, headers.location]).toEqual([302, to]);
    }
  });
});

describe("an asset", () => {
  it("is cached for good and comes with its type", async () => {
    for (const [ending, type] of [
      [".js", "text/javascript; charset=utf-8"],
      [".css", "text/css; charset=utf-8"],
      [".ttf", "font/ttf"],
      [".svg", "image/svg+xml"],
    ]) {
      const { status, headers } = await ask("HEAD", address(assets.find((name) => name.endsWith(ending!))!));
      expect(status).toBe(200);
      expect(headers["content-type"]).toBe(type);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  it("comes in the best encoding that the reader takes", async () => {
    const name = assets.find((asset) => /^index-.*\.js$/.test(asset))!;
    const plain = await readFile(path.join(folder, "assets", name));
    const expected: [string | undefined, string | undefined, (body: Buffer) => Buffer][] = [
      ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
      ["gzip;q=1.0, br;q=0", "gzip", gunzipSync],
      ["*", "br", brotliDecompressSync],
      ["deflate", undefined, (body) => body],
      ["identity", undefined, (body) => body],
      [undefined, undefined, (body) => body],
    ];
    for (const [accepted, given, decode] of expected) {
      const { headers, body } = await ask("GET", address(name), accepted ? { "accept-encoding": accepted } : {});
      expect(headers["content-encoding"], accepted).toBe(given);
      expect(headers.vary).toBe("Accept-Encoding");
      expect(Number(headers["content-length"])).toBe(body.length);
      expect(decode(body).equals(plain)).toBe(true);
    }
  });

  it("answers HEAD without a body", async () => {
    const { status, headers, body } = await ask("HEAD", address(assets[0]!));
    expect(status).toBe(200);
    expect(Number(headers["content-length"])).toBeGreaterThan(0);
    expect(body.length).toBe(0);
  });

  it("is served only if the build wrote it", async () => {
    for (const other of [
      "/playground/assets/none.js",
      "/playground/assets/",
      "/playground/index.html",
      "/playground/.vite/manifest.json",
      "/playground/assets/../index.html",
      "/playground/assets/..%2f..%2f..%2fpackage.json",
      "/playground/assets/%2e%2e/%2e%2e/%2e%2e/package.json",
      `${address(assets[0]!)}.br`,
    ])
      expect((await ask("GET", other)).status, other).toBe(404);
  });

  it("can only be read", async () => {
    const { status, headers } = await ask("POST", address(assets[0]!));
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});

describe("the build", () => {
  it("weighs at most 1.6 MB after brotli, workers and all", async () => {
    const sizes = await Promise.all(assets.map((name) => stat(path.join(folder, "assets", `${name}.br`))));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(1_600_000);
  });

  it("has the editor's three workers as files, and no other languages than GraphQL and JSON", () => {
    const workers = assets.filter((name) => /worker/i.test(name)).map((name) => name.split(".")[0]);
    expect(workers.sort()).toEqual(["editor", "graphql", "json"]);
    expect(assets.filter((name) => /^(ts|css|html)\.?(mode|worker)/i.test(name))).toEqual([]);
  });

  it("is missed with a sentence that says what to do", async () => {
    const failure = loadPlayground(path.join(folder, "nowhere"));
    await expect(failure).rejects.toThrow(SanadError);
    await expect(failure).rejects.toThrow(/not built.*npm run build/);
  });
});

function address(name: string): string {
  return `/playground/assets/${name}`;
}

/** Sends the path as it is, where `fetch` would tidy it first. */
function ask(method: string, target: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, method, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", reject)
      .end();
  });
}
