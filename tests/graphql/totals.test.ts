import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordBatch } from "../../src/store/recordBatch.js";
import { compare } from "../cypher/naive.js";
import { batchOf, Random, randomGraph, type TestClaim } from "../cypher/randomGraph.js";
import { emptyStore, seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

const QUERY = `query ($where: ClaimFilter, $groupBy: [ClaimGroup!], $including: [ClaimInclusion!], $inUnit: String, $first: Int = 200) {
  claimTotals(where: $where, groupBy: $groupBy, including: $including, inUnit: $inUnit) {
    group { id } keys { by entity { id } value } modality claims conflicted leftOut { conflicting repeated }
    quantity { sum min max unit bound } claimsCounted(first: $first) { totalCount nodes { id } }
  }
}`;

interface Row {
  readonly group: { readonly id: string } | null;
  readonly keys: readonly {
    readonly by: string;
    readonly entity: { readonly id: string } | null;
    readonly value: string | null;
  }[];
  readonly modality: string;
  readonly claims: number;
  readonly conflicted: number;
  readonly leftOut: { readonly conflicting: number; readonly repeated: number };
  readonly quantity: { readonly sum: number; readonly min: number; readonly max: number; readonly unit: string } | null;
  readonly claimsCounted: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

async function totals(graph: TestGraph, variables: object): Promise<Row[]> {
  const { data, errors } = await graph.ask(QUERY, variables);
  expect(errors).toBeUndefined();
  return data.claimTotals as Row[];
}

onEitherEngine((open) => {
  describe("of the article", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await seededStore(open));
    });
    afterAll(() => graph.close());

    it("the chips in use are those of its clusters, with the claims that say so", async () => {
      const { claimTotals } = await graph.run("ChipTotals");
      const row = (id: string, kind: string, name: string, sum: number, min: number, max: number, claims: number) => ({
        ...{ group: { __typename: "Chip", id, kind, name }, claims, conflicted: 0 },
        keys: [{ by: "OBJECT", entity: { __typename: "Chip", id, kind, name }, value: null }],
        quantity: { sum, min, max, unit: "chip", bound: "EXACT" },
      });
      expect(claimTotals).toMatchObject([
        row("dojo", "CHIP", "Dojo", 20_000, 20_000, 20_000, 1),
        row("h100", "CHIP", "H100", 279_000, 29_000, 100_000, 4),
      ]);
      expect(claimTotals[0].sample.edges).toMatchObject([{ node: { statement: "Cortex uses 20,000 × Dojo" } }]);
      expect(claimTotals[1].sample.edges).toHaveLength(4);
    });

    it("plans are no facts, and dollars no per cents", async () => {
      const rows = await totals(graph, { where: { predicate: { eq: "USES_CHIP" } }, groupBy: ["OBJECT"] });
      const told = ({ group, modality, quantity }: Row) => [group?.id, modality, quantity?.sum, quantity?.unit];
      expect(rows.map(told)).toEqual([
        ["dojo", "ACTUAL", 20_000, "chip"],
        ["h100", "ACTUAL", 279_000, "chip"],
        ["h100", "PLANNED", 50_000, "chip"],
      ]);
      const google = await totals(graph, { where: { subject: { id: { eq: "google" } } } });
      expect(google.map(({ group, keys }) => [group, keys])).toEqual(google.map(() => [null, []]));
      expect(google.map(({ modality, quantity }) => [modality, quantity?.unit ?? null])).toEqual([
        ["ACTUAL", "USD"],
        ["ACTUAL", "percent"],
        ["OPINION", null],
      ]);
    });

    it("what Tesla was to spend is one of two figures, and their sum only where that is asked for", async () => {
      const where = { predicate: { eq: "AI_COMPUTE_SPENDING" }, subject: { id: { eq: "tesla" } } };
      const [one] = await totals(graph, { where, groupBy: ["SUBJECT", "YEAR"] });
      expect(one).toMatchObject({
        ...{ group: { id: "tesla" }, claims: 1, conflicted: 0, leftOut: { conflicting: 1, repeated: 0 } },
        keys: [
          { by: "SUBJECT", entity: { id: "tesla" }, value: null },
          { by: "YEAR", entity: null, value: "2024" },
        ],
        quantity: { bound: "ABOUT", unit: "USD" },
      });
      const both = await totals(graph, { where, including: ["CONFLICTING"] });
      expect(both).toMatchObject([
        {
          claims: 2,
          conflicted: 2,
          leftOut: { conflicting: 0, repeated: 0 },
          quantity: { sum: 3e10, min: 1e10, max: 2e10 },
        },
      ]);
    });

    it("the claims counted are given page by page", async () => {
      const query = `query ($after: String) {
        claimTotals(where: { predicate: { eq: "USES_CHIP" }, modality: { eq: ACTUAL } }) {
          claims claimsCounted(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id predicate } } }
        }
      }`;
      const ids: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data, errors } = await graph.ask(query, { after });
        expect(errors).toBeUndefined();
        const { claimsCounted, claims } = data.claimTotals[0];
        expect([claims, claimsCounted.totalCount]).toEqual([5, 5]);
        ids.push(...(claimsCounted.edges as { node: { id: string } }[]).map(({ node }) => node.id));
        ({ endCursor: after, hasNextPage: more } = claimsCounted.pageInfo);
      }
      expect(ids).toHaveLength(5);
      expect(ids).toEqual([...new Set(ids)].sort());
    });

    it.each([
      ["where", { where: { predicate: { eq: "USES_CHIPS" } } }],
      ["inUnit names", { inUnit: "megawatz" }],
      ["inUnit is chip", { inUnit: "chip" }],
    ])("is refused where %s is wrong", async (place, variables) => {
      const { data, errors } = await graph.ask(QUERY, variables);
      expect(data).toEqual({ claimTotals: null });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
      expect(errors![0]!.message).toContain(place);
    });
  });

  describe("in another unit", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await emptyStore(open));
      const power = (subject: string, amount: number, unit: string, modality: "ACTUAL" | "ESTIMATED" = "ACTUAL") => ({
        ...{ subject, predicate: "POWER_CAPACITY", quantity: { amount, unit, bound: "EXACT" as const }, modality },
      });
      await record(graph, {
        entities: ["north", "south"].map((id) => ({ id, kind: "CLUSTER", names: { en: id } })),
        claims: [
          power("north", 150, "MW"),
          power("north", 0.15, "GW"),
          power("south", 0.25, "GW"),
          power("south", 3, "chip"),
        ],
      });
    });
    afterAll(() => graph.close());

    it("amounts that can be are converted and added, others stay apart", async () => {
      const where = { predicate: { eq: "POWER_CAPACITY" } };
      const told = (rows: readonly Row[]) =>
        rows.map(({ quantity, claims, leftOut }) => [quantity!.sum, quantity!.unit, claims, leftOut.repeated]);
      expect(told(await totals(graph, { where }))).toEqual([
        [0.4, "GW", 2, 0],
        [150, "MW", 1, 0],
        [3, "chip", 1, 0],
      ]);
      // GW is no unit of the ontology: its claims stay as they are; 150 MW become kW
      expect(told(await totals(graph, { where, inUnit: "kW" }))).toEqual([
        [0.4, "GW", 2, 0],
        [3, "chip", 1, 0],
        [150_000, "kW", 1, 0],
      ]);
      // and 0.15 GW are the 150 MW said again
      expect(told(await totals(graph, { where, inUnit: "GW" }))).toEqual([
        [0.4, "GW", 2, 1],
        [3, "chip", 1, 0],
      ]);
    });
  });

  describe("over random claims", () => {
    const random = new Random(5);
    const entities = randomGraph(random).entities.map((entity) => ({ ...entity, derivedFrom: [] }));
    const speakers = entities.filter(({ kind }) => kind === "PERSON").map(({ id }) => id);
    const sources = entities.filter(({ kind }) => kind === "SOURCE").map(({ id }) => id);
    const cited = (id: string, source: string) => ({
      ...{ id: `q_${id}_${source}`, source, quote: id, basis: "STATED", ownWords: false, takenFrom: [] },
    });
    const claim = (index: number, id = `c_${String(index).padStart(3, "0")}`): TestClaim => ({
      ...{ id, batch: 0, texts: null, date: null, retractedAt: null, validTo: null },
      ...{ predicate: "USES_CHIP", subject: `cluster-${random.below(4)}`, object: `chip-${random.below(2)}` },
      attributedTo: [...new Set(random.some(speakers, 2))],
      citations: [...new Set([random.pick(sources), ...random.some(sources, 2)])].map((source) => cited(id, source)),
      ...(random.once(8)
        ? { amount: null, unit: null }
        : { amount: random.pick([1, 1, 2.5, 100]), unit: random.pick(["chip", "chip", "MW"]) }),
      modality: random.pick(["ACTUAL", "ACTUAL", "PLANNED", "OPINION"]),
      rank: random.pick(["NORMAL", "NORMAL", "NORMAL", "PREFERRED", "DEPRECATED"]),
      status: random.pick(["ACTIVE", "ACTIVE", "ACTIVE", "RETRACTED"]),
      validFrom: random.pick([null, "2024", "2024-10", "2023-01-31"]),
    });
    const claims = Array.from({ length: 150 }, (_, index) => claim(index));
    let graph: TestGraph;
    beforeAll(async () => {
      const opened = await emptyStore(open);
      // recorded in two transactions, of which the later one has the later claims
      for (const some of [claims.slice(0, 75), claims.slice(75)]) {
        await recordBatch(opened.store, opened.ontology, batchOf({ entities, claims: some }), "test");
        await wait(5);
      }
      graph = await serveGraph(opened);
    });
    afterAll(() => graph.close());

    const valuesOf: Readonly<Record<string, (claim: TestClaim) => readonly (string | null)[]>> = {
      PREDICATE: ({ predicate }) => [predicate],
      SUBJECT: ({ subject }) => [subject],
      OBJECT: ({ object }) => [object],
      UNIT: ({ unit }) => [unit],
      SOURCE: ({ citations }) => citations.map(({ source }) => source),
      SPEAKER: ({ attributedTo }) => (attributedTo.length > 0 ? attributedTo : [null]),
      MODALITY: ({ modality }) => [modality],
      YEAR: ({ validFrom }) => [validFrom && validFrom.slice(0, 4)],
    };

    /** Whether two claims of one modality are about one value of one time. */
    function ofOneValue(a: TestClaim, b: TestClaim): boolean {
      if (a.subject !== b.subject || a.object !== b.object) return false;
      if (a.modality === "OPINION") return a.amount === b.amount && a.validFrom === b.validFrom;
      if (a.modality !== "PLANNED" || a.validFrom === null || b.validFrom === null) return true; // open ends
      return a.validFrom.startsWith(b.validFrom) || b.validFrom.startsWith(a.validFrom);
    }

    const preference = (a: TestClaim, b: TestClaim) =>
      compare(a.rank === "PREFERRED" ? 0 : 1, b.rank === "PREFERRED" ? 0 : 1) ||
      b.citations.length - a.citations.length ||
      compare(claims.indexOf(b) < 75 ? 0 : 1, claims.indexOf(a) < 75 ? 0 : 1) ||
      compare(a.id, b.id);

    function naive(groupBy: readonly string[], including: readonly string[]): unknown[] {
      const groups = new Map<string, TestClaim[]>();
      for (const one of claims) {
        if (one.status !== "ACTIVE" || one.rank === "DEPRECATED") continue;
        const keys = groupBy.reduce<(string | null)[][]>(
          (all, by) => all.flatMap((head) => valuesOf[by]!(one).map((value) => [...head, value])),
          [[]],
        );
        for (const key of keys) {
          const name = JSON.stringify([key, one.modality, one.unit]);
          groups.set(name, [...(groups.get(name) ?? []), one]);
        }
      }
      return [...groups].map(([name, members]) => {
        const [keys, modality, unit] = JSON.parse(name) as [(string | null)[], string, string | null];
        const kept: TestClaim[] = [];
        const leftOut = { conflicting: 0, repeated: 0 };
        for (const one of unit === null ? members : [...members].sort(preference)) {
          const others = unit === null ? [] : kept.filter((other) => ofOneValue(one, other));
          if (others.some(({ amount }) => amount !== one.amount) && !including.includes("CONFLICTING"))
            leftOut.conflicting++;
          else if (others.some(({ amount }) => amount === one.amount) && !including.includes("REPEATED"))
            leftOut.repeated++;
          else kept.push(one);
        }
        const conflicted = kept.filter(
          (one) => unit !== null && kept.some((other) => ofOneValue(one, other) && other.amount !== one.amount),
        ).length;
        const amounts = kept.map(({ amount }) => amount!);
        const quantity =
          unit === null
            ? null
            : {
                ...{ sum: amounts.reduce((sum, amount) => sum + amount, 0), unit, bound: "EXACT" },
                ...{ min: Math.min(...amounts), max: Math.max(...amounts) },
              };
        const counted = kept.map(({ id }) => id).sort();
        return { keys, modality, claims: kept.length, conflicted, leftOut, quantity, counted };
      });
    }

    it("totals are those that a look at every claim gives", async () => {
      const byText = (a: unknown, b: unknown) => compare(JSON.stringify(a), JSON.stringify(b));
      let contested = 0;
      for (let asked = 0; asked < 40; asked++) {
        const groupBy = [...new Set(random.some(Object.keys(valuesOf), 3))];
        const including = [...new Set(random.some(["CONFLICTING", "REPEATED"], 2))];
        const rows = await totals(graph, { groupBy, including });
        const found = rows.map(({ keys, claimsCounted, group, ...row }) => {
          expect(keys.map(({ by }) => by)).toEqual(groupBy);
          expect(group?.id).toBe(keys.find(({ entity }) => entity)?.entity?.id);
          expect(claimsCounted.totalCount).toBe(row.claims);
          contested += row.leftOut.conflicting + row.leftOut.repeated;
          return {
            keys: keys.map(({ entity, value }) => entity?.id ?? value),
            ...row,
            counted: claimsCounted.nodes.map(({ id }) => id),
          };
        });
        const expected = naive(groupBy, including);
        expect(found.length, JSON.stringify(groupBy)).toBe(expected.length);
        const sorted = (all: unknown[]) =>
          all.map((one) => JSON.parse(JSON.stringify(one, Object.keys(shape).sort())) as unknown).sort(byText);
        expect(sorted(found), JSON.stringify({ groupBy, including })).toEqual(sorted(expected));
      }
      expect(contested).toBeGreaterThan(500); // or the test would prove little
    });

    it("the same statements are sent whatever the groups", async () => {
      const sentFor = async (groupBy: readonly string[]) => {
        graph.statementsSent();
        await totals(graph, { groupBy });
        return graph.statementsSent().sort();
      };
      const statements = ["claims.byId", "claims.byId", "entities.byId", "totals.claims"];
      expect(await sentFor(["SUBJECT"])).toEqual(statements);
      expect(await sentFor(["SUBJECT", "SOURCE", "SPEAKER", "YEAR"])).toEqual(statements);
    });

    /** Every key that is compared, at any depth. */
    const shape = {
      ...{
        keys: 0,
        modality: 0,
        claims: 0,
        conflicted: 0,
        leftOut: 0,
        conflicting: 0,
        repeated: 0,
        quantity: 0,
        counted: 0,
      },
      ...{ sum: 0, min: 0, max: 0, unit: 0, bound: 0 },
    };
  });
});
