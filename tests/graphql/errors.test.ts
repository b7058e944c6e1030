import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "./operations.js";
import { seededStore } from "../exchange/seededStore.js";
import { serveGraph, type Answer, type AnswerError, type TestGraph } from "./testGraph.js";
import { onEitherEngine } from "../store/engines.js";

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  /** The one error of an answer. */
  function errorOf({ errors }: Answer): AnswerError {
    expect(errors).toHaveLength(1);
    return errors![0]!;
  }

  /** What a refused input tells beside its sentence. */
  async function problemsOf(query: string, variables?: object) {
    const { message, extensions } = errorOf(await graph.ask(query, variables));
    expect(extensions.code).toBe("BAD_USER_INPUT");
    expect(extensions.problems?.length).toBeGreaterThanOrEqual(1);
    for (const problem of extensions.problems!) {
      expect(Object.keys(problem).sort()).toEqual(["code", "message", "path", "suggestions"]);
      expect(message).toContain(problem.message);
    }
    return extensions.problems!;
  }

  describe("the size of a page", () => {
    const list = "query ($first: Int = 20) { clusters(first: $first) { totalCount } }";

    it.each([0, -1, 201, 2147483647])("%i is refused", async (first) => {
      expect(await problemsOf(list, { first })).toMatchObject([{ code: "WRONG_FIRST", path: ["first"] }]);
    });

    it.each([null, "20", 1.5])("%j is refused, by the variable's name", async (first) => {
      expect(await problemsOf(list, { first })).toMatchObject([{ code: "WRONG_VARIABLE", path: ["first"] }]);
    });

    it("1 and 200 are answered, and nothing given is 20", async () => {
      for (const first of [1, 200, undefined]) {
        expect(await graph.ask(list, { first })).toEqual({ data: { clusters: { totalCount: 4 } } });
      }
    });

    it.each([
      "claims(first: 0) { totalCount }",
      "entities(first: 201) { totalCount }",
      'entity(id: "cortex") { claims(first: 0) { totalCount } }',
      'entity(id: "cortex") { ... on Cluster { usesChip(first: 0) { totalCount } } }',
      'source(id: "article") { citations(first: 0) { totalCount } }',
      "claims(first: 1) { nodes { citations(first: 0) { id } } }",
      "claims(first: 1) { nodes { citationPages(first: 999) { totalCount } } }",
    ])("is checked in every list: %s", async (field) => {
      expect(await problemsOf(`{ ${field} }`)).toMatchObject([{ code: "WRONG_FIRST", path: ["first"] }]);
    });
  });

  describe("a cursor", () => {
    it.each(["", "abc", "W10", "bnVsbA", "🙂"])("that is none is refused: %j", async (after) => {
      const query = "query ($after: String) { clusters(after: $after) { totalCount } }";
      expect(await problemsOf(query, { after })).toMatchObject([{ code: "WRONG_CURSOR", path: ["after"] }]);
      const child = 'query ($after: String) { entity(id: "tesla") { claims(after: $after) { totalCount } } }';
      expect(await problemsOf(child, { after })).toMatchObject([{ code: "WRONG_CURSOR", path: ["after"] }]);
    });

    it("of another list, filter or order is refused", async () => {
      const { data } = await graph.ask("{ clusters(first: 1) { pageInfo { endCursor } } }");
      const after = data.clusters.pageInfo.endCursor as string;
      for (const field of ["companies", "entities", "claims"]) {
        const problems = await problemsOf(`query ($after: String) { ${field}(after: $after) { totalCount } }`, {
          after,
        });
        expect(problems).toMatchObject([{ code: "WRONG_CURSOR" }]);
      }
      const turned = `query ($after: String) { clusters(after: $after, orderBy: [{ field: NAME, direction: DESC }]) { totalCount } }`;
      expect(await problemsOf(turned, { after })).toMatchObject([{ code: "WRONG_CURSOR" }]);
      const filtered = `query ($after: String) { clusters(after: $after, where: { usesChip: { some: {} } }) { totalCount } }`;
      expect(await problemsOf(filtered, { after })).toMatchObject([{ code: "WRONG_CURSOR" }]);
    });
  });

  describe("a filter", () => {
    it("that names no predicate or kind of the ontology says which may have been meant", async () => {
      expect(await problemsOf(`{ claims(where: { predicate: { eq: "USE_CHIP" } }) { totalCount } }`)).toMatchObject([
        { code: "UNKNOWN_PREDICATE", path: ["where", "predicate"], suggestions: ["USES_CHIP"] },
      ]);
      expect(
        await problemsOf(`{ entities(where: { and: [{ kind: { in: ["CLUSTR"] } }] }) { totalCount } }`),
      ).toMatchObject([{ code: "UNKNOWN_KIND", path: ["where", "and", 0, "kind", "in"], suggestions: ["CLUSTER"] }]);
    });

    it.each([
      [{ usesChip: null }, ["where", "usesChip"]],
      [{ usesChip: { some: null } }, ["where", "usesChip", "some"]],
      [{ usesChip: { some: { node: null } } }, ["where", "usesChip", "some", "node"]],
      [{ usesChip: { some: { claim: { modality: null } } } }, ["where", "usesChip", "some", "claim", "modality"]],
      [
        { usesChip: { some: { claim: { quantity: { gte: null } } } } },
        ["where", "usesChip", "some", "claim", "quantity", "gte"],
      ],
      [{ name: { eq: null } }, ["where", "name", "eq"]],
      [{ and: null }, ["where", "and"]],
      [{ id: { in: null } }, ["where", "id", "in"]],
    ])("with a null in it is refused, for it would give more than was meant: %j", async (where, path) => {
      const { message, extensions } = errorOf(await graph.ask(operations.get("Clusters")!, { where }));
      expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", problems: [{ code: "NULL_FILTER", path }] });
      expect(message).toContain("is null");
    });

    it("of a list within an entity is refused with a null as well", async () => {
      const field = "usesChip(where: { claim: null }) { totalCount }";
      expect(await problemsOf(`{ clusters { nodes { ${field} } } }`)).toMatchObject([{ code: "NULL_FILTER" }]);
    });

    it("that compares with nothing is refused", async () => {
      for (const where of [{ name: {} }, { usesChip: {} }, { id: {} }]) {
        expect(await problemsOf(operations.get("Clusters")!, { where })).toMatchObject([{ code: "EMPTY_FILTER" }]);
      }
    });

    it("that is null, or empty, asks for all", async () => {
      for (const where of [null, {}, { and: [] }]) {
        expect((await graph.run("Clusters", { where })).clusters.totalCount).toBe(4);
      }
    });

    it("with a field that there is not is refused with its place", async () => {
      const [problem] = await problemsOf(operations.get("Clusters")!, { where: { usesChips: {} } });
      expect(problem).toMatchObject({ code: "WRONG_VARIABLE", path: ["where"] });
      expect(problem!.message).toContain("usesChip");
    });
  });

  describe("more ids than 200", () => {
    it("are refused", async () => {
      const ids = Array.from({ length: 201 }, (_, index) => `e${index}`);
      expect(await problemsOf(operations.get("Batch")!, { ids })).toMatchObject([
        { code: "TOO_MANY_IDS", path: ["ids"] },
      ]);
    });
  });

  describe("one root field that fails", () => {
    it("is null with its error, and its siblings keep their answers", async () => {
      const answer = await graph.ask(`{
      clusters(first: 0) { totalCount } duplicates(first: 0) { totalCount } viewer { roles } chip: entity(id: "h100") { name }
      deep: clusters { nodes { usesChip(first: 0) { totalCount } } }
    }`);
      expect(answer.data).toEqual({
        ...{ clusters: null, duplicates: null, deep: null },
        ...{ viewer: { roles: ["reader"] }, chip: { name: "H100" } },
      });
      expect(answer.errors!.map(({ path, extensions }) => [path![0], extensions.code]).sort()).toEqual([
        ["clusters", "BAD_USER_INPUT"],
        ["deep", "BAD_USER_INPUT"],
        ["duplicates", "BAD_USER_INPUT"],
      ]);
    });
  });

  // the last, for the store stays closed
  describe("a store that does not answer", () => {
    it("is an error that tells nothing of the store, the place or the code, and stays one", async () => {
      await graph.store.close();
      for (const query of [
        "{ clusters { totalCount } }",
        '{ entity(id: "cortex") { name } }',
        "{ claims { nodes { id } } }",
      ]) {
        const answer = await graph.ask(query);
        expect(errorOf(answer)).toMatchObject({
          message: "The store does not answer.",
          extensions: { code: "STORE_UNAVAILABLE" },
        });
        expect(JSON.stringify(answer)).not.toMatch(
          /sanad-|\/tmp|grafeo|neo4j|bolt|127|MATCH|stack|\bat \w+ \(|closed/iu,
        );
      }
      expect(await graph.ask("{ viewer { roles } }")).toEqual({ data: { viewer: { roles: ["reader"] } } });
    });
  });
});
