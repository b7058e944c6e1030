import { afterEach, beforeEach, expect, it } from "vitest";
import { writeLayout } from "../../src/cypher/layout.js";
import { migrateLayout, MIGRATIONS } from "../../src/store/layout.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { batchOf, Random, randomGraph } from "../cypher/randomGraph.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "./engines.js";

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await emptyStore(open);
  });
  afterEach(() => opened.close());

  const noted = async () => {
    const read = (text: string) => opened.store.read({ name: "test.read", text, params: {} });
    return {
      sources: await read("MATCH (s:Source) RETURN s.id AS id, s.origins AS origins ORDER BY id"),
      citations: await read(
        "MATCH (q:Citation) RETURN q.id AS id, q.origins AS origins, q.recordedAt AS at ORDER BY id",
      ),
    };
  };

  it("a graph of layout 1 is given the origins and times that one of layout 2 is recorded with", async () => {
    const { store, ontology } = opened;
    await recordBatch(store, ontology, batchOf(randomGraph(new Random(5))), "test");
    const recorded = await noted();
    expect(recorded.sources.some(({ id, origins }) => String(origins) !== id)).toBe(true);
    await store.write(async (run) => {
      for (const label of ["Source", "Citation"]) {
        await run({
          name: "test.strip",
          text: `MATCH (n:${label}) SET n.origins = null RETURN n.id AS id`,
          params: {},
        });
      }
      await run({
        name: "test.strip",
        text: "MATCH (q:Citation) SET q.recordedAt = null RETURN q.id AS id",
        params: {},
      });
      await run(writeLayout(1));
    });
    expect(await migrateLayout(store, 2)).toEqual([MIGRATIONS[0]!.description]);
    expect(await noted()).toEqual(recorded);
  });
});
