import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { emptyStore } from "../exchange/seededStore.js";
import { engines } from "../store/engines.js";
import { record, type NewClaim } from "../graphql/newClaims.js";
import { ways, type Following } from "../graphql/feedClients.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";

const CLUSTERS = Array.from({ length: 20 }, (_, index) => `cluster-${index}`);

/** A claim that is no other's. */
function nth(number: number): NewClaim {
  const quantity = { amount: 1000 + number, unit: "chip", bound: "EXACT" } as const;
  return { subject: CLUSTERS[number % CLUSTERS.length]!, predicate: "USES_CHIP", object: "h100", quantity };
}

describe.each(engines)("following on $name", (engine) => {
  const open = engine.use();
  let first: TestGraph;
  /** A second server on the same data; where no second can be, the first. */
  let second: TestGraph;
  let written = 0;
  const followings: Following[] = [];
  beforeAll(async () => {
    const opened = await emptyStore(open);
    first = await serveGraph(opened);
    second = opened.second ? await serveGraph({ ...opened, store: await opened.second() }) : first;
    const clusters = CLUSTERS.map((id) => ({ id, kind: "CLUSTER", names: { en: id } }));
    const others = [
      { id: "h100", kind: "CHIP", names: { en: "H100" } },
      { id: "acme", kind: "COMPANY", names: { en: "Acme" } },
    ];
    await record(first, { entities: [...clusters, ...others] });
  });
  afterEach(() => followings.splice(0).forEach(({ stop }) => stop()));
  afterAll(async () => {
    if (second !== first) await second.close();
    await first.close();
  });

  const follow =
    (...args: Parameters<(typeof ways)["graphql-ws"]>) =>
    (way: keyof typeof ways) => {
      const following = ways[way](...args);
      followings.push(following);
      return following;
    };
  const write = async (count = 1, graph = first) =>
    record(graph, { claims: Array.from({ length: count }, () => nth(written++)) });
  const lastSeq = async () => {
    for (let since = "0"; ;) {
      const { data } = await first.ask("query ($since: ID) { changes(since: $since, first: 200) { seq } }", { since });
      const page = data.changes as { seq: string }[];
      if (page.length === 0) return since;
      since = page.at(-1)!.seq;
    }
  };
  /** Retracts a claim, as a curator's mutation does. */
  const retract = (graph: TestGraph, id: string) =>
    graph.store.write(async (run) => {
      const text = [
        "MATCH (l:Log {id: 'log'}) SET l.seq = l.seq + 1 WITH l MATCH (c:Claim {id: $id}) SET c.status = 'RETRACTED'",
        "CREATE (h:Change {id: 'h_' + toString(l.seq), seq: l.seq, action: 'RETRACTED', at: '2026-01-01T00:00:00.000Z', by: 'a test', reason: 'wrong'})",
        "CREATE (h)-[:CHANGED]->(c) RETURN h.seq AS seq",
      ].join("\n");
      await run({ name: "test.retract", text, params: { id } });
    });

  describe.each(Object.keys(ways) as (keyof typeof ways)[])("by %s", (way) => {
    it("begins now where nothing is said, and tells of what either server writes, in order, with its statement", async () => {
      await write();
      const following = follow(second.url)(way);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const ids = [...(await write(2)), ...(await write(1, second))];
      const seen = await following.until(3);
      expect(seen.map(({ action, claim }) => [action, claim!.id])).toEqual(ids.map((id) => ["ASSERTED", id]));
      expect(seen.map(({ seq }) => Number(seq))).toEqual([0, 1, 2].map((more) => Number(seen[0]!.seq) + more));
      expect(seen[0]!.claim).toMatchObject({ status: "ACTIVE", statement: expect.stringMatching(/uses/u) as string });
      expect(following.errors).toEqual([]);
    });

    it("goes on from the last seen, at another server, after the connection was cut", async () => {
      const since = await lastSeq();
      const before = follow(first.url, { since })(way);
      const ids = await write(5);
      await before.until(5);
      before.cut();
      ids.push(...(await write(30)));
      const after = follow(second.url, { since: before.seen.at(-1)!.seq })(way);
      await after.until(30);
      ids.push(...(await write(1)));
      await after.until(31);
      expect([...before.seen, ...after.seen].map(({ claim }) => claim!.id)).toEqual(ids);
    });

    it("leaves out what the filter does not let pass, and keeps the end of a claim that it does", async () => {
      const since = await lastSeq();
      const where = { subject: { name: { eq: "cluster-3" } }, quantity: { gte: 5000 } };
      const following = follow(first.url, { since, where })(way);
      const active = follow(first.url, { since, where: { ...where, status: { eq: "ACTIVE" } } })(way);
      const amount = (value: number) => ({ amount: 5000 + value, unit: "chip", bound: "EXACT" }) as const;
      const run = Math.round(performance.now());
      const [, wanted] = await record(first, {
        claims: [
          { ...nth(4), quantity: amount(run) },
          { ...nth(3), quantity: amount(run) },
          { ...nth(3), quantity: amount(-4000 - (run % 900)) },
        ],
      });
      await following.until(1);
      await active.until(1);
      await retract(first, wanted!);
      await following.until(2);
      expect(following.seen).toMatchObject([
        { action: "ASSERTED", claim: { id: wanted, status: "ACTIVE" } },
        { action: "RETRACTED", claim: { id: wanted, status: "RETRACTED" } },
      ]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(active.seen).toHaveLength(1);
    });

    it.each([
      [{ since: "x" }, 'since is "x", which is no number'],
      [{ since: "1000000" }, "since is 1000000, and the last change here"],
      [{ where: { predicate: { eq: "USES_CHIPS" } } }, 'names "USES_CHIPS", which is no predicate'],
    ])("%j is refused before it begins", async (variables, message) => {
      const following = follow(first.url, variables)(way);
      await following.ended;
      expect(following.seen).toEqual([]);
      expect(following.errors).toMatchObject([
        { message: expect.stringContaining(message) as string, extensions: { code: "BAD_USER_INPUT" } },
      ]);
    });
  });

  it("200 writes, and those who follow come and go: each sees each change once, in its order", async () => {
    const since = await lastSeq();
    const WRITES = 200;
    const follower = async (number: number) => {
      const seen: string[] = [];
      let last = since;
      while (seen.length < WRITES) {
        const { url } = Math.random() < 0.5 ? first : second;
        const following = follow(url, { since: last })(number % 2 === 0 ? "graphql-ws" : "graphql-sse");
        const some = Math.min(WRITES - seen.length, 1 + Math.floor(Math.random() * 60));
        await following.until(some);
        if (Math.random() < 0.5) following.cut();
        else following.stop();
        const taken = [...following.seen];
        seen.push(...taken.map(({ seq }) => seq));
        last = taken.at(-1)!.seq;
      }
      return seen;
    };
    const followers = Array.from({ length: 6 }, (_, number) => follower(number));
    for (let count = 0; count < WRITES; count += 1) await write(1, count % 2 === 0 ? first : second);
    const expected = Array.from({ length: WRITES }, (_, index) => String(Number(since) + 1 + index));
    for (const seen of await Promise.all(followers)) expect(seen).toEqual(expected);
  });

  it("reads the store for all together, and not at all while nobody follows", async () => {
    const all = Array.from({ length: 10 }, (_, index) =>
      follow(first.url)(index % 2 === 0 ? "graphql-ws" : "graphql-sse"),
    );
    await new Promise((resolve) => setTimeout(resolve, 1000));
    first.statementsSent();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const idle = first.statementsSent();
    expect(new Set(idle)).toEqual(new Set(["changes.last"]));
    expect(idle.length).toBeLessThan(8);
    await write();
    await Promise.all(all.map(({ until }) => until(1)));
    expect(first.statementsSent().filter((name) => name === "changes.page").length).toBeLessThan(4);
    for (const { stop } of all) stop();
    await new Promise((resolve) => setTimeout(resolve, 500));
    first.statementsSent();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(first.statementsSent()).toEqual([]);
  });
});
