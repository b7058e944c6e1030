import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getIntrospectionQuery, parse, print, stripIgnoredCharacters } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAllowList } from "../../src/graphql/allowList.js";
import { contract, operations } from "../graphql/operations.js";
import { serveGraph, type Answer, type TestGraph } from "../graphql/testGraph.js";
import { send } from "./wire.js";

const contractFolder = path.resolve(import.meta.dirname, "../../schema/operations");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const flagship = operations.get("MuskClusters")!;
const variables = { chip: "H100", person: "Elon Musk" };
const four = { data: { clusters: { totalCount: 4 } } };

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph(null, { allowList: loadAllowList(contractFolder) });
});
afterAll(() => graph.close());

async function post(body: object, url = graph.url): Promise<Answer & { readonly status: number }> {
  const headers = { "content-type": "application/json" };
  const response = await send(url, "/graphql", { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, ...(JSON.parse(response.body) as Answer) };
}

describe("an operation of the list is answered", () => {
  it.each<[how: string, text: () => string]>([
    ["as it is written there", () => flagship],
    ["without spaces", () => stripIgnoredCharacters(flagship)],
    ["with comments", () => `# of ours\n${flagship.replaceAll("\n", " # x\n")}`],
    ["with its fragments in another order", () => flagship.split("\n\n").reverse().join("\n\n")],
    [
      "with __typename in every selection, as clients with a cache send it",
      () => flagship.replaceAll(/\n( *)\}/gu, "\n$1  __typename\n$1}"),
    ],
    ["among all others of the document, by its name", () => print(contract)],
  ])("%s", async (_how, text) => {
    expect(await post({ query: text(), operationName: "MuskClusters", variables })).toMatchObject({
      status: 200,
      ...four,
    });
  });

  it("with the __typenames that the client's own text asks for", async () => {
    const { data } = await post({ query: "query Me { viewer { name __typename roles } }" });
    expect(data).toEqual({ viewer: { name: null, __typename: "Viewer", roles: ["reader"] } });
  });

  it.each<[how: string, body: () => object]>([
    [
      "as Apollo and urql send it",
      () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(flagship) } } }),
    ],
    ["as Relay sends it", () => ({ id: sha256(flagship) })],
    ["as a document id", () => ({ documentId: `sha256:${sha256(flagship)}` })],
    ["as doc_id", () => ({ doc_id: sha256(flagship), query: null })],
  ])("by its id alone, %s", async (_how, body) => {
    expect(await post({ ...body(), operationName: "MuskClusters", variables })).toMatchObject({ status: 200, ...four });
  });

  it("by its id alone, with a GET", async () => {
    const search = new URLSearchParams({
      variables: JSON.stringify(variables),
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(flagship) } }),
    });
    const headers = { "apollo-require-preflight": "true" };
    const { status, body } = await send(graph.url, `/graphql?${search.toString()}`, { headers });
    expect([status, JSON.parse(body)]).toMatchObject([200, four]);
  });

  it("to a client that sends the text after its hash was unknown", async () => {
    const persistedQuery = { version: 1, sha256Hash: sha256(`${flagship} `) };
    const first = await post({ extensions: { persistedQuery }, variables });
    expect(first).toMatchObject({
      status: 200,
      errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
    });
    expect(await post({ query: flagship, extensions: { persistedQuery }, variables })).toMatchObject(four);
  });
});

describe("another is refused, whatever it is, and reads nothing:", () => {
  it.each<[what: string, body: object]>([
    ["a query that is not there", { query: "{ claims { totalCount } }" }],
    ["a field more", { query: operations.get("Me")!.replace("roles", "roles __schema { description }") }],
    ["a field more, in a fragment", { query: flagship.replace("sourceType", "sourceType aliases") }],
    ["a field under another name", { query: operations.get("Me")!.replace("roles", "r: roles") }],
    ["another type's name", { query: operations.get("Me")!.replace("roles", "roles t: __typename") }],
    ["another value in it", { query: operations.get("Paths")!.replace("maxLength: 4", "maxLength: 6") }],
    ["another name", { query: operations.get("Me")!.replace("Me", "Mine") }],
    [
      "one of the name, and another that is asked for",
      { query: `${operations.get("Me")!} query Mine { claims { totalCount } }`, operationName: "Mine" },
    ],
    ["introspection", { query: getIntrospectionQuery(), operationName: "IntrospectionQuery" }],
    ["the name of none", { query: operations.get("Me"), operationName: "constructor" }],
    ["what cannot be parsed, and might tell of the schema", { query: "{ viewr }" }],
    ["what is no GraphQL", { query: "{" }],
    ["an id that is not there", { id: sha256("x") }],
    ["an id of JavaScript", { id: "__proto__" }],
  ])("%s", async (_what, body) => {
    graph.statementsSent();
    const { status, data, errors } = await post(body);
    expect({ status, data, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({
      ...{ status: 403, data: undefined, codes: ["FORBIDDEN"] },
    });
    expect(errors![0]!.message).toMatch(
      /^this server answers only operations that are known to it, and this one .*: ask its operator to add it$/u,
    );
    expect(graph.statementsSent()).toEqual([]);
  });

  it("and what asks for nothing is told so", async () => {
    expect((await post({ variables: {} })).status).toBe(400);
    expect((await post({ extensions: { persistedQuery: null } })).status).toBe(400);
  });
});

it("the page and the schema are there all the same", async () => {
  expect((await send(graph.url, "/graphql", { headers: { accept: "text/html" } })).status).toBe(200);
  expect((await send(graph.url, "/schema.graphql")).status).toBe(200);
});

describe("where any operation is answered, ids alone are not", () => {
  it("and Apollo's clients are told that, so that they send texts", async () => {
    const open = await serveGraph();
    try {
      const asked = await post(
        { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(flagship) } } },
        open.url,
      );
      expect(asked.errors).toMatchObject([{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }]);
    } finally {
      await open.close();
    }
  });
});

describe("a list", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sanad-list-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const file = async (name: string, text: string) => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const me = "query Me { viewer { name } }";

  it("may be Apollo's manifest, or Relay's object of texts by ids, or the code generator's, with their algorithm", async () => {
    const manifest = {
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: "m1", name: "Me", type: "query", body: me }],
    };
    for (const [name, json] of [
      ["apollo.json", manifest],
      ["relay.json", { m1: me }],
      ["generated.json", { "sha256:m1": me }],
    ] as const) {
      const list = loadAllowList(await file(name, JSON.stringify(json)));
      for (const asked of [{ id: "m1" }, { id: "sha256:m1" }, { hash: "m1" }, { hash: "sha256:m1" }]) {
        expect(list.textOf(asked)).toBe(print(parse(me)));
      }
      expect(list.textOf({ query: me })).toBe(me);
    }
  });

  it("has for each operation the hash of what Apollo's client sends", async () => {
    const list = loadAllowList(await file("me.graphql", me));
    const sent = print(parse("query Me { viewer { name __typename } }"));
    expect(list.textOf({ hash: sha256(sent) })).toBe(print(parse(me)));
  });

  it("that cannot be used is refused with what is wrong", async () => {
    for (const [place, message] of [
      [path.join(folder, "none"), /^SANAD_OPERATIONS_LIST names .*none, which cannot be read: ENOENT/u],
      [await file("bad.graphql", "query {"), /bad\.graphql cannot be read: Syntax Error/u],
      [await file("bad.json", "{"), /bad\.json cannot be read: /u],
      [await file("strange.json", "[7]"), /strange\.json cannot be read: it is neither a manifest/u],
      [await file("fragment.graphql", "fragment A on B { c }"), /fragment\.graphql holds none/u],
    ] as const) {
      expect(() => loadAllowList(place)).toThrow(message);
    }
  });
});
