import { once } from "node:events";
import { Agent, createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SanadError } from "../../src/errors.js";
import { loadPlayground } from "../../src/http/playground.js";
import { startServer, type RunningServer } from "../../src/http/server.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { builtPages, builtPlayground } from "../playground/server.js";
import { post, send } from "./wire.js";

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function opened(): Promise<OpenedStore> {
  const opened = await emptyStore();
  endings.push(opened.close);
  return opened;
}

async function start(
  { store, ontology }: OpenedStore,
  place: { host?: string; port?: number } = {},
): Promise<RunningServer> {
  const playground = await loadPlayground(await builtPlayground());
  const pages = await builtPages();
  const log = pino({ level: "silent" });
  const server = await startServer({ host: "127.0.0.1", port: 0, ...place, store, ontology, playground, pages, log });
  endings.push(() => server.stop());
  return server;
}

describe("/health", () => {
  it("is ready while the store answers, and says that it is not, but alive, once it is closed", async () => {
    const graph = await opened();
    const { url } = await start(graph);
    expect((await send(url, "/health/ready")).status).toBe(200);
    await graph.store.close();
    expect(await send(url, "/health/ready")).toMatchObject({
      status: 503,
      body: "not ready: the store cannot be reached\n",
    });
    expect((await send(url, "/health/live")).status).toBe(200);
  });
});

describe("stop", () => {
  it("answers what is under way, is not ready, soon takes nothing new, and waits for nobody else", async () => {
    const server = await start(await opened());
    const { hostname, port } = new URL(server.url);
    const agent = new Agent({ keepAlive: true });
    const idle = new Agent({ keepAlive: true });
    endings.push(async () => [agent, idle].forEach((one) => one.destroy()));
    await post(server.url, "{ viewer { roles } }", { agent: idle });
    const body = JSON.stringify({ query: "{ viewer { roles } }" });
    const headers = { "content-type": "application/json", "content-length": body.length };
    const underWay = request({ hostname, port, method: "POST", path: "/graphql", headers, agent });
    underWay.write(body.slice(0, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));

    const begun = performance.now();
    const stopped = server.stop();
    expect(await send(server.url, "/health/ready")).toMatchObject({
      status: 503,
      headers: { connection: "close" },
      body: "not ready: the server is stopping\n",
    });
    // for a while whoever was answered just before may ask again
    await vi.waitFor(() => expect(send(server.url, "/health/live")).rejects.toMatchObject({ code: "ECONNREFUSED" }), {
      timeout: 5000,
      interval: 400,
    });
    const answered = once(underWay, "response") as Promise<[IncomingMessage]>;
    underWay.end(body.slice(5));
    const [response] = await answered;
    let text = "";
    for await (const chunk of response as AsyncIterable<Buffer>) text += chunk.toString();
    expect(JSON.parse(text)).toEqual({ data: { viewer: { roles: ["reader"] } } });
    expect(response.headers.connection).toBe("close");
    await stopped;
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it("may be called again", async () => {
    const server = await start(await opened());
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
  });

  it("leaves the store to whoever opened it", async () => {
    const graph = await opened();
    const server = await start(graph);
    await server.stop();
    expect(await graph.store.read({ name: "test", text: "RETURN 1 AS one", params: {} })).toEqual([{ one: 1 }]);
  });
});

describe("a place where it cannot listen", () => {
  it("that is taken is named in one sentence that says what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    endings.push(async () => other.close());
    const { port } = other.address() as AddressInfo;
    const failure = await start(await opened(), { port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SanadError);
    expect((failure as SanadError).message).toBe(
      `port ${port} of 127.0.0.1 is in use: set PORT to another, or stop what listens there`,
    );
  });

  it("that is no address of this machine is refused so, too", async () => {
    const graph = await opened();
    await expect(start(graph, { host: "192.0.2.1" })).rejects.toThrow(/^192\.0\.2\.1 is no address of this machine/u);
    await expect(start(graph, { host: "no-such-host.invalid" })).rejects.toThrow(/^no-such-host\.invalid /u);
  });
});

describe("the address that it tells", () => {
  it("is one that can be opened, in brackets where the host is an IPv6 address", async () => {
    const graph = await opened();
    const { url } = await start(graph, { host: "::1" });
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/u);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });
});

describe("a client that leaves", () => {
  it("in the middle of its request or of its answer is no trouble for the others", async () => {
    const { url } = await start(await opened());
    const { hostname, port } = new URL(url);
    const headers = { "content-type": "application/json", "content-length": 1000 };
    for (let index = 0; index < 5; index++) {
      const leaving = request({ hostname, port, method: "POST", path: "/graphql", headers });
      leaving.on("error", () => undefined);
      leaving.write("{");
      await new Promise((resolve) => setTimeout(resolve, 20));
      leaving.destroy();
    }
    expect((await post(url, "{ viewer { roles } }")).status).toBe(200);
  });
});
