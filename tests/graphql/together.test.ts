import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { relationFields } from "../../src/graphql/ontologySdl.js";
import { loadOntology } from "../../src/ontology/load.js";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

const ontology = loadOntology("schema/ontology.yaml");

/** Every list that an entity of a kind has, as a selection. */
function listsOf(kind: string): readonly string[] {
  const relations = relationFields(ontology).filter(({ owners }) => owners.some(({ name }) => name === kind));
  const lists = relations.map(({ field }) => `${field} { totalCount nodes { id } }`);
  return [...lists, "claims { totalCount nodes { id } }", "said: claims(role: SPEAKER) { nodes { id } }"];
}

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  describe("lists of one entity that are selected together", () => {
    it.each([
      ["COMPANY", "Company", "tesla"],
      ["CLUSTER", "Cluster", "cortex"],
    ])("answer as each does alone, whatever their order: %s", async (kind, type, id) => {
      const lists = listsOf(kind);
      const ask = async (selections: readonly string[]) => {
        const { data, errors } = await graph.ask(
          `{ entity(id: "${id}") { ... on ${type} { ${selections.join(" ")} } } }`,
        );
        expect(errors, selections.join(" ")).toBeUndefined();
        return data.entity as Record<string, unknown>;
      };
      const alone: Record<string, unknown> = {};
      for (const list of lists) Object.assign(alone, await ask([list]));
      expect(await ask(lists)).toEqual(alone);
      expect(await ask([...lists].reverse())).toEqual(alone);
    });
  });

  describe("a filter", () => {
    const alternating = (depth: number): object =>
      depth === 0
        ? { id: { eq: "h100" } }
        : { [depth % 2 === 0 ? "usedBy" : "usesChip"]: { some: { node: alternating(depth - 1) } } };
    const query =
      "query ($where: ClusterFilter) { clusters(where: $where) { nodes { id } edges { evidence { id } } } }";

    it("that goes to and fro costs no more with each step, and brings each claim once", async () => {
      const { data, errors } = await graph.ask(query, { where: alternating(7) });
      expect(errors).toBeUndefined();
      for (const { evidence } of data.clusters.edges) {
        const ids = (evidence as { id: string }[]).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it("that leads through more relations than are answered is refused with how many those are", async () => {
      const { errors } = await graph.ask(query, { where: alternating(9) });
      expect(errors?.[0]).toMatchObject({
        message: "where leads through 9 relations one after another; at most 8 are answered",
        extensions: { code: "TOO_COMPLEX" },
      });
      const many = { and: Array.from({ length: 61 }, () => ({ usesChip: { some: {} } })) };
      expect((await graph.ask(query, { where: many })).errors?.[0]?.extensions.code).toBe("TOO_COMPLEX");
    });
  });

  describe("a language", () => {
    it.each([
      ["ar-EG", "ar"],
      ["AR", "ar"],
      ["fr", "en"],
      ["", "en"],
      ["not a tag!", "en"],
      ["constructor", "en"],
      ["__proto__", "en"],
    ])("%j gives sentences and names in %s", async (tag, meant) => {
      const query =
        "query ($l: String) { claims(first: 50) { nodes { statement(lang: $l) subject { name(lang: $l) } } } }";
      const read = async (l: string) => (await graph.ask(query, { l })).data as unknown;
      expect(await read(tag)).toEqual(await read(meant));
    });
  });
});
