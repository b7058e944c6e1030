import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyStore } from "../exchange/seededStore.js";
import { record, supersede, type NewClaim, type NewEntity } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEitherEngine } from "../store/engines.js";

/** Everything that can be asked of the graph, as of a moment that is given at each root, and nowhere beneath. */
const EVERYTHING = `query ($asOf: AsOf) {
  entities(asOf: $asOf, first: 100) { totalCount nodes { ...Entity } }
  claims(asOf: $asOf, first: 100) { totalCount nodes { ...Claim } }
  every: claims(asOf: $asOf, first: 100, where: { status: { in: [ACTIVE, SUPERSEDED, RETRACTED] } }) { totalCount nodes { ...Claim } }
  retracted: claims(asOf: $asOf, where: { not: { status: { eq: ACTIVE } } }) { totalCount }
  clusters(asOf: $asOf, where: { usesChip: { some: { node: { name: { eq: "Zeta" } } } }, ownedBy: { none: {} } }) {
    totalCount
    edges { node { id } evidence { ...Claim } evidenceCount absences { lookedFor entity { id } } }
  }
  cited: claims(asOf: $asOf, where: { citations: { gte: 2 }, origins: { gte: 2 } }) { totalCount }
  byOrigin: claims(asOf: $asOf, where: { source: { name: { contains: "copy" } } }) { totalCount }
  largest: clusters(asOf: $asOf, orderBy: [{ field: QUANTITY, predicate: "USES_CHIP", direction: DESC }]) { nodes { id } }
  source(id: "post", asOf: $asOf) { id repeatedBy { id } citations { totalCount nodes { id } } }
  later: source(id: "late-copy", asOf: $asOf) { id }
  north: entity(id: "north", asOf: $asOf) { ...Entity }
  claim(id: "CLAIM", asOf: $asOf) { ...Claim }
  search(text: "the late post", asOf: $asOf) { totalCount edges { match node { id } } }
  found: search(text: "late", asOf: $asOf) { totalCount edges { match node { id } } }
  conflicts(asOf: $asOf) { totalCount nodes { id kind claims { id status } } }
  about: conflicts(about: "zeta", asOf: $asOf) { totalCount }
  around(id: "acme", asOf: $asOf) { totalCount complete entities { id } claims { id } }
  paths(from: "acme", to: "zeta", asOf: $asOf) { origins nodes { id } claims { id } }
  claimTotals(groupBy: [SUBJECT], asOf: $asOf) { group { id } claims conflicted quantity { sum } claimsCounted { nodes { id } } }
  nodes(ids: ["late", "north", "CLAIM"], asOf: $asOf) { id }
}
fragment Entity on Entity {
  id name
  claims(first: 50) { totalCount nodes { id } }
  said: claims(role: SPEAKER) { totalCount }
  ... on Cluster { usesChip { totalCount edges { node { id } claim { id } } } ownedBy { totalCount nodes { id } } powerCapacity { totalCount } }
}
fragment Claim on Claim {
  id statement status retractedAt
  citations { id source { id repeatedBy { id } } }
  support { citations sources origins }
  origins { id }
  conflicts { claim { id } }
  supersedes { id } supersededBy { id }
  history { action at }
}`;

interface Counted {
  readonly quantity: { readonly amount: number };
}

onEitherEngine((open) => {
  let graph: TestGraph;
  let claim: string;
  const source = (id: string, derivedFrom: string[]): NewEntity => ({
    ...{ id, kind: "SOURCE", names: { en: `The ${id}` } },
    ...{ properties: { sourceType: "POST", language: "en" }, derivedFrom },
  });
  const uses = (amount: number, more: Partial<NewClaim> = {}): NewClaim => {
    const quantity = { amount, unit: "chip", bound: "EXACT" as const };
    return { subject: "north", predicate: "USES_CHIP", object: "zeta", quantity, cites: { post: null }, ...more };
  };
  const everything = async (asOf?: object) => {
    const { data, errors } = await graph.ask(EVERYTHING.replaceAll("CLAIM", claim), { asOf });
    expect(errors).toBeUndefined();
    return data as unknown;
  };
  const now = async () => {
    await wait(5);
    const at = new Date().toISOString();
    await wait(5);
    return at;
  };
  beforeAll(async () => {
    graph = await serveGraph(await emptyStore(open));
    [claim] = (await record(graph, {
      entities: [
        { id: "north", kind: "CLUSTER", names: { en: "North" } },
        { id: "south", kind: "CLUSTER", names: { en: "South" } },
        { id: "acme", kind: "COMPANY", names: { en: "Acme" } },
        { id: "zeta", kind: "CHIP", names: { en: "Zeta" } },
        ...[source("post", []), source("copy", ["post"])],
      ],
      claims: [
        uses(1),
        uses(2, { subject: "south", cites: { post: null, copy: null } }),
        uses(7, { status: "RETRACTED" }),
      ],
    })) as [string];
  });
  afterAll(() => graph.close());

  describe("knownAt", () => {
    it("answers what the server would have answered then, everywhere beneath", async () => {
      const first = { at: await now(), answer: await everything() };
      await record(graph, {
        entities: [{ id: "late", kind: "CLUSTER", names: { en: "Late" } }, source("late-copy", ["post"])],
        claims: [
          ...[uses(1, { cites: { "late-copy": null, copy: null } }), uses(3), uses(4, { subject: "late" })],
          { subject: "acme", predicate: "OWNS", object: "south", attributedTo: ["acme"], cites: { post: null } },
        ],
      });
      const second = { at: await now(), answer: await everything() };
      expect(second.answer).not.toEqual(first.answer);
      const [by] = await record(graph, { claims: [uses(9)] });
      await supersede(graph, by!, claim);
      await endClaim(claim, "SUPERSEDED");
      const third = { at: await now(), answer: await everything() };
      expect(third.answer).not.toEqual(second.answer);
      for (const { at, answer } of [first, second, third]) expect(await everything({ knownAt: at })).toEqual(answer);
      expect(await everything({ knownAt: "2000-01-01T00:00:00Z" })).toMatchObject({
        ...{ entities: { totalCount: 0 }, claims: { totalCount: 0 }, clusters: { totalCount: 0 } },
        ...{
          ...{ around: null, paths: null },
          claimTotals: [],
          search: { totalCount: 0 },
          found: { totalCount: 0 },
          conflicts: { totalCount: 0 },
        },
        ...{ source: null, north: null, claim: null, nodes: [null, null, null] },
      });
    });

    it("knows of a succession from when it was made, however long both claims were there before", async () => {
      const [earlier, later] = await record(graph, { claims: [uses(31), uses(32)] });
      const before = await now();
      await supersede(graph, later!, earlier!);
      await endClaim(earlier!, "SUPERSEDED");
      const asked = async (asOf: object) => {
        const query = `query ($id: ID!, $by: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { status supersededBy { id } } by: claim(id: $by, asOf: $asOf) { supersedes { id } } }`;
        return (await graph.ask(query, { id: earlier, by: later, asOf })).data as unknown;
      };
      expect(await asked({ knownAt: before })).toEqual({
        claim: { status: "ACTIVE", supersededBy: null },
        by: { supersedes: [] },
      });
      expect(await asked({ knownAt: await now() })).toEqual({
        claim: { status: "SUPERSEDED", supersededBy: { id: later } },
        by: { supersedes: [{ id: earlier }] },
      });
    });

    it("knows of a circle of sources from when they were recorded", async () => {
      const before = await now();
      await record(graph, { entities: [source("c1", ["c2"]), source("c2", ["c1"])] });
      const query = `query ($asOf: AsOf) {
        conflicts(asOf: $asOf, first: 200) { nodes { kind sources { id } } }
        about: conflicts(about: "c1", asOf: $asOf) { totalCount }
        conflict(id: "x_circle_c1", asOf: $asOf) { kind }
      }`;
      const asked = async (asOf: object) => {
        const { data, errors } = await graph.ask(query, { asOf });
        expect(errors).toBeUndefined();
        const circles = (data.conflicts.nodes as { kind: string }[]).filter(({ kind }) => kind === "CYCLIC_DERIVATION");
        return [circles.length, data.about.totalCount, data.conflict] as unknown;
      };
      expect(await asked({ knownAt: before })).toEqual([0, 0, null]);
      expect(await asked({ knownAt: await now() })).toEqual([1, 1, { kind: "CYCLIC_DERIVATION" }]);
    });

    it("that a list beneath does not give is as it was above", async () => {
      const { data } = await graph.ask(`{
        entity(id: "north", asOf: { knownAt: "2999-01-01T00:00:00Z", validAt: "1000" }) { claims { totalCount } now: claims(asOf: {}) { totalCount } }
        entities(asOf: { knownAt: "2999-01-01T00:00:00Z" }) { nodes { id claims(asOf: { validAt: "2024" }) { totalCount } } }
      }`);
      expect(data.entity.now.totalCount).toBe(data.entity.claims.totalCount);
      expect(data.entities.nodes.length).toBeGreaterThan(0);
    });

    it("of a list beneath holds for that list, and for what is beneath it", async () => {
      const past = "2000-01-01T00:00:00Z";
      const { data } = await graph.ask(`{
        entity(id: "north") { claims { totalCount } past: claims(asOf: { knownAt: "${past}" }) { totalCount } }
        clusters { nodes { usesChip(asOf: { knownAt: "${past}" }) { totalCount } } }
      }`);
      expect(data.entity.claims.totalCount).toBeGreaterThan(0);
      expect(data.entity.past.totalCount).toBe(0);
      for (const { usesChip } of data.clusters.nodes) expect(usesChip.totalCount).toBe(0);
    });
  });

  describe("validAt", () => {
    beforeAll(async () => {
      const told = (amount: number, validFrom: string | null, validTo: string | null): NewClaim =>
        uses(amount, { subject: "dated", validFrom, validTo });
      await record(graph, {
        entities: [{ id: "dated", kind: "CLUSTER", names: { en: "Dated" } }],
        claims: [
          ...[
            told(10, "2023", "2023"),
            told(11, "2024-02", null),
            told(12, null, "2024-02-29"),
            told(13, "2024-10-29", "2024-10-29"),
          ],
          ...[told(14, null, null), told(15, "2024", "2024-10")],
        ],
      });
    });

    it.each([
      ["2022", [12, 14]],
      ["2023", [10, 12, 14]],
      ["2023-12-31", [10, 12, 14]],
      ["2024", [11, 12, 13, 14, 15]],
      ["2024-02", [11, 12, 14, 15]],
      ["2024-03-01", [11, 14, 15]],
      ["2024-10-28", [11, 14, 15]],
      ["2024-10-29", [11, 13, 14, 15]],
      ["2024-11", [11, 14]],
    ])("%s gives the claims that hold on one of its days at least", async (validAt, expected) => {
      const { data } = await graph.ask(
        `query ($asOf: AsOf) {
          claims(asOf: $asOf, where: { subject: { id: { eq: "dated" } } }) { nodes { quantity { amount } } }
          entity(id: "dated", asOf: $asOf) { ... on Cluster { usesChip { edges { claim { quantity { amount } } } } } }
          clusters(asOf: $asOf, where: { id: { eq: "dated" }, usesChip: { some: {} } }) { edges { evidence { quantity { amount } } } }
        }`,
        { asOf: { validAt } },
      );
      const amounts = (claims: unknown) => (claims as Counted[]).map(({ quantity }) => quantity.amount).sort();
      const { claims, entity, clusters } = data;
      expect(amounts(claims.nodes)).toEqual(expected);
      expect(amounts((entity.usesChip.edges as { claim: Counted }[]).map(({ claim }) => claim))).toEqual(expected);
      expect(amounts(clusters.edges[0].evidence)).toEqual(expected);
    });

    it("a claim that does not hold then contradicts nothing, and its conflict is not there", async () => {
      const [dated, open] = await record(graph, {
        claims: [
          uses(100, {
            subject: "dated",
            object: "zeta",
            validFrom: "2031-10",
            validTo: "2031-12",
            modality: "ESTIMATED",
          }),
          uses(200, { subject: "dated", object: "zeta", modality: "ESTIMATED" }),
        ],
      });
      const id = `x_${[dated!, open!]
        .map((one) => one.slice(2))
        .sort()
        .join("_")}`;
      const query = `query ($id: ID!, $conflict: ID!, $asOf: AsOf) {
        claim(id: $id, asOf: $asOf) { conflicts { conflict { id } } }
        conflict(id: $conflict, asOf: $asOf) { id }
      }`;
      const then = await graph.ask(query, { id: dated, conflict: id, asOf: { validAt: "2020" } });
      expect(then).toEqual({ data: { claim: { conflicts: [] }, conflict: null } });
      const later = await graph.ask(query, { id: dated, conflict: id, asOf: { validAt: "2031-11" } });
      expect(later.data.claim.conflicts).toContainEqual({ conflict: { id } });
      expect(later.data.conflict).toEqual({ id });
    });

    it("that is no date is refused", async () => {
      const { errors } = await graph.ask(`{ claims(asOf: { validAt: "2024-13" }) { totalCount } }`);
      expect(errors).toMatchObject([
        { extensions: { code: "BAD_USER_INPUT", problems: [{ code: "WRONG_DATE", path: ["asOf", "validAt"] }] } },
      ]);
    });
  });

  /** As a curator's correction leaves it. */
  async function endClaim(id: string, status: string): Promise<void> {
    const params = { id, status, at: new Date().toISOString() };
    await graph.store.write(async (run) => {
      const node = "MATCH (c:Claim {id: $id}) SET c.status = $status, c.retractedAt = $at RETURN c.id AS id";
      await run({ name: "test.end", text: node, params });
      const edge =
        "MATCH (c:Claim {id: $id})-[:SUBJECT]->(s:Entity) MATCH (s)-[r:`USES_CHIP`]->(o:Chip) WHERE r.claimId = $id SET r.status = $status, r.retractedAt = $at RETURN o.id AS id";
      await run({ name: "test.endEdge", text: edge, params });
    });
  }
});
