import { assertValidSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/graphql/schema.js";
import { MANUSCRIPTS } from "../exchange/fixtures/manuscripts.js";
import { seededStore } from "../exchange/seededStore.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEitherEngine } from "../store/engines.js";

onEitherEngine((open) => {
  let clusters: TestGraph;
  let books: TestGraph;
  beforeAll(async () => {
    clusters = await serveGraph();
    books = await serveGraph(await seededStore(open, MANUSCRIPTS));
  });
  afterAll(() => Promise.all([clusters.close(), books.close()]));

  describe("two ontologies in one process", () => {
    it("each have a schema of their own kinds and relations, and none of the other's", () => {
      const [first, second] = [buildSchema(clusters.ontology), buildSchema(books.ontology)];
      for (const schema of [first, second]) assertValidSchema(schema);
      expect(Object.keys(first.getQueryType()!.getFields())).toContain("clusters");
      expect(Object.keys(second.getQueryType()!.getFields())).toContain("manuscripts");
      expect(Object.keys(second.getQueryType()!.getFields())).not.toContain("clusters");
      expect(Object.keys(first.getQueryType()!.getFields())).not.toContain("manuscripts");
      expect(first.getType("Manuscript")).toBeUndefined();
      expect(second.getType("Cluster")).toBeUndefined();
      const sourceTypes = second.getType("SourceType")!.toConfig() as { values: object };
      expect(Object.keys(sourceTypes.values)).toEqual(["CATALOGUE", "LETTER"]);
    });

    it("each answer their own kinds, side by side", async () => {
      const [own, others, here] = await Promise.all([
        books.ask(`{
        manuscripts(where: { copiedBy: { some: { node: { name: { eq: "bruder anselm" } } } } }) {
          totalCount
          edges {
            node { __typename name english: name(lang: "en") copiedBy { edges { node { name } claim { quantity { amount unit bound } } } } }
            evidence { statement english: statement(lang: "en") citations { quote } }
          }
        }
        scribes { nodes { copied { nodes { id } } } }
      }`),
        books.ask("{ clusters { totalCount } }"),
        clusters.ask("{ clusters { totalCount } }"),
      ]);
      expect(own).toEqual({
        data: {
          manuscripts: {
            totalCount: 1,
            edges: [
              {
                node: {
                  ...{ __typename: "Manuscript", name: "Handschrift 17", english: "Codex 17" },
                  copiedBy: {
                    edges: [
                      {
                        node: { name: "Bruder Anselm" },
                        claim: { quantity: { amount: 200, unit: "folio", bound: "ABOUT" } },
                      },
                    ],
                  },
                },
                evidence: [
                  {
                    statement: expect.stringContaining("Handschrift 17: geschrieben von Bruder Anselm") as string,
                    english: expect.stringContaining("Codex 17 was copied by Bruder Anselm") as string,
                    citations: [{ quote: "Geschrieben 1345 von Bruder Anselm, etwa 200 Blätter von seiner Hand." }],
                  },
                ],
              },
            ],
          },
          scribes: { nodes: [{ copied: { nodes: [{ id: "codex-17" }] } }] },
        },
      });
      expect(others.errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
      expect(here).toEqual({ data: { clusters: { totalCount: 4 } } });
    });

    it("each tell what there is in their own words and languages", async () => {
      const { data } = await books.ask(`{
      ontology { languages kinds { name label english: label(lang: "en") arabic: label(lang: "ar") count } predicates { name value unit } }
    }`);
      expect(data.ontology.languages).toEqual(["de", "en"]);
      expect(data.ontology.kinds).toContainEqual({
        ...{ name: "MANUSCRIPT", label: "Handschrift", english: "manuscript", arabic: "Handschrift", count: 2 },
      });
      expect(data.ontology.predicates).toContainEqual({ name: "LEAVES", value: "QUANTITY", unit: "folio" });
    });

    it("each answer the contract's operations that speak of no kind", async () => {
      const { source } = await books.run("ReadingRoom", { id: "catalogue" });
      for (const { node } of source.citations.edges as { node: { quote: string; start: number; end: number } }[]) {
        expect((source.text.content as string).slice(node.start, node.end)).toBe(node.quote);
      }
      const { sources } = await books.run("SourceByUrl", { url: "https://example.org/katalog" });
      expect(sources.edges[0].node).toMatchObject({ id: "catalogue", sourceType: "CATALOGUE", publishedAt: "1898" });
      const { claims } = await books.run("Claims", { where: { predicate: { eq: "COPIED_IN" } } });
      expect(claims.totalCount).toBe(1); // another is deprecated
      const problem = await books.ask(`{ claims(where: { predicate: { eq: "USES_CHIP" } }) { totalCount } }`);
      expect(problem.errors).toMatchObject([{ extensions: { problems: [{ code: "UNKNOWN_PREDICATE" }] } }]);
    });
  });
});
