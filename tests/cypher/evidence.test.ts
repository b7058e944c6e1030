import { afterAll, beforeAll, expect, test } from "vitest";
import { entityPage } from "../../src/cypher/entityPage.js";
import { MAX_EVIDENCE } from "../../src/cypher/match.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { onEveryEngine } from "../store/engines.js";
import { idOf } from "./asked.js";
import type { Where } from "./naive.js";
import { batchOf, type TestClaim, type TestEntity } from "./randomGraph.js";

/** More than what is carried along of what lies farther away than one relation. */
const MANY = MAX_EVIDENCE + 50;

const entity = (id: string, kind: string): TestEntity => ({
  ...{ id, kind, names: [id], identifiers: [], batch: 0, derivedFrom: [] },
  ...{ url: null, sourceType: kind === "SOURCE" ? "ARTICLE" : null, publishedAt: null, language: null },
});
const claim = (predicate: string, subject: string, object: string): TestClaim => ({
  ...{ id: `c_${predicate}_${subject}_${object}`, batch: 0, predicate, subject, object, attributedTo: [] },
  citations: [
    {
      ...{ id: `q_${predicate}_${subject}_${object}`, source: "source", quote: "x", basis: "STATED" },
      ...{ ownWords: false, takenFrom: [] },
    },
  ],
  ...{ amount: null, unit: null, texts: null, date: null, modality: "ACTUAL", rank: "NORMAL", status: "ACTIVE" },
  ...{ retractedAt: null, validFrom: null, validTo: null },
});

onEveryEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    const clusters = Array.from({ length: MANY }, (_, index) => `cluster-${String(index).padStart(3, "0")}`);
    opened = await emptyStore(open);
    const graph = {
      entities: [
        entity("source", "SOURCE"),
        ...[entity("owner", "COMPANY"), entity("chip", "CHIP")],
        ...clusters.map((id) => entity(id, "CLUSTER")),
      ],
      claims: clusters.flatMap((id) => [claim("OWNS", "owner", id), claim("USES_CHIP", id, "chip")]),
    };
    await recordBatch(opened.store, opened.ontology, batchOf(graph), "test");
  });
  afterAll(() => opened.close());

  const some = (node: Where) => ({ some: { node } });
  const ofOwner = { usesChip: some({ usedBy: some({ ownedBy: some({ id: { eq: "owner" } }) }) }) };
  const FILTERS: readonly [name: string, where: Where][] = [
    ["alone", ofOwner],
    ["in an or", { or: [ofOwner, { id: { eq: "nobody" } }] }],
    ["beyond an or", { usesChip: some({ or: [ofOwner.usesChip.some.node, { id: { eq: "nobody" } }] }) }],
  ];
  test.each(FILTERS)(
    "each relation of a long way is in the evidence, however much of it there is: %s",
    async (_, where) => {
      const kind = opened.ontology.kinds.get("CLUSTER")!;
      const { countsEdges } = opened.store.capabilities;
      for (const limit of [2, MANY + 1]) {
        const { statement, readEvidence } = entityPage(opened.ontology, {
          kind,
          where,
          orderBy: [],
          limit,
          countsEdges,
        });
        const rows = await opened.store.read(statement);
        expect(rows.map(idOf).slice(0, 2)).toEqual(["cluster-000", "cluster-001"]);
        expect(rows).toHaveLength(Math.min(limit, MANY));
        const [first] = rows;
        expect(first!["evidenceCount"]).toBeGreaterThan(MAX_EVIDENCE + 1);
        const predicates = (first!["evidence"] as string[]).map((written) => readEvidence(written).predicate);
        expect([...new Set(predicates)].sort()).toEqual(["OWNS", "USES_CHIP"]);
      }
    },
  );
});
