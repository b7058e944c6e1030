import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record } from "./newClaims.js";
import { serveGraph, type Answer, type TestGraph } from "./testGraph.js";

interface Facet {
  readonly value: string;
  readonly label: string;
  readonly arabic: string;
  readonly count: number;
  readonly entity: { readonly id: string; readonly name: string } | null;
}
type Facets = Readonly<Record<"kinds" | "predicates" | "modalities" | "sources", readonly Facet[]>>;

interface Claim {
  readonly id: string;
  readonly predicate: string;
  readonly modality: string;
  readonly subject: { readonly kind: string };
  readonly citations: readonly { readonly source: { readonly id: string } }[];
}

/** A list of claims with its facets, from which these can be counted again. */
const LIST = `facets { kinds { ...F } predicates { ...F } modalities { ...F } sources { ...F } }
  nodes { id predicate modality subject { kind } citations(first: 9) { source { id } } }`;
const FACET = 'fragment F on Facet { value label arabic: label(lang: "ar") count entity { id name } }';

/** The facets of claims as one counts them who looks at each. */
function counted(claims: readonly Claim[]) {
  const by = (valuesOf: (claim: Claim) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const claim of claims)
      for (const value of new Set(valuesOf(claim))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, 20)
      .map(([value, count]) => `${value} ${count}`);
  };
  return {
    kinds: by(({ subject }) => [subject.kind]),
    predicates: by(({ predicate }) => [predicate]),
    modalities: by(({ modality }) => [modality]),
    sources: by(({ citations }) => citations.map(({ source }) => source.id)),
  };
}

function told({ kinds, predicates, modalities, sources }: Facets) {
  const lines = (facets: readonly Facet[]) => facets.slice(0, 20).map(({ value, count }) => `${value} ${count}`);
  return { kinds: lines(kinds), predicates: lines(predicates), modalities: lines(modalities), sources: lines(sources) };
}

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
    const uses = (amount: number, cites: Record<string, null>, modality: "ACTUAL" | "OPINION" = "ACTUAL") => ({
      ...{ subject: "giga-texas-cluster", predicate: "USES_CHIP", object: "h100", cites, modality },
      quantity: { amount, unit: "chip", bound: "EXACT" as const },
    });
    await record(graph, {
      claims: [uses(11, { "merritt-post": null }), uses(12, { "merritt-post": null, article: null }, "OPINION")],
    });
  });
  afterAll(() => graph.close());

  const ask = async (query: string, variables: object = {}): Promise<Answer["data"]> => {
    const { data, errors } = await graph.ask(`${query} ${FACET}`, variables);
    expect(errors).toBeUndefined();
    return data as unknown;
  };

  describe("of lists of claims are what one counts who looks at each:", () => {
    it.each<[name: string, where: object]>([
      ["all", {}],
      [
        "by predicate and modality",
        { predicate: { in: ["USES_CHIP", "OWNS"] }, modality: { in: ["ACTUAL", "PLANNED", "OPINION"] } },
      ],
      ["by a source", { source: { id: { eq: "merritt-post" } } }],
      ["by a speaker", { attributedTo: { name: { eq: "Elon Musk" } } }],
      ["by one end or the other", { or: [{ subject: { id: { eq: "tesla" } } }, { object: { id: { eq: "h100" } } }] }],
      ["of what does not stand any more", { status: { eq: "RETRACTED" } }],
    ])("%s", async (_name, where) => {
      const { claims } = await ask(
        `query ($where: ClaimFilter) { claims(where: $where, first: 200) { ${LIST} totalCount } }`,
        { where },
      );
      expect(claims.totalCount).toBeLessThanOrEqual(200);
      expect(told(claims.facets as Facets)).toEqual(counted(claims.nodes as Claim[]));
    });

    it("as of a moment", async () => {
      const query = `query ($asOf: AsOf) { claims(asOf: $asOf, first: 200) { ${LIST} } }`;
      const { claims } = await ask(query, { asOf: { validAt: "2023" } });
      expect(told(claims.facets as Facets)).toEqual(counted(claims.nodes as Claim[]));
      const before = await ask(query, { asOf: { knownAt: "2020-01-01T00:00:00Z" } });
      expect(told(before.claims.facets as Facets)).toEqual({ kinds: [], predicates: [], modalities: [], sources: [] });
    });

    it("of entities, of sources and of totals, each by itself and all by the same statements", async () => {
      type List = { readonly facets: Facets; readonly nodes: readonly Claim[]; readonly totalCount: number };
      const lists = async (fields: string, ids: readonly string[]) => {
        graph.statementsSent();
        const { nodes } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`, { ids });
        return [nodes, graph.statementsSent().sort()] as const;
      };
      const fields = `... on Entity { claims(first: 60) { ${LIST} } }
        ... on Person { said: claims(role: SPEAKER, where: { modality: { eq: PLANNED } }) { ${LIST} } }
        ... on Facility { powerCapacity { ${LIST} } }
        ... on Source { claimsCited(first: 150) { totalCount ${LIST} } citations(first: 200) { nodes { claim { id } } } }`;
      const ids = ["tesla", "elon-musk", "article", "giga-texas", "merritt-post"];
      const [nodes, sent] = await lists(fields, ids);
      expect((await lists(fields, [...ids, "h100", "cortex", "xai"]))[1]).toEqual(sent);
      const totals = await ask(`{ claimTotals(groupBy: [SUBJECT]) { claimsCounted(first: 60) { ${LIST} } } }`);
      const found = [...(nodes as object[]), ...(totals.claimTotals as object[])]
        .flatMap((node) => Object.values(node) as List[])
        .filter(({ facets }) => facets !== undefined);
      for (const { facets, nodes: claims } of found) expect(told(facets)).toEqual(counted(claims));
      expect(new Set(found.map(({ nodes: claims }) => claims.length)).size).toBeGreaterThan(5);
      const cited = (nodes as { claimsCited?: List; citations: { nodes: { claim: Claim }[] } }[]).filter(
        (node) => node.claimsCited,
      );
      for (const { claimsCited, citations } of cited) {
        const once = [...new Set(citations.nodes.map(({ claim }) => claim.id))].sort();
        expect(claimsCited!.nodes.map(({ id }) => id).sort()).toEqual(once);
        expect(claimsCited!.totalCount).toBe(once.length);
      }
      expect(cited.some(({ claimsCited, citations }) => claimsCited!.totalCount < citations.nodes.length)).toBe(true);
    });
  });

  it("of a search count what was found, entities by kind and claims by what they say", async () => {
    const { search } = await ask(
      `{ search(text: "musk", first: 200) { totalCount facets { kinds { ...F } predicates { ...F } modalities { ...F } sources { ...F } } edges { node { __typename ... on Entity { kind } ... on Claim { id predicate modality citations { source { id } } } } } } }`,
    );
    type Found = { node: { __typename: string; kind?: string } & Claim };
    const found = (search.edges as Found[]).map(({ node }) => node);
    const claims = found.filter(({ __typename }) => __typename === "Claim");
    const entities = found.filter(({ __typename }) => __typename !== "Claim");
    const expected = counted(claims.map((claim) => ({ ...claim, subject: { kind: "" } })));
    const ofEntities = counted(
      entities.map(({ kind }) => ({ ...({ citations: [] } as never as Claim), subject: { kind: kind! } })),
    );
    expect(told(search.facets as Facets)).toEqual({ ...expected, kinds: ofEntities.kinds });
    expect([claims.length > 3, entities.length > 3]).toEqual([true, true]);
    // one page of them is not all that is counted
    const page = await ask(
      `{ search(text: "musk", first: 1) { facets { kinds { ...F } predicates { ...F } modalities { ...F } sources { ...F } } } }`,
    );
    expect(page.search.facets).toEqual(search.facets);
  });

  it("a search is narrowed by a filter of claims, to what its facets have told", async () => {
    const query = `query ($text: String!, $claims: ClaimFilter, $kinds: [String!], $after: String) {
      search(text: $text, claims: $claims, kinds: $kinds, first: 2, after: $after) { totalCount complete pageInfo { endCursor } facets { kinds { ...F } predicates { ...F } modalities { ...F } sources { ...F } } edges { node { __typename id } } }
    }`;
    const all = (await ask(query, { text: "musk" })).search as { facets: Facets };
    for (const [facets, filterOf] of [
      [all.facets.predicates, (eq: string) => ({ predicate: { eq } })],
      [all.facets.modalities, (eq: string) => ({ modality: { eq } })],
      [all.facets.sources, (eq: string) => ({ source: { id: { eq } } })],
    ] as const) {
      expect(facets.length).toBeGreaterThan(0);
      for (const { value, count } of facets) {
        const { search } = await ask(query, { text: "musk", claims: filterOf(value) });
        expect([search.totalCount, search.complete], value).toEqual([count, true]);
        expect(search.facets.kinds).toEqual([]);
        for (const { node } of search.edges as { node: { __typename: string } }[])
          expect(node.__typename).toBe("Claim");
      }
    }
    const retracted = await ask(query, { text: "musk", claims: { status: { eq: "RETRACTED" } } });
    expect(retracted.search.totalCount).toBe(0);
    const narrowed = (await ask(query, { text: "musk", claims: { modality: { eq: "ACTUAL" } } })).search as {
      pageInfo: { endCursor: string };
    };
    const after = narrowed.pageInfo.endCursor;
    const refused = async (variables: object) => {
      const { errors } = await graph.ask(`${query} ${FACET}`, { text: "musk", ...variables });
      return errors?.[0]?.extensions.problems?.[0]?.code;
    };
    expect(await refused({ after })).toBe("WRONG_CURSOR");
    expect(await refused({ claims: { predicate: { eq: "USES_CHIPS" } } })).toBe("UNKNOWN_PREDICATE");
    expect(await refused({ claims: {}, kinds: ["CLUSTER"] })).toBe("KINDS_AND_CLAIMS");
  });

  it("have labels in each language, and of a source the entity", async () => {
    const { claims } = await ask(
      `{ claims(where: { predicate: { eq: "USES_CHIP" } }) { facets { kinds { ...F } predicates { ...F } modalities { ...F } sources { ...F } } } }`,
    );
    const { kinds, predicates, modalities, sources } = claims.facets as Facets;
    expect(kinds[0]).toMatchObject({ value: "CLUSTER", label: "cluster", arabic: "مجموعة حوسبة", entity: null });
    expect(predicates).toMatchObject([{ value: "USES_CHIP", label: "uses", arabic: "يستخدم", entity: null }]);
    expect(modalities).toContainEqual(expect.objectContaining({ value: "ACTUAL", label: "actual", arabic: "واقع" }));
    for (const { value, label, entity } of sources) expect(entity).toEqual({ id: value, name: label });
  });

  it("are not counted where they are not selected", async () => {
    const sentFor = async (fields: string) => {
      graph.statementsSent();
      await ask(
        `{ claims { ${fields} } one: claims { facets { __typename } } two: claims @skip(if: true) { facets { kinds { ...F } } } }`,
      );
      return graph.statementsSent().sort();
    };
    expect(await sentFor("totalCount")).toEqual(["claims.count"]);
    expect(await sentFor("facets { predicates { value } kinds { value } }")).toEqual(["facets.claims"]);
    expect(await sentFor("facets { sources { value } }")).toEqual(["facets.sources"]);
  });
});
