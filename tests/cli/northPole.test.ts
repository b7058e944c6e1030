import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useSanad, type Served } from "./sanad.js";

/** A whole subject in one folder, of which no line of TypeScript knows. */
const folder = path.resolve(import.meta.dirname, "../../seeds/north-pole");
const sanad = useSanad();
const settings = () => ({
  SANAD_DATA: sanad.inFolder("north-pole"),
  SANAD_ONTOLOGY: path.join(folder, "ontology.yaml"),
  SANAD_SEEDS: folder,
});

let server: Served;
beforeAll(async () => void (server = await sanad.serve(["--seed"], settings())));
afterAll(async () => void (await server.end("SIGTERM")));

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = (await server.ask(query)) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

interface Nodes<T> {
  readonly edges: readonly { readonly node: T }[];
}

describe("another subject's ontology and seeds in one folder", () => {
  it("have fields, filters and sentences of their own, and evidence with its quotes", async () => {
    const { expeditions } = await ask<{ expeditions: unknown }>(`{
      expeditions(where: {
        ledBy: { some: { node: { name: { eq: "روبرت بيري" } } } }
        backedBy: { some: { node: { name: { eq: "Peary Arctic Club" } } } }
      }) {
        edges {
          node { name(lang: "ar") lastMarchCompanions { edges { node { quantity { amount } } } } }
          evidence { statement arabic: statement(lang: "ar") citations { quote basis source { name license } } }
        }
      }
    }`);
    const license = "https://creativecommons.org/publicdomain/mark/1.0/";
    const source = { name: "The North Pole (Robert E. Peary)", license };
    const citation = (quote: string) => [{ quote, basis: "STATED", source }];
    expect(expeditions).toEqual({
      edges: [
        {
          node: {
            name: "بعثة بيري (1908–1909)",
            lastMarchCompanions: {
              edges: expect.arrayContaining([1, 5].map((amount) => ({ node: { quantity: { amount } } }))) as unknown,
            },
          },
          evidence: expect.arrayContaining([
            {
              statement: "Robert Peary led Peary's expedition of 1908 and 1909",
              arabic: "قائد بعثة بيري (1908–1909): روبرت بيري",
              citations: citation("The expedition under my command which has succeeded in reaching the Pole"),
            },
            {
              statement: "The Peary Arctic Club backed Peary's expedition of 1908 and 1909",
              arabic: "من داعمي بعثة بيري (1908–1909): نادي بيري القطبي",
              citations: citation("is under the auspices of the Peary Arctic Club of New York City"),
            },
          ]) as unknown,
        },
      ],
    });
  });

  it("show who was first, and when, as conflicts", async () => {
    const { conflicts } = await ask<{ conflicts: Nodes<{ kind: string; claims: { predicate: string }[] }> }>(
      "{ conflicts(first: 100) { edges { node { kind claims { predicate } } } } }",
    );
    const found: Record<string, number> = {};
    for (const { node } of conflicts.edges) {
      const key = `${node.kind} ${node.claims[0]!.predicate}`;
      found[key] = (found[key] ?? 0) + 1;
    }
    expect(found).toEqual({
      "EXCLUSIVE FIRST_REACHED_BY": 1,
      "EXCLUSIVE REACHED_POLE_ON": 4, // Cook and the inspector against a headline and an advertisement
      "EXCLUSIVE FARTHEST_POINT": 3,
      "EXCLUSIVE EXAMINERS_FINDING": 1,
      "EXCLUSIVE ADOPTED_ON": 1,
      "VALUE LAST_MARCH_COMPANIONS": 1,
    });
  });

  it("count what repeats one telegram as one origin, and tell who is quoted", async () => {
    const { claims } = await ask<{
      claims: Nodes<{ attributedTo: { name: string }[]; support: Record<string, number> }>;
    }>(`{
      claims(where: { predicate: { eq: "REACHED" }, modality: { eq: ACTUAL } }) {
        edges { node { attributedTo { name } support { citations sources origins } } }
      }
    }`);
    const support = claims.edges.map(({ node }) => [node.attributedTo[0]!.name, ...Object.values(node.support)]);
    expect(support.sort()).toEqual([
      ["Frederick Cook", 2, 2, 2],
      ["Robert Peary", 4, 4, 2],
      ["The Inspector of Greenland", 2, 2, 1],
    ]);
  });

  it("have paths", async () => {
    const { paths } = await ask<{ paths: { length: number; claims: { statement: string }[] }[] }>(
      '{ paths(from: "frederick-cook", to: "national-geographic-society", maxLength: 4, first: 1) { length claims { statement citations { quote } } } }',
    );
    expect(paths.map(({ length, claims }) => [length, claims[0]!.statement])).toEqual([
      [4, "Frederick Cook led Cook's expedition of 1907 to 1909"],
    ]);
  });

  it("pass the check, and their quotes stand in the texts beside them", async () => {
    await server.end("SIGTERM");
    expect((await sanad.run(["check"], settings())).stdout).toMatch(/^Checked \d+ claims, .*: all is well\.\n$/u);
    const copies = ["--copies", path.join(folder, "texts")];
    const { code, stdout } = await sanad.run(["verify", ...copies], settings());
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^13 sources: (\d+) quotes: \1 stand where they stood\.$/mu),
    ]);
  });
});
