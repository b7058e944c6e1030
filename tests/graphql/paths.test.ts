import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../cypher/naive.js";
import { batchOf, originsOfCitation, Random, randomGraph, type TestClaim } from "../cypher/randomGraph.js";
import { emptyStore, seededStore } from "../exchange/seededStore.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { onEitherEngine } from "../store/engines.js";
import { record } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

interface Chain {
  readonly length: number;
  readonly origins: number;
  readonly nodes: readonly string[];
  readonly claims: readonly string[];
}

async function chains(graph: TestGraph, variables: object): Promise<Chain[] | null> {
  const query = `query ($from: ID!, $to: ID!, $maxLength: Int = 4, $first: Int = 200) {
    paths(from: $from, to: $to, maxLength: $maxLength, first: $first) { length origins nodes { id } claims { id } }
  }`;
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  type Given = { length: number; origins: number; nodes: { id: string }[]; claims: { id: string }[] };
  const given = data.paths as Given[] | null;
  return given && given.map(({ nodes, claims, ...chain }) => ({ ...chain, nodes: ids(nodes), claims: ids(claims) }));
}

onEitherEngine((open, { name }) => {
  describe("in the article", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await seededStore(open));
    });
    afterAll(() => graph.close());

    it("the chains from Elon Musk to the H100 are claims that follow on one another, each cited", async () => {
      const { paths } = await graph.run("Paths", { from: "elon-musk", to: "h100" });
      expect(paths).toHaveLength(3);
      type Told = { length: number; nodes: { id: string }[]; claims: { statement: string; citations: unknown[] }[] };
      for (const { length, nodes, claims } of paths as Told[]) {
        expect(length).toBe(3);
        expect([nodes[0]!.id, nodes.at(-1)!.id]).toEqual(["elon-musk", "h100"]);
        expect(claims).toHaveLength(3);
        for (const { citations } of claims) expect(citations.length).toBeGreaterThan(0);
      }
      const statements = (paths as Told[]).map(({ claims }) => claims.map(({ statement }) => statement));
      expect(statements.map(([first]) => first)).toContain("Elon Musk controls xAI");
    });

    it("an entity hangs together with itself by nothing, and with what there is not in no way", async () => {
      expect(await chains(graph, { from: "tesla", to: "tesla" })).toEqual([
        { length: 0, origins: 0, nodes: ["tesla"], claims: [] },
      ]);
      for (const [from, to] of [
        ["tesla", "nobody"],
        ["nobody", "tesla"],
        ["nobody", "nobody"],
        ["", "tesla"],
      ]) {
        expect(await chains(graph, { from, to })).toBeNull();
      }
    });

    it.each(["maxLength: 0", "maxLength: 7", "first: 0", "first: 201"])("is refused with %s", async (argument) => {
      const { data, errors } = await graph.ask(`{ paths(from: "tesla", to: "h100", ${argument}) { length } }`);
      expect(data).toEqual({ paths: null });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    });
  });

  describe("over random claims", () => {
    const random = new Random(3);
    const graphOf = randomGraph(random);
    const standing = graphOf.claims.filter(
      ({ status, rank, object }) => status === "ACTIVE" && rank !== "DEPRECATED" && object !== null,
    );
    let graph: TestGraph;
    beforeAll(async () => {
      const opened = await emptyStore(open);
      await recordBatch(opened.store, opened.ontology, batchOf(graphOf), "test");
      graph = await serveGraph(opened);
    });
    afterAll(() => graph.close());

    const around = new Map<string, { claim: TestClaim; other: string }[]>();
    for (const claim of standing) {
      for (const [end, other] of [
        [claim.subject, claim.object!],
        [claim.object!, claim.subject],
      ] as const) {
        around.set(end, [...(around.get(end) ?? []), { claim, other }]);
      }
    }

    const originsOf = new Map(
      standing.map(({ id, citations }) => [
        id,
        new Set(citations.flatMap((citation) => originsOfCitation(graphOf, citation))).size,
      ]),
    );

    /** Every chain, in order. */
    function naive(from: string, to: string, maxLength: number): Chain[] {
      const found: Chain[] = [];
      const walk = (nodes: readonly string[], claims: readonly TestClaim[]) => {
        const at = nodes.at(-1)!;
        if (at === to) {
          const origins = claims.reduce((sum, { id }) => sum + originsOf.get(id)!, 0);
          found.push({ length: claims.length, origins, nodes, claims: claims.map(({ id }) => id) });
        } else if (claims.length < maxLength) {
          for (const { claim, other } of around.get(at) ?? []) {
            if (!nodes.includes(other)) walk([...nodes, other], [...claims, claim]);
          }
        }
      };
      walk([from], []);
      return found.sort(
        (a, b) => a.length - b.length || b.origins - a.origins || compare(a.claims.join(), b.claims.join()),
      );
    }

    it("chains are those that walking every claim gives, the shortest and strongest first", async () => {
      const ids = graphOf.entities.filter(({ kind }) => kind !== "SOURCE").map(({ id }) => id);
      const lengths = new Map<number, number>();
      for (let asked = 0; asked < (name === "grafeo" ? 120 : 40); asked++) {
        const [from, to] = [random.pick(ids), random.pick(ids)];
        const [maxLength, first] = [1 + random.below(5), random.pick([1, 3, 20, 200])];
        const expected = naive(from, to, maxLength).slice(0, first);
        const found = await chains(graph, { from, to, maxLength, first });
        expect(found, JSON.stringify({ from, to, maxLength, first })).toEqual(expected);
        for (const { length } of expected) lengths.set(length, (lengths.get(length) ?? 0) + 1);
      }
      // or the test would prove little
      for (const length of [1, 2, 3, 4]) expect(lengths.get(length), `${length}`).toBeGreaterThan(2);
    });
  });

  describe("past a hub", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await emptyStore(open));
      const ids = Array.from({ length: 400 }, (_, index) => `leaf-${index}`);
      await record(graph, {
        entities: [
          ...ids.map((id) => ({ id, kind: "CLUSTER", names: { en: id } })),
          ...["hub", "far"].map((id) => ({ id, kind: "CHIP", names: { en: id } })),
          ...["near", "mid"].map((id) => ({ id, kind: "COMPANY", names: { en: id } })),
        ],
        claims: [
          ...ids.map((subject) => ({ subject, predicate: "USES_CHIP", object: "hub" })),
          ...ids.slice(0, 3).map((object) => ({ subject: "near", predicate: "OWNS", object })),
          { subject: "near", predicate: "INVESTS_IN", object: "mid" },
          { subject: "mid", predicate: "MAKES", object: "far" },
        ],
      });
    });
    afterAll(() => graph.close());

    it("the search goes from the other end", async () => {
      graph.statementsSent();
      const found = await chains(graph, { from: "hub", to: "near", maxLength: 2 });
      expect(found!.map(({ nodes }) => nodes[1]).sort()).toEqual(["leaf-0", "leaf-1", "leaf-2"]);
      expect(graph.statementsSent().sort()).toEqual(
        [
          ...["paths.degrees", "paths.claims", "paths.degrees", "paths.claims"],
          ...["claims.byId", "entities.byId", "entities.byId"],
        ].sort(),
      );
    });

    it("and finds that there is nothing without looking at the rest of it", async () => {
      graph.statementsSent();
      expect(await chains(graph, { from: "far", to: "hub", maxLength: 3 })).toEqual([]);
      expect(graph.statementsSent().filter((sent) => sent === "paths.claims").length).toBeLessThanOrEqual(3);
      expect((await chains(graph, { from: "hub", to: "far", maxLength: 4 }))!.length).toBe(3);
    });
  });
});
