import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { createClient, CloseCode } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ErrorCode, SanadError } from "../../src/errors.js";
import { refusal } from "../../src/graphql/refusal.js";
import type { Identify } from "../../src/http/asking.js";
import { followByEvents, followByWebSocket, WATCH, webSocketClient, type Following } from "../graphql/feedClients.js";
import { record } from "../graphql/newClaims.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { send } from "./wire.js";

const NO_TOKEN = refusal(new SanadError(ErrorCode.UNAUTHENTICATED, "the token is none"), 401);

/** A token says of itself who it is, and how long it is good. */
const identify: Identify = (authorization) => {
  if (authorization === undefined) return Promise.resolve({ name: null, roles: ["reader"] });
  const [, name, milliseconds] = /^Bearer (\w+)(?: (\d+))?$/u.exec(authorization) ?? [];
  if (name === undefined) return Promise.reject(NO_TOKEN);
  const expires = milliseconds === undefined ? undefined : new Date(Date.now() + Number(milliseconds));
  return Promise.resolve({ name, roles: ["curator"], expires });
};

let graph: TestGraph;
const followings: Following[] = [];
const sockets: WebSocket[] = [];
beforeAll(async () => {
  graph = await serveGraph(undefined, { identify, maxSubscriptions: 20 });
});
afterEach(async () => {
  for (const { stop } of followings.splice(0)) stop();
  for (const socket of sockets.splice(0)) socket.terminate();
  await new Promise((resolve) => setTimeout(resolve, 200));
});
afterAll(() => graph.close());

function open(options: { path?: string; protocol?: string; headers?: Record<string, string> } = {}): WebSocket {
  const { path = "/graphql", protocol = "graphql-transport-ws", headers = {} } = options;
  const socket = new WebSocket(`${graph.url.replace("http", "ws")}${path}`, protocol === "" ? [] : protocol, {
    headers,
  });
  socket.on("error", () => undefined);
  sockets.push(socket);
  return socket;
}

/** The status with which an upgrade is refused. */
async function refused(socket: WebSocket): Promise<number | undefined> {
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode?: number }];
  return response.statusCode;
}

/** Sends messages, one after another, and answers with the code of the closing and what came before it. */
async function closedAfter(socket: WebSocket, ...messages: readonly (object | string | Buffer)[]) {
  const received: { type: string; id?: string; payload?: unknown }[] = [];
  socket.on("message", (data: Buffer) => received.push(JSON.parse(data.toString()) as { type: string }));
  await once(socket, "open");
  for (const [index, message] of messages.entries()) {
    if (index === 1) await once(socket, "message"); // it is known who asks
    socket.send(typeof message === "string" || Buffer.isBuffer(message) ? message : JSON.stringify(message));
  }
  const [code, reason] = (await once(socket, "close")) as [number, Buffer];
  return { code, reason: reason.toString(), received };
}

const stillAnswers = async () =>
  expect(await graph.ask("{ viewer { roles } }")).toEqual({ data: { viewer: { roles: ["reader"] } } });

describe("a WebSocket", () => {
  it("answers queries, with errors as they are over HTTP", async () => {
    const client = webSocketClient(graph.url);
    const answers: unknown[] = [];
    const ask = (query: string) =>
      new Promise<void>((resolve) =>
        client.subscribe(
          { query },
          { next: (value) => answers.push(value), error: (e) => resolve(void answers.push(e)), complete: resolve },
        ),
      );
    await ask("{ clusters(first: 1) { totalCount } }");
    await ask("{ clusters(first: 0) { totalCount } }");
    await ask("{ nothing }");
    await ask("{ a secret syntax");
    expect(answers).toMatchObject([
      { data: { clusters: { totalCount: expect.any(Number) as number } } },
      { data: { clusters: null }, errors: [{ path: ["clusters"], extensions: { code: "BAD_USER_INPUT" } }] },
      [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
      [{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }],
    ]);
    const [plain] = (await graph.ask("{ clusters(first: 0) { totalCount } }")).errors!;
    expect((answers[1] as { errors: unknown[] }).errors).toEqual([plain]);
    expect(JSON.stringify(answers)).not.toMatch(/stack|\.ts|\.js/u);
    await client.dispose();
  });

  it("knows who asks by the payload of its beginning, by either name, or by the header", async () => {
    const who = async (options: Parameters<typeof open>[0], payload?: object) => {
      const socket = open(options);
      const messages: { type: string; payload?: { data: unknown } }[] = [];
      socket.on("message", (data: Buffer) => messages.push(JSON.parse(data.toString()) as { type: string }));
      await once(socket, "open");
      socket.send(JSON.stringify({ type: "connection_init", payload }));
      await once(socket, "message");
      socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: "{ viewer { name } }" } }));
      await once(socket, "message");
      return messages.find(({ type }) => type === "next")?.payload?.data;
    };
    expect(await who({})).toEqual({ viewer: { name: null } });
    expect(await who({}, { authorization: "Bearer ann" })).toEqual({ viewer: { name: "ann" } });
    expect(await who({}, { Authorization: "Bearer ann" })).toEqual({ viewer: { name: "ann" } });
    expect(await who({ headers: { authorization: "Bearer ben" } })).toEqual({ viewer: { name: "ben" } });
    expect(await who({ headers: { authorization: "Bearer ben" } }, { authorization: "Bearer ann" })).toEqual({
      viewer: { name: "ann" },
    });
    const ended = await closedAfter(open(), { type: "connection_init", payload: { authorization: "nonsense" } });
    expect(ended).toMatchObject({ code: CloseCode.Forbidden, reason: "the token is none", received: [] });
  });

  it("is refused at another address, and to a page of another site", async () => {
    expect(await refused(open({ path: "/" }))).toBe(404);
    expect(await refused(open({ path: "/health/live" }))).toBe(404);
    expect(await refused(open({ headers: { origin: "https://evil.example" } }))).toBe(403);
    expect(await refused(open({ headers: { origin: "null" } }))).toBe(403);
    expect(await refused(open({ headers: { "sec-fetch-site": "cross-site" } }))).toBe(403);
    await once(open({ headers: { origin: graph.url } }), "open");
  });

  it("with an address that is none, or broken headers, ends nothing but itself", async () => {
    const { hostname, port } = new URL(graph.url);
    const upgrade = (address: string, ...headers: readonly string[]) =>
      [
        `GET ${address} HTTP/1.1`,
        `Host: ${hostname}`,
        "Connection: Upgrade",
        "Upgrade: websocket",
        ...headers,
        "",
        "",
      ].join("\r\n");
    const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    for (const [bytes, status] of [
      [upgrade("//"), "404"],
      [upgrade("//graphql", key), "404"],
      [upgrade("/graphql"), "400"],
      [upgrade("/graphql", "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 13"), "400"],
      [upgrade("/graphql", key, "Sec-WebSocket-Version: 99"), "400"],
      [upgrade("/graphql", key, "Sec-WebSocket-Version: 13", "Origin: not an origin"), "403"],
    ] as const) {
      const socket = connect(Number(port), hostname);
      let received = "";
      socket.on("data", (chunk: Buffer) => (received += chunk.toString("latin1")));
      socket.on("error", () => undefined);
      socket.write(bytes);
      await once(socket, "close");
      expect(received.split(" ")[1], bytes).toBe(status);
    }
    await stillAnswers();
  });

  it("a request that offers another protocol is answered as if it had not, body and all", async () => {
    const body = JSON.stringify({ query: "{ viewer { roles } }" });
    const headers = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABkAAQ" };
    for (const path of ["/graphql", "/graphql?x=//"]) {
      const answer = await send(graph.url, path, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "content-length": String(body.length) },
        body,
      });
      expect(JSON.parse(answer.body)).toEqual({ data: { viewer: { roles: ["reader"] } } });
    }
    expect((await send(graph.url, "/health/live", { headers })).body).toBe("live\n");
  });

  it("that speaks another protocol, or none of it, is closed with the reason", async () => {
    expect(await closedAfter(open({ protocol: "" }))).toMatchObject({ code: 4406 });
    expect(await closedAfter(open(), "no JSON")).toMatchObject({ code: 4400 });
    expect(await closedAfter(open(), Buffer.from([0xff, 0xfe]))).toMatchObject({ code: 4400 });
    expect(await closedAfter(open(), { type: "subscribe", id: "1", payload: { query: "{ a }" } })).toMatchObject({
      code: 4401,
    });
    const init = { type: "connection_init" };
    expect(await closedAfter(open(), init, init)).toMatchObject({ code: 4429 });
    const subscribe = { type: "subscribe", id: "1", payload: { query: WATCH } };
    expect(await closedAfter(open(), init, subscribe, subscribe)).toMatchObject({ code: 4409 });
    expect(await closedAfter(open(), "x".repeat(1024 * 1024 + 1))).toMatchObject({ code: 1009 });
    await stillAnswers();
  });

  it("whose frames are malformed ends nothing but itself", async () => {
    const socket = open();
    await once(socket, "open");
    (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
      Buffer.from([0xf3, 0x80, 0, 0, 0, 0]),
    );
    const [code] = (await once(socket, "close")) as [number];
    expect(code).toBe(1002);
    await stillAnswers();
  });

  it("that never says who it is is closed after some seconds", async () => {
    const begun = performance.now();
    expect(await closedAfter(open())).toMatchObject({ code: CloseCode.ConnectionInitialisationTimeout });
    expect(performance.now() - begun).toBeLessThan(8000);
  });

  it("refuses variables that nest deeper than any that are read", async () => {
    let nested: object = {};
    for (let depth = 0; depth < 200; depth++) nested = { and: [nested] };
    const following = followByWebSocket(graph.url, { where: nested });
    followings.push(following);
    await following.ended;
    expect(following.errors).toMatchObject([{ extensions: { code: "TOO_COMPLEX" } }]);
  });

  it("has at most 100 operations under way, and the server at most as many subscriptions as it is told", async () => {
    const refusals = async (message: RegExp, count: number, of: readonly Following[]) => {
      for (let tries = 0; of.flatMap(({ errors }) => errors).length < count && tries < 300; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      const errors = of.flatMap(({ errors }) => errors) as { message: string; extensions: { code: string } }[];
      expect(errors).toHaveLength(count);
      for (const { message: told, extensions } of errors) {
        expect(told).toMatch(message);
        expect(extensions.code).toBe("RATE_LIMITED");
      }
    };
    const all = Array.from({ length: 23 }, (_, n) => (n % 2 === 0 ? followByEvents : followByWebSocket)(graph.url));
    followings.push(...all);
    await refusals(/^20 subscriptions are open here/u, 3, all);
    for (const { stop } of all) stop();
    await new Promise((resolve) => setTimeout(resolve, 500));
    // those that have ended make room
    const again = followByWebSocket(graph.url, { since: "0" });
    followings.push(again);
    await again.until(1);

    const socket = open();
    await once(socket, "open");
    const errors: unknown[] = [];
    socket.on("message", (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: unknown };
      if (type === "error") errors.push(payload);
    });
    socket.send(JSON.stringify({ type: "connection_init" }));
    await once(socket, "message");
    graph.delayEveryOther(500);
    for (let id = 0; id < 230; id++) {
      const payload = { query: "{ clusters { totalCount } }" };
      socket.send(JSON.stringify({ type: "subscribe", id: `${id}`, payload }));
    }
    for (let tries = 0; errors.length === 0 && tries < 300; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    graph.delayEveryOther(0);
    expect(JSON.stringify(errors[0])).toMatch(/100 operations are under way on this connection/u);
  });
});

describe.each([
  ["graphql-ws", followByWebSocket],
  ["graphql-sse", followByEvents],
] as const)("following by %s", (_, follow) => {
  it("ends when its token does, and says so", async () => {
    const following = follow(graph.url, {}, "Bearer ann 700");
    followings.push(following);
    const begun = performance.now();
    await following.ended;
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(following.errors).toMatchObject([
      {
        message: expect.stringMatching(/^the token has expired: sign in again/u) as string,
        extensions: { code: "UNAUTHENTICATED" },
      },
    ]);
  });
});

it("a connection whose token has expired is answered nothing more", async () => {
  const socket = open();
  const received: { type: string; payload?: unknown }[] = [];
  socket.on("message", (data: Buffer) => received.push(JSON.parse(data.toString()) as { type: string }));
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: "Bearer ann 300" } }));
  await once(socket, "message");
  await new Promise((resolve) => setTimeout(resolve, 500));
  socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: "{ viewer { name } }" } }));
  await once(socket, "message");
  expect(received.at(-1)).toMatchObject({ type: "error", payload: [{ extensions: { code: "UNAUTHENTICATED" } }] });
});

describe("a client that does not read", () => {
  /** About 50 kB a change, more in all than the sockets between hold. */
  const LONG = `subscription { claimChanged(since: "0") { seq ${Array.from({ length: 90 }, (_, n) => `${"x".repeat(540)}${n}: action`).join(" ")} } }`;
  const MANY = 400;
  beforeAll(async () => {
    const claims = Array.from({ length: MANY }, (_, index) => ({
      ...{ subject: "cortex", predicate: "USES_CHIP", object: "h100" },
      quantity: { amount: 10_000_000 + index, unit: "chip", bound: "EXACT" as const },
    }));
    await record(graph, { claims });
  });

  /** How many pages the server reads while nobody takes what it answers, and then how many numbers come, when it is taken. */
  const stalled = async (resume: () => void, numbers: readonly number[]) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const pages = graph.statementsSent().filter((name) => name === "changes.page").length;
    resume();
    for (let tries = 0; numbers.length < MANY && tries < 1000; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(numbers.length).toBeGreaterThanOrEqual(MANY);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    return pages;
  };

  it("makes the server hoard nothing over a WebSocket, and gets all of it when it reads", async () => {
    const socket = open();
    const numbers: number[] = [];
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "connection_init" }));
    await once(socket, "message");
    socket.on("message", (data: Buffer) => {
      const { payload } = JSON.parse(data.toString()) as { payload: { data: { claimChanged: { seq: string } } } };
      numbers.push(Number(payload.data.claimChanged.seq));
    });
    graph.statementsSent();
    socket.pause();
    socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: LONG } }));
    expect(await stalled(() => socket.resume(), numbers)).toBeLessThan(15);
  });

  it("makes the server hoard nothing over events, and gets all of it when it reads", async () => {
    const numbers: number[] = [];
    const headers = { accept: "text/event-stream", "content-type": "application/json" };
    graph.statementsSent();
    const asking = request(`${graph.url}/graphql`, { method: "POST", headers }).end(JSON.stringify({ query: LONG }));
    const [response] = (await once(asking, "response")) as [IncomingMessage];
    let rest = "";
    const resume = () =>
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const events = (rest + chunk).split("\n\n");
        rest = events.pop()!;
        for (const event of events) {
          const [, seq] = /"seq":"(\d+)"/u.exec(event) ?? [];
          if (seq !== undefined) numbers.push(Number(seq));
        }
      });
    expect(await stalled(resume, numbers)).toBeLessThan(15);
    asking.on("error", () => undefined).destroy();
  });
});

describe("events", () => {
  const EVENTS = { accept: "text/event-stream" };
  const QUERY = encodeURIComponent("{ viewer { roles } }");

  it("answer a GET, as a browser's EventSource sends it, and no mutation so", async () => {
    const answer = await send(graph.url, `/graphql?query=${QUERY}`, { headers: EVENTS });
    expect(answer.headers["content-type"]).toMatch(/^text\/event-stream/u);
    expect(answer.body).toMatch(
      /event: next\ndata: \{"data":\{"viewer":\{"roles":\["reader"\]\}\}\}\n\nevent: complete/u,
    );
    const writing = encodeURIComponent('mutation { retractClaim(id: "a", reason: "b") { claim { id } } }');
    expect((await send(graph.url, `/graphql?query=${writing}`, { headers: EVENTS })).body).toMatch(/sent by POST/u);
  });

  it.each([
    ["a page of another site", "GET", { origin: "https://evil.example" }, "", 403],
    ["a simple request's type", "POST", { "content-type": "text/plain" }, "{}", 415],
    ["no operation", "POST", { "content-type": "application/json" }, '{"query":1}', 400],
    ["a list of operations", "POST", { "content-type": "application/json" }, "[]", 400],
    ["no JSON", "POST", { "content-type": "application/json" }, "{", 400],
    ["another method", "PUT", { "content-type": "application/json" }, "{}", 405],
    [
      "a token that is none",
      "POST",
      { "content-type": "application/json", authorization: "x" },
      '{"query":"{a}"}',
      401,
    ],
    ["too much", "POST", { "content-type": "application/json" }, `"${"x".repeat(1024 * 1024)}"`, 413],
  ])("%s is refused", async (_, method, headers, body, status) => {
    const answer = await send(graph.url, `/graphql?query=${method === "GET" ? QUERY : ""}`, {
      ...{ method, headers: { ...EVENTS, ...headers } },
      ...(body !== "" && { body }),
    });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) as string } }] });
  });

  it("a subscription as a plain request is refused with how to send it", async () => {
    for (const accept of ["application/json", "*/*", "application/graphql-response+json, text/event-stream"]) {
      const answer = await send(graph.url, "/graphql", {
        ...{ method: "POST", headers: { accept, "content-type": "application/json" } },
        body: JSON.stringify({ query: WATCH }),
      });
      expect(answer.status).toBe(406);
      expect(answer.body).toMatch(/A subscription has many answers: send it by a WebSocket .*text\/event-stream/u);
    }
  });
});

it("a client of graphql-ws that connects again by itself goes on", async () => {
  let cuts = 0;
  const seen: string[] = [];
  const client = createClient({
    url: `${graph.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 5,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
    on: {
      opened: (socket) => {
        if (cuts++ < 2) setTimeout(() => (socket as WebSocket).terminate(), 300);
      },
    },
  });
  const variables: { since?: string } = { since: "0" };
  const stop = client.subscribe<{ claimChanged: { seq: string } }>(
    { query: WATCH, variables },
    {
      next: ({ data }) => {
        seen.push(data!.claimChanged.seq);
        variables.since = seen.at(-1)!;
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  for (let tries = 0; cuts < 3 && tries < 300; tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  const [id] = await record(graph, {
    claims: [
      {
        subject: "cortex",
        predicate: "USES_CHIP",
        object: "h100",
        quantity: { amount: 77, unit: "chip", bound: "EXACT" },
      },
    ],
  });
  expect(id).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(cuts).toBe(3);
  expect(seen.map(Number)).toEqual([...new Set(seen.map(Number))].sort((a, b) => a - b));
  stop();
  await client.dispose();
});
