import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "./newClaims.js";
import { seededStore } from "../exchange/seededStore.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEveryEngine } from "../store/engines.js";

/** How many clusters are added to the four of the article: more than a page, so that a page can be full. */
const ADDED = 300;

onEveryEngine((open) => {
  let graph: TestGraph;
  let claim: string;
  let conflict: string;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
    const where = { predicate: { eq: "USES_CHIP" }, subject: { id: { eq: "cortex" } }, object: { id: { eq: "h100" } } };
    const { claims } = await graph.run("Claims", { where });
    claim = claims.edges[0].node.id as string;
    const { conflicts } = await graph.run("Conflicts", { about: "tesla" });
    conflict = conflicts.edges[0].node.id as string;
  });
  afterAll(() => graph.close());

  /** The names of the statements that an operation sends. */
  async function statementsOf(operation: string, variables: object): Promise<string[]> {
    graph.statementsSent();
    await graph.run(operation, variables);
    return graph.statementsSent().sort();
  }

  /**
   * How many statements each operation sends, and how many where the engine is far away, where the claims that rows name are read with these. A greater
   * number means that something is read row by row, or that levels have come apart; a smaller one is good news, and is written here.
   */
  const EXPECTED: readonly [operation: string, variables: () => object, statements: number, far?: number][] = [
    ["MuskClusters", () => ({ chip: "H100", person: "Elon Musk" }), 2, 1],
    ["Clusters", () => ({ where: { usesChip: { some: { node: { name: { eq: "H100" } } } } } }), 2, 1],
    ["Provenance", () => ({ id: claim }), 1],
    ["Citations", () => ({ id: claim }), 1],
    ["EntityPage", () => ({ id: "cortex" }), 2, 1],
    ["Batch", () => ({ ids: ["elon-musk", claim, "nobody"] }), 3],
    ["Entities", () => ({}), 2],
    // what stands for the words is looked up only where they themselves do not fill the page
    ["Search", () => ({ text: "Cortex" }), 9, 4],
    ["Search", () => ({ text: "cort" }), 11, 5],
    ["Search", () => ({ text: "tesla", first: 2 }), 7, 2],
    ["Claims", () => ({}), 2],
    ["SourceByUrl", () => ({ url: "https://example.org/not-here" }), 3],
    ["ReadingRoom", () => ({ id: "article" }), 3, 2],
    ["ConfirmedLargeClusters", () => ({ speaker: "Elon Musk", at: "2024-10" }), 1],
    ["LargestClusters", () => ({}), 2, 1],
    ["PowerfulSites", () => ({ megawatts: 1, since: "2024" }), 1],
    ["Then", () => ({ id: "cortex", asOf: { validAt: "2024-10", knownAt: "2100-01-01T00:00:00Z" } }), 3, 2],
    ["Conflicts", () => ({}), 4],
    ["ChipTotals", () => ({}), 3],
    ["Paths", () => ({ from: "elon-musk", to: "h100" }), 10],
    ["OneConflict", () => ({ id: conflict }), 4],
    ["WhatThereIs", () => ({}), 1],
    ["Me", () => ({}), 0],
  ];

  describe("over the article's graph", () => {
    it.each(EXPECTED)("%s sends so many statements", async (operation, variables, near, far = near) => {
      const sent = await statementsOf(operation, variables());
      expect(sent.length, sent.join(", ")).toBe(graph.store.capabilities.isFar ? far : near);
    });

    it("nothing is read for what was not found", async () => {
      expect(await statementsOf("Provenance", { id: "c_unknown" })).toEqual(["claims.byId"]);
      expect(await statementsOf("OneConflict", { id: "x_1" })).toEqual([]);
      // an id may be that of an entity that was merged
      expect(await statementsOf("EntityPage", { id: "unknown" })).toEqual(["entities.byId", "merged.into"]);
      expect(await statementsOf("ReadingRoom", { id: "cortex" })).toEqual(["entities.byId"]);
    });

    it("nothing is counted where no total is asked for", async () => {
      graph.statementsSent();
      await graph.ask("{ clusters { nodes { id usesChip { nodes { id } } } } claims { nodes { id } } }");
      expect(graph.statementsSent().filter((name) => name.endsWith(".count"))).toEqual([]);
    });
  });

  describe("however many rows there are", () => {
    const asked = { chip: "H100", person: "Elon Musk" };

    it("the flagship sends the same statements for one row, for four, and for a full page of a greater graph", async () => {
      const { clusters: page } = await graph.run("MuskClusters", { ...asked, first: 1 });
      // where a page begins at a cursor, all are counted by themselves
      const afterOne = await statementsOf("MuskClusters", { ...asked, first: 1, after: page.pageInfo.endCursor });
      const forOne = await statementsOf("MuskClusters", { ...asked, first: 1 });
      const forFour = await statementsOf("MuskClusters", asked);
      await addClusters();
      const { clusters } = await graph.run("MuskClusters", { ...asked, first: 200 });
      expect([clusters.totalCount, clusters.edges.length]).toEqual([ADDED + 4, 200]);
      const forMany = await statementsOf("MuskClusters", { ...asked, first: 200 });
      expect(forOne.length).toBe(graph.store.capabilities.isFar ? 1 : 2);
      expect(afterOne).toEqual([...forOne, "entities.count"].sort());
      expect(forFour).toEqual(forOne);
      expect(forMany).toEqual(forOne);
    });

    it("whichever of them happens to be answered first", async () => {
      const prompt = await statementsOf("MuskClusters", asked);
      graph.delayEveryOther(5);
      const halting = await statementsOf("MuskClusters", asked);
      graph.delayEveryOther(0);
      expect(halting).toEqual(prompt);
    });

    it("and nothing more where there is no row", async () => {
      expect(await statementsOf("MuskClusters", { chip: "H200", person: "Elon Musk" })).toEqual(["entities.page"]);
    });

    it("and so do lists of claims with all that they lead to", async () => {
      const query = `query ($first: Int = 20) {
      claims(first: $first, where: { predicate: { eq: "USES_CHIP" } }) {
        nodes {
          statement support { origins } origins { name } conflicts { explanation } history { at } supersededBy { id }
          citations { quote source { name authors { name } } context { before } }
        }
      }
    }`;
      const sentFor = async (first: number) => {
        graph.statementsSent();
        const { errors } = await graph.ask(query, { first });
        expect(errors).toBeUndefined();
        return graph.statementsSent().sort();
      };
      expect(await sentFor(200)).toEqual(await sentFor(1));
    });
  });

  async function addClusters(): Promise<void> {
    const ids = Array.from({ length: ADDED }, (_, index) => `added-${String(index).padStart(3, "0")}`);
    await record(graph, {
      entities: ids.map((id, index) => ({ id, kind: "CLUSTER", names: { en: `Added cluster ${index}` } })),
      claims: ids.flatMap((id, index) => [
        { subject: "tesla", predicate: "OWNS", object: id, cites: { article: null } },
        ...(index % 2 === 0 ? [] : [{ subject: id, predicate: "USES_CHIP", object: "dojo", cites: { article: null } }]),
        {
          ...{ subject: id, predicate: "USES_CHIP", object: "h100", cites: { article: null } },
          quantity: { amount: index + 1, unit: "chip", bound: "EXACT" as const },
        },
      ]),
    });
  }
});
