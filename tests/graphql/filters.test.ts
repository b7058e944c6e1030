import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededStore } from "../exchange/seededStore.js";
import { record, type NewClaim } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";
import { onEitherEngine } from "../store/engines.js";

interface Row {
  readonly node: { readonly id: string };
  readonly evidence: { readonly statement: string }[];
  readonly evidenceCount: number;
  readonly absences: object[];
}

interface Sized {
  readonly node: {
    readonly usesChip: { readonly edges: { readonly claim: { readonly quantity: { readonly amount: number } } }[] };
  };
}

interface EntityPage {
  readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
  readonly nodes: { readonly id: string }[];
}

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  /** The ids of the clusters that meet a filter, with what proves it. */
  async function clusters(where: object): Promise<{ id: string; evidence: string[]; absences: object[] }[]> {
    const { data, errors } = await graph.ask(
      `query ($where: ClusterFilter) { clusters(where: $where) {
        totalCount
        edges { node { id } evidence { statement } evidenceCount absences { absence lookedFor entity { id } } }
      } }`,
      { where },
    );
    expect(errors).toBeUndefined();
    expect(data.clusters.totalCount).toBe(data.clusters.edges.length);
    return (data.clusters.edges as Row[]).map(({ node, evidence, evidenceCount, absences }) => {
      expect(evidenceCount).toBe(evidence.length);
      return { id: node.id, evidence: evidence.map(({ statement }) => statement), absences };
    });
  }
  const owned = (name: object) => ({ ownedBy: { some: { node: { name } } } });

  describe("names mean every name and alias in every language, folded as in search:", () => {
    it.each<[object, string[]]>([
      [{ eq: "tesla" }, ["colossus", "cortex", "giga-texas-cluster"]],
      [{ eq: "تسلا" }, ["colossus", "cortex", "giga-texas-cluster"]],
      [{ eq: "TÉSLA" }, ["colossus", "cortex", "giga-texas-cluster"]],
      [{ startsWith: "tes" }, ["colossus", "cortex", "giga-texas-cluster"]],
      [{ contains: "ESL" }, ["colossus", "cortex", "giga-texas-cluster"]],
      [{ contains: "سلا" }, ["colossus", "cortex", "giga-texas-cluster"]],
      [{ in: ["nobody", "XAI"] }, ["memphis-supercomputer"]],
      [{ startsWith: "esla" }, []],
    ])("%j", async (name, expected) => {
      expect((await clusters(owned(name))).map(({ id }) => id).sort()).toEqual(expected);
    });
  });

  it("of or, the branches that held are the proof", async () => {
    const found = await clusters({
      or: [owned({ eq: "xAI" }), { usesChip: { some: { node: { name: { eq: "Dojo" } } } } }],
    });
    expect(found).toEqual([
      { id: "cortex", evidence: ["Cortex uses 20,000 × Dojo"], absences: [] },
      { id: "memphis-supercomputer", evidence: ["xAI owns the Memphis supercomputer"], absences: [] },
    ]);
  });

  it("of not and none, what was looked for and not found is the proof", async () => {
    const lookedFor = 'ownedBy: { some: { node: { name: { contains: "tesla" } } } }';
    const absence = { absence: true, lookedFor, entity: { id: "memphis-supercomputer" } };
    const expected = [{ id: "memphis-supercomputer", evidence: [], absences: [absence] }];
    expect(await clusters({ not: owned({ contains: "tesla" }) })).toEqual(expected);
    expect(await clusters({ ownedBy: { none: { node: { name: { contains: "tesla" } } } } })).toEqual(expected);
  });

  it("of every, the claims that were checked are the proof; of none to check, that there are none", async () => {
    const found = await clusters({
      name: { in: ["Cortex", "Memphis Supercomputer"] },
      usesChip: { every: { claim: { quantity: { gte: 50_000 } } } },
    });
    expect(found).toEqual([
      { id: "memphis-supercomputer", evidence: ["The Memphis supercomputer uses 100,000 × H100"], absences: [] },
    ]);
    const [cortex] = await clusters({ id: { eq: "cortex" }, locatedIn: { every: { node: { name: { eq: "x" } } } } });
    expect(cortex).toEqual({
      ...{ id: "cortex", evidence: [] },
      absences: [{ absence: true, lookedFor: "locatedIn: { some: {} }", entity: { id: "cortex" } }],
    });
  });

  it("the contract's own: the largest, by what is said to be there", async () => {
    const { clusters } = await graph.run("LargestClusters");
    const amounts = (clusters.edges as Sized[]).map(({ node }) =>
      node.usesChip.edges.map(({ claim }) => claim.quantity.amount),
    );
    expect(amounts).toEqual([[100_000], [100_000], [50_000], [29_000]]);
  });

  it("the contract's own: a speaker, amounts, sources and a time together", async () => {
    const claims: NewClaim[] = [
      {
        ...{ subject: "big", predicate: "USES_CHIP", object: "h100", attributedTo: ["elon-musk"] },
        ...{
          quantity: { amount: 60_000, unit: "chip", bound: "EXACT" },
          validFrom: "2024-09",
          cites: { "big-post": null },
        },
      },
      { subject: "tesla", predicate: "OWNS", object: "big", cites: { "big-post": null } },
    ];
    const post = {
      id: "big-post",
      kind: "SOURCE",
      names: { en: "A post" },
      properties: { sourceType: "POST", language: "en" },
    };
    await record(graph, { entities: [{ id: "big", kind: "CLUSTER", names: { en: "Big" } }, post], claims });
    const asked = { speaker: "إيلون ماسك", at: "2024-10" };
    const { clusters } = await graph.run("ConfirmedLargeClusters", asked);
    expect(clusters).toEqual({
      totalCount: 1,
      edges: [
        {
          node: { id: "big", name: "Big" },
          evidence: [{ id: expect.any(String), statement: expect.stringContaining("60,000") }],
        },
      ],
    });
    expect((await graph.run("ConfirmedLargeClusters", { ...asked, at: "2024-08" })).clusters.totalCount).toBe(0);
    expect((await graph.run("ConfirmedLargeClusters", { ...asked, speaker: "Tesla" })).clusters.totalCount).toBe(0);
  });

  it("the contract's own: amounts of a value, and sources by their own properties", async () => {
    const filing = (id: string, sourceType: string, publishedAt: string) => ({
      ...{ id, kind: "SOURCE", names: { en: id }, properties: { sourceType, publishedAt, language: "en" } },
    });
    const power = (subject: string, amount: number, source: string): NewClaim => ({
      ...{
        subject,
        predicate: "POWER_CAPACITY",
        quantity: { amount, unit: "MW", bound: "EXACT" },
        cites: { [source]: null },
      },
    });
    await record(graph, {
      entities: [
        ...["plant", "hall", "shed"].map((id) => ({ id, kind: "FACILITY", names: { en: id } })),
        ...[
          filing("filing-24", "FILING", "2024-10"),
          filing("filing-23", "FILING", "2023"),
          filing("blog", "WEBSITE", "2024-10"),
        ],
      ],
      claims: [
        power("plant", 150, "filing-24"),
        power("plant", 50, "filing-24"),
        power("hall", 150, "filing-23"),
        power("shed", 150, "blog"),
      ],
    });
    const { facilities } = await graph.run("PowerfulSites", { megawatts: 100, since: "2024" });
    expect(facilities.edges).toEqual([
      {
        node: { id: "plant", name: "plant" },
        evidence: [{ id: expect.any(String), statement: expect.stringContaining("150 MW") }],
      },
    ]);
  });

  it("the list of a relation takes the same filter: of the entity, of the claim, of its sources", async () => {
    const list = async (where: string) => {
      const { data } = await graph.ask(
        `{ entity(id: "cortex") { ... on Cluster { usesChip(where: ${where}) { totalCount nodes { id } } } } }`,
      );
      const { totalCount, nodes } = data.entity.usesChip as { totalCount: number; nodes: { id: string }[] };
      expect(nodes).toHaveLength(totalCount);
      return nodes.map(({ id }) => id);
    };
    expect(await list(`{ node: { name: { startsWith: "h" } } }`)).toEqual(["h100"]);
    expect(await list(`{ node: { not: { name: { eq: "H100" } } } }`)).toEqual(["dojo"]);
    expect(await list(`{ node: { madeBy: { some: { node: { name: { eq: "Nvidia" } } } } } }`)).toEqual(["h100"]);
    expect(await list(`{ claim: { source: { sourceType: { eq: POST } } } }`)).toEqual([]);
    expect(await list(`{ claim: { source: { sourceType: { not: POST } } }, node: { name: { eq: "Dojo" } } }`)).toEqual([
      "dojo",
    ]);
  });

  it("of more claims than a row brings, the count says how many prove it", async () => {
    const many: NewClaim[] = Array.from({ length: 230 }, (_, index) => ({
      ...{ subject: "many", predicate: "USES_CHIP", object: "h100", cites: { article: null } },
      quantity: { amount: index + 1, unit: "chip", bound: "EXACT" },
    }));
    await record(graph, { entities: [{ id: "many", kind: "CLUSTER", names: { en: "Many" } }], claims: many });
    const { data } = await graph.ask(
      `{ clusters(where: { id: { eq: "many" }, usesChip: { some: {} } }) { edges { evidence { id } evidenceCount } } }`,
    );
    const [{ evidence, evidenceCount }] = data.clusters.edges;
    expect([new Set((evidence as { id: string }[]).map(({ id }) => id)).size, evidenceCount]).toEqual([200, 230]);
  });

  it("many absences push no claim out of the proof, and are counted apart", async () => {
    const owned: NewClaim[] = Array.from({ length: 210 }, (_, index) => ({
      ...{ subject: "holding", predicate: "OWNS", object: `held-${index}`, cites: { article: null } },
    }));
    await record(graph, {
      entities: [
        { id: "holding", kind: "COMPANY", names: { en: "Holding" } },
        ...owned.map(({ object }) => ({ id: object!, kind: "CLUSTER", names: { en: object! } })),
      ],
      claims: owned,
    });
    const { data } = await graph.ask(`{
      companies(where: { id: { eq: "holding" }, owns: { some: { node: { locatedIn: { none: {} } } } } }) {
        edges { evidence { predicate } evidenceCount absences { lookedFor } absenceCount }
      }
    }`);
    const [{ evidence, evidenceCount, absences, absenceCount }] = data.companies.edges;
    expect([evidence.length, evidenceCount, absences.length, absenceCount]).toEqual([200, 210, 200, 210]);
  });

  it("of a chain of relations in which all leads to all, the proof stays small and the answer quick", async () => {
    const through = (relations: number): object =>
      relations === 0 ? {} : { [relations % 2 === 0 ? "owns" : "ownedBy"]: { some: { node: through(relations - 1) } } };
    const begun = performance.now();
    const { data, errors } = await graph.ask(
      `query ($where: CompanyFilter) { companies(where: $where) { edges { evidence { id } evidenceCount } } }`,
      { where: through(8) },
    );
    expect(errors).toBeUndefined();
    for (const { evidence } of data.companies.edges) expect(evidence.length).toBeLessThanOrEqual(200);
    expect(performance.now() - begun).toBeLessThan(20_000); // it took minutes, and the more the deeper
  });

  it("filters nested past what is answered are refused at once, before they are read", async () => {
    const through = (relations: number): object =>
      relations === 0
        ? {}
        : { [relations % 2 === 0 ? "owns" : "ownedBy"]: { every: { node: through(relations - 1) } } };
    for (const relations of [10, 20, 40]) {
      const { errors } = await graph.ask(`query ($where: CompanyFilter) { companies(where: $where) { totalCount } }`, {
        where: through(relations),
      });
      expect(errors).toMatchObject([{ extensions: { code: "TOO_COMPLEX" } }]);
      expect(errors![0]!.message).toContain(`leads through ${relations} relations`);
    }
  });

  it("an order of eight keys goes on after its own cursor, in lists of every sort", async () => {
    const order = "[AMOUNT, VALID_FROM, RECORDED_AT, PREDICATE, AMOUNT, VALID_FROM, RECORDED_AT, PREDICATE]";
    const orderBy = `[${order
      .slice(1, -1)
      .split(", ")
      .map((field) => `{ field: ${field} }`)
      .join(", ")}]`;
    const { data } = await graph.ask(`{ claims(first: 3, orderBy: ${orderBy}) { pageInfo { endCursor } } }`);
    const next = await graph.ask(
      `{ claims(first: 3, orderBy: ${orderBy}, after: "${data.claims.pageInfo.endCursor}") { nodes { id } } }`,
    );
    expect(next.errors).toBeUndefined();
    expect(next.data.claims.nodes).toHaveLength(3);
  });

  it("lists whose pages could hold more than is read at once are refused, with the figures", async () => {
    const lists = Array.from(
      { length: 6 },
      (_, index) => `l${index}: citationPages(first: ${195 + index}) { totalCount }`,
    );
    const { errors } = await graph.ask(`{ claims(first: 200) { nodes { id ${lists.join(" ")} } } }`);
    expect(errors!.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors!) {
      expect(extensions.code).toBe("TOO_COMPLEX");
      expect(message).toMatch(/^the lists of one level may have \d+ items in all; at most 100000 are read/u);
    }
  });

  it("only how many there are is asked for by one statement", async () => {
    graph.statementsSent();
    await graph.ask(`{ entities { totalCount } claims { totalCount } }`);
    expect(graph.statementsSent().sort()).toEqual(["claims.count", "entities.count"]);
  });

  it("pages go back as they go on, and end where they began", async () => {
    const page = async (args: string) => {
      const { data, errors } = await graph.ask(
        `{ entities(${args}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } }`,
      );
      expect(errors).toBeUndefined();
      return data.entities as EntityPage;
    };
    const ids = ({ nodes }: EntityPage) => nodes.map(({ id }) => id);
    const first = await page("first: 5");
    const second = await page(`first: 5, after: "${first.pageInfo.endCursor}"`);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const back = await page(`last: 5, before: "${second.pageInfo.startCursor}"`);
    expect(ids(back)).toEqual(ids(first));
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const last = await page("last: 5");
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const between = await page(
      `first: 200, after: "${first.pageInfo.startCursor}", before: "${second.pageInfo.endCursor}"`,
    );
    expect(ids(between)).toEqual([...ids(first).slice(1), ...ids(second).slice(0, -1)]);
    const { errors } = await graph.ask(`{ entities(last: 0) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", problems: [{ path: ["last"] }] } }]);
  });
});
