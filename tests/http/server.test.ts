import { buildClientSchema, lexicographicSortSchema, printSchema, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/graphql/schema.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { firstLine, post, send } from "./wire.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph();
});
afterAll(() => graph.close());

const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const json = { "content-type": "application/json" };
const viewer = { data: { viewer: { roles: ["reader"] } } };

describe("GET /graphql", () => {
  it("is the playground for a browser, whatever else is in the address", async () => {
    for (const path of ["/graphql", "/graphql?query=%7Bviewer%7Broles%7D%7D"]) {
      const { status, headers, body } = await send(graph.url, path, { headers: html });
      expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(body).toContain("<title>");
    }
    const head = await send(graph.url, "/graphql", { method: "HEAD", headers: html });
    expect([head.status, head.headers["content-type"], head.body]).toEqual([200, "text/html; charset=utf-8", ""]);
  });

  it("answers a query of a client that a page of another site cannot pretend to be", async () => {
    const path = `/graphql?query=${encodeURIComponent("{ viewer { roles } }")}`;
    for (const site of [undefined, "cross-site", "same-site", "none"]) {
      const headers = { accept: "application/json", ...(site && { "sec-fetch-site": site }) };
      const refused = await send(graph.url, path, { headers });
      expect(refused.status).toBe(400);
      expect(refused.body).toContain("CSRF");
    }
    for (const [name, value] of [
      ["sec-fetch-site", "same-origin"],
      ["x-apollo-operation-name", "a"],
      ["apollo-require-preflight", "true"],
      ["content-type", "application/json"],
    ] as const) {
      const { status, body } = await send(graph.url, path, { headers: { [name]: value } });
      expect([status, JSON.parse(body)]).toEqual([200, viewer]);
    }
  });

  it("takes variables and a name, and refuses what is not a query", async () => {
    const headers = { "apollo-require-preflight": "true" };
    const query = new URLSearchParams({
      query: "query A($id: ID!) { entity(id: $id) { name } } query B { viewer { roles } }",
      ...{ variables: '{"id":"h100"}', operationName: "A" },
    });
    const { body } = await send(graph.url, `/graphql?${query}`, { headers });
    expect(JSON.parse(body)).toEqual({ data: { entity: { name: "H100" } } });
    const mutation = new URLSearchParams({
      query: 'mutation { retractClaim(id: "c_1", reason: "x") { claim { id } } }',
    });
    const refused = await send(graph.url, `/graphql?${mutation}`, { headers });
    expect([refused.status, refused.headers.allow]).toEqual([405, "POST"]);
  });
});

describe("POST /graphql", () => {
  it("answers a query, in the form that the client asks for", async () => {
    const plain = await post(graph.url, "{ viewer { roles } }");
    expect([plain.status, JSON.parse(plain.body)]).toEqual([200, viewer]);
    expect(plain.headers["content-type"]).toBe("application/json; charset=utf-8");
    const typed = await post(graph.url, "{ viewer { roles } }", {
      headers: { accept: "application/graphql-response+json" },
    });
    expect(typed.headers["content-type"]).toBe("application/graphql-response+json; charset=utf-8");
  });

  it.each<[string, Record<string, string>, string | Buffer, number]>([
    ["another type than JSON", { "content-type": "text/plain" }, "{}", 415],
    ["a form of another site", { "content-type": "application/x-www-form-urlencoded" }, "query=%7Bx%7D", 415],
    ["no type", {}, "{}", 415],
    ["no JSON", json, "{ viewer", 400],
    ["bytes that are not UTF-8", json, Buffer.from([0x7b, 0xff, 0x7d]), 400],
    ["nothing", json, "", 400],
    ["null", json, "null", 400],
    ["a number", json, "7", 400],
    ["no query", json, "{}", 400],
    ["a query that is no text", json, '{"query": {}}', 400],
    ["variables that are no object", json, '{"query": "{ viewer { roles } }", "variables": []}', 400],
    [
      "several operations in one request",
      json,
      '[{"query": "{ viewer { roles } }"}, {"query": "{ viewer { roles } }"}]',
      400,
    ],
    ["a query that cannot be parsed", json, '{"query": "{"}', 200],
    [
      "a query that cannot be parsed, for one who takes the type of GraphQL's answers",
      { ...json, accept: "application/graphql-response+json" },
      '{"query": "{"}',
      400,
    ],
    ["variables that are no object beside a query that cannot be parsed", json, '{"query": "{", "variables": 7}', 400],
    ["more than a megabyte", json, `{"query": "${"x".repeat(1024 * 1024)}"}`, 413],
    ["far more than a megabyte", json, `{"query": "${"x".repeat(40 * 1024 * 1024)}"}`, 413],
  ])("refuses %s with an error in GraphQL's form", async (_what, headers, body, status) => {
    const answer = await send(graph.url, "/graphql", { method: "POST", headers, body });
    expect(answer.status).toBe(status);
    const { errors } = JSON.parse(answer.body) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).not.toBe("");
    expect(errors[0]!.extensions.code).toMatch(/^[A-Z_]+$/u);
    expect(answer.body).not.toMatch(/\bat .*\.[jt]s:|node_modules/u);
  });

  it("refuses other methods", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "HEAD"]) {
      const { status, headers } = await send(graph.url, "/graphql", { method, headers: json });
      expect([method, status, headers.allow]).toEqual([method, 405, "GET, POST"]);
    }
  });
});

describe("other addresses", () => {
  it("/schema.graphql is the schema, with all that it says of itself", async () => {
    const { status, headers, body } = await send(graph.url, "/schema.graphql");
    expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(body).toBe(printSchema(buildSchema(graph.ontology)));
  });

  it("/schema.json is the same as the result of introspection, and whoever has it is not sent it again", async () => {
    const { status, headers, body } = await send(graph.url, "/schema.json");
    expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    const read = buildClientSchema(JSON.parse(body) as IntrospectionQuery);
    expect(printSchema(lexicographicSortSchema(read))).toBe(
      printSchema(lexicographicSortSchema(buildSchema(graph.ontology))),
    );
    for (const path of ["/schema.json", "/schema.graphql"]) {
      const { etag } = (await send(graph.url, path)).headers;
      const again = await send(graph.url, path, { headers: { "if-none-match": `W/"other", ${etag}` } });
      expect([again.status, again.body]).toEqual([304, ""]);
      expect((await send(graph.url, path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    }
  });

  it("/health/live and /health/ready say that all is well", async () => {
    expect(await send(graph.url, "/health/live")).toMatchObject({ status: 200, body: "live\n" });
    expect(await send(graph.url, "/health/ready?x=1")).toMatchObject({ status: 200, body: "ready\n" });
    expect(await send(graph.url, "/health/ready", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  it("that there are not are 404, and that cannot be written to are 405", async () => {
    for (const path of ["/nothing", "/graphql/", "/health", "/schema.graphql/x", "/package.json"]) {
      expect((await send(graph.url, path)).status, path).toBe(404);
    }
    for (const path of ["/", "/schema.graphql", "/schema.json", "/health/live", "/nothing"]) {
      const { status, headers } = await send(graph.url, path, { method: "POST" });
      expect([status, headers.allow], path).toEqual([405, "GET, HEAD"]);
    }
  });

  it("tell browsers not to guess at types, and let no other site read anything", async () => {
    const paths = [
      "/",
      "/graphql",
      "/schema.graphql",
      "/schema.json",
      "/health/live",
      "/nothing",
      "/playground/nothing",
    ];
    for (const path of paths) {
      for (const headers of [html, { ...json, origin: "https://example.org" }]) {
        const answer = await send(graph.url, path, { headers });
        expect(answer.headers["x-content-type-options"], path).toBe("nosniff");
        expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      }
    }
    const preflight = await send(graph.url, "/graphql", {
      method: "OPTIONS",
      headers: { origin: "https://example.org", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(400);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("that are written oddly end no process", async () => {
    const odd = [
      "//",
      "///graphql",
      "/%",
      "/graphql?query=%",
      "/graphql?%ff",
      "*",
      "http://[",
      "/..%2f..",
      "/\u00e9",
      "?",
      "//x/graphql",
    ];
    for (const target of odd) {
      for (const method of ["GET", "POST", "OPTIONS"]) {
        const line = await firstLine(graph.url, `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        expect(line, `${method} ${target}`).toMatch(/^HTTP\/1\.1 [2-4]\d\d /u);
      }
    }
    for (const bytes of [
      "\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "GET /graphql HTTP/1.1\r\n\r\n",
      "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
      "\0\0\0",
    ]) {
      expect(await firstLine(graph.url, bytes)).toMatch(/^(HTTP\/1\.1 4\d\d .*)?$/u);
    }
    const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n";
    await firstLine(graph.url, `GET // HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`);
    await firstLine(
      graph.url,
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
    );
    expect(JSON.parse((await post(graph.url, "{ viewer { roles } }")).body)).toEqual(viewer);
  });
});
