import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimCount, claimPage } from "../../src/cypher/claimPage.js";
import { entityCount, entityPage } from "../../src/cypher/entityPage.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { flatten } from "../../src/cypher/rows.js";
import type { Row } from "../../src/cypher/statement.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { compare, Naive, type Where } from "./naive.js";
import { RandomFilter } from "./randomFilter.js";
import { batchOf, Random, randomGraph, type TestClaim } from "./randomGraph.js";
import { onEveryEngine } from "../store/engines.js";

const KINDS = ["PERSON", "COMPANY", "CLUSTER", "CHIP", "FACILITY", "PLACE", null];

onEveryEngine((open, { name }) => {
  // a server takes a tenth of a second to plan a statement that it has not seen before, so it is asked less
  const [graphs, filtersTried] = name === "grafeo" ? [[1, 2, 3], 120] : [[1], 12];
  describe.each(graphs)("over the random graph %d", (seed) => {
    const random = new Random(seed);
    const graph = randomGraph(random);
    const naive = new Naive(graph);
    const filters = new RandomFilter(graph, random);
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await emptyStore(open);
      await recordBatch(opened.store, opened.ontology, batchOf(graph), "test");
    });
    afterAll(() => opened.close());

    const kindOf = (name: string | null) => (name === null ? null : opened.ontology.kinds.get(name)!);
    const total = ([row]: readonly Row[]) => row!["total"];
    const cases = Array.from({ length: filtersTried }, () => {
      const kind = random.pick(KINDS);
      return { kind, where: filters.node(kind === null ? ["PERSON", "COMPANY", "CLUSTER", "PLACE"] : [kind], 3) };
    });

    test("entities, their order and their evidence are those that a look at every claim gives", async () => {
      let met = 0;
      for (const { kind, where } of cases) {
        const expected = naive.entities(kind, where);
        const request = { kind: kindOf(kind), where, orderBy: [], after: null, limit: 1000 };
        const rows = await opened.store.read(entityPage(opened.ontology, request).statement);
        const found = rows.map(({ id, evidence }) => ({ id, evidence: [...flatten(evidence)].sort() }));
        expect(found, JSON.stringify({ kind, where })).toEqual(expected);
        expect(total(await opened.store.read(entityCount(opened.ontology, kindOf(kind), where)))).toBe(expected.length);
        if (expected.some(({ evidence }) => evidence.length > 1)) met++;
      }
      // or the test would prove little
      expect(met).toBeGreaterThan(filtersTried / 8);
    });

    test("walking the pages gives every entity once and in order, in both directions", async () => {
      for (const { kind, where } of cases.slice(0, filtersTried / 3)) {
        for (const direction of ["ASC", "DESC"] as const) {
          const ids = naive.entities(kind, where).map(({ id }) => id);
          const walked: unknown[] = [];
          const size = 1 + random.below(4);
          for (let after: string | null = null; ;) {
            const request = { kind: kindOf(kind), where, orderBy: [{ field: "NAME", direction }], after, limit: size };
            const { statement, list, keys } = entityPage(opened.ontology, request);
            const rows = await opened.store.read(statement);
            walked.push(...rows.map(({ id }) => id));
            if (rows.length < size) break;
            after = encodeCursor(list, keys, [rows.at(-1)!["k0"]!, rows.at(-1)!["k1"]!]);
          }
          expect(walked, JSON.stringify({ kind, where, size })).toEqual(direction === "ASC" ? ids : ids.toReversed());
        }
      }
    });

    test("claims are those that a look at every claim gives", async () => {
      let met = 0;
      for (const where of Array.from({ length: filtersTried }, () => filters.claim())) {
        const expected = naive.claims(where).map(({ id }) => id);
        const { statement } = claimPage(opened.ontology, { where, orderBy: [], after: null, limit: 1000 });
        const rows = await opened.store.read(statement);
        expect(
          rows.map(({ id }) => id),
          JSON.stringify(where),
        ).toEqual(expected);
        expect(total(await opened.store.read(claimCount(opened.ontology, where)))).toBe(expected.length);
        for (const row of rows) {
          const { subject, object, attributedTo } = graph.claims.find(({ id }) => id === row["id"])!;
          expect(row).toMatchObject({ subject, object });
          expect([...(row["attributedTo"] as string[])].sort()).toEqual([...attributedTo].sort());
        }
        if (expected.length > 0) met++;
      }
      expect(met).toBeGreaterThan(filtersTried / 5);
    });

    test.each<[string, "ASC" | "DESC", (claim: TestClaim) => string | number]>([
      ["AMOUNT", "ASC", ({ amount }) => amount ?? -Infinity],
      ["AMOUNT", "DESC", ({ amount }) => amount ?? -Infinity],
      ["VALID_FROM", "ASC", ({ validFrom }) => validFrom ?? ""],
      ["VALID_FROM", "DESC", ({ validFrom }) => validFrom ?? ""],
      ["PREDICATE", "DESC", ({ predicate }) => predicate],
    ])("walking claims by %s %s gives each once, those without a value as the least", async (field, direction, key) => {
      const where: Where = { status: { in: ["ACTIVE", "RETRACTED"] } };
      const sign = direction === "ASC" ? 1 : -1;
      const expected = naive
        .claims(where)
        .toSorted((a, b) => sign * (compare(key(a), key(b)) || compare(a.id, b.id)))
        .map(({ id }) => id);
      const walked: unknown[] = [];
      for (let after: string | null = null; ;) {
        const { statement, list, keys } = claimPage(opened.ontology, {
          where,
          orderBy: [{ field, direction }],
          after,
          limit: 7,
        });
        const rows = await opened.store.read(statement);
        walked.push(...rows.map(({ id }) => id));
        if (rows.length < 7) break;
        after = encodeCursor(list, keys, [rows.at(-1)!["k0"]!, rows.at(-1)!["k1"]!]);
      }
      expect(walked).toEqual(expected);
    });
  });
});
