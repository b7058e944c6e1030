import { createHash } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { loadAllowList } from "../../src/graphql/allowList.js";
import { RateLimiter } from "../../src/http/rateLimiter.js";
import { emptyStore } from "../exchange/seededStore.js";
import { ways, webSocketClient, WATCH, type Following } from "../graphql/feedClients.js";
import { record } from "../graphql/newClaims.js";
import { operations } from "../graphql/operations.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";

const each = Object.keys(ways) as (keyof typeof ways)[];
const followings: Following[] = [];
let graph: TestGraph;
afterEach(async () => {
  for (const { stop } of followings.splice(0)) stop();
  await graph.close();
});

async function serve(options: Parameters<typeof serveGraph>[1] = {}): Promise<void> {
  graph = await serveGraph(await emptyStore(), options);
}

/** Records two entities, and so many claims of them: changes 3 and on. */
async function write(claims: number): Promise<void> {
  const quantity = (index: number) => ({ amount: index + 1, unit: "chip", bound: "EXACT" }) as const;
  await record(graph, {
    entities: [
      { id: "one", kind: "CLUSTER", names: { en: "One" } },
      { id: "h100", kind: "CHIP", names: { en: "H100" } },
    ],
    claims: Array.from({ length: claims }, (_, index) => {
      return { subject: "one", predicate: "USES_CHIP", object: "h100", quantity: quantity(index) };
    }),
  });
}

function follow(way: keyof typeof ways, since?: string): Following {
  const following = ways[way](graph.url, since === undefined ? {} : { since });
  followings.push(following);
  return following;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What comes as server-sent events, to the end. */
async function events(body: object): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { "content-type": "application/json", accept: "text/event-stream" };
  const response = await fetch(`${graph.url}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

/** The answers to an operation over a WebSocket, and the errors that it ended with. */
async function overWebSocket(client: ReturnType<typeof webSocketClient>, payload: object): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  await new Promise<void>((resolve) => {
    client.subscribe(payload as { query: string }, {
      next: (value) => answers.push(value),
      error: (error) => resolve(void answers.push(error)),
      complete: resolve,
    });
  });
  return answers;
}

/** Takes the log's last changes away, as restoring an older backup does. */
const goBack = (seq: number) =>
  graph.store.write((run) =>
    run({ name: "test.back", text: "MATCH (l:Log {id: 'log'}) SET l.seq = $seq RETURN l.seq AS seq", params: { seq } }),
  );

it.each(each)(
  "by %s, a log that ends before what was read of it ends the subscription, and nothing spins",
  async (way) => {
    await serve();
    await write(8);
    const ahead = follow(way, "4");
    await ahead.until(6);
    await goBack(6);
    await ahead.ended;
    expect(ahead.errors).toMatchObject(
      [
        { message: /^since is 10, and the last change here has the number 6/u, extensions: { code: "BAD_USER_INPUT" } },
      ].map(({ message, ...more }) => ({ ...more, message: expect.stringMatching(message) as string })),
    );
    expect(JSON.stringify(ahead.errors)).toContain("WRONG_SINCE");
    const valid = follow(way, "5");
    await valid.until(1);
    graph.statementsSent();
    await wait(1000);
    expect(graph.statementsSent().length).toBeLessThan(15);
    expect(valid.errors).toEqual([]);
  },
);

it("a follower in the middle of the log does not spin when the log was longer before", async () => {
  await serve();
  await write(8);
  const far = follow("graphql-ws", "10"); // the server has seen the end
  await wait(300);
  far.stop();
  await wait(300);
  await goBack(6);
  // no look at the log's end but that of its pages
  const valid = follow("graphql-ws", "5");
  await valid.until(1);
  graph.statementsSent();
  await wait(500);
  expect(graph.statementsSent().length).toBeLessThan(10);
});

it("changes that cannot be seen are read in large pages, so many and no more for one field", async () => {
  await serve();
  await write(1);
  const hide = (count: number) =>
    graph.store.write((run) =>
      run({
        name: "test.hide",
        text: "MATCH (l:Log {id: 'log'}) WITH l, l.seq AS last SET l.seq = last + $count WITH last UNWIND range(last + 1, last + $count) AS n CREATE (h:Change {id: 'h_' + toString(n), seq: n, action: 'CREATED', at: '2026-01-01T00:00:00.000Z', by: 'a test'}) RETURN count(h) AS n",
        params: { count },
      }),
    );
  await hide(1000);
  const changes = async (since: number, first = 1) =>
    graph.ask("query ($since: ID, $first: Int) { changes(since: $since, first: $first) { seq } }", {
      since: String(since),
      first,
    });
  graph.statementsSent();
  expect(await changes(3)).toEqual({ data: { changes: [] } });
  expect(graph.statementsSent()).toEqual(Array.from({ length: 5 }, () => "changes.page"));
  await hide(9500);
  await record(graph, { entities: [{ id: "late", kind: "COMPANY", names: { en: "Late" } }] });
  graph.statementsSent();
  const { data, errors } = await changes(3);
  expect(graph.statementsSent()).toHaveLength(50);
  expect(data).toEqual({ changes: null });
  expect(errors).toMatchObject([{ path: ["changes"], extensions: { code: "TOO_COMPLEX" } }]);
  expect(errors![0]!.message).toMatch(/go on with since: "10003"$/u);
  expect(await changes(10_003)).toEqual({ data: { changes: [{ seq: "10504" }] } });
  // what was found is answered, and that is not the end
  expect(await changes(2, 5)).toEqual({ data: { changes: [{ seq: "3" }] } });
});

it("a subscription without its field is refused by itself", async () => {
  await serve();
  const client = webSocketClient(graph.url);
  const still = follow("graphql-ws");
  for (const query of [
    "subscription { claimChanged @skip(if: true) { seq } }",
    "subscription ($b: Boolean = false) { claimChanged @include(if: $b) { seq } }",
    "subscription { ... @skip(if: true) { claimChanged { seq } } }",
    "subscription { ...f } fragment f on Subscription { claimChanged @skip(if: true) { seq } }",
  ]) {
    const refused = [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }];
    expect(await overWebSocket(client, { query }), query).toMatchObject([refused]);
    const { status, text } = await events({ query });
    expect([status, text], query).toMatchObject([
      200,
      expect.stringMatching(/GRAPHQL_VALIDATION_FAILED.*@(skip|include)|@(skip|include).*GRAPHQL_VALIDATION_FAILED/u),
    ]);
  }
  expect(await overWebSocket(client, { query: "{ viewer { name } }" })).toEqual([{ data: { viewer: { name: null } } }]);
  await write(1);
  await still.until(1);
  await client.dispose();
});

it.each(each)("by %s, each answer is paid for, and who has spent too much is told so", async (way) => {
  const cost = Number(
    await (async () => {
      await serve();
      const response = await fetch(`${graph.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: WATCH }),
      });
      const told = response.headers.get("sanad-cost");
      await graph.close();
      return told ?? 1;
    })(),
  );
  await serve({ rateLimiter: new RateLimiter(cost * 11) });
  await write(30);
  const following = follow(way, "0");
  await following.ended;
  expect(following.seen).toHaveLength(10);
  expect(following.errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
});

it("ids of listed operations are taken by every way", async () => {
  await serve({ allowList: loadAllowList("schema/operations") });
  const hash = createHash("sha256").update(operations.get("Me")!).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  const answer = '{"data":{"viewer":{"name":null,"roles":["reader"]}}}';
  for (const body of [{ extensions }, { id: hash }, { documentId: `sha256:${hash}` }, { doc_id: hash, query: null }]) {
    expect((await events(body)).text, JSON.stringify(body)).toContain(answer);
  }
  const search = new URLSearchParams({ extensions: JSON.stringify(extensions) }).toString();
  const got = await fetch(`${graph.url}/graphql?${search}`, { headers: { accept: "text/event-stream" } });
  expect(await got.text()).toContain(answer);
  const client = webSocketClient(graph.url);
  expect(await overWebSocket(client, { query: "", extensions })).toEqual([JSON.parse(answer)]);
  expect(await overWebSocket(client, { query: "", id: hash })).toEqual([JSON.parse(answer)]);
  const unknown = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
  const notFound = [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }];
  expect(await overWebSocket(client, { query: "", extensions: unknown })).toMatchObject([notFound]);
  expect((await events({ extensions: unknown })).text).toContain("PERSISTED_QUERY_NOT_FOUND");
  expect((await events({ query: "{ viewer { name } }" })).text).toContain("FORBIDDEN");
  expect((await events({ variables: {} })).status).toBe(400);
  await client.dispose();
});
