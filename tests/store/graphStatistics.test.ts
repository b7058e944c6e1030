import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Statistics } from "../../src/cypher/statistics.js";
import { GraphStatistics } from "../../src/store/graphStatistics.js";
import type { Store } from "../../src/store/port.js";
import { emptyStore, seededStore, type OpenedStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "./engines.js";

/** Waits until it holds, five seconds at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let tried = 0; !holds() && tried < 500; tried++) await wait(10);
  expect(holds()).toBe(true);
}

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await seededStore(open);
  });
  afterAll(() => opened.close());

  test("counts entities by kind and claims by predicate", async () => {
    const { store, ontology } = opened;
    const statistics = new GraphStatistics(store, ontology);
    expect(statistics.counted).toBeUndefined();
    const { entities, claims } = await statistics.count();
    const number = async (pattern: string) => {
      const [row] = await store.read({ name: "test.count", text: `${pattern} RETURN count(x) AS total`, params: {} });
      return row!["total"];
    };
    expect(statistics.counted?.entities(null)).toBe(await number("MATCH (x:Entity)"));
    expect(claims(null)).toBe(await number("MATCH (x:Claim)"));
    expect(entities(ontology.kinds.get("CLUSTER")!)).toBe(await number("MATCH (x:Cluster)"));
    expect(claims(ontology.predicates.get("OWNS")!)).toBe(await number("MATCH (x:Claim {predicate: 'OWNS'})"));
    expect(claims(ontology.predicates.get("OWNS")!)).toBeGreaterThan(0);
  });
});

test("of an empty graph it knows that there is nothing", async () => {
  const { store, ontology, close } = await emptyStore();
  const { entities, claims } = await new GraphStatistics(store, ontology).count();
  expect([entities(null), claims(null), claims(ontology.predicates.get("OWNS")!)]).toEqual([0, 0, 0]);
  await close();
});

describe("beside the requests it", () => {
  /** A store that answers when it is told to. */
  function slowStore() {
    const waiting: { answer: (total: number) => void; fail: (error: Error) => void }[] = [];
    const read: Store["read"] = ({ name }) =>
      name === "statistics.predicates"
        ? Promise.resolve([])
        : new Promise((resolve, fail) =>
            waiting.push({ answer: (total) => resolve([{ name: "CLUSTER", total }]), fail }),
          );
    return { store: { read } as Store, waiting };
  }
  const ontology = { predicates: new Map() } as never;
  const found = ({ counted }: { readonly counted: Statistics | undefined }) => counted?.entities(null);

  test("counts again and again; where that fails it is told, and the count before holds", async () => {
    const { store, waiting } = slowStore();
    const statistics = new GraphStatistics(store, ontology);
    const told: unknown[] = [];
    statistics.start((error) => told.push(error), 20);
    expect(found(statistics)).toBeUndefined();
    waiting[0]!.answer(3);
    await until(() => found(statistics) === 3);
    await until(() => waiting.length > 1);
    waiting[1]!.fail(new Error("away"));
    await until(() => told.length === 1);
    expect([told, found(statistics)]).toEqual([[new Error("away")], 3]);
    await until(() => waiting.length > 2);
    waiting[2]!.answer(4);
    await until(() => found(statistics) === 4);
    statistics.stop();
  });

  test("counts no more once it is stopped, and does not complain that the store has been closed beneath it", async () => {
    const { store, waiting } = slowStore();
    const statistics = new GraphStatistics(store, ontology);
    const told: unknown[] = [];
    statistics.start((error) => told.push(error), 10);
    statistics.stop();
    waiting[0]!.fail(new Error("closed"));
    await wait(50);
    expect([waiting.length, told]).toEqual([1, []]);
  });
});
