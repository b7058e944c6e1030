import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compare } from "../cypher/naive.js";
import { batchOf, originsOfCitation, Random, randomGraph, type TestClaim } from "../cypher/randomGraph.js";
import { emptyStore, seededStore } from "../exchange/seededStore.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { onEitherEngine } from "../store/engines.js";
import { record } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** A bound that a small graph can reach. */
const AROUND_CLAIMS = 300;
vi.mock("../../src/graphql/bounds.js", async (original) => {
  const { BOUNDS } = await original<{ readonly BOUNDS: object }>();
  return { BOUNDS: { ...BOUNDS, aroundClaims: 300 } };
});

interface Around {
  readonly focus: string;
  readonly entities: readonly string[];
  readonly claims: readonly string[];
  readonly totalCount: number;
  readonly complete: boolean;
}

async function around(graph: TestGraph, variables: object): Promise<Around | null> {
  const query = `query ($id: ID!, $depth: Int, $where: ClaimFilter, $first: Int, $asOf: AsOf) {
    around(id: $id, depth: $depth, where: $where, first: $first, asOf: $asOf) {
      focus { id } entities { id } claims { id } totalCount complete
    }
  }`;
  const { data, errors } = await graph.ask(query, { depth: 2, first: 120, ...variables });
  expect(errors).toBeUndefined();
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  type Given = Omit<Around, "focus"> & { focus: { id: string }; entities: { id: string }[]; claims: { id: string }[] };
  const given = data.around as Given | null;
  return given && { ...given, focus: given.focus.id, entities: ids(given.entities), claims: ids(given.claims) };
}

onEitherEngine((open) => {
  describe("in the article", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await seededStore(open));
    });
    afterAll(() => graph.close());

    it("what is around an entity are claims that hang together with it, and their ends", async () => {
      const { data } = await graph.ask(`{
        around(id: "elon-musk", depth: 3) { focus { name } totalCount complete facets { predicates { value count } modalities { label count } } entities { id } claims { subject { id } object { id } } }
      }`);
      expect(data.around).toMatchObject({ focus: { name: "Elon Musk" }, complete: true });
      type Given = {
        totalCount: number;
        facets: Record<string, { count: number }[]>;
        entities: { id: string }[];
        claims: Record<"subject" | "object", { id: string }>[];
      };
      const { totalCount, facets, entities, claims } = data.around as Given;
      expect(claims).toHaveLength(totalCount);
      for (const facet of Object.values(facets)) {
        expect(facet.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
      }
      const ends = claims.flatMap(({ subject, object }) => [subject.id, object.id]);
      expect(new Set(entities.map(({ id }) => id))).toEqual(new Set(["elon-musk", ...ends]));
      expect(ends).toContain("h100");
    });

    it("of what there is not there is nothing around, and of what nothing is said of it alone", async () => {
      expect(await around(graph, { id: "nobody" })).toBeNull();
      const where = { predicate: { eq: "USES_CHIP" } };
      const alone = { focus: "elon-musk", entities: ["elon-musk"], claims: [], totalCount: 0, complete: true };
      expect(await around(graph, { id: "elon-musk", where })).toEqual(alone);
      expect(await around(graph, { id: "elon-musk", asOf: { knownAt: "2000-01-01T00:00:00Z" } })).toBeNull();
    });

    it("of what was merged it is around what that is now", async () => {
      const before = (await around(graph, { id: "xai", depth: 1 }))!;
      await graph.askAsCurator(`mutation { mergeEntities(keep: "tesla", merge: "xai", reason: "a test") { changed } }`);
      const after = (await around(graph, { id: "xai", depth: 1 }))!;
      expect(after.focus).toBe("tesla");
      for (const claim of before.claims) expect(after.claims).toContain(claim);
      await graph.askAsCurator(`mutation { unmergeEntities(id: "xai", reason: "a test") { changed } }`);
      expect(await around(graph, { id: "xai", depth: 1 })).toEqual(before);
    });

    it.each(["depth: 0", "depth: 4", "first: 0", "first: 121", `where: { predicate: { eq: "OWNZ" } }`])(
      "is refused with %s",
      async (argument) => {
        const { data, errors } = await graph.ask(`{ around(id: "tesla", ${argument}) { totalCount } }`);
        expect(data).toEqual({ around: null });
        expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
      },
    );
  });

  describe("over random claims", () => {
    const random = new Random(11);
    const graphOf = randomGraph(random);
    const standing = graphOf.claims.filter(
      ({ status, rank, object }) => status === "ACTIVE" && rank !== "DEPRECATED" && object !== null,
    );
    const support = new Map(
      standing.map(({ id, citations }) => [
        id,
        [
          new Set(citations.flatMap((citation) => originsOfCitation(graphOf, citation))).size,
          citations.length,
        ] as const,
      ]),
    );
    let graph: TestGraph;
    beforeAll(async () => {
      const opened = await emptyStore(open);
      await recordBatch(opened.store, opened.ontology, batchOf(graphOf), "test");
      graph = await serveGraph(opened);
    });
    afterAll(() => graph.close());

    /** Every claim that is near enough, with how near; the best are then taken one after another. */
    function naive(focus: string, depth: number, first: number, meets: (claim: TestClaim) => boolean) {
      const levels = new Map<TestClaim, number>();
      let here = new Set([focus]);
      for (let level = 1; level <= depth; level++) {
        const touched = standing.filter(
          (claim) => meets(claim) && (here.has(claim.subject) || here.has(claim.object!)),
        );
        for (const claim of touched) if (!levels.has(claim)) levels.set(claim, level);
        here = new Set([...here, ...touched.flatMap(({ subject, object }) => [subject, object!])]);
      }
      const ranked = [...levels.keys()].sort((a, b) => {
        const [[originsA, citationsA], [originsB, citationsB]] = [support.get(a.id)!, support.get(b.id)!];
        return originsB - originsA || citationsB - citationsA || levels.get(a)! - levels.get(b)! || compare(a.id, b.id);
      });
      const reached = new Set([focus]);
      const taken = new Set<TestClaim>();
      while (taken.size < first) {
        const next = ranked.find(
          (claim) => !taken.has(claim) && (reached.has(claim.subject) || reached.has(claim.object!)),
        );
        if (!next) break;
        taken.add(next);
        reached.add(next.subject).add(next.object!);
      }
      return {
        claims: ranked.filter((claim) => taken.has(claim)).map(({ id }) => id),
        entities: [...reached].sort(),
        totalCount: ranked.length,
      };
    }

    it("the claims are those that walking every claim gives, the best supported of them first", async () => {
      const ids = graphOf.entities.filter(({ kind }) => kind !== "SOURCE").map(({ id }) => id);
      const predicates = [...new Set(standing.map(({ predicate }) => predicate))];
      let cut = 0;
      for (let asked = 0; asked < 80; asked++) {
        const [id, depth, first] = [random.pick(ids), 1 + random.below(3), random.pick([1, 4, 15, 120])];
        const some = random.once(2) ? null : random.some(predicates, 6);
        const where = some && { predicate: { in: some } };
        const expected = naive(id, depth, first, ({ predicate }) => !some || some.includes(predicate));
        const { entities, ...found } = (await around(graph, { id, depth, first, where }))!;
        expect({ ...found, entities: [...entities].sort() }, JSON.stringify({ id, depth, first, some })).toEqual({
          ...{ focus: id, complete: true },
          ...expected,
        });
        expect(entities[0]).toBe(id);
        if (expected.claims.length < expected.totalCount && expected.claims.length > 1) cut++;
      }
      expect(cut).toBeGreaterThan(5); // or the test would prove little
    });
  });

  describe("past hubs", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await emptyStore(open));
      const leaves = Array.from({ length: AROUND_CLAIMS + 50 }, (_, index) => `leaf-${index}`);
      await record(graph, {
        entities: [
          ...leaves.map((id) => ({ id, kind: "CLUSTER", names: { en: id } })),
          ...["hub", "rare"].map((id) => ({ id, kind: "CHIP", names: { en: id } })),
          ...["near", "mid"].map((id) => ({ id, kind: "COMPANY", names: { en: id } })),
        ],
        claims: [
          ...leaves.map((subject) => ({ subject, predicate: "USES_CHIP", object: "hub" })),
          { subject: "near", predicate: "OWNS", object: "leaf-0" },
          { subject: "near", predicate: "OWNS", object: "leaf-1" },
          { subject: "leaf-1", predicate: "USES_CHIP", object: "rare" },
        ],
      });
    });
    afterAll(() => graph.close());

    it("what lies beyond one is passed over, and that is told", async () => {
      expect(await around(graph, { id: "near", depth: 2 })).toMatchObject({ totalCount: 5, complete: true });
      const far = (await around(graph, { id: "near", depth: 3 }))!;
      expect(far).toMatchObject({ totalCount: 5, complete: false });
      expect([...far.entities].sort()).toEqual(["hub", "leaf-0", "leaf-1", "near", "rare"]);
    });

    it("around one itself as many claims as are looked at are counted", async () => {
      const { claims, totalCount, complete } = (await around(graph, { id: "hub", depth: 1 }))!;
      expect({ given: claims.length, totalCount, complete }).toEqual({
        ...{ given: 120, totalCount: AROUND_CLAIMS, complete: false },
      });
    });

    it("each distance costs as many statements, however many entities there are", async () => {
      graph.statementsSent();
      await around(graph, { id: "near", depth: 3 });
      const sent = graph.statementsSent();
      expect(sent.filter((one) => one === "around.claims")).toHaveLength(3);
      expect(sent.length).toBeLessThanOrEqual(10);
    });
  });
});
