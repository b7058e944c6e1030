import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { useSanad, type Served } from "../cli/sanad.js";
import { followByEvents, followByWebSocket } from "../graphql/feedClients.js";
import { post, send } from "./wire.js";

const sanad = useSanad();

/** The lines that a server has logged, each as it is. */
function linesOf(stderr: string): Record<string, unknown>[] {
  return stderr
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the log", () => {
  it("has a line for each request, also for one that is refused before it is read, with its id, and no secret", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("logged") };
    const server = await sanad.serve(["--seed"], settings);
    const token = (await sanad.run(["token", "--role", "curator"], settings)).stdout.trim();
    const json = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const sent = async (headers: Record<string, string>, body: string, path = "/graphql") =>
      send(server.url, path, { method: "POST", headers: { ...json, ...headers }, body });
    const asked = JSON.stringify({
      query: "query Named($id: ID!) { entity(id: $id) { name } claims { totalCount } }",
      variables: { id: "a-secret-id" },
    });
    const first = await sent({ "x-request-id": "given-by.me:1" }, asked);
    expect(first.headers["x-request-id"]).toBe("given-by.me:1");
    const second = await sent({ "x-request-id": 'evil" , "level": "x' }, asked);
    expect(second.body).toBe(first.body);
    expect(second.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/u);
    await sent({ authorization: "Bearer a-secret-token" }, asked);
    await sent({ "content-type": "text/plain" }, "a secret text");
    await sent({}, "{ a secret that is no JSON");
    await sent({}, JSON.stringify({ query: "x".repeat(1024 * 1024 + 1) }));
    await send(server.url, "/graphql?query=%7Ba%7D", {});
    const following = followByWebSocket(server.url, { since: "0" });
    await following.until(5);
    following.stop();
    const events = followByEvents(server.url, { since: "not-a-secret" });
    await events.ended;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { stderr } = await server.end("SIGTERM");
    expect(stderr).not.toMatch(/secret/u);
    expect(stderr).not.toContain(token.slice(-20));
    const lines = linesOf(stderr).filter(({ msg }) => msg === "request" || msg === "subscription ended");
    expect(lines).toMatchObject([
      {
        ...{ requestId: "given-by.me:1", way: "http", operation: "Named", type: "query", status: 200, statements: 3 },
        ms: expect.any(Number) as number,
      },
      { requestId: second.headers["x-request-id"], operation: "Named", type: "query", statements: 0, cached: true },
      { operation: null, type: null, status: 401, statements: 0, errors: ["UNAUTHENTICATED"] },
      { operation: null, type: null, status: 415, statements: 0, errors: ["BAD_REQUEST"] },
      { status: 400, errors: ["BAD_REQUEST"] },
      { status: 413, errors: ["TOO_COMPLEX"] },
      { status: 400, errors: ["BAD_REQUEST"] },
      {
        msg: "subscription ended",
        way: "websocket",
        type: "subscription",
        operation: "Watch",
        answers: expect.any(Number) as number,
      },
      { msg: "request", way: "sse", status: 200, errors: ["BAD_USER_INPUT"] },
    ]);
    expect(lines).toHaveLength(9);
  });
});

describe("the metrics", () => {
  it("are served at a port of their own, and nowhere else, and count by our words only", async () => {
    const port = await freePort();
    const server = await sanad.serve(["--seed"], { SANAD_METRICS_PORT: String(port), LOG_LEVEL: "warn" });
    expect((await send(server.url, "/metrics")).status).toBe(404);
    for (const name of ["One", "Two", "Three"])
      await server.ask(`query ${name} { clusters { totalCount nodes { id } } }`);
    await server.ask("query One { clusters { totalCount nodes { id } } }"); // as before
    await server.ask("{ clusters(first: 0) { totalCount } }");
    await send(server.url, "/graphql", { method: "POST", body: "x" });
    const following = followByWebSocket(server.url, { since: "0" });
    await following.until(5);
    const url = `http://127.0.0.1:${port}`;
    expect((await send(url, "/")).status).toBe(404);
    const { status, headers, body } = await send(url, "/metrics");
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(body).toMatch(/^sanad_requests_total\{type="query",outcome="ok"\} 4$/mu);
    expect(body).toMatch(/^sanad_requests_total\{type="query",outcome="refused"\} 1$/mu);
    expect(body).toMatch(/^sanad_requests_total\{type="none",outcome="refused"\} 1$/mu);
    expect(body).toMatch(/^sanad_request_duration_seconds_count\{type="query"\} 5$/mu);
    expect(body).toMatch(/^sanad_requests_cached_total 1$/mu);
    expect(body).toMatch(/^sanad_response_cache_bytes [1-9]\d{3}$/mu);
    expect(body).toMatch(/^sanad_request_statements_total [6-9]$/mu);
    expect(body).toMatch(
      /^sanad_statement_duration_seconds_count\{(?=.*statement="changes\.page")(?=.*outcome="ok").*\} [1-9]/mu,
    );
    expect(body).toMatch(/^sanad_subscriptions 1$/mu);
    expect(body).toMatch(/^sanad_websocket_connections 1$/mu);
    expect(body).toMatch(/^sanad_changes_last_seq [1-9]\d*$/mu);
    expect(body).toMatch(/^process_resident_memory_bytes /mu);
    expect(body).toMatch(/^nodejs_heap_size_used_bytes /mu);
    expect(body).not.toMatch(/One|Two|Three/u);
    following.stop();
    expect((await server.end("SIGTERM")).code).toBe(0);
  });

  it("at a port that is taken end the start with the setting's name", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const ended = await sanad.run(["serve"], { SANAD_METRICS_PORT: String(port) });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/port \d+ of 127\.0\.0\.1 is in use: set SANAD_METRICS_PORT to another/u);
    other.close();
  });
});

describe("the traces", () => {
  /** What OTLP over HTTP sends as JSON, as far as the test reads it. */
  interface Span {
    readonly traceId: string;
    readonly spanId: string;
    readonly parentSpanId?: string;
    readonly name: string;
    readonly kind: number;
    readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
    readonly status: { readonly code?: number };
  }
  const received: { readonly body: string; readonly spans: readonly Span[] }[] = [];
  const receiver = createServer((request: IncomingMessage, response) => {
    void (async () => {
      let body = "";
      for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString("utf8");
      type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      const { resourceSpans } = JSON.parse(body) as Sent;
      received.push({
        body,
        spans: resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      });
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    })();
  });
  let endpoint = "";
  beforeAll(async () => {
    receiver.listen(0, "127.0.0.1");
    await once(receiver, "listening");
    endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  });
  afterEach(() => received.splice(0));
  afterAll(() => receiver.close());

  const attribute = ({ attributes }: Span, name: string) =>
    attributes.find(({ key }) => key === name)?.value.stringValue;

  it("have a span a request, within the caller's trace, and one a statement, without what was asked with", async () => {
    const server = await sanad.serve(["--seed"], { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, LOG_LEVEL: "warn" });
    const [traceId, parentId] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
    await post(
      server.url,
      'query Secretless { entity(id: "a-secret-id") { name } claims(first: 1) { nodes { statement } } }',
      {
        headers: { traceparent: `00-${traceId}-${parentId}-01` },
      },
    );
    await post(server.url, "{ clusters(first: 0) { totalCount } }");
    const ended = await server.end("SIGTERM");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const spans = received.flatMap((one) => one.spans);
    const request = spans.find(({ parentSpanId }) => parentSpanId === parentId)!;
    expect(request).toMatchObject({ traceId, name: "graphql query", kind: 2 });
    expect(attribute(request, "graphql.operation.name")).toBe("Secretless");
    const statements = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId);
    expect(statements.map(({ name }) => name).sort()).toEqual(["claims.page", "entities.byId", "merged.into"]);
    for (const span of statements) {
      expect(span).toMatchObject({ traceId, kind: 3 });
      expect(attribute(span, "db.system.name")).toBe("grafeo");
      expect(attribute(span, "db.query.summary")).toBe(span.name);
    }
    const refused = spans.find(({ status }) => status.code === 2)!;
    expect(attribute(refused, "error.type")).toBe("BAD_USER_INPUT");
    expect(received.map(({ body }) => body).join("")).not.toMatch(/secret-id|MATCH/u);
  });

  it("are off where nobody says where to send them, and nothing of them is loaded", async () => {
    const server = await sanad.serve([], { LOG_LEVEL: "warn", NODE_DEBUG: "" });
    await server.ask("{ viewer { roles } }");
    await server.end("SIGTERM");
    expect(received).toEqual([]);
  });

  it("that cannot be sent neither hold up the answers nor the end", async () => {
    const server: Served = await sanad.serve([], {
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
      LOG_LEVEL: "warn",
    });
    expect(await server.ask("{ viewer { roles } }")).toEqual({ data: { viewer: { roles: ["reader"] } } });
    const begun = performance.now();
    expect((await server.end("SIGTERM")).code).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
