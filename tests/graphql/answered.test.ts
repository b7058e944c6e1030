import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededStore } from "../exchange/seededStore.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { exampleQuestions, readingOperations, type Question } from "./exampleQuestions.js";
import { onEitherEngine } from "../store/engines.js";

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  /** The id of the one claim that meets a filter. */
  async function claimId(where: object): Promise<string> {
    const { claims } = await graph.run("Claims", { where });
    expect(claims.totalCount, JSON.stringify(where)).toBe(1);
    return claims.edges[0].node.id as string;
  }

  const usesH100 = (subject: string) => ({
    ...{ predicate: { eq: "USES_CHIP" }, subject: { id: { eq: subject } }, object: { id: { eq: "h100" } } },
    modality: { eq: "ACTUAL" },
  });

  describe("every operation of the contract that reads", () => {
    let questions: Question[];
    beforeAll(async () => {
      questions = await exampleQuestions(graph);
    });

    it.each(readingOperations.filter((name) => !["Changes", "Check"].includes(name)))(
      "%s is answered",
      async (name) => {
        const data = await graph.run(name, questions.find((question) => question.name === name)!.variables);
        for (const value of Object.values(data as object)) expect(value).not.toBeNull();
      },
    );
  });

  describe("Provenance", () => {
    it("says of a claim what it says, in which words, and how it came here", async () => {
      const id = await claimId(usesH100("cortex"));
      const { claim } = await graph.run("Provenance", { id });
      expect(claim).toMatchObject({
        ...{ id, statement: "Cortex uses 50,000 × H100", predicate: "USES_CHIP" },
        subject: { __typename: "Cluster", id: "cortex", kind: "CLUSTER", name: "Cortex" },
        object: { __typename: "Chip", id: "h100", kind: "CHIP", name: "H100" },
        quantity: { amount: 50000, unit: "chip", bound: "EXACT" },
        ...{ text: null, date: null, modality: "ACTUAL", rank: "NORMAL", status: "ACTIVE" },
        ...{ validFrom: null, validTo: null, attributedTo: [], assertedAt: null },
        support: { citations: 1, sources: 1 },
        ...{ supersedes: [], supersededBy: null, recordedBy: "seed", retractedAt: null },
      });
      const [citation] = claim.citations as [Record<string, { text: string }>];
      expect(citation).toMatchObject({ language: "ar", basis: "STATED", verification: "VERIFIED" });
      expect(citation.quote).toContain("50000 وحدة معالجة رسومات Nvidia H100");
      expect(citation.translation).toMatchObject({ language: "en" });
      expect(citation.translation!.text).toContain("50,000 Nvidia H100");
      expect(claim.history).toEqual([{ action: "ASSERTED", at: claim.recordedAt as string, by: "seed", reason: null }]);
      expect(claim.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it("names the speakers of a claim, and says until when a plan is to hold", async () => {
      const id = await claimId({
        predicate: { eq: "EXPANSION_FACTOR" },
        subject: { id: { eq: "memphis-supercomputer" } },
      });
      const { claim } = await graph.run("Provenance", { id });
      expect(claim.attributedTo).toEqual([
        { __typename: "Person", id: "elon-musk", kind: "PERSON", name: "Elon Musk" },
      ]);
      expect(claim).toMatchObject({ modality: "PLANNED", object: null, quantity: { amount: 2, unit: "times" } });
      expect(claim.statement).toContain("planned");
    });

    it("counts the origins where the chains of sources end, and names each", async () => {
      const { claims } = await graph.run("Claims", { first: 200 });
      for (const { node } of claims.edges as { node: { id: string } }[]) {
        const { claim } = await graph.run("Provenance", { id: node.id });
        expect(claim.support.origins).toBe(claim.origins.length);
        expect(claim.support.origins).toBeGreaterThanOrEqual(1);
        expect(claim.support.citations).toBe(claim.citations.length);
      }
    });

    it("is null, and no error, where there is no such claim", async () => {
      expect(await graph.run("Provenance", { id: "c_nothing" })).toEqual({ claim: null });
      expect(await graph.run("Provenance", { id: "cortex" })).toEqual({ claim: null });
    });
  });

  describe("Citations", () => {
    it("go page by page, in the order of the text", async () => {
      const id = await claimId({ predicate: { eq: "CATEGORY" }, subject: { id: { eq: "h100" } } });
      const whole = (await graph.run("Citations", { id })).claim;
      const quotes = (whole.citationPages.edges as { node: { start: number; quote: string } }[]).map(
        ({ node }) => node,
      );
      expect(whole.support.citations).toBe(quotes.length);
      expect(quotes.length).toBeGreaterThan(1);
      expect(quotes.map(({ start }) => start)).toEqual(quotes.map(({ start }) => start).sort((a, b) => a - b));
      const paged: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: Page = (await graph.run("Citations", { id, first: 1, after })).claim.citationPages as Page;
        paged.push(...page.edges.map(({ node }) => node.quote));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(paged).toEqual(quotes.map(({ quote }) => quote));
    });
  });

  interface Page {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly quote: string } }[];
  }

  describe("EntityPage", () => {
    it("gives an entity with its claims as subject, as object, and as speaker", async () => {
      const { entity, node } = await graph.run("EntityPage", { id: "cortex" });
      expect(node).toEqual({ __typename: "Cluster", id: "cortex" });
      expect(entity).toMatchObject({ __typename: "Cluster", id: "cortex", kind: "CLUSTER", name: "Cortex" });
      expect(entity.names).toEqual([
        { language: "en", text: "Cortex" },
        { language: "ar", text: "كورتكس" },
      ]);
      expect(entity.aliases).toContain("مجموعة Cortex AI");
      expect(entity.usesChip.nodes).toEqual([
        { id: "dojo", name: "Dojo" },
        { id: "h100", name: "H100" },
      ]);
      expect(entity.ownedBy.nodes).toEqual([{ __typename: "Company", id: "tesla", kind: "COMPANY", name: "Tesla" }]);
      for (const { node: claim } of entity.claims.edges as Edge[]) expect(claim.subject.id).toBe("cortex");
      for (const { node: claim } of entity.claimsAbout.edges as Edge[]) expect(claim.object!.id).toBe("cortex");
      expect(entity.claimsAbout.totalCount).toBe(entity.claimsAbout.edges.length);
      expect(entity.claimsSaid).toEqual({ totalCount: 0, edges: [] });
    });

    it("gives what somebody is named as having said", async () => {
      const { entity } = await graph.run("EntityPage", { id: "elon-musk" });
      expect(entity.claimsSaid.totalCount).toBeGreaterThan(2);
      for (const { node } of entity.claimsSaid.edges as Edge[]) {
        const { claim } = await graph.run("Provenance", { id: node.id });
        expect(claim.attributedTo).toContainEqual(expect.objectContaining({ id: "elon-musk" }));
      }
    });

    it("counts the whole list, whatever the page", async () => {
      const { data } = await graph.ask(`{ entity(id: "tesla") { claims(first: 1) { totalCount nodes { id } } } }`);
      expect(data.entity.claims.nodes).toHaveLength(1);
      expect(data.entity.claims.totalCount).toBeGreaterThan(5);
    });

    it("is null, and no error, where there is no such entity", async () => {
      expect(await graph.run("EntityPage", { id: "nobody" })).toEqual({ entity: null, node: null });
    });
  });

  interface Edge {
    readonly node: {
      readonly id: string;
      readonly subject: { readonly id: string };
      readonly object: { readonly id: string } | null;
    };
  }

  describe("Batch", () => {
    it("is null, and no error, for ids of nothing, those of conflicts among them", async () => {
      const ids = ["x_a", "x_circle_h100", "x_c_1_c_2", "c_nothing", "q_nothing", "nobody"];
      expect(await graph.run("Batch", { ids })).toEqual({ nodes: ids.map(() => null) });
    });

    it("answers ids of every type in their order, null where there is none, twice where asked twice", async () => {
      const claim = await claimId(usesH100("cortex"));
      const { data: cited } = await graph.ask(`{ claim(id: "${claim}") { citations { id } } }`);
      const citation = cited.claim.citations[0].id as string;
      const { nodes } = await graph.run("Batch", {
        ids: ["h100", "nobody", claim, citation, "article", "c_none", "h100"],
      });
      expect(nodes).toEqual([
        { __typename: "Chip", id: "h100", name: "H100" },
        null,
        { __typename: "Claim", id: claim, statement: "Cortex uses 50,000 × H100" },
        { __typename: "Citation", id: citation },
        expect.objectContaining({ __typename: "Source", id: "article" }),
        null,
        { __typename: "Chip", id: "h100", name: "H100" },
      ]);
      expect(await graph.run("Batch", { ids: [] })).toEqual({ nodes: [] });
    });

    it("answers 200 ids", async () => {
      const { nodes } = await graph.run("Batch", { ids: Array.from({ length: 200 }, (_, index) => `e${index}`) });
      expect(nodes).toHaveLength(200);
    });
  });

  describe("Me", () => {
    it("says that whoever gives no token may read", async () => {
      expect(await graph.run("Me")).toEqual({ viewer: { name: null, roles: ["reader"] } });
    });
  });
});
