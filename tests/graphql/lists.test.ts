import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "./newClaims.js";
import { seededStore } from "../exchange/seededStore.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEitherEngine } from "../store/engines.js";

const address = "https://example.org/report?page=1";

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  interface Listed {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly name: string };
    }[];
  }

  /** Every row of an operation's list, page by page. */
  async function pageByPage(operation: string, list: string, variables: object, first: number): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Listed = (await graph.run(operation, { ...variables, first, after }))[list] as Listed;
      ids.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return ids;
  }

  describe("Entities", () => {
    it("lists entities of every kind by their names, twenty unless told otherwise", async () => {
      const { entities } = (await graph.run("Entities")) as { entities: Listed };
      expect(entities.edges).toHaveLength(20);
      expect(entities.pageInfo.hasNextPage).toBe(true);
      const all = (await graph.run("Entities", { first: 200 })).entities as Listed;
      expect(all.totalCount).toBe(all.edges.length);
      expect(await pageByPage("Entities", "entities", {}, 7)).toEqual(all.edges.map(({ node }) => node.id));
      const names = all.edges.map(({ node }) => node.name.toLowerCase());
      expect(names.slice(0, 3)).toEqual([...names].sort().slice(0, 3));
    });

    it("narrows them by kind, by id and by name, together", async () => {
      const { entities: companies } = await graph.run("Entities", { where: { kind: { in: ["COMPANY"] } } });
      expect(new Set((companies.edges as { node: { kind: string } }[]).map(({ node }) => node.kind))).toEqual(
        new Set(["COMPANY"]),
      );
      const ids = (where: object) => pageByPage("Entities", "entities", { where }, 200);
      expect(await ids({ name: { eq: "ممفيس" } })).toEqual(expect.arrayContaining(["memphis-city"]));
      expect(await ids({ name: { eq: "ممفيس" }, kind: { eq: "PLACE" } })).toEqual(["memphis-city"]);
      expect(await ids({ id: { in: ["h100", "cortex", "nobody"] } })).toEqual(["cortex", "h100"]);
      expect(await ids({ id: { in: ["h100", "cortex"] }, and: [{ kind: { eq: "CHIP" } }] })).toEqual(["h100"]);
      expect(await ids({ id: { in: [] } })).toEqual([]);
    });
  });

  describe("Claims", () => {
    it("lists claims of every predicate, each once, whatever the page", async () => {
      const { claims } = (await graph.run("Claims", { first: 200 })) as { claims: Listed };
      expect(claims.totalCount).toBe(claims.edges.length);
      const ids = await pageByPage("Claims", "claims", {}, 30);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(claims.edges.map(({ node }) => node.id));
    });

    it("orders them by amount, where there is none as the least", async () => {
      const { data } = await graph.ask(
        `{ claims(first: 200, orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { quantity { amount } } } }`,
      );
      const amounts = (data.claims.nodes as { quantity: { amount: number } | null }[]).map(
        ({ quantity }) => quantity?.amount ?? -Infinity,
      );
      expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
      expect(amounts[0]).toBeGreaterThan(1e9);
      expect(amounts.at(-1)).toBe(-Infinity);
      const orderBy = [
        { field: "AMOUNT", direction: "ASC" },
        { field: "PREDICATE", direction: "DESC" },
      ];
      const whole = (await graph.run("Claims", { orderBy, first: 200 })).claims as Listed;
      expect(await pageByPage("Claims", "claims", { orderBy }, 9)).toEqual(whole.edges.map(({ node }) => node.id));
    });

    it("narrows them by predicate, ends, speaker, source, amount and modality", async () => {
      const statements = async (where: object) =>
        ((await graph.run("Claims", { where })).claims.edges as { node: { statement: string } }[])
          .map(({ node }) => node.statement)
          .sort();
      expect(await statements({ predicate: { eq: "CONTROLS" } })).toEqual([
        "Elon Musk controls Tesla",
        "Elon Musk controls xAI",
      ]);
      const large = { predicate: { eq: "USES_CHIP" }, quantity: { gte: 100000, unit: "chip" } };
      expect(await statements(large)).toHaveLength(2);
      expect(await statements({ ...large, subject: { name: { eq: "كولوسوس" } } })).toEqual([
        "Colossus uses 100,000 × H100",
      ]);
      expect(await statements({ ...large, quantity: { gte: 100000, unit: "USD" } })).toEqual([]);
      const byMusk = await statements({ attributedTo: { id: { eq: "elon-musk" } }, modality: { in: ["OPINION"] } });
      expect(byMusk.length).toBeGreaterThanOrEqual(1);
      expect(await statements({ source: { id: { eq: "cortex" } } })).toEqual([]);
    });
  });

  describe("SourceByUrl", () => {
    it("finds nothing of a document that is not here", async () => {
      expect(await graph.run("SourceByUrl", { url: address })).toEqual({
        sources: { edges: [] },
        claims: { totalCount: 0, edges: [] },
      });
    });

    it("finds the document and what was taken from it by its address, letter for letter", async () => {
      await record(graph, {
        entities: [
          {
            ...{ id: "report", kind: "SOURCE", names: { en: "A report" }, derivedFrom: ["merritt-post"] },
            properties: { sourceType: "REPORT", url: address, publishedAt: "2024-11", language: "en" },
          },
        ],
        claims: [
          { subject: "tesla", predicate: "OWNS", object: "giga-texas", modality: "OPINION", cites: { report: null } },
        ],
      });
      const { sources, claims } = await graph.run("SourceByUrl", { url: address });
      expect(sources.edges).toHaveLength(1);
      expect(sources.edges[0].node).toMatchObject({
        ...{
          id: "report",
          name: "A report",
          sourceType: "REPORT",
          url: address,
          publishedAt: "2024-11",
          language: "en",
        },
        ...{ authors: [], derivedFrom: [{ id: "merritt-post", sourceType: "POST" }] },
      });
      expect(claims.totalCount).toBe(1);
      expect(claims.edges[0].node.statement).toContain("Tesla owns Giga Texas");
      expect((await graph.run("SourceByUrl", { url: address.toUpperCase() })).sources.edges).toEqual([]);
    });
  });

  describe("ReadingRoom", () => {
    it("gives the stored text byte for byte, and every quote at its place, in the order of the text", async () => {
      const { source } = await graph.run("ReadingRoom", { id: "article" });
      const file = await readFile("seeds/musk-ai-compute/texts/000_91362e428e7d1728.txt");
      expect(Buffer.from(source.text.content as string, "utf8").equals(file)).toBe(true);
      expect(source.text).toMatchObject({ language: "ar", sha256: createHash("sha256").update(file).digest("hex") });
      const quotes = (source.citations.edges as { node: Quote }[]).map(({ node }) => node);
      expect(quotes).toHaveLength(source.citations.totalCount as number);
      expect(quotes.length).toBeGreaterThan(90);
      for (const { quote, start, end, verification } of quotes) {
        expect((source.text.content as string).slice(start, end)).toBe(quote);
        expect(verification).toBe("VERIFIED");
      }
      expect(quotes.map(({ start }) => start)).toEqual(quotes.map(({ start }) => start).sort((a, b) => a - b));
      const paged: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = (await graph.run("ReadingRoom", { id: "article", first: 40, after })).source.citations as Listed;
        paged.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(paged).toEqual(quotes.map(({ id }) => id));
    });

    it("gives the chain of sources both ways, and null for what is not known", async () => {
      const { source: article } = await graph.run("ReadingRoom", { id: "article" });
      expect(article).toMatchObject({
        sourceType: "ARTICLE",
        url: null,
        publishedAt: null,
        publisher: null,
        repeatedBy: [],
      });
      expect(article.derivedFrom).toContainEqual(expect.objectContaining({ id: "merritt-post" }));
      const { source: post } = await graph.run("ReadingRoom", { id: "merritt-post" });
      expect(post).toMatchObject({ text: null, derivedFrom: [], citations: { totalCount: 0, edges: [] } });
      expect(post.repeatedBy).toContainEqual(expect.objectContaining({ id: "article" }));
      expect(post.authors).toEqual([expect.objectContaining({ id: "sawyer-merritt", __typename: "Person" })]);
      expect(post.publisher).toMatchObject({ id: "x", __typename: "Platform" });
    });

    it("is null, and no error, for what is no source", async () => {
      expect(await graph.run("ReadingRoom", { id: "cortex" })).toEqual({ source: null });
      expect(await graph.run("ReadingRoom", { id: "nobody" })).toEqual({ source: null });
    });
  });

  interface Quote {
    readonly id: string;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly verification: string;
  }

  describe("WhatThereIs", () => {
    it("names kinds and predicates in English and Arabic, and counts what is here", async () => {
      const { ontology } = await graph.run("WhatThereIs");
      const kinds = ontology.kinds as { name: string; count: number }[];
      const { entities } = await graph.run("Entities");
      expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(entities.totalCount);
      expect(kinds).toContainEqual(
        expect.objectContaining({
          name: "CLUSTER",
          label: "cluster",
          arabic: "مجموعة حوسبة",
          plural: "clusters",
          count: 4,
        }),
      );
      expect(ontology.predicates).toContainEqual(
        expect.objectContaining({
          ...{ name: "USES_CHIP", field: "usesChip", value: "ENTITY", unit: "chip", functional: false },
          objects: [{ name: "CHIP" }],
        }),
      );
      for (const { arabic } of [...ontology.kinds, ...ontology.predicates] as { arabic: string }[]) {
        expect(arabic).toMatch(/\p{Script=Arabic}/u);
      }
    });
  });
});
