import { request, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnswerCache } from "../../src/http/answerCache.js";
import { Content } from "../../src/http/content.js";
import { RateLimiter } from "../../src/http/rateLimiter.js";
import { operations } from "../graphql/operations.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";

const MEGABYTE = 1024 * 1024;
const CURATOR = { authorization: "Test noor curator" };
const FLAGSHIP = operations.get("MuskClusters")!;
const MUSK = { chip: "H100", person: "Elon Musk" };

/** What came back, as it was sent. */
interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

type Headers = Readonly<Record<string, string>>;

/** Sends a request without a client's own ideas of encodings. */
function ask(graph: TestGraph, path: string, headers: Headers = {}, body?: object | string): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, graph.url), {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json", ...headers },
    });
    sent.on("error", reject).on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.end(typeof body === "object" ? JSON.stringify(body) : body);
  });
}

const post = (graph: TestGraph, query: string, variables: object = {}, headers: Headers = {}) =>
  ask(graph, "/graphql", headers, { query, variables });
const get = (graph: TestGraph, query: string, variables: object = {}, headers: Headers = {}) =>
  ask(graph, `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`, headers);

function textOf({ headers, bytes }: Received): string {
  const encoding = headers["content-encoding"];
  return String(encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes);
}

describe("what is sent", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph();
  });
  afterAll(() => graph.close());

  it.each<[accepted: string | null, given: string | undefined]>([
    [null, undefined],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0, *", "gzip"],
    ["*", "br"],
    ["gzip;q=0.5, identity", undefined],
    ["deflate, zstd", undefined],
    ["identity;q=0, gzip;q=0.1", "gzip"],
    ["*;q=0", undefined],
  ])("to who accepts %j comes as that, and is the same: %j", async (accepted, given) => {
    const headers: Headers = accepted === null ? {} : { "accept-encoding": accepted };
    const [claim] = (await graph.ask("{ claims(first: 1) { nodes { id } } }")).data.claims.nodes as [{ id: string }];
    const asked: readonly ((headers: Headers) => Promise<Received>)[] = [
      (headers) => post(graph, FLAGSHIP, MUSK, headers),
      (headers) => get(graph, FLAGSHIP, MUSK, headers),
      (headers) => ask(graph, `/c/${claim.id}`, { ...headers, accept: "text/html" }),
      (headers) => ask(graph, `/c/${claim.id}.json`, headers),
      (headers) => ask(graph, "/schema.graphql", headers),
      (headers) => ask(graph, "/schema.json", headers),
      (headers) => ask(graph, "/export.csv", headers),
    ];
    for (const send of asked) {
      const [plain, sent] = [await send({}), await send(headers)];
      expect(plain.headers["content-encoding"]).toBe(undefined);
      expect([sent.status, sent.headers["content-encoding"]]).toEqual([200, given]);
      expect(sent.headers.vary).toContain("Accept-Encoding");
      expect(textOf(sent)).toBe(textOf(plain));
      if (given !== undefined) expect(sent.bytes.length).toBeLessThan(plain.bytes.length / 2);
      if (sent.headers["content-length"] !== undefined)
        expect(Number(sent.headers["content-length"])).toBe(sent.bytes.length);
    }
  });

  it("is as it is where it is short, unless the client does not take that; a refusal comes compressed, too", async () => {
    const short = "{ viewer { roles } }";
    const encodingOf = async (accepted: string) =>
      (await post(graph, short, {}, { "accept-encoding": accepted })).headers["content-encoding"];
    expect([await encodingOf("br, gzip"), await encodingOf("identity;q=0, gzip")]).toEqual([undefined, "gzip"]);
    const nothing = `{ ${Array.from({ length: 40 }, (_, number) => `nothing${number}`).join(" ")} }`;
    const refused = await post(graph, nothing, {}, { "accept-encoding": "br" });
    expect(refused.headers["content-encoding"]).toBe("br");
    expect(textOf(refused)).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("of events comes as it is, and at once", async () => {
    const received = await post(graph, FLAGSHIP, MUSK, { accept: "text/event-stream", "accept-encoding": "br, gzip" });
    expect(String(received.bytes).slice(0, 20)).toContain("event: next\n");
  });
});

describe("the tag of an answer", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph();
  });
  afterAll(() => graph.close());

  const query = "query ($id: ID!) { claim(id: $id) { rank statement } viewer { name } }";

  it("says to who has it in any encoding that it is the same, without a look at the graph, until something is written", async () => {
    const [{ id }] = (await graph.ask("{ claims(first: 1) { nodes { id } } }")).data.claims.nodes as [{ id: string }];
    const first = await get(graph, query, { id });
    const { etag, ...headers } = first.headers;
    expect(headers).toMatchObject({ "cache-control": "no-cache", vary: "Accept, Accept-Encoding, Authorization" });
    graph.statementsSent();
    for (const encoding of ["identity", "gzip", "br"]) {
      const known = { "accept-encoding": encoding, "if-none-match": `"other", ${etag}` };
      const same = await get(graph, query, { id }, known);
      expect([same.status, same.headers.etag, same.headers["cache-control"]]).toEqual([304, etag, "no-cache"]);
      expect([same.bytes.length, same.headers.vary]).toEqual([0, headers.vary]);
    }
    expect(graph.statementsSent()).toEqual([]);
    const known = { "if-none-match": etag! };
    const others: readonly Promise<Received>[] = [
      get(graph, query, { id }, { ...known, ...CURATOR }),
      get(graph, query, { id: "another" }, known),
      get(graph, query.replace("rank", "status"), { id }, known),
      get(graph, query, { id }, { ...known, accept: "application/graphql-response+json" }),
      get(graph, query, { id }, { ...known, host: "sanad.example" }),
    ];
    for (const { status } of await Promise.all(others)) expect(status).toBe(200);
    // who could not have asked is refused as ever
    const cross = { ...known, "content-type": "text/plain" };
    expect((await get(graph, query, { id }, cross)).status).toBe(400);
    await graph.curate("SetRank", { id, rank: "PREFERRED", reason: "first-hand" });
    const changed = await get(graph, query, { id }, known);
    expect([changed.status, textOf(changed).includes("PREFERRED")]).toEqual([200, true]);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it("is given to whole answers of queries only; what somebody sees who has a token is theirs alone", async () => {
    const told = async (sent: Promise<Received>) => {
      const { headers } = await sent;
      return [headers["cache-control"], headers.etag === undefined];
    };
    expect(await told(get(graph, query, { id: "none" }, CURATOR))).toEqual(["private, no-cache", false]);
    expect(await told(get(graph, "{ claims(first: 0) { totalCount } viewer { name } }"))).toEqual(["no-store", true]);
    expect(await told(get(graph, "{ nothing }"))).toEqual(["no-store", true]);
    expect(await told(post(graph, query, { id: "none" }))).toEqual(["no-store", true]);
    const mutation = operations.get("SetRank")!;
    expect(await told(post(graph, mutation, { id: "none", rank: "NORMAL", reason: "x" }, CURATOR))).toEqual([
      "no-store",
      true,
    ]);
  });
});

it("lets who asks without a token take an answer for the present one for as long as the operator says", async () => {
  const graph = await serveGraph(null, { cacheMaxAge: 60 });
  try {
    const told = async (sent: Promise<Received>) => (await sent).headers["cache-control"];
    const html = { accept: "text/html" };
    expect(await told(get(graph, "{ viewer { name } }"))).toBe("public, max-age=60");
    expect(await told(get(graph, "{ viewer { name } }", {}, CURATOR))).toBe("private, no-cache");
    expect(await told(get(graph, "{ claims(first: 0) { totalCount } }"))).toBe("no-store");
    expect(await told(ask(graph, "/", html))).toBe("public, max-age=60");
    expect(await told(ask(graph, "/", { ...html, ...CURATOR }))).toBe("private, no-cache");
    expect(await told(ask(graph, "/c/c_none", html))).toBe("no-cache");
  } finally {
    await graph.close();
  }
});

describe("an answer that is kept", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(null, { responseCache: 8 * MEGABYTE });
  });
  afterAll(() => graph.close());

  const firstClaim = async () =>
    ((await graph.ask("{ claims(first: 1) { nodes { id } } }")).data.claims.nodes as [{ id: string }])[0].id;

  it("is given to all who ask the same, in whatever order and encoding, with the header of its cost", async () => {
    const first = await post(graph, FLAGSHIP, MUSK);
    graph.statementsSent();
    for (const encoding of ["identity", "gzip", "br", "br"]) {
      const again = await ask(
        graph,
        "/graphql",
        { "accept-encoding": encoding },
        {
          variables: { person: MUSK.person, chip: MUSK.chip },
          query: FLAGSHIP,
        },
      );
      expect(textOf(again)).toBe(textOf(first));
      expect(again.headers["sanad-cost"]).toBe(first.headers["sanad-cost"]);
      expect(graph.statementsSent()).toEqual([]);
    }
    await post(graph, FLAGSHIP, { ...MUSK, first: 3 });
    expect(graph.statementsSent()).not.toEqual([]);
  });

  it("is made once for those who ask at the same time", async () => {
    const query = "query Together { clusters(first: 7) { nodes { id name ownedBy { nodes { id } } } } }";
    await post(graph, query, { other: 1 });
    const alone = graph.statementsSent();
    const all = await Promise.all(Array.from({ length: 8 }, () => post(graph, query)));
    expect(new Set(all.map(textOf)).size).toBe(1);
    expect(graph.statementsSent()).toEqual(alone);
  });

  it("is of the past with the next write, which is itself done each time", async () => {
    const id = await firstClaim();
    const query = "query ($id: ID!) { claim(id: $id) { rank } }";
    const rankNow = async () =>
      [textOf(await post(graph, query, { id })), textOf(await get(graph, query, { id }))].map(
        (text) => (JSON.parse(text) as { data: { claim: { rank: string } } }).data.claim.rank,
      );
    for (const rank of ["PREFERRED", "NORMAL", "PREFERRED", "NORMAL"]) {
      await graph.curate("SetRank", { id, rank, reason: "so agreed" });
      expect(await rankNow()).toEqual([rank, rank]);
      expect(await rankNow()).toEqual([rank, rank]);
    }
    const page = async () => textOf(await ask(graph, `/c/${id}`, { accept: "text/html" }));
    expect(await page()).not.toContain("quite another reason");
    await graph.curate("SetRank", { id, rank: "PREFERRED", reason: "quite another reason" });
    expect(await page()).toContain("quite another reason");
  });

  it("is not given to who may see less or more, whoever has asked first", async () => {
    const restrict = (restricted: boolean) =>
      graph.askAsCurator(
        `mutation ($restricted: Boolean!) { restrictSource(id: "article", restricted: $restricted, reason: "so agreed") { changed } }`,
        { restricted },
      );
    const query = '{ source(id: "article") { id } claims { totalCount } }';
    const seenBy = async (headers: Headers) =>
      (JSON.parse(textOf(await post(graph, query, {}, headers))) as { data: { source: unknown } }).data.source !== null;
    const pageSeenBy = async (headers: Headers) =>
      (await ask(graph, "/e/article", { accept: "text/html", ...headers })).status;
    for (const order of [
      [CURATOR, {}],
      [{}, CURATOR],
    ]) {
      await restrict(true);
      for (const headers of [...order, ...order]) {
        const may = headers === CURATOR;
        expect([await seenBy(headers), await pageSeenBy(headers)]).toEqual([may, may ? 200 : 404]);
      }
      await restrict(false);
      expect([await seenBy({}), await pageSeenBy({})]).toEqual([true, 200]);
    }
  });

  it("is not that to null, where a number is too large to be one", async () => {
    const asked = (last: string) =>
      ask(
        graph,
        "/graphql",
        {},
        `{"query":"query ($last: Int) { claims(last: $last) { totalCount } }","variables":{"last":${last}}}`,
      );
    expect(textOf(await asked("null"))).toContain("totalCount");
    expect(textOf(await asked("1e400"))).toContain("BAD_USER_INPUT");
  });

  it("is never one with an error", async () => {
    const query = '{ claims(first: 0) { totalCount } entity(id: "h100") { name } }';
    await post(graph, query);
    graph.statementsSent();
    expect(textOf(await post(graph, query))).toContain("BAD_USER_INPUT");
    expect(graph.statementsSent().length).toBeGreaterThan(0);
  });

  it("is a page, too", async () => {
    const page = (headers: Headers = {}) => ask(graph, "/conflicts", { accept: "text/html", ...headers });
    const first = await page();
    graph.statementsSent();
    const again = await page({ "accept-encoding": "br" });
    expect([textOf(again), again.headers.etag]).toEqual([textOf(first), first.headers.etag]);
    expect(graph.statementsSent()).toEqual([]);
    expect((await page({ cookie: "sanad-theme=dark" })).headers.etag).not.toBe(first.headers.etag);
  });
});

describe("what is kept", () => {
  it("is paid for with a hundredth", async () => {
    const graph = await serveGraph(null, { responseCache: MEGABYTE, rateLimiter: new RateLimiter(6632 + 2 * 67 + 1) });
    try {
      const statuses: number[] = [];
      for (let number = 0; number < 4; number++) statuses.push((await post(graph, FLAGSHIP, MUSK)).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await post(graph, FLAGSHIP, MUSK);
      expect(textOf(refused)).toContain(
        "the request costs 6632, 6766 of the 6767 that may be spent a minute are spent",
      );
    } finally {
      await graph.close();
    }
  });

  it("takes no more than it may, in all encodings together, and nothing that would drive out the rest", async () => {
    const cache = new AnswerCache(MEGABYTE);
    const answer = (text: string) => async () => ({
      ...{ status: 200, headers: {}, content: new Content(text), isWhole: true, operation: null, cost: 1 },
    });
    for (let number = 0; number < 300; number++) {
      const random = Array.from({ length: 1500 }, () => Math.random().toString(36)).join("");
      const { answer: made } = await cache.get(String(number), answer(random));
      for (const encoding of ["br", "gzip", "br"] as const) await made.content.in(encoding);
      expect(cache.bytes).toBeLessThanOrEqual(MEGABYTE);
    }
    expect(cache.bytes).toBeGreaterThan(MEGABYTE / 2);
    expect((await cache.get("299", answer("x"))).isKept).toBe(true);
    expect((await cache.get("0", answer("x"))).isKept).toBe(false);
    await cache.get("long", answer("x".repeat(MEGABYTE / 8)));
    expect([(await cache.get("long", answer("x"))).isKept, (await cache.get("299", answer("x"))).isKept]).toEqual([
      false,
      true,
    ]);
  });
});
