import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { UNFILTERED, type Brought, type ChildList } from "../../src/cypher/childPages.js";
import { claimCount, claimPage, claimSortKeys } from "../../src/cypher/claimPage.js";
import { entityCount, entityPage, type EntityPageRequest } from "../../src/cypher/entityPage.js";
import { readClaimFilter, readLinkFilter, readNodeFilter } from "../../src/cypher/filter.js";
import { NOW, NOW_IN_FULL, readMoment } from "../../src/cypher/moment.js";
import { encodeCursor } from "../../src/cypher/order.js";
import { Shape } from "../../src/cypher/shape.js";
import type { Statement } from "../../src/cypher/statement.js";
import { ASSUMED, type Statistics } from "../../src/cypher/statistics.js";
import { loadOntology } from "../../src/ontology/load.js";
import { allOfClaims, allOfEntities, BRINGS_ALL, BRINGS_LITTLE } from "./asked.js";
import type { Where } from "./naive.js";
import { RandomFilter } from "./randomFilter.js";
import { DATES, NAMES, Random, randomGraph, SOURCE_TYPES } from "./randomGraph.js";

const ontology = loadOntology("schema/ontology.yaml");
const cluster = ontology.kinds.get("CLUSTER")!;

/** A graph that has been counted anew: of it nothing has been kept. */
const countedAnew = (): Statistics => ({ ...ASSUMED });

describe("what was written for a filter is what would be written for another of its shape", () => {
  const random = new Random(11);
  const filters = new RandomFilter(randomGraph(random), random);
  const moments = [NOW, NOW_IN_FULL, readMoment({ validAt: "2024", knownAt: "2024-10-29T10:00:00Z" }, NOW)!];

  test("a page of entities, with what proves them", () => {
    let [same, absences] = [0, 0];
    for (let i = 0; i < 1500; i++) {
      const request = {
        ...{ kind: random.pick([cluster, ontology.kinds.get("COMPANY")!, null]), limit: random.pick([3, 21]) },
        orderBy: random.pick<EntityPageRequest["orderBy"]>([
          [],
          [{ field: "NAME", direction: "DESC" }],
          [{ field: "QUANTITY", predicate: "USES_CHIP", direction: "DESC" }],
        ]),
        ...{ moment: random.pick(moments), countsEdges: random.once(2), count: random.once(2) },
        ...(random.once(2) && { entities: allOfEntities([], allOfClaims()), alongEvidence: true }),
      };
      const kinds = request.kind ? [request.kind.name] : ["CLUSTER", "COMPANY"];
      const where = filters.node(kinds, 3);
      const statistics = countedAnew();
      const page = (where: Where, statistics: Statistics) => answered(request, where, statistics);
      if (!page(where, statistics)) continue;
      const others = withOtherValues(where, random);
      const [kept, written] = [page(others, statistics), page(others, countedAnew())];
      expect(kept && said(kept.statement)).toEqual(written && said(written.statement));
      if (!kept || !written) continue;
      expect([kept.keys, kept.list, kept.columns]).toEqual([written.keys, written.list, written.columns]);
      expect([kept.counts, kept.predicates]).toEqual([written.counts, written.predicates]);
      for (const letter of "ABC") expect(kept.readEvidence(`${letter}c`)).toEqual(written.readEvidence(`${letter}c`));
      const marks = new Set([...kept.statement.text.matchAll(/'!(\d+) '/gu)].map(([, nth]) => Number(nth)));
      for (const nth of marks) expect(kept.lookedFor(nth)).toBe(written.lookedFor(nth));
      absences += marks.size;
      const shapes = [where, others].map((one) => new Shape().nodes(readNodeFilter(ontology, request.kind, one)).key);
      if (shapes[0] === shapes[1]) same++;
    }
    expect(same).toBeGreaterThan(700);
    expect(absences).toBeGreaterThan(100);
  });

  test("a page of claims, and counts", () => {
    let same = 0;
    for (let i = 0; i < 800; i++) {
      const moment = random.pick(moments);
      const where = filters.claim();
      const others = withOtherValues(where, random);
      const orderBy = random.pick([[], [{ field: "AMOUNT", direction: "DESC" } as const]]);
      const request = { orderBy, moment, limit: 5, ...(random.once(2) && { claims: allOfClaims() }) };
      const all = (where: Where, statistics: Statistics) =>
        orRefused(() => [
          said(claimPage(ontology, { ...request, where, statistics }).statement),
          said(claimCount(ontology, where, { moment, statistics })),
          said(entityCount(ontology, cluster, { usesChip: { some: { claim: where } } }, { moment, statistics })),
        ]);
      const statistics = countedAnew();
      if (!all(where, statistics)) continue;
      const kept = all(others, statistics);
      expect(kept).toEqual(all(others, countedAnew()));
      const [a, b] = [where, others].map((one) => new Shape().claims(readClaimFilter(ontology, one)).key);
      if (kept && a === b) same++;
    }
    expect(same).toBeGreaterThan(300);
  });

  test("filters of one shape are written alike, of which there are many small ones", () => {
    const [texts, shared] = [new Map<string, string>(), countedAnew()];
    let again = 0;
    for (let i = 0; i < 6000; i++) {
      const ofClaims = random.once(2);
      const small = ofClaims ? filters.claim(1) : filters.node(["CLUSTER"], 1);
      const where = random.once(3) ? { not: small } : small;
      const ask = (statistics: Statistics) =>
        orRefused(() => {
          const request = { where, orderBy: [], limit: 3, statistics };
          return ofClaims
            ? claimPage(ontology, request).statement
            : entityPage(ontology, { ...request, kind: cluster }).statement;
        });
      const written = ask(countedAnew());
      if (!written) continue;
      expect(said(ask(shared)!)).toEqual(said(written));
      const key = ofClaims
        ? new Shape("c").claims(readClaimFilter(ontology, where)).key
        : new Shape("n").nodes(readNodeFilter(ontology, cluster, where)).key;
      if (texts.has(key)) again++;
      expect(texts.get(key) ?? written.text).toBe(written.text);
      texts.set(key, written.text);
    }
    expect(again).toBeGreaterThan(1000);
  });

  function answered(request: Omit<EntityPageRequest, "where">, where: Where, statistics: Statistics) {
    return orRefused(() => entityPage(ontology, { ...request, where, statistics }));
  }
});

describe("what is asked beside a filter", () => {
  const OWNED = { ownedBy: { some: { node: { id: { eq: "a" } } } } };
  const shared = countedAnew();
  const predicate = ontology.predicates.get("USES_CHIP")!;
  const list = (more: Partial<ChildList> = {}): ChildList => ({
    ...{ of: { type: "relation", predicate, direction: "OUT" }, ...UNFILTERED, keys: claimSortKeys("r", []) },
    ...{ name: "list", moment: NOW, limit: 3, count: false, brings: BRINGS_LITTLE, ...more },
  });
  const page = (request: Partial<EntityPageRequest>, statistics: Statistics) =>
    said(
      entityPage(ontology, { kind: cluster, where: OWNED, orderBy: [], limit: 3, statistics, ...request }).statement,
    );
  const amount = (gt: number) => readLinkFilter(ontology, { claim: { quantity: { gt } } });
  const read = (...lists: ChildList[]) => ({ entities: allOfEntities(lists, allOfClaims()) });
  const bringing = (what: Partial<Brought>): Partial<ChildList> => ({
    of: { type: "citationsOfClaim" },
    brings: { ...BRINGS_LITTLE, cursors: false, ...what },
  });

  test.each<[string, Partial<EntityPageRequest>]>([
    ["a kind", { kind: null }],
    ["an order", { orderBy: [{ field: "NAME", direction: "DESC" }] }],
    ["a moment", { moment: readMoment({ validAt: "2024" }, NOW)! }],
    ["who asks", { moment: NOW_IN_FULL }],
    ["a direction", { backward: true }],
    ["no cursors", { cursors: false }],
    ["how many there are", { count: true }],
    ["what is read of each", { entities: allOfEntities() }],
    ["a list", read(list())],
    ["a list the other way", read(list({ of: { type: "relation", predicate, direction: "IN" } }))],
    ["a list of claims", read(list({ of: { type: "claims", role: "SUBJECT" } }))],
    ["how long a list is", read(list({ count: true }))],
    ["what a list brings", read(list({ brings: BRINGS_ALL }))],
    [
      "what is counted of a list",
      read(list({ of: { type: "claims", role: "SUBJECT" }, facets: { said: true, sources: false } })),
    ],
    ["a list that is filtered", read(list(amount(1)))],
    ["another list", read(list(amount(1)), list())],
    ["a list in another order", read(list({ keys: claimSortKeys("r", [{ field: "AMOUNT", direction: "DESC" }]) }))],
    ["a list that brings nothing", read(list(bringing({})))],
    ...Object.entries(BRINGS_ALL).map(([what, all]): [string, Partial<EntityPageRequest>] => [
      `${what} of a list`,
      read(list(bringing({ [what]: all as unknown }))),
    ]),
    ["a list as of another moment", read(list({ moment: NOW_IN_FULL }))],
    ["a list from its end", read(list({ backward: true }))],
    ["a list in the opposite order", read(list({ keys: claimSortKeys("r", [{ field: "AMOUNT", direction: "ASC" }]) }))],
    ["a list of other claims", read(list({ scope: { namesRank: true, namesStatus: false } }))],
    ["a list with what is known of quotes", read(list({ of: { type: "citationsOfClaim" } }))],
    ["a list with more of them", read(list({ of: { type: "citationsOfClaim" }, brings: BRINGS_ALL }))],
    ["the claims of a list, so many", { entities: allOfEntities([list()], { ...allOfClaims(), most: 7 }) }],
    ["a list without its claims", { entities: allOfEntities([list()]) }],
    ["the claims of a list", { entities: allOfEntities([list()], allOfClaims()) }],
    [
      "claims and their lists",
      { entities: allOfEntities([list()], allOfClaims([list({ of: { type: "citationsOfClaim" } })])) },
    ],
  ])("%s is not mistaken for anything else", (_, request) => {
    const written = page(request, countedAnew());
    expect(written).not.toEqual(page({}, countedAnew()));
    expect(page({}, shared)).toEqual(page({}, countedAnew()));
    expect(page(request, shared)).toEqual(written);
  });

  test("of a list that is filtered, the values are those that are asked for", () => {
    const statistics = countedAnew();
    page(read(list(amount(1))), statistics);
    const kept = page(read(list(amount(2))), statistics);
    expect(kept).toEqual(page(read(list(amount(2))), countedAnew()));
    expect(Object.values(kept.params["p"]!)).toContain(2);
  });

  test("what comes after a cursor is written for that", () => {
    const statistics = countedAnew();
    const ask = (after: string | null) =>
      entityPage(ontology, { kind: cluster, where: {}, orderBy: [], limit: 3, statistics, after });
    const { statement, list: name, keys } = ask(null);
    const next = (after: string) => ask(encodeCursor(name, keys, [after, "i"])).statement;
    expect(next("a").text).not.toBe(statement.text);
    expect(Object.values(next("b").params["p"]!)).toContainEqual(["b", "i"]);
    expect(ask(null).statement.text).toBe(statement.text);
    const inList = (after: string) =>
      page(read(list({ after: encodeCursor("list", claimSortKeys("r", []), [after]) })), statistics);
    expect(inList("a")).not.toEqual(inList("b"));
  });

  test("an order by amounts from the other end of a relation is another text, though the filter leaves one kind only", () => {
    const chip = ontology.kinds.get("CHIP")!;
    const orderBy: EntityPageRequest["orderBy"] = [{ field: "QUANTITY", predicate: "USES_CHIP", direction: "DESC" }];
    const ask = (kind: typeof chip | null, statistics: Statistics) =>
      page({ kind, where: { kind: { eq: "CHIP" } }, orderBy }, statistics);
    expect(ask(null, shared)).toEqual(ask(null, countedAnew()));
    expect(ask(chip, shared)).toEqual(ask(chip, countedAnew()));
  });

  test("nothing is kept of the values for which a text was written", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const statistics = countedAnew();
    const refs: WeakRef<object>[] = [];
    const ask = () => {
      const node = { name: { in: ["x", "y"] } };
      refs.push(new WeakRef(node), new WeakRef(node.name.in));
      const { statement } = entityPage(ontology, {
        ...{ kind: cluster, orderBy: [], limit: 3, statistics },
        where: { usesChip: { none: { node } }, name: { eq: "z" } },
      });
      refs.push(new WeakRef(statement.params["p"] as object), new WeakRef(statement));
    };
    ask();
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(refs.filter((ref) => ref.deref() !== undefined)).toHaveLength(0);
    expect(
      page({ where: { usesChip: { none: { node: { name: { eq: "v" } } } }, name: { eq: "w" } } }, statistics),
    ).toEqual(
      page({ where: { usesChip: { none: { node: { name: { eq: "v" } } } }, name: { eq: "w" } } }, countedAnew()),
    );
  });

  test("a graph that has been counted anew is planned anew", () => {
    const where = { ownedBy: { some: { node: { kind: { eq: "COMPANY" } } } }, usesChip: { some: {} } };
    const few = { ...ASSUMED, claims: (one: { readonly name: string } | null) => (one?.name === "OWNS" ? 1 : 9_000) };
    const before = page({ where }, countedAnew());
    expect(page({ where }, few).text).not.toBe(before.text);
  });
});

/** What an engine is told. */
function said({ name, text, params }: Statement) {
  return { name, text, params };
}

/** What is answered; null where it is refused. */
function orRefused<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (err) {
    if ((err as { code?: string }).code === undefined) throw err;
    return null;
  }
}

/** The same filter with other values, most of them. */
function withOtherValues(where: Where, random: Random): Where {
  const enums: Readonly<Record<string, readonly string[]>> = {
    ...{ kind: ["CLUSTER", "COMPANY", "PERSON"], predicate: ["OWNS", "USES_CHIP"], sourceType: SOURCE_TYPES },
    ...{ modality: ["ACTUAL", "PLANNED"], rank: ["NORMAL", "DEPRECATED"], status: ["ACTIVE", "RETRACTED"] },
    ...{ basis: ["STATED", "INFERRED"], scheme: [], unit: ["chip", "MW"], name: NAMES },
    ...{ validFrom: DATES, validTo: DATES, date: DATES, publishedAt: DATES },
  };
  const other = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) {
      if (value.some((one) => typeof one === "object")) return value.map((one) => other(one, field));
      return [...value, "one more"].slice(random.below(2)).map((one) => other(one, field));
    }
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          other(inner, key in enums || !OPERATORS.has(key) ? key : field),
        ]),
      );
    }
    if (typeof value === "number") return value + 1;
    const known = enums[field];
    if (known) return known.length > 0 ? random.pick(known) : value;
    return `${String(value)} x`;
  };
  return other(where, "") as Where;
}

const OPERATORS = new Set(["eq", "in", "not", "startsWith", "contains", "gt", "gte", "lt", "lte", "value"]);
