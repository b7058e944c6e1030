import { afterEach, beforeEach, expect, test } from "vitest";
import type { Batch } from "../../src/cypher/record.js";
import { ErrorCode } from "../../src/errors.js";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { isEmpty } from "../../src/exchange/seeds/loadSeeds.js";
import { readSeeds } from "../../src/exchange/seeds/readSeeds.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { openEmbedded } from "../store/embedded.js";
import { ask, counts } from "./ask.js";
import { MANUSCRIPTS } from "./fixtures/manuscripts.js";
import { emptyStore, type OpenedStore } from "./seededStore.js";
import { onEveryEngine } from "../store/engines.js";

onEveryEngine((open) => {
  let opened: OpenedStore;
  let batch: Batch;
  beforeEach(async () => {
    opened = await emptyStore(open, MANUSCRIPTS.ontology);
    batch = readSeeds(MANUSCRIPTS.seeds, opened.ontology);
  });
  afterEach(() => opened.close());
  const record = (change: Partial<Batch> = {}) =>
    recordBatch(opened.store, opened.ontology, { ...batch, ...change }, "test");

  test("what stands twice in a batch is recorded once, with the edges of one", async () => {
    const twice = { claims: [...batch.claims, ...batch.claims], citations: [...batch.citations, ...batch.citations] };
    expect(await record(twice)).toEqual({ entities: 6, claims: 6, citations: 6 });
    expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
    const other = await emptyStore(openEmbedded, MANUSCRIPTS.ontology);
    await recordBatch(other.store, other.ontology, batch, "test");
    expect(await counts(opened)).toEqual(await counts(other));
    await other.close();
  });

  test.each<[string, (batch: Batch) => Partial<Batch>]>([
    ["a claim's subject", ({ claims }) => ({ claims: claims.map((claim) => ({ ...claim, subject: "nobody" })) })],
    [
      "a claim's object",
      ({ claims }) => ({ claims: claims.map((claim) => ({ ...claim, object: claim.object && "nobody" })) }),
    ],
    ["a speaker", ({ claims }) => ({ claims: claims.map((claim) => ({ ...claim, attributedTo: ["nobody"] })) })],
    [
      "a cited source",
      ({ citations }) => ({ citations: citations.map((citation) => ({ ...citation, source: "nobody" })) }),
    ],
    ["an author", () => ({ authors: [{ from: "letter", to: "nobody" }] })],
    [
      "what a citation was taken from",
      ({ citations }) => ({ citations: citations.map((one) => ({ ...one, takenFrom: ["nobody"] })) }),
    ],
  ])("nothing is recorded where %s is not there", async (_, change) => {
    await expect(record(change(batch))).rejects.toMatchObject({
      code: ErrorCode.INTERNAL,
      message: expect.stringContaining("what they should be attached to is not there"),
    });
    expect(await isEmpty(opened.store)).toBe(true);
    expect((await counts(opened)).nodes).toEqual({});
  });

  test("two batches at the same time add what one would", async () => {
    const [first, second] = await Promise.all([record(), record()]);
    expect(first.claims + second.claims).toBe(6);
    expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
  });

  test("a second batch goes on counting in the history, and says which claims it cited anew", async () => {
    await record({ citations: batch.citations.slice(1) });
    expect(await record()).toEqual({ entities: 0, claims: 0, citations: 1 });
    const rows = await ask(
      opened,
      "MATCH (h:Change)-[:CHANGED]->(n) RETURN h.seq AS seq, h.action AS action, n.id AS of ORDER BY seq",
    );
    expect(rows.at(-1)).toEqual({ seq: 13, action: "CITED", of: batch.citations[0]!.claim });
  });
});
