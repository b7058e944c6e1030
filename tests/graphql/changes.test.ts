import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyStore } from "../exchange/seededStore.js";
import { engines } from "../store/engines.js";
import { record } from "./newClaims.js";
import { operations } from "./operations.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

const CHANGES = operations.get("Changes")!;

describe.each(engines)("changes on $name", (engine) => {
  const open = engine.use();
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await emptyStore(open));
  });
  afterAll(() => graph.close());

  const changes = async (variables: object = {}) => (await graph.run("Changes", variables)).changes as Change[];

  it("are none in the beginning", async () => {
    expect(await changes()).toEqual([]);
    expect(await changes({ since: "0" })).toEqual([]);
  });

  it("come in order, each once, with what they were done with, from wherever one goes on", async () => {
    const [id] = await record(graph, {
      entities: [
        { id: "acme", kind: "COMPANY", names: { en: "Acme" } },
        { id: "one", kind: "CLUSTER", names: { en: "One" } },
        { id: "paper", kind: "SOURCE", names: { en: "Paper" } },
      ],
      claims: [{ subject: "acme", predicate: "OWNS", object: "one", cites: { paper: null } }],
    });
    const all = await changes();
    expect(all.map(({ seq, action }) => [seq, action])).toEqual([
      ["1", "CREATED"],
      ["2", "CREATED"],
      ["3", "CREATED"],
      ["4", "ASSERTED"],
    ]);
    expect(all.slice(0, 3).map(({ entity }) => entity?.id)).toEqual(["acme", "one", "paper"]);
    expect(all[3]).toMatchObject({ by: "a test", reason: null, entity: null, claim: { id, status: "ACTIVE" } });
    const oneByOne: Change[] = [];
    for (let since = "0"; ;) {
      const [next, ...more] = await changes({ since, first: 1 });
      expect(more).toEqual([]);
      if (!next) break;
      oneByOne.push(next);
      since = next.seq;
    }
    expect(oneByOne).toEqual(all);
  });

  it("are looked back on from the end, or from before one of them", async () => {
    const seqs = async (args: string) => {
      const { data } = await graph.ask(`{ changes(${args}) { seq } }`);
      return (data.changes as Change[]).map(({ seq }) => seq);
    };
    const all = (await changes()).map(({ seq }) => seq);
    expect(await seqs("last: 3")).toEqual(all.slice(-3));
    expect(await seqs("last: 200")).toEqual(all);
    expect(await seqs(`last: 2, before: "4"`)).toEqual(["2", "3"]);
    expect(await seqs(`last: 2, before: "1"`)).toEqual([]);
    expect(await seqs("first: 1, last: 2")).toEqual(all.slice(-2));
    for (const [args, path] of [
      ["last: 0", "last"],
      [`last: 1, before: "soon"`, "before"],
    ] as const) {
      const { errors } = await graph.ask(`{ changes(${args}) { seq } }`);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", problems: [{ path: [path] }] } }]);
    }
  });

  it("take one statement, and two for all that is asked of their claims and entities", async () => {
    graph.statementsSent();
    await graph.ask("{ changes { seq action } }");
    expect(graph.statementsSent()).toEqual(["changes.page"]);
    await graph.run("Changes");
    expect(graph.statementsSent().sort()).toEqual(["changes.page", "claims.byId", "entities.byId"]);
  });

  it("a write that is given up leaves no number, and the next one no gap", async () => {
    const before = (await changes()).length;
    const failing = record(graph, {
      entities: [{ id: "lost", kind: "COMPANY", names: { en: "Lost" } }],
      claims: [{ subject: "lost", predicate: "OWNS", object: "nowhere" }],
    });
    await expect(failing).rejects.toThrow();
    // also one that fails after it has taken its numbers
    const late = graph.store.write(async (run) => {
      const text = "MERGE (l:Log {id: 'log'}) SET l.seq = l.seq + 5 RETURN l.seq AS seq";
      await run({ name: "test.numbers", text, params: {} });
      throw new Error("given up");
    });
    await expect(late).rejects.toThrow("given up");
    await record(graph, { entities: [{ id: "found", kind: "COMPANY", names: { en: "Found" } }] });
    const all = await changes();
    expect(all.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: before + 1 }, (_, index) => index + 1));
    expect(all.at(-1)).toMatchObject({ entity: { id: "found" } });
  });

  it("are seen without a gap by whoever reads beside the writing", async () => {
    const begun = Number((await changes({ first: 200 })).at(-1)!.seq);
    let writing = true;
    const writes = (async () => {
      for (let n = 0; n < 40; n++)
        await record(graph, { entities: [{ id: `beside-${n}`, kind: "COMPANY", names: { en: `Beside ${n}` } }] });
      writing = false;
    })();
    const reader = async () => {
      const seen: string[] = [];
      for (let last = String(begun); writing || seen.length < 40; last = seen.at(-1) ?? last) {
        const page = await changes({ since: last, first: 7 });
        for (const { entity, seq } of page) {
          expect(entity).not.toBeNull();
          seen.push(seq);
        }
      }
      return seen;
    };
    const read = await Promise.all([reader(), reader(), reader(), writes]);
    const expected = Array.from({ length: 40 }, (_, index) => String(begun + 1 + index));
    for (const seen of read.slice(0, 3)) expect(seen).toEqual(expected);
  });

  it("of an entity that has been merged since, and at several nodes, break nothing", async () => {
    await record(graph, {
      entities: ["kept", "gone"].map((id) => ({ id, kind: "COMPANY", names: { en: id } })),
    });
    const before = (await changes({ first: 200 })).at(-1)!.seq;
    await graph.store.write(async (run) => {
      await run({
        name: "test.merge",
        text: "MATCH (g:Entity {id: 'gone'}) REMOVE g:Entity SET g:Merged RETURN g.id AS id",
        params: {},
      });
      await run({
        name: "test.log",
        text: [
          "MATCH (l:Log {id: 'log'}) SET l.seq = l.seq + 1 WITH l MATCH (k:Entity {id: 'kept'}) MATCH (g:Merged {id: 'gone'})",
          "CREATE (h:Change {id: 'h_' + toString(l.seq), seq: l.seq, action: 'MERGED', at: '2026-01-01T00:00:00.000Z', by: 'a test'})",
          "CREATE (h)-[:CHANGED]->(k) CREATE (h)-[:CHANGED]->(g) RETURN h.id AS id",
        ].join("\n"),
        params: {},
      });
    });
    expect(await changes({ since: before })).toMatchObject([{ action: "MERGED", entity: { id: "kept" }, claim: null }]);
    const ofGone = (await changes({ since: String(Number(before) - 2) })).filter(({ entity }) => entity === null);
    expect(ofGone).toHaveLength(1);
  });

  it.each([
    ["abc", /since is "abc", which is no number of a change/u],
    ["-1", /since is "-1", which is no number/u],
    ["1.5", /since is "1\.5", which is no number/u],
    ["", /since is "", which is no number/u],
    ["99999999999999999999", /which is no number/u],
    ["100000", /since is 100000, and the last change here has the number \d+: 100000 is of another store/u],
  ])("since %j is refused", async (since, message) => {
    const { data, errors } = await graph.ask(CHANGES, { since });
    expect(data).toEqual({ changes: null });
    expect(errors).toMatchObject([{ path: ["changes"], extensions: { code: "BAD_USER_INPUT" } }]);
    expect(errors![0]!.message).toMatch(message);
    expect(errors![0]!.extensions.problems).toMatchObject([{ code: "WRONG_SINCE", path: ["since"] }]);
  });

  it.each([0, 201, -1])("a page of %d is refused", async (first) => {
    const { errors } = await graph.ask(CHANGES, { first });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});

interface Change {
  readonly seq: string;
  readonly action: string;
  readonly claim: { readonly id: string; readonly status: string } | null;
  readonly entity: { readonly id: string } | null;
}
