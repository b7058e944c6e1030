import { afterAll, beforeAll, expect, test } from "vitest";
import { entityPage, type EntityPageRequest } from "../../src/cypher/entityPage.js";
import { NOW } from "../../src/cypher/moment.js";
import { encodeCursor, type Window } from "../../src/cypher/order.js";
import type { Row, Value } from "../../src/cypher/statement.js";
import { statisticsOf } from "../../src/cypher/statistics.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { onEveryEngine } from "../store/engines.js";
import { idOf } from "./asked.js";
import { Naive, type Where } from "./naive.js";
import { withRestricted } from "./openGraph.js";
import { batchOf, Random, randomGraph } from "./randomGraph.js";

onEveryEngine((open) => {
  const random = new Random(7);
  // of each kind the first has a quarter of what leads to its kind
  const graph = withRestricted(randomGraph(random, 2000), random);
  const naive = new Naive(graph);
  const count = (names: readonly string[]) =>
    new Map(names.map((name) => [name, names.filter((one) => one === name).length]));
  const statistics = statisticsOf(
    count(graph.entities.map(({ kind }) => kind)),
    count(graph.claims.map(({ predicate }) => predicate)),
  );
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await emptyStore(open);
    await recordBatch(opened.store, opened.ontology, batchOf(graph), "test");
  });
  afterAll(() => opened.close());

  const id = (eq: string) => ({ id: { eq } });
  const some = (node: Where) => ({ some: { node } });
  const FILTERS: readonly [kind: string, where: Where][] = [
    ["CLUSTER", { usesChip: some(id("chip-0")) }],
    ["CLUSTER", { usesChip: some({ id: { in: ["chip-0", "chip-3", "chip-4"] } }) }],
    ["CLUSTER", { usesChip: some(id("chip-5")) }],
    ["CLUSTER", { usesChip: some({ usedBy: some({ ownedBy: some(id("company-0")) }) }) }],
    ["CLUSTER", { usesChip: some({ usedBy: some({ ownedBy: some(id("company-9")), locatedIn: some({}) }) }) }],
    ["CHIP", { usedBy: some({ locatedIn: some(id("facility-0")) }) }],
    ["COMPANY", { investors: some({ authored: some(id("source-0")) }) }],
    ["SOURCE", { authoredBy: some({ controls: some(id("company-0")) }) }],
    ["COMPANY", { controlledBy: some({ id: { eq: "nobody" } }) }],
  ];

  /** A page of a list by name, and how it was come to. */
  const page = (kind: string, where: Where, window: Partial<EntityPageRequest> & Window) =>
    entityPage(opened.ontology, {
      ...{ kind: opened.ontology.kinds.get(kind)!, where, statistics, orderBy: [] },
      countsEdges: opened.store.capabilities.countsEdges,
      ...window,
    });

  test.each(["OPEN", "ALL"] as const)(
    "a list is the same whether it is come to from its hubs or gone through in its order: %s",
    async (sees) => {
      for (const [name, where] of FILTERS) {
        const expected = naive.at({ sees }).entities(name, where);
        for (const [direction, backward] of [
          ["ASC", false],
          ["ASC", true],
          ["DESC", false],
        ] as const) {
          const inOrder = (direction === "DESC") === backward ? expected : expected.toReversed();
          const found: { id: string; evidence: readonly string[] }[] = [];
          const limit = 1 + random.below(3);
          const listed = { limit, backward, moment: { ...NOW, sees }, orderBy: [{ field: "NAME", direction }] };
          let window: Parameters<typeof page>[2] = listed;
          for (;;) {
            const { statement, list, keys, readEvidence } = page(name, where, window);
            const rows = await opened.store.read(statement);
            for (const row of rows) found.push({ id: idOf(row), evidence: evidenceOf(row, readEvidence) });
            if (rows.length < limit || found.length > expected.length) break;
            const last = rows.at(-1)!;
            const cursor = encodeCursor(list, keys, [last["k0"] as Value, last["k1"] as Value]);
            window = { ...listed, [backward ? "before" : "after"]: cursor };
          }
          expect(found, JSON.stringify({ where, direction, backward, limit })).toEqual(inOrder);
        }
      }
    },
  );

  test("hubs are told by the number of their edges, and only where the list is ordered by what has an index", async () => {
    const mostWays = (window: Partial<EntityPageRequest>) => {
      const { statement } = page("CLUSTER", FILTERS[0]![1], { limit: 3, ...window });
      return statement.plan.rows!.mostWays;
    };
    const edges = (chip: string) =>
      graph.claims.filter(({ predicate, object }) => predicate === "USES_CHIP" && object === chip).length;
    if (opened.store.capabilities.countsEdges) {
      expect(mostWays({})).toBeLessThan(edges("chip-0"));
      expect(mostWays({})).toBeGreaterThan(edges("chip-5"));
    } else expect(mostWays({})).toBeNull();
    expect(mostWays({ count: true })).toBeNull();
    const orderBy = [
      { field: "NAME", direction: "ASC" },
      { field: "QUANTITY", predicate: "POWER_CAPACITY", direction: "DESC" },
    ] as const;
    expect(mostWays({ orderBy })).toBeNull();
    const { statement } = page("CLUSTER", FILTERS[0]![1], { limit: 1000, orderBy });
    const expected = naive.at({ sees: "OPEN" }).entities("CLUSTER", FILTERS[0]![1]);
    expect((await opened.store.read(statement)).map(idOf).sort()).toEqual(expected.map(({ id }) => id).sort());
  });
});

function evidenceOf(row: Row, read: (written: string) => { readonly id: string }): readonly string[] {
  return (row["evidence"] as readonly string[]).map((one) => read(one).id).sort();
}
