import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UNFILTERED, type ChildList } from "../../src/cypher/childPages.js";
import { claimSortKeys, edgeSortKeys } from "../../src/cypher/claimPage.js";
import { entityPage } from "../../src/cypher/entityPage.js";
import { readLinkFilter } from "../../src/cypher/filter.js";
import { NOW } from "../../src/cypher/moment.js";
import { encodeCursor, type SortKey } from "../../src/cypher/order.js";
import { listsRead } from "../../src/cypher/reading.js";
import type { Value } from "../../src/cypher/statement.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { emptyStore, type OpenedStore } from "../exchange/seededStore.js";
import { BRINGS_LITTLE, idOf } from "./asked.js";
import { compare, sortName } from "./naive.js";
import { batchOf, Random, randomGraph, RELATIONS, type TestClaim, type TestEntity } from "./randomGraph.js";
import { onEveryEngine } from "../store/engines.js";

const graph = randomGraph(new Random(11));
const holds = ({ status, rank }: TestClaim) => status === "ACTIVE" && rank !== "DEPRECATED";
const nameOf = new Map(graph.entities.map((entity) => [entity.id, sortName(entity)]));

onEveryEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await emptyStore(open);
    await recordBatch(opened.store, opened.ontology, batchOf(graph), "test");
  });
  afterAll(() => opened.close());

  /** Each node's list, page by page, and its whole length as the first page tells it. */
  async function walk(
    ids: readonly string[],
    of: ChildList["of"],
    keys: readonly SortKey[],
    where: object | null,
    size: number,
  ) {
    const filter = readLinkFilter(opened.ontology, where === null ? {} : { claim: where });
    const found = new Map<string, { items: Value[][]; total: unknown }>();
    for (const id of ids) {
      const list = { items: [] as Value[][], total: null as unknown };
      found.set(id, list);
      for (let after: string | null = null; ;) {
        const page = { name: "x", moment: NOW, keys, after, limit: size, count: true };
        const asked = { of, ...filter, ...page, brings: BRINGS_LITTLE };
        const [row] = await opened.store.read(listsRead([id], [asked]).statement);
        const items = row!["l0"] as Value[][];
        // a first page that is not full is the whole list
        list.total ??= items.length < size ? items.length : row!["t0"];
        list.items.push(...items);
        if (items.length < size) break;
        after = encodeCursor("x", keys, items.at(-1)![0] as Value[]);
      }
    }
    return found;
  }

  describe.each(Object.entries(RELATIONS))("the list of %s", (name, { from, to }) => {
    test.each(["OUT", "IN"] as const)(
      "%s is what a look at every claim gives, in its order, page by page",
      async (direction) => {
        const [near, far] = direction === "OUT" ? (["subject", "object"] as const) : (["object", "subject"] as const);
        const ids = graph.entities
          .filter(({ kind }) => (direction === "OUT" ? from : to).includes(kind))
          .map(({ id }) => id);
        const predicate = opened.ontology.predicates.get(name)!;
        const byName: SortKey = { name: "NODE_NAME", expression: "o.sortName", direction: "ASC" };
        const found = await walk(
          ids,
          { type: "relation", predicate, direction },
          [byName, ...edgeSortKeys("r", [])],
          null,
          2,
        );
        for (const id of ids) {
          const expected = graph.claims
            .filter((claim) => claim.predicate === name && claim[near] === id && holds(claim))
            .sort((a, b) => compare(nameOf.get(a[far]!)!, nameOf.get(b[far]!)!) || compare(a.id, b.id));
          expect(found.get(id)!.items.map(([, claim, entity]) => [claim, (entity as Value[])[0]])).toEqual(
            expected.map((claim) => [claim.id, claim[far]]),
          );
          expect(found.get(id)!.total).toBe(expected.length);
        }
      },
    );
  });

  test("an entity's claims, by amount and downwards, have those without an amount last, page by page", async () => {
    const ids = graph.entities.filter(({ kind }) => kind === "CLUSTER").map(({ id }) => id);
    const keys = claimSortKeys("c", [{ field: "AMOUNT", direction: "DESC" }]);
    const found = await walk(
      ids,
      { type: "claims", role: "SUBJECT" },
      keys,
      { modality: { in: ["ACTUAL", "OPINION"] } },
      3,
    );
    for (const id of ids) {
      const expected = graph.claims
        .filter((claim) => claim.subject === id && holds(claim) && ["ACTUAL", "OPINION"].includes(claim.modality))
        .sort((a, b) => compare(b.amount ?? -Infinity, a.amount ?? -Infinity) || compare(b.id, a.id));
      expect(found.get(id)!.items.map(([, claim]) => claim)).toEqual(expected.map((claim) => claim.id));
      expect(found.get(id)!.total).toBe(expected.length);
    }
  });

  test("several lists of several nodes are told apart, and a node without any has empty ones", async () => {
    const list = (of: ChildList["of"], limit: number): ChildList => ({
      ...{ of, name: "x", ...UNFILTERED, moment: NOW, keys: claimSortKeys("c", []), limit, count: true },
      brings: BRINGS_LITTLE,
    });
    const ids = graph.entities.filter(({ kind }) => kind === "PERSON").map(({ id }) => id);
    const lists = [
      list({ type: "claims", role: "SUBJECT" }, 2),
      list({ type: "claims", role: "SPEAKER" }, 100),
      list({ type: "claims", role: "OBJECT" }, 1),
    ];
    const rows = await opened.store.read(listsRead(ids, lists).statement);
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
    for (const row of rows) {
      const subject = graph.claims.filter((claim) => claim.subject === row["id"] && holds(claim)).map(({ id }) => id);
      const speaker = graph.claims
        .filter((claim) => claim.attributedTo.includes(String(row["id"])) && holds(claim))
        .map(({ id }) => id);
      const claims = (column: string) => (row[column] as Value[][]).map(([, claim]) => claim);
      expect(claims("l0")).toEqual(subject.slice(0, 2));
      expect(claims("l1")).toEqual(speaker);
      expect(claims("l2")).toEqual([]);
      // what is not full is not counted, for it is known
      expect([row["t0"], row["t1"], row["t2"]]).toEqual([subject.length < 2 ? 0 : subject.length, 0, 0]);
    }
  });

  test("a page goes on where it stopped, though rows came before and after the cursor meanwhile", async () => {
    const platform = (id: string, name: string): TestEntity => ({
      ...{ id, kind: "PLATFORM", identifiers: [], names: [name], batch: 0, url: null },
      ...{ sourceType: null, publishedAt: null, language: null, derivedFrom: [] },
    });
    const add = (...entities: TestEntity[]) =>
      recordBatch(opened.store, opened.ontology, batchOf({ entities, claims: [] }), "test");
    const page = async (after: string | null) => {
      const kind = opened.ontology.kinds.get("PLATFORM")!;
      const { statement, list, keys } = entityPage(opened.ontology, { kind, where: {}, orderBy: [], after, limit: 2 });
      const rows = await opened.store.read(statement);
      const cursor = encodeCursor(list, keys, [rows.at(-1)!["k0"]!, rows.at(-1)!["k1"]!]);
      return { ids: rows.map(idOf), cursor };
    };
    await add(...["b", "d", "f", "h"].map((id) => platform(id, `name ${id}`)), platform("d-too", "name d"));
    const first = await page(null);
    expect(first.ids).toEqual(["b", "d"]);
    await add(platform("a", "name a"), platform("c", "name c"), platform("e", "name e"), platform("d-again", "NAME D"));
    const second = await page(first.cursor);
    expect(second.ids).toEqual(["d-again", "d-too"]);
    await add(platform("aa", "name aa"));
    const third = await page(second.cursor);
    expect(third.ids).toEqual(["e", "f"]);
    expect((await page(third.cursor)).ids).toEqual(["h"]);
  });
});
