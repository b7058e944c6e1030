import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conflictId } from "../../src/claims/claimId.js";
import { findValueConflicts, type ComparableClaim } from "../../src/claims/conflicts.js";
import { Random } from "../cypher/randomGraph.js";
import { emptyStore, seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record, type NewClaim } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly explanation: string;
  readonly claims: readonly { readonly id: string; readonly subject: { readonly id: string } }[];
}

onEitherEngine((open) => {
  describe("the article's conflicts", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await seededStore(open));
    });
    afterAll(() => graph.close());

    const list = async (variables: object = {}) => {
      const { conflicts } = await graph.run("Conflicts", variables);
      const found = (conflicts.edges as { node: Found }[]).map(({ node }) => node);
      return { found, total: conflicts.totalCount as number };
    };

    it("are two: the day of the post, and what Tesla was to spend", async () => {
      const { found, total } = await list();
      expect(total).toBe(2);
      expect(found.map(({ kind, explanation }) => [kind, explanation])).toEqual([
        ["DATES", "“Sawyer Merritt's post” is dated 2024-10-29, a Tuesday, and also to another weekday: Thursday."],
        [
          "VALUE",
          expect.stringMatching(
            /^Two figures for “Spending on AI computing by Tesla is …” that cannot both hold: about \$(10|20) billion \(planned, in 2024\) and about \$(10|20) billion \(planned, in 2024\)\.$/u,
          ),
        ],
      ]);
      expect(found[1]).toMatchObject({ spread: { min: 1e10, max: 2e10, unit: "USD" } });
      for (const { claims } of found) {
        expect(claims).toHaveLength(2);
        for (const claim of claims) expect(claim).toMatchObject({ citations: [{ source: { id: "article" } }] });
      }
    });

    it("are found by what they are about, and nothing is where nothing conflicts", async () => {
      const [dates, value] = (await list()).found as [Found, Found];
      expect((await list({ about: "merritt-post" })).found).toEqual([dates]);
      expect((await list({ about: "tesla" })).found).toEqual([value]);
      for (const about of ["cortex", "h100", "x", "nobody", ""]) {
        expect(await list({ about })).toEqual({ found: [], total: 0 });
      }
    });

    it("are found by their ids, and another id is that of none", async () => {
      for (const { id, kind, explanation, claims } of (await list()).found) {
        const { conflict } = await graph.run("OneConflict", { id });
        expect(conflict).toMatchObject({ id, kind, explanation, claims: claims.map((claim) => ({ id: claim.id })) });
        const { data } = await graph.ask(
          `{ node(id: "${id}") { __typename id ... on Conflict { explanation } } nodes(ids: ["${id}", "x_1_2", "tesla"]) { id } }`,
        );
        expect(data.node).toEqual({ __typename: "Conflict", id, explanation });
        expect(data.nodes).toEqual([{ id }, null, { id: "tesla" }]);
        const swapped = `x_${id.slice(2).split("_").reverse().join("_")}`;
        const other = `x_${id.slice(2).split("_")[0]!}_zzz`;
        for (const none of [swapped, other, "x_", "x_circle_", "x_circle_merritt-post", "tesla"]) {
          expect(await graph.run("OneConflict", { id: none })).toEqual({ conflict: null });
        }
      }
    });

    it("a page has 1 to 200 of them", async () => {
      const { errors } = await graph.ask("{ conflicts(first: 0) { totalCount } }");
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    });
  });

  describe("sources that are derived from one another", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await emptyStore(open));
      const source = ([id, ...derivedFrom]: string[]) => ({
        ...{ id: id!, kind: "SOURCE", names: { en: `Source ${id}` }, derivedFrom },
        properties: { sourceType: "POST" },
      });
      await record(graph, {
        entities: [
          ["a", "b"],
          ["b", "c"],
          ["c", "a", "end"],
          ["d", "a"],
          ["end"],
          ["self", "self"],
          ["e", "f"],
          ["f", "e"],
        ].map(source),
      });
    });
    afterAll(() => graph.close());

    const fields = "id kind explanation spread { min } claims { id } sources { id name }";
    const circle = (...ids: string[]) => ({
      ...{ id: `x_circle_${ids[0]!}`, kind: "CYCLIC_DERIVATION", spread: null, claims: [] },
      explanation: `These sources are derived from one another in a circle: ${ids.map((id) => `Source ${id}`).reduce((all, one) => `${all} and ${one}`)}.`,
      sources: ids.map((id) => ({ id, name: `Source ${id}` })),
    });

    it("are a conflict each circle, of sources and no claims", async () => {
      const { data } = await graph.ask(`{ conflicts { totalCount nodes { ${fields} } } }`);
      expect(data.conflicts).toEqual({
        totalCount: 3,
        nodes: [circle("a", "b", "c"), circle("e", "f"), circle("self")],
      });
    });

    it("are found page by page, by any of the sources, and by their id", async () => {
      const first = await graph.ask(`{ conflicts(first: 2) { pageInfo { hasNextPage endCursor } nodes { id } } }`);
      const { pageInfo } = first.data.conflicts;
      expect(pageInfo.hasNextPage).toBe(true);
      const next = await graph.ask(
        `{ conflicts(first: 2, after: "${pageInfo.endCursor}") { pageInfo { hasNextPage } nodes { id } } }`,
      );
      expect(next.data.conflicts).toEqual({ pageInfo: { hasNextPage: false }, nodes: [{ id: "x_circle_self" }] });
      for (const about of ["a", "b", "c"]) {
        const { data } = await graph.ask(`{ conflicts(about: "${about}") { totalCount nodes { ${fields} } } }`);
        expect(data.conflicts).toEqual({ totalCount: 1, nodes: [circle("a", "b", "c")] });
      }
      const { data } = await graph.ask(`{
        d: conflicts(about: "d") { totalCount } end: conflicts(about: "end") { totalCount }
        e: conflict(id: "x_circle_e") { ${fields} } f: conflict(id: "x_circle_f") { id } node(id: "x_circle_self") { id }
      }`);
      const none = { totalCount: 0 };
      expect(data).toEqual({ d: none, end: none, e: circle("e", "f"), f: null, node: { id: "x_circle_self" } });
    });
  });

  describe("over random claims", () => {
    const random = new Random(11);
    let graph: TestGraph;
    let expected: string[];
    const claims = new Map<string, ComparableClaim>();
    const times = new Map<string, number>();
    const kinds = new Map<string, string>();
    beforeAll(async () => {
      graph = await serveGraph(await emptyStore(open));
      const of = (kind: string, count: number) =>
        Array.from({ length: count }, (_, index) => ({
          id: `${kind.toLowerCase()}-${index}`,
          kind,
          names: { en: `${kind} ${index}` },
        }));
      await record(graph, { entities: [...of("CLUSTER", 5), ...of("CHIP", 2)] });
      const made = Array.from({ length: 300 }, newClaim);
      // at several times, so that there are newer and older ones
      const ids: string[] = [];
      for (let from = 0; from < made.length; from += 60) {
        ids.push(...(await record(graph, { claims: made.slice(from, from + 60) })));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      for (const [index, id] of ids.entries()) {
        const claim = made[index]!;
        if (claims.has(id)) continue; // what is there already stays as it is
        times.set(id, Math.floor(index / 60));
        const { cites: _, ...content } = claim;
        claims.set(id, {
          ...{ object: null, quantity: null, text: null, date: null, validFrom: null, validTo: null },
          ...{ attributedTo: [], rank: "NORMAL", status: "ACTIVE", modality: "ACTUAL", ...content, id },
        });
      }
      const conflicts = findValueConflicts([...claims.values()], graph.ontology);
      const place = ({ claimIds: [a, b] }: (typeof conflicts)[number]) => {
        const { subject, predicate, object, quantity } = claims.get(a)!;
        const key = quantity ? [subject, predicate, object ?? "", quantity.unit] : [subject, predicate];
        // the newest first
        const age = 9 - Math.max(times.get(a)!, times.get(b)!);
        return [`${age} ${key.join(".")}`, conflictId({ claims: [a, b] })];
      };
      for (const { claimIds, kind } of conflicts) kinds.set(conflictId({ claims: claimIds }), kind);
      expected = conflicts
        .map(place)
        .sort(([a, x], [b, y]) => (a === b ? (x! < y! ? -1 : 1) : a! < b! ? -1 : 1))
        .map(([, id]) => id!);
    });
    afterAll(() => graph.close());

    function newClaim(): NewClaim {
      const about = random.pick([
        { predicate: "USES_CHIP", object: `chip-${random.below(2)}`, quantity: amount("chip") },
        { predicate: "POWER_CAPACITY", quantity: amount("MW") },
        { predicate: "ONLINE_SINCE", date: random.pick(["2024", "2024-09", "2024-10-01"]) },
      ]);
      return {
        ...{ subject: `cluster-${random.below(5)}`, ...about },
        modality: random.pick(["ACTUAL", "ACTUAL", "PLANNED", "ESTIMATED", "OPINION"]),
        validFrom: random.pick([null, null, "2024", "2025-01"]),
        rank: random.pick(["NORMAL", "NORMAL", "NORMAL", "PREFERRED", "DEPRECATED"]),
        status: random.pick(["ACTIVE", "ACTIVE", "ACTIVE", "RETRACTED"]),
      };
    }

    function amount(unit: string) {
      return {
        amount: random.pick([1, 2, 100, 105]),
        unit,
        bound: random.pick(["EXACT", "ABOUT", "AT_LEAST"] as const),
      };
    }

    async function walk(
      first: number,
      about: string | null,
      counted: boolean,
      narrowed: object = {},
    ): Promise<string[]> {
      const ids: string[] = [];
      const query = `query ($first: Int!, $after: String, $about: ID, $kind: ConflictKind, $predicate: String) {
        conflicts(first: $first, after: $after, about: $about, kind: $kind, predicate: $predicate) { ${counted ? "totalCount" : ""} pageInfo { hasNextPage endCursor } nodes { id } }
      }`;
      const totals = new Set<unknown>();
      for (let after: string | null = null, more = true; more;) {
        const { data, errors } = await graph.ask(query, { first, after, about, ...narrowed });
        expect(errors).toBeUndefined();
        ids.push(...(data.conflicts.nodes as { id: string }[]).map(({ id }) => id));
        totals.add(data.conflicts.totalCount);
        ({ endCursor: after, hasNextPage: more } = data.conflicts.pageInfo);
      }
      if (counted) expect([...totals]).toEqual([ids.length]);
      return ids;
    }

    it.each([1, 7, 200])(
      "pages of %i give each once, in one order, as a look at every pair gives them",
      async (first) => {
        expect(expected.length).toBeGreaterThan(40); // or the test would prove little
        expect(await walk(first, null, first > 1)).toEqual(expected);
        if (first > 1) expect(await walk(first, null, false)).toEqual(expected);
      },
    );

    it("those about an entity are those of its claims", async () => {
      for (const about of ["cluster-0", "cluster-4", "chip-1"]) {
        const own = expected.filter((id) =>
          id
            .slice(2)
            .split("_")
            .some((part) =>
              [claims.get(`c_${part}`)!].some(({ subject, object }) => subject === about || object === about),
            ),
        );
        expect(await walk(5, about, true)).toEqual(own);
      }
    });

    it("are narrowed by kind and predicate, to what the facets tell of all of them", async () => {
      const claimsOf = (id: string) =>
        id
          .slice(2)
          .split("_")
          .map((part) => claims.get(`c_${part}`)!);
      const counted = (valueOf: (id: string) => string) => {
        const counts = new Map<string, number>();
        for (const id of expected) counts.set(valueOf(id), (counts.get(valueOf(id)) ?? 0) + 1);
        return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
      };
      const { data } = await graph.ask(
        `{ conflicts(first: 1) { facets { kinds { value count label } predicates { value count label(lang: "ar") } } } }`,
      );
      const { facets } = data.conflicts as {
        facets: Record<"kinds" | "predicates", { value: string; count: number; label: string }[]>;
      };
      const told = (list: { value: string; count: number }[]) => list.map(({ value, count }) => ({ value, count }));
      expect(told(facets.kinds)).toEqual(counted((id) => kinds.get(id)!));
      expect(told(facets.predicates)).toEqual(counted((id) => claimsOf(id)[0]!.predicate));
      expect(facets.kinds.find(({ value }) => value === "EXCLUSIVE")?.label).toBe("values of which only one can hold");
      for (const { value: kind } of facets.kinds) {
        expect(await walk(7, null, false, { kind })).toEqual(expected.filter((id) => kinds.get(id) === kind));
      }
      for (const { value: predicate } of facets.predicates) {
        const own = expected.filter((id) => claimsOf(id)[0]!.predicate === predicate);
        for (const counting of [true, false]) expect(await walk(7, null, counting, { predicate })).toEqual(own);
        const about = own.filter((id) => claimsOf(id)[0]!.subject === "cluster-1");
        expect(await walk(3, "cluster-1", false, { predicate })).toEqual(about);
      }
      expect(await walk(3, null, true, { kind: "CYCLIC_DERIVATION" })).toEqual([]);
      const { errors } = await graph.ask(`{ conflicts(predicate: "USES_CHIPS") { totalCount } }`);
      expect(errors).toMatchObject([
        { extensions: { problems: [{ code: "UNKNOWN_PREDICATE", suggestions: ["USES_CHIP"] }] } },
      ]);
    });

    it("a cursor of one list is refused by the other", async () => {
      const { data } = await graph.ask("{ conflicts(first: 1) { pageInfo { endCursor } } }");
      const after = data.conflicts.pageInfo.endCursor as string;
      const { errors } = await graph.ask(`{ conflicts(about: "chip-1", after: "${after}") { nodes { id } } }`);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    });

    it("the same statements are sent for one of them and for all", async () => {
      const sentFor = async (first: number, fields: string) => {
        graph.statementsSent();
        await graph.ask(`{ conflicts(first: ${first}) { ${fields} nodes { explanation claims { statement } } } }`);
        return graph.statementsSent().sort();
      };
      expect(await sentFor(1, "")).toEqual(["conflicts.groups", "entities.byId"]);
      expect(await sentFor(1, "totalCount")).toEqual(await sentFor(200, "totalCount"));
    });
  });
});
