import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededStore } from "../exchange/seededStore.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEveryEngine } from "../store/engines.js";

const asked = { chip: "H100", person: "Elon Musk" };

onEveryEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  /** The filter as an application builds it. */
  const chip = (name: string) => ({ usesChip: { some: { node: { name: { eq: name } } } } });
  const controlledBy = (name: string) => ({
    ownedBy: { some: { node: { controlledBy: { some: { node: { name: { eq: name } } } } } } },
  });

  describe("the H100 clusters of Elon Musk's companies", () => {
    it("are answered in full", async () => {
      const answer = await graph.run("MuskClusters", asked);
      await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot("flagship.answer.json");
    });

    it("are the four that the article tells of, each once, in the order of their names", async () => {
      const { clusters } = await graph.run("MuskClusters", asked);
      expect((clusters.edges as Edge[]).map(({ node }) => node)).toMatchObject([
        { id: "colossus", arabicName: "كولوسوس" },
        { id: "cortex", arabicName: "كورتكس" },
        { id: "giga-texas-cluster", arabicName: "مجموعة جيجا تكساس" },
        { id: "memphis-supercomputer", arabicName: "حاسوب ممفيس العملاق" },
      ]);
      expect(clusters.totalCount).toBe(4);
      expect(clusters.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    });

    it("bring the claims that prove them, and no others: who controls whom, who owns it, which chip it uses", async () => {
      const { clusters } = await graph.run("MuskClusters", asked);
      for (const { node, evidence } of clusters.edges as Edge[]) {
        const owner = evidence.find(({ predicate }) => predicate === "OWNS")!;
        for (const claim of evidence) {
          const ends = `${claim.subject.id} ${claim.predicate} ${claim.object!.id}`;
          const needed = [
            `elon-musk CONTROLS ${owner.subject.id}`,
            `${owner.subject.id} OWNS ${node.id}`,
            `${node.id} USES_CHIP h100`,
          ];
          expect(needed, claim.statement).toContain(ends);
        }
        expect(new Set(evidence.map(({ predicate }) => predicate))).toEqual(new Set(["CONTROLS", "OWNS", "USES_CHIP"]));
        expect(new Set(evidence.map(({ id }) => id)).size).toBe(evidence.length);
      }
    });

    it("quote the article word for word: each claim of the proof has a citation that stands at its place in the text", async () => {
      const { clusters } = await graph.run("MuskClusters", asked);
      const { source } = await graph.run("ReadingRoom", { id: "article" });
      const text = source.text.content as string;
      for (const { citations, statement } of (clusters.edges as Edge[]).flatMap(({ evidence }) => evidence)) {
        expect(citations.length, statement).toBeGreaterThanOrEqual(1);
        for (const { quote, prefix, suffix, start, end, source, ...citation } of citations) {
          expect(text.slice(start, end)).toBe(quote);
          expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix)).toBe(true);
          expect(citation).toMatchObject({ verification: "VERIFIED", language: "ar" });
          expect(source.id).toBe("article");
        }
      }
    });
  });

  describe("asked by other names", () => {
    it.each([
      ["the person's Arabic name", "إيلون ماسك", "H100"],
      ["the article's spelling of it", "إيلون موسك", "H100"],
      ["without its hamza", "ايلون ماسك", "H100"],
      ["with diacritics", "إِيلُون مَاسْك", "H100"],
      ["with tatweel", "إيلـــون ماســك", "H100"],
      ["the surname alone", "ماسك", "H100"],
      ["in capitals", "ELON MUSK", "h100"],
      ["with spaces around and between", "  Elon   Musk ", "H100"],
      ["the chip by its maker", "Elon Musk", "Nvidia H100"],
      ["the chip in Arabic", "إيلون ماسك", "إتش 100"],
    ])("%s, the answer is the same", async (_what, person, name) => {
      const whole = await graph.run("MuskClusters", asked);
      expect(shown(await graph.run("MuskClusters", { person, chip: name }))).toEqual(shown(whole));
    });

    it("that mean somebody else, or are only a part of a name, there is none", async () => {
      for (const [person, name] of [
        ["Sawyer Merritt", "H100"],
        ["Elon", "H100"],
        ["", "H100"],
        ["Elon Musk", "A100"],
      ]) {
        const { clusters } = await graph.run("MuskClusters", { person, chip: name });
        expect(clusters, `${person} ${name}`).toEqual({
          totalCount: 0,
          pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
          edges: [],
        });
      }
    });
  });

  describe("page by page", () => {
    it("the rows are the same, one at a time", async () => {
      const whole = (await graph.run("MuskClusters", asked)).clusters;
      const rows: unknown[] = [];
      let after: string | null = null;
      do {
        const { clusters } = await graph.run("MuskClusters", { ...asked, first: 1, after });
        expect(clusters.edges).toHaveLength(1);
        const [{ cursor }] = clusters.edges as [{ cursor: string }];
        expect(clusters.totalCount).toBe(4);
        expect(clusters.pageInfo).toEqual({
          hasNextPage: rows.length < 3,
          hasPreviousPage: rows.length > 0,
          startCursor: cursor,
          endCursor: cursor,
        });
        rows.push(...(clusters.edges as unknown[]));
        after = clusters.pageInfo.hasNextPage ? cursor : null;
      } while (after !== null);
      expect(rows).toEqual(whole.edges);
    });
  });

  describe("with the filter in a variable", () => {
    const whole = { ...chip("H100"), ...controlledBy("Elon Musk") };
    it.each([
      ["flat", whole],
      ["nested in and", { and: [chip("H100"), controlledBy("إيلون ماسك")] }],
      ["and within and, one condition beside it", { and: [{ and: [chip("H100")] }], ...controlledBy("Musk") }],
      ["and in the chain", { ...chip("H100"), ownedBy: { some: { node: { and: [musk("Elon Musk")] } } } }],
    ])("%s, the rows and the proof are the same", async (_what, where) => {
      const { clusters } = await graph.run("MuskClusters", asked);
      const short = (await graph.run("Clusters", { where })).clusters;
      expect(short.totalCount).toBe(4);
      const proof = ({ node, evidence }: Edge) => [node.id, evidence.map(({ id }) => id).sort()];
      expect((short.edges as Edge[]).map(proof)).toEqual((clusters.edges as Edge[]).map(proof));
    });

    it("and in the other order, the list is turned around", async () => {
      const descending = [{ field: "NAME", direction: "DESC" }];
      const { clusters } = await graph.run("Clusters", { where: whole, orderBy: descending, first: 2 });
      const ids = (edges: unknown) => (edges as Edge[]).map(({ node }) => node.id);
      expect(ids(clusters.edges)).toEqual(["memphis-supercomputer", "giga-texas-cluster"]);
      const after = clusters.pageInfo.endCursor as string;
      const next = await graph.run("Clusters", { where: whole, orderBy: descending, first: 2, after });
      expect(ids(next.clusters.edges)).toEqual(["cortex", "colossus"]);
    });
  });

  /** An answer without its cursors, which are good for one filter only. */
  function shown(answer: unknown): unknown {
    const cursors = ["cursor", "startCursor", "endCursor"];
    return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (cursors.includes(key) ? null : value)));
  }

  function musk(name: string) {
    return { controlledBy: { some: { node: { name: { eq: name } } } } };
  }

  interface Edge {
    readonly cursor: string;
    readonly node: { readonly id: string };
    readonly evidence: readonly {
      readonly id: string;
      readonly statement: string;
      readonly predicate: string;
      readonly subject: { readonly id: string };
      readonly object: { readonly id: string } | null;
      readonly citations: readonly {
        readonly quote: string;
        readonly prefix: string;
        readonly suffix: string;
        readonly start: number;
        readonly end: number;
        readonly source: { readonly id: string };
      }[];
    }[];
  }
});
