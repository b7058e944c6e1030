import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conflictId } from "../../src/claims/claimId.js";
import { emptyStore } from "../exchange/seededStore.js";
import { record, supersede, type NewClaim } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEitherEngine } from "../store/engines.js";

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await emptyStore(open));
    await record(graph, {
      entities: [
        { id: "north", kind: "CLUSTER", names: { ar: "الشمالي", en: "North" } },
        { id: "south", kind: "CLUSTER", names: { fr: "Sud" } },
        { id: "acme", kind: "COMPANY", names: { en: "Acme" } },
        { id: "zeta", kind: "CHIP", names: { en: "Zeta" } },
        ...[
          ["post", []],
          ["paper", []],
          ["copy", ["post"]],
          ["copy-of-copy", ["copy"]],
          ["digest", ["post", "paper"]],
        ].map(([id, derivedFrom]) => ({
          ...{ id: id as string, kind: "SOURCE", names: { en: `The ${id as string}` } },
          ...{ properties: { sourceType: "POST", language: "en" }, derivedFrom: derivedFrom as string[] },
        })),
      ],
    });
  });
  afterAll(() => graph.close());

  function uses(amount: number, more: Partial<NewClaim> = {}): NewClaim {
    const quantity = { amount, unit: "chip", bound: "EXACT" as const };
    return { subject: "north", predicate: "USES_CHIP", object: "zeta", quantity, cites: { post: null }, ...more };
  }

  describe("a name", () => {
    it("is the English one, whichever was recorded first, and falls back to whichever there is", async () => {
      const { data } = await graph.ask(`{
      clusters { nodes { id name arabic: name(lang: "ar") none: name(lang: "ja") names { language } description aliases } }
    }`);
      expect(data.clusters.nodes).toEqual([
        expect.objectContaining({ id: "north", name: "North", arabic: "الشمالي", none: "North" }),
        expect.objectContaining({
          id: "south",
          name: "Sud",
          arabic: "Sud",
          none: "Sud",
          description: null,
          aliases: [],
        }),
      ]);
    });
  });

  describe("a claim that does not stand", () => {
    let ids: string[];
    beforeAll(async () => {
      ids = await record(graph, {
        claims: [
          uses(1),
          uses(2, { rank: "DEPRECATED" }),
          uses(3, { status: "SUPERSEDED" }),
          uses(4, { status: "RETRACTED" }),
          { subject: "acme", predicate: "OWNS", object: "north", status: "RETRACTED", cites: { post: null } },
        ],
      });
      await supersede(graph, ids[0]!, ids[2]!);
    });

    /** The amounts of the claims that each way of asking gives. */
    async function amounts(where: string): Promise<Record<string, number[]>> {
      const { data, errors } = await graph.ask(`{
      claims(where: { and: [{ predicate: { eq: "USES_CHIP" } } ${where && `, ${where}`}] }) { totalCount nodes { quantity { amount } } }
      cluster: entity(id: "north") {
        claims(where: { and: [{ predicate: { eq: "USES_CHIP" } } ${where && `, ${where}`}] }) { totalCount nodes { quantity { amount } } }
        ... on Cluster { usesChip(where: { claim: ${where || "{}"} }) { totalCount edges { claim { quantity { amount } } } } }
      }
      clusters(where: { usesChip: { some: { claim: ${where || "{}"} } } }) { edges { evidence { quantity { amount } } } }
    }`);
      expect(errors).toBeUndefined();
      const of = (claims: unknown) =>
        (claims as { quantity: { amount: number } }[]).map(({ quantity }) => quantity.amount).sort();
      const { claims, cluster, clusters } = data;
      for (const list of [claims, cluster.claims]) expect(list.totalCount).toBe(list.nodes.length);
      return {
        claims: of(claims.nodes),
        ofEntity: of(cluster.claims.nodes),
        relation: of((cluster.usesChip.edges as { claim: unknown }[]).map(({ claim }) => claim)),
        evidence: of((clusters.edges as { evidence: unknown[] }[]).flatMap(({ evidence }) => evidence)),
      };
    }

    it.each([
      ["", [1]],
      ["{ rank: { eq: DEPRECATED } }", [2]],
      ["{ rank: { in: [NORMAL, DEPRECATED] } }", [1, 2]],
      ["{ status: { eq: SUPERSEDED } }", [3]],
      ["{ status: { in: [ACTIVE, SUPERSEDED, RETRACTED] } }", [1, 3, 4]],
      ["{ status: { eq: RETRACTED }, rank: { eq: DEPRECATED } }", []],
      ["{ quantity: { gte: 2 } }", []],
    ])("is met only where the filter names its rank or status: %s", async (where, expected) => {
      const found = await amounts(where);
      expect(found).toEqual({ claims: expected, ofEntity: expected, relation: expected, evidence: expected });
    });

    it("proves nothing: who owned the cluster by a retracted claim owns nothing now", async () => {
      const { data } = await graph.ask(`{
      clusters(where: { ownedBy: { some: { node: { name: { eq: "Acme" } } } } }) { totalCount }
      entity(id: "acme") { ... on Company { owns { totalCount } } }
    }`);
      expect(data).toEqual({ clusters: { totalCount: 0 }, entity: { owns: { totalCount: 0 } } });
    });

    it("is still found by its id, and leads to what took its place", async () => {
      const [later, , earlier] = ids as [string, string, string];
      const statement = "North uses 1 × Zeta";
      expect((await graph.run("Provenance", { id: earlier })).claim).toMatchObject({
        ...{ status: "SUPERSEDED", supersededBy: { id: later, statement }, supersedes: [] },
      });
      expect((await graph.run("Provenance", { id: later })).claim).toMatchObject({
        ...{ status: "ACTIVE", supersededBy: null, supersedes: [{ id: earlier }] },
      });
    });

    it("conflicts with nothing", async () => {
      for (const id of ids) expect((await graph.run("Provenance", { id })).claim.conflicts).toEqual([]);
    });
  });

  describe("two claims about one value", () => {
    it("are shown as a conflict, from either side, with one explanation and one id", async () => {
      const conflicting = { subject: "south", modality: "ESTIMATED" } as const;
      const [a, b, c] = (await record(graph, {
        claims: [
          uses(29000, conflicting),
          uses(50000, conflicting),
          uses(50000, { ...conflicting, modality: "PLANNED" }),
        ],
      })) as [string, string, string];
      const [first, second] = [
        (await graph.run("Provenance", { id: a })).claim,
        (await graph.run("Provenance", { id: b })).claim,
      ];
      const conflict = { id: conflictId({ claims: [b, a] }) };
      expect(first.conflicts).toMatchObject([{ kind: "VALUE", conflict, claim: { id: b } }]);
      expect(second.conflicts).toMatchObject([{ kind: "VALUE", conflict, claim: { id: a } }]);
      const { explanation } = first.conflicts[0] as { explanation: string };
      expect(second.conflicts[0].explanation).toBe(explanation);
      expect(explanation).toMatch(/^Two figures for “Sud uses.*Zeta” that cannot both hold: /u);
      expect(explanation).toMatch(/29,000 \(estimated\)/u);
      expect(explanation).toMatch(/50,000 \(estimated\)/u);
      expect((await graph.run("Provenance", { id: c })).claim.conflicts).toEqual([]); // a plan contradicts no estimate
      const { data } = await graph.ask(
        `{ claim(id: "${a}") { conflicts { conflict { id spread { min max unit } claims { id } } } } }`,
      );
      expect(data.claim.conflicts[0].conflict).toEqual({
        ...{ id: conflict.id, spread: { min: 29000, max: 50000, unit: "chip" } },
        claims: [a, b].sort().map((id) => ({ id })),
      });
    });
  });

  describe("support", () => {
    it.each<[string, NonNullable<NewClaim["cites"]>, { sources: number; origins: string[] }]>([
      [
        "two that repeat one post are one voice",
        { copy: null, "copy-of-copy": null },
        { sources: 2, origins: ["post"] },
      ],
      ["one that takes from two is two voices", { digest: null }, { sources: 1, origins: ["paper", "post"] }],
      ["unless the citation says from which of them", { digest: ["paper"] }, { sources: 1, origins: ["paper"] }],
      ["or that the words are its own", { digest: [], copy: null }, { sources: 2, origins: ["digest", "post"] }],
      [
        "a source derived from nothing is its own origin",
        { paper: null, post: null },
        { sources: 2, origins: ["paper", "post"] },
      ],
    ])("is counted by origins: %s", async (what, cites, { sources, origins }) => {
      const [id] = await record(graph, {
        claims: [{ subject: "acme", predicate: "CATEGORY", text: { en: what }, cites }],
      });
      const { claim } = await graph.run("Provenance", { id });
      expect(claim.support).toEqual({ citations: sources, sources, origins: origins.length });
      expect((claim.origins as { id: string }[]).map((source) => source.id)).toEqual(origins);
      const { data } = await graph.ask(
        `{ claim(id: "${id}") { citations { source { id } derivedFrom { id } context { quote } } } }`,
      );
      for (const { source, derivedFrom, context } of data.claim.citations) {
        const from = cites[source.id as string];
        expect(derivedFrom).toEqual(
          (from?.length === 0 ? [source.id as string] : (from ?? [])).map((one) => ({ id: one })),
        );
        expect(context).toBeNull(); // no text is stored
      }
    });
  });

  describe("a statement", () => {
    it("is a sentence in the language asked for, in the ontology's words", async () => {
      const [id] = await record(graph, { claims: [uses(7, { validFrom: "2024-10", modality: "PLANNED" })] });
      const { data } = await graph.ask(
        `{ claim(id: "${id}") { statement arabic: statement(lang: "ar") other: statement(lang: "ja") } }`,
      );
      expect(data.claim).toEqual({
        statement: "North uses 7 × Zeta (planned, by 2024-10)",
        arabic: expect.stringContaining("الشمالي") as string,
        other: "North uses 7 × Zeta (planned, by 2024-10)",
      });
    });
  });
});
