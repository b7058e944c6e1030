import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { firstLine, post, send, type Response } from "./wire.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph();
});
afterAll(async () => {
  expect(JSON.parse((await post(graph.url, "{ viewer { name } }")).body)).toEqual({ data: { viewer: { name: null } } });
  await graph.close();
});

const json = { "content-type": "application/json" };
const typed = { ...json, accept: "application/graphql-response+json" };

/** Sends what one would not; the answer is GraphQL's, comes soon, and tells nothing of the code, the place or the driver. */
async function attack(
  query: string,
  variables: unknown = {},
  headers: Record<string, string> = typed,
): Promise<Response & { readonly codes: readonly string[] }> {
  const begun = performance.now();
  const answer = await send(graph.url, "/graphql", {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  expect(performance.now() - begun).toBeLessThan(3000);
  expect(answer.body.length).toBeLessThan(1024 * 1024);
  expect(answer.body).not.toMatch(/\bat .*\.[jt]s:|node_modules|\/src\/|grafeo|neo4j|stack/iu);
  const { errors = [] } = JSON.parse(answer.body) as { errors?: { extensions?: { code?: string } }[] };
  return { ...answer, codes: errors.map(({ extensions }) => extensions?.code ?? "") };
}

const times = (number: number, make: (index: number) => string, between = " ") =>
  Array.from({ length: number }, (_, index) => make(index)).join(between);

describe("what costs more to answer than to ask is refused before anything is read:", () => {
  it.each<[what: string, query: string, variables?: unknown]>([
    [
      "depth through lists",
      `{ clusters { nodes { ${times(30, () => "usesChip { nodes { usedBy { nodes {")} id ${"}".repeat(120)} } } }`.replaceAll(
        "usedBy",
        "usesChipOf",
      ),
    ],
    [
      "depth through one thing after another",
      `{ claim(id: "c") { ${"supersededBy { ".repeat(45)} id ${"}".repeat(45)} } }`,
    ],
    ["thousands of levels", `{ ${"a { ".repeat(20_000)}`],
    ["thousands of brackets in a value", `{ claims(where: ${"{and: [".repeat(5000)}`],
    ["thousands of aliases", `{ ${times(3000, (i) => `a${i}: claims(first: 200) { totalCount }`)} }`],
    ["hundreds of aliases beneath", `{ claims { nodes { ${times(500, (i) => `a${i}: statement`)} } } }`],
    ["a search as often as it goes", `{ ${times(60, (i) => `s${i}: search(text: "a") { totalCount }`)} }`],
    [
      "lists in lists",
      "{ claims(first: 200) { nodes { subject { claims(first: 200) { nodes { subject { claims(first: 200) { nodes { id } } } } } } } } }",
    ],
    [
      "lists in lists by variables",
      "query ($n: Int!) { claims(first: $n) { nodes { subject { claims(last: $n) { nodes { subject { claims(first: $n) { nodes { id } } } } } } } } }",
      { n: 200 },
    ],
    [
      "lists in lists by a default",
      "query ($n: Int! = 200) { claims(first: $n) { nodes { subject { claims(last: $n) { nodes { subject { claims(first: $n) { nodes { id } } } } } } } } }",
    ],
    [
      "lists in lists through fragments",
      "{ claims(first: 200) { nodes { ...A } } } fragment A on Claim { subject { claims(first: 200) { nodes { ...B } } } } fragment B on Claim { subject { claims(first: 200) { nodes { id } } } }",
    ],
    ["the texts of all sources", "{ sources(first: 200) { nodes { text { content } } } }"],
    [
      "fragments that double one another",
      `{ viewer { ...F0 } } ${times(60, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Viewer { name }`,
    ],
    ["a thousand operations", times(1000, (i) => `query Q${i} { viewer { name } }`)],
    ["thousands of directives", `{ viewer ${"@include(if: true) ".repeat(5000)} { name } }`],
    ["thousands of directives that there are not", `{ viewer ${"@a ".repeat(20_000)} { name } }`],
    ["tens of thousands of fields", `{ ${"__typename ".repeat(30_000)} }`],
    ["the same field ten thousand times", `{ ${"__typename ".repeat(10_000)} }`],
    ["the schema again and again", `{ ${times(30, (i) => `s${i}: __schema { types { name } }`)} }`],
    ["ids", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: times(5000, (i) => `e${i}`).split(" ") }],
    [
      "a filter that goes deep",
      "query ($where: ClaimFilter) { claims(where: $where) { totalCount } }",
      { where: deep(50) },
    ],
    [
      "a filter that goes wide",
      "query ($where: ClaimFilter) { claims(where: $where) { totalCount } }",
      { where: { or: Array.from({ length: 900 }, (_, i) => ({ id: { eq: `c${i}` } })) } },
    ],
    ["long words", "query ($text: String!) { search(text: $text) { totalCount } }", { text: "ن".repeat(100_000) }],
  ])("%s", async (_what, query, variables) => {
    graph.statementsSent();
    const { status, codes, body } = await attack(query, variables);
    expect([...new Set(codes)], body.slice(0, 300)).toEqual(["TOO_COMPLEX"]);
    expect(body).toMatch(/\d/u); // the figures
    expect([200, 400]).toContain(status);
    expect(graph.statementsSent()).toEqual([]);
  });

  /** A filter of so many levels. */
  function deep(levels: number): object {
    return levels === 0
      ? { id: { eq: "c" } }
      : { or: [{ and: [deep(levels - 1), { id: { eq: "a" } }] }, { id: { eq: "b" } }] };
  }

  it("a pre-parsed refusal has a status that says so, to those who take GraphQL's own type", async () => {
    const query = `{ ${times(200, (i) => `a${i}: __typename`)} }`;
    expect((await attack(query, {}, typed)).status).toBe(400);
    expect((await attack(query, {}, json)).status).toBe(200);
    const long = `{ ${"__typename ".repeat(30_000)} }`;
    expect((await attack(long, {}, typed)).status).toBe(400);
    expect((await attack(long, {}, json)).status).toBe(200);
  });
});

describe("what validation could take long for is refused, or answered, soon:", () => {
  it.each<[what: string, query: string]>([
    ["fields that overlap, each with each", `{ ${times(1500, () => "viewer { name }")} }`],
    [
      "fields that overlap in fragments",
      `{ ${times(300, (i) => `...F${i}`)} } ${times(300, (i) => `fragment F${i} on Query { claim(id: "a") { ${times(10, () => "id")} } }`)}`,
    ],
    [
      "nested fields that overlap",
      `{ ${times(12, () => `claim(id: "a") { ${times(12, () => "subject { id name kind }")} }`)} }`,
    ],
    [
      "fragments that hold one another",
      "{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }",
    ],
    [
      "a fragment that holds itself, deep within",
      `{ claim(id: "a") { ...A } } fragment A on Claim { ${"supersededBy { ".repeat(20)} ...A ${"}".repeat(20)} }`,
    ],
    [
      "a chain of fragments",
      `{ viewer { ...F0 } } ${times(390, (i) => `fragment F${i} on Viewer { ...F${i + 1} }`)} fragment F390 on Viewer { name }`,
    ],
    [
      "operations that share a chain of fragments",
      `${times(190, (i) => `query Q${i} { viewer { ...F0 } }`)} ${times(190, (i) => `fragment F${i} on Viewer { ...F${i + 1} }`)} fragment F190 on Viewer { name }`,
    ],
    [
      "introspection in fragments that double one another and that nothing uses",
      `{ viewer { name } } fragment A on Query { __schema { types { ...F0 } } } ${times(60, (i) => `fragment F${i} on __Type { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on __Type { name }`,
    ],
    ["variables that are not used", `query (${times(1500, (i) => `$v${i}: Int`)}) { viewer { name } }`],
    ["names that there are not", `{ ${times(2000, (i) => `nothing${i}`)} }`],
    ["long names", `{ ${"a".repeat(500_000)} }`],
    ["conflicting arguments", `{ ${times(40, (i) => `claims(first: ${i + 1}) { totalCount }`)} }`],
    [
      "introspection of types of types",
      `{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
    ],
  ])("%s", async (_what, query) => {
    const { codes } = await attack(query);
    for (const code of codes)
      expect(["GRAPHQL_VALIDATION_FAILED", "TOO_COMPLEX", "OPERATION_RESOLUTION_FAILURE"]).toContain(code);
  });

  it("and the whole schema is told to whoever asks once", async () => {
    const { status } = await post(graph.url, getIntrospectionQuery(), { headers: json });
    expect(status).toBe(200);
  });
});

describe("values that are not as they should be", () => {
  const byId = "query ($id: ID!) { entity(id: $id) { id } }";
  const list = "query ($first: Int!) { claims(first: $first) { totalCount } }";

  it.each<[what: string, query: string, variables: unknown]>([
    ["a huge whole number", list, { first: 2 ** 53 }],
    ["a number that is none", list, { first: "NaN" }],
    ["a negative page", list, { first: -1 }],
    ["the largest page", list, { first: 2 ** 31 - 1 }],
    ["a list for a text", byId, { id: ["a"] }],
    ["an object for a text", byId, { id: { $gt: "" } }],
    ["a null", byId, { id: null }],
    [
      "a filter of JavaScript's own names",
      "query ($w: ClaimFilter) { claims(where: $w) { totalCount } }",
      JSON.parse('{"w":{"__proto__":{"a":1},"constructor":{"prototype":{}}}}'),
    ],
    [
      "a date that there is not",
      "query ($a: AsOf) { claims(asOf: $a) { totalCount } }",
      { a: { validAt: "2024-13-45" } },
    ],
    [
      "a million digits",
      'query ($a: Float!) { claims(where: { quantity: { gte: $a, unit: "chip" } }) { totalCount } }',
      { a: "9".repeat(9000) },
    ],
  ])("%s: refused as a wrong input", async (_what, query, variables) => {
    const { codes } = await attack(query, variables);
    expect([...new Set(codes)]).toEqual(["BAD_USER_INPUT"]);
  });

  it("a number of a million digits in a document", async () => {
    const { codes } = await attack(`{ claims(first: ${"9".repeat(900_000)}) { totalCount } }`);
    expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  it("variables that nest deeper than anything needs", async () => {
    const body = `{"query":"{ viewer { name } }","variables":${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}}`;
    const { status } = await send(graph.url, "/graphql", { method: "POST", headers: json, body });
    expect(status).toBe(400);
  });

  it.each([
    ["\u0000", "a null character"],
    ["\ud800", "half a character"],
    ["\u202eabc", "another direction"],
    ["a\u0301".repeat(2000), "combining marks"],
    ["\ufdfa".repeat(2000), "a letter that is many once folded"],
    ["🏴‍☠️".repeat(1000), "emoji"],
    ["%00%0d%0aSet-Cookie: a=b", "an encoded line"],
    ["../../etc/passwd", "a path"],
    ["<script>alert(1)</script>", "a script"],
    ["${7*7} {{7*7}} #{7*7}", "templates"],
    ["'; DROP TABLE claims; --", "SQL"],
    ["(a+)+$", "a regular expression"],
  ])("%j (%s) is a text like any other", async (text) => {
    expect((await attack(byId, { id: text })).codes).toEqual([]);
    const searched = await attack("query ($t: String!) { search(text: $t) { totalCount } }", { t: text });
    for (const code of searched.codes) expect(["BAD_USER_INPUT", "TOO_COMPLEX"]).toContain(code);
    const filter = { name: { contains: text } };
    const filtered = await attack("query ($w: EntityFilter) { entities(where: $w) { totalCount } }", { w: filter });
    for (const code of filtered.codes) expect(["BAD_USER_INPUT", "TOO_COMPLEX"]).toContain(code);
  });
});

describe("ways around the limits", () => {
  it("there is none by many operations in one request", async () => {
    const one = { query: "{ viewer { name } }" };
    const { status } = await send(graph.url, "/graphql", {
      method: "POST",
      headers: json,
      body: JSON.stringify(new Array(100).fill(one)),
    });
    expect(status).toBe(400);
  });

  it("there is none by a mutation or a subscription with a GET", async () => {
    const headers = { "apollo-require-preflight": "true" };
    for (const query of [
      `mutation { retractClaim(id: "c", reason: "x") { claim { id } } }`,
      "subscription { claimChanged { seq } }",
    ]) {
      const { status } = await send(graph.url, `/graphql?query=${encodeURIComponent(query)}`, { headers });
      expect(status).toBe(405);
    }
  });

  it("there is none by an address that is too long, or a header", async () => {
    const long = await send(graph.url, `/graphql?query=${"x".repeat(20_000)}`, { headers: json });
    expect([400, 414, 431]).toContain(long.status);
    const header = await send(graph.url, "/graphql", { headers: { ...json, authorization: "x".repeat(20_000) } });
    expect(header.status).toBe(431);
  });

  it("what a page of another site can send is refused, whatever it calls itself", async () => {
    const body = JSON.stringify({ query: "{ viewer { name } }" });
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain; application/json",
      "application/json2",
      "",
      "application/graphql",
    ]) {
      const { status } = await send(graph.url, "/graphql", { method: "POST", headers: { "content-type": type }, body });
      expect([400, 415], type).toContain(status);
    }
    for (const headers of [
      {},
      { "content-type": "text/plain" },
      { "content-type": "text/plain;charset=UTF-8" },
    ] as Record<string, string>[]) {
      const { status } = await send(graph.url, "/graphql?query=%7Bviewer%7Bname%7D%7D", { headers });
      expect([400, 415], JSON.stringify(headers)).toContain(status);
    }
  });

  it("an odd host, or several, or a forwarded one, changes nothing", async () => {
    for (const host of ["evil.example", "[", "a b", "x:99999", "\u00e9".normalize("NFD"), "127.0.0.1, x"]) {
      const line = await firstLine(
        graph.url,
        `GET /health/live HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(line, host).toMatch(/^HTTP\/1\.1 (200|400) /u);
    }
    const { status, body } = await send(graph.url, "/", {
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    expect([status, body.includes("evil.example")]).toEqual([200, false]);
  });

  it("two lengths, or a length and chunks, are refused", async () => {
    const start = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    for (const lengths of [
      "Content-Length: 2\r\nContent-Length: 3\r\n",
      "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
    ]) {
      expect(await firstLine(graph.url, `${start}${lengths}\r\n{}`)).toMatch(/^HTTP\/1\.1 400 /u);
    }
  });
});

describe("every answer", () => {
  const pages: [path: string, method: string, headers: Record<string, string>][] = [
    ["/graphql", "GET", { accept: "text/html" }],
    ["/graphql", "POST", json],
    ["/graphql", "OPTIONS", { origin: "https://evil.example", "access-control-request-method": "POST" }],
    ["/", "GET", {}],
    ["/schema.graphql", "GET", { origin: "https://evil.example" }],
    ["/health/live", "GET", { origin: "null" }],
    ["/nothing", "GET", {}],
    ["/playground/nothing", "GET", {}],
    ["//", "GET", {}],
  ];
  it.each(pages)(
    "of %s to %s with %j lets no other site read or frame it, and says nothing of the server",
    async (path, method, headers) => {
      const answer = await send(graph.url, path, { method, headers });
      const names = Object.keys(answer.headers);
      expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
      for (const name of ["server", "x-powered-by", "via"]) expect(names).not.toContain(name);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers["referrer-policy"]).toMatch(/^(no-referrer|same-origin)$/u);
      expect(answer.headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/u);
      if (method === "OPTIONS") expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );

  it("of a page's script is allowed to this server only", async () => {
    const { headers } = await send(graph.url, "/graphql", { headers: { accept: "text/html" } });
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/u);
  });
});
