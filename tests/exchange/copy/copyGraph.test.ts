import { NOTHING } from "../../../src/cypher/record.js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { generateGraph } from "../../../bench/generateGraph.js";
import { copyGraph } from "../../../src/exchange/copy/copyGraph.js";
import { digestGraph } from "../../../src/exchange/copy/digestGraph.js";
import type { CopyProgress } from "../../../src/exchange/copy/pages.js";
import { checkGraph } from "../../../src/exchange/checkGraph.js";
import { ErrorCode } from "../../../src/errors.js";
import { ensureLayout } from "../../../src/store/layout.js";
import type { Store } from "../../../src/store/port.js";
import { recordBatch } from "../../../src/store/recordBatch.js";
import { serveGraph } from "../../graphql/testGraph.js";
import { openEmbedded } from "../../store/embedded.js";
import { onEitherEngine } from "../../store/engines.js";
import { ask, counts } from "../ask.js";
import type { OpenedStore } from "../seededStore.js";
import { change, emptyTarget, meddledWith, sourceGraph } from "./graphs.js";

const CLAIMS = 3000;

/** Edges of each sort that there is, so that "everything" is something. */
const EDGES = ["SUBJECT", "DERIVED_FROM", "HAS_TEXT", "SUPERSEDES", "CHANGED", "USES_CHIP"];

/** A server that has just started takes its time for each statement that it has not met. */
const COLD_MS = 120_000;

let large: OpenedStore;
let small: OpenedStore;
beforeAll(async () => {
  [large, small] = await Promise.all([sourceGraph(CLAIMS), sourceGraph(0)]);
});
afterAll(() => Promise.all([large.close(), small.close()]));

async function flagship(opened: OpenedStore): Promise<unknown> {
  const graph = await serveGraph({ ...opened, close: async () => undefined });
  try {
    return (await graph.run("MuskClusters", { chip: "H100", person: "Elon Musk" })) as unknown;
  } finally {
    await graph.close();
  }
}

function changes(opened: OpenedStore) {
  return ask(
    opened,
    "MATCH (h:Change)-[:CHANGED]->(n) RETURN h.seq AS seq, h.action AS action, h.at AS at, h.by AS by, n.id AS of ORDER BY seq",
  );
}

onEitherEngine((open, engine) => {
  let there: OpenedStore;
  beforeEach(async () => {
    there = await emptyTarget(open);
  });
  afterEach(() => there.close());

  it(
    "a copy from the embedded engine and back is the same graph, with the same answers, and the history goes on",
    async () => {
      // one engine of each sort is given much
      const given = ["grafeo", "neo4j 5.26", "neo4j given"].includes(engine.name) ? large : small;
      const back = await emptyTarget(openEmbedded);
      try {
        const digests = await copyGraph(given.store, there.store, { source: "a" });
        expect(await copyGraph(there.store, back.store, { source: "b" })).toEqual(digests);
        for (const { store } of [given, there, back]) expect(await digestGraph(store)).toEqual(digests);

        const all = await counts(given);
        if (given === large) expect(all.nodes["Claim"]).toBeGreaterThan(CLAIMS);
        expect(all.edges.map(({ type }) => type)).toEqual(expect.arrayContaining(EDGES));
        const [answer, history] = [await flagship(given), await changes(given)];
        if (given === large) expect((await checkGraph(there.store, there.ontology)).faults).toEqual([]);
        for (const copy of [there, back]) {
          expect(await counts(copy)).toEqual(all);
          expect(await flagship(copy)).toEqual(answer);
          expect(await changes(copy)).toEqual(history);
          await ensureLayout(copy.store);
          await recordBatch(copy.store, copy.ontology, newClaim(copy), "test");
          const [first, ...rest] = (await changes(copy)).slice(history.length);
          expect([first, ...rest]).toMatchObject([{ seq: history.length + 1, action: "ASSERTED", by: "test" }]);
        }
      } finally {
        await back.close();
      }
    },
    COLD_MS,
  );

  it("a copy that is broken off again and again goes on where it was, and ends the same", async () => {
    const seen: CopyProgress[] = [];
    let pages = 0;
    const attempt = () =>
      copyGraph(small.store, there.store, {
        ...{ source: "a", pageSize: 90 },
        onProgress: (progress) => {
          seen.push(progress);
          // each stage's beginning counts as well, so it is broken off between stages too
          if (/^(nodes|edges)/u.test(progress.stage) && ++pages % 7 === 0) throw new Error("broken off");
        },
      });
    let breaks = 0;
    for (let whole = false; !whole;) {
      const failed = await attempt().then(
        () => null,
        (error: Error) => error.message,
      );
      whole = failed === null;
      if (whole) continue;
      expect(failed).toBe("broken off");
      breaks++;
      await expect(ensureLayout(there.store)).rejects.toMatchObject({
        code: ErrorCode.CONFLICT,
        message: expect.stringMatching(/^the store holds part of a copy from a: run `sanad copy` again/u),
      });
    }
    expect(breaks).toBeGreaterThan(5);
    expect(await digestGraph(there.store)).toEqual(await digestGraph(small.store));
    expect(await counts(there)).toEqual(await counts(small));
    await ensureLayout(there.store);
    const ofClaims = seen.filter(({ stage }) => stage === "nodes Claim").map(({ done }) => done);
    expect(ofClaims).toEqual(ofClaims.toSorted((a, b) => a - b));
    expect(Math.max(...ofClaims)).toBe(seen.find(({ stage }) => stage === "nodes Claim")!.total);
  });

  it("a page that was committed though nobody heard of it is not written again", async () => {
    const lossy: Store = {
      ...meddledWith(there.store).store,
      write: async (work, access) => {
        await there.store.write(work, access);
        return there.store.write(work, access);
      },
    };
    const digests = await copyGraph(small.store, lossy, { source: "a", pageSize: 100 });
    expect(digests).toEqual(await digestGraph(small.store));
    expect(await counts(there)).toEqual(await counts(small));
  });

  it("two copies from different sources at a time are not mixed", async () => {
    const both = await Promise.allSettled([
      copyGraph(small.store, there.store, { source: "a", pageSize: 60 }),
      copyGraph(small.store, there.store, { source: "b", pageSize: 60 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        code: ErrorCode.CONFLICT,
        message: expect.stringMatching(
          /another copy into the target is under way|the target holds part of a copy from/u,
        ),
      },
    });
    expect(await counts(there)).toEqual(await counts(small));
  });
});

describe("a target", () => {
  let there: OpenedStore;
  beforeEach(async () => {
    there = await emptyTarget(openEmbedded);
  });
  afterEach(() => there.close());

  it("two copies from one source at a time end with one graph", async () => {
    const both = await Promise.allSettled([
      copyGraph(small.store, there.store, { source: "a", pageSize: 60 }),
      copyGraph(small.store, there.store, { source: "a", pageSize: 60 }),
    ]);
    expect(both.map(({ status }) => status)).toContain("fulfilled");
    expect(await digestGraph(there.store)).toEqual(await digestGraph(small.store));
    expect(await counts(there)).toEqual(await counts(small));
  });

  it.each<[string, RegExp, string]>([
    ["one property", /in Claim \(/u, "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.rank = 'NONE'"],
    ["a property more", /in Citation \(/u, "MATCH (q:Citation) WITH q ORDER BY q.id LIMIT 1 SET q.extra = 0"],
    ["a label more", /in Entity \(/u, "MATCH (e:Entity {id: 'colossus'}) SET e:Chip"],
    ["an edge's property", /in Entity \(/u, "MATCH (:Entity)-[e:OWNS]->(:Entity) WITH e LIMIT 1 SET e.amount = 1"],
    ["an edge less", /in Claim \(/u, "MATCH (:Claim)-[e:SUBJECT]->(:Entity) WITH e LIMIT 1 DELETE e"],
    [
      "an edge twice",
      /in Citation \(/u,
      "MATCH (q:Citation)-[e:HAS_SOURCE]->(s:Entity) WITH q, s LIMIT 1 CREATE (q)-[:HAS_SOURCE]->(s)",
    ],
    ["a node less", /Name \(/u, "MATCH (n:Name) WITH n LIMIT 1 DETACH DELETE n"],
    ["a node more", /in Change \((\d+) nodes.* there, (?!\1)\d+/u, "CREATE (h:Change {id: 'h_more', seq: 0})"],
  ])("%s in it is found, whichever way it came there", async (_what, where, text) => {
    const { store, begin } = meddledWith(there.store);
    const onProgress = ({ stage, done }: CopyProgress) => {
      if (stage === "source Entity" && done === 0) begin(() => change(there.store, text));
    };
    await expect(copyGraph(small.store, store, { source: "a", onProgress })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(where),
    });
    await expect(ensureLayout(there.store)).rejects.toMatchObject({ code: ErrorCode.CONFLICT });
    const again = copyGraph(small.store, there.store, { source: "a" });
    await expect(again).rejects.toMatchObject({ message: expect.stringMatching(/empty the target and copy again$/u) });
  });

  it("goes into an empty store only, and from the store only from which it was begun", async () => {
    const failing = () => {
      throw new Error("broken off");
    };
    await expect(copyGraph(small.store, there.store, { source: "a", onProgress: failing })).rejects.toThrow();
    await copyGraph(small.store, there.store, { source: "a" });
    await expect(copyGraph(small.store, there.store, { source: "a" })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: "the target is not empty: a copy goes into an empty store only",
    });
    expect(await counts(there)).toEqual(await counts(small));
  });

  it("is not begun where the target holds something that is not Sanad's", async () => {
    await change(there.store, "CREATE (m:Movie {title: 'Metropolis'})");
    await expect(copyGraph(small.store, there.store, { source: "a" })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(/^the target is not empty/u),
    });
  });

  it("is not gone on with from another store", async () => {
    const onProgress = ({ done }: CopyProgress) => {
      if (done > 0) throw new Error("broken off");
    };
    await expect(copyGraph(small.store, there.store, { source: "a", onProgress })).rejects.toThrow("broken off");
    await expect(copyGraph(large.store, there.store, { source: "/b" })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(/^the target holds part of a copy from a, not from \/b/u),
    });
  });
});

describe("a source", () => {
  let source: OpenedStore;
  let target: OpenedStore;
  beforeEach(async () => {
    [source, target] = await Promise.all([sourceGraph(0), emptyTarget(openEmbedded)]);
  });
  afterEach(() => Promise.all([source.close(), target.close()]));

  it.each(["edges Name", "nodes Change"])("that changes while %s are copied is noticed", async (at) => {
    const { store, begin } = meddledWith(source.store);
    const onProgress = ({ stage, done }: CopyProgress) => {
      if (stage === at && done === 0) {
        begin(async () => void (await recordBatch(source.store, source.ontology, newClaim(source), "test")));
      }
    };
    await expect(copyGraph(store, target.store, { source: "a", onProgress })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(/changed meanwhile; empty the target and copy again$/u),
    });
  });

  it("that holds what the copy would lose is refused", async () => {
    await change(source.store, "CREATE (m:Movie {title: 'Metropolis'})");
    await expect(copyGraph(source.store, target.store, { source: "a" })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: "the source holds what is not Sanad's and would be lost: Movie",
    });
    expect((await counts(target)).nodes).toEqual({});
  });

  it("that is empty is refused: its name may be mistyped", async () => {
    const empty = await emptyTarget(openEmbedded);
    await expect(copyGraph(empty.store, target.store, { source: "a" })).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: "the source is empty: there is nothing to copy",
    });
    await empty.close();
  });

  it("is read and written by the page, however large it is", async () => {
    const pageSize = 200;
    const most = new Map<string, number>();
    const note = (name: string, rows: number) => most.set(name, Math.max(most.get(name) ?? 0, rows));
    const watched: Store = {
      ...meddledWith(large.store).store,
      read: async (statement) => {
        const rows = await large.store.read(statement);
        note(statement.name, rows.length);
        return rows;
      },
    };
    const written: Store = {
      ...meddledWith(target.store).store,
      write: (work) =>
        target.store.write((run) =>
          work((statement) => {
            const { rows } = statement.params;
            if (Array.isArray(rows)) note(statement.name, rows.length);
            return run(statement);
          }),
        ),
    };
    await copyGraph(watched, written, { source: "a", pageSize });
    for (const [name, rows] of most) {
      // ids are read in long runs, a few bytes each; a page's nodes have a few edges each, the most spoken of some hundreds
      if (name.startsWith("copy.nodes.") || name.startsWith("copy.putNodes."))
        expect(rows, name).toBeLessThanOrEqual(pageSize);
      if (name.startsWith("copy.edges.")) expect(rows, name).toBeLessThanOrEqual(10 * pageSize);
      if (name === "copy.nodes.Text") expect(rows, name).toBeLessThanOrEqual(50);
    }
    expect(most.get("copy.nodes.Claim")).toBe(pageSize);
  });
});

/** A claim that no graph here has, between entities that each has. */
function newClaim({ ontology }: OpenedStore) {
  const claims = [...generateGraph(ontology, { claims: 1, seed: 99 })].flatMap((batch) => batch.claims);
  const claim = { ...claims[0]!, predicate: "COMPETES_WITH", subject: "xai", object: "openai", attributedTo: [] };
  return { ...NOTHING, claims: [claim] };
}
