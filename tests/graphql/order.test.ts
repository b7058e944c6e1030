import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { record, supersede } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** Names in the order of their folded forms; of the last four, two lie past U+FFFF and two just before, where UTF-16 turns the order. */
const NAMES = ["Atlas", "Élan", "Zebra 😀", "Σίσυφος", "أطلس", "حاسوب ممفيس", "東京", "한국", "😀", "𠮷野", "﨎", "�"];
const IDS = NAMES.map((_, index) => `odd-${String(NAMES.length - index).padStart(2, "0")}`);

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly { readonly id: string }[];
}

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await emptyStore(open));
    const clusters = IDS.map((id, index) => ({ id, kind: "CLUSTER", names: { en: NAMES[index]! } }));
    await record(graph, {
      entities: [...clusters, { id: "acme", kind: "COMPANY", names: { en: "Acme" } }],
      claims: IDS.map((id) => ({ subject: "acme", predicate: "OWNS", object: id })),
    });
  });
  afterAll(() => graph.close());

  /** The ids of a list, page by page. */
  async function walk(query: string, variables: object, listOf: (data: never) => Page): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data, errors } = await graph.ask(query, { ...variables, after });
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = listOf(data as never);
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    return ids;
  }

  it.each([1, 5, 200])(
    "names of every script stand in one order, in both directions, by pages of %i",
    async (first) => {
      const query = `query ($first: Int = 20, $after: String, $direction: Direction!) {
      clusters(first: $first, after: $after, orderBy: [{ field: NAME, direction: $direction }]) { pageInfo { hasNextPage endCursor } nodes { id } }
    }`;
      const list = ({ clusters }: { clusters: Page }) => clusters;
      expect(await walk(query, { first, direction: "ASC" }, list)).toEqual(IDS);
      expect(await walk(query, { first, direction: "DESC" }, list)).toEqual(IDS.toReversed());
    },
  );

  it.each([1, 5])("and so they do among an entity's relations, by pages of %i", async (first) => {
    const query = `query ($first: Int = 20, $after: String) {
      entity(id: "acme") { ... on Company { owns(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } } }
    }`;
    expect(await walk(query, { first }, ({ entity }: { entity: { owns: Page } }) => entity.owns)).toEqual(IDS);
  });

  it("each is found by its name, and shown as it was given", async () => {
    const query = "query ($name: String!) { clusters(where: { name: { eq: $name } }) { nodes { id name } } }";
    for (const [index, name] of NAMES.entries()) {
      expect((await graph.ask(query, { name })).data).toEqual({ clusters: { nodes: [{ id: IDS[index], name }] } });
    }
  });

  it("the claims of a proof stand as the filter comes to them, those of one predicate by their ids, however they came here", async () => {
    await record(graph, {
      entities: [
        { id: "mara", kind: "PERSON", names: { en: "Mara" } },
        { id: "zeta", kind: "CHIP", names: { en: "Zeta" } },
      ],
    });
    const cluster = IDS[0]!;
    const uses: string[] = [];
    for (const amount of [1, 2, 3, 4, 5, 6]) {
      const quantity = { amount, unit: "chip", bound: "EXACT" as const };
      uses.push(
        ...(await record(graph, { claims: [{ subject: cluster, predicate: "USES_CHIP", object: "zeta", quantity }] })),
      );
    }
    const [controls] = await record(graph, { claims: [{ subject: "mara", predicate: "CONTROLS", object: "acme" }] });
    const { data } = await graph.ask(`{
      clusters(where: {
        ownedBy: { some: { node: { controlledBy: { some: { node: { name: { eq: "Mara" } } } } } } }
        usesChip: { some: { node: { name: { eq: "Zeta" } } } }
      }) { edges { evidence { id predicate } } }
    }`);
    const [{ evidence }] = data.clusters.edges as [{ evidence: { id: string; predicate: string }[] }];
    expect(evidence.map(({ predicate }) => predicate)).toEqual(["OWNS", "CONTROLS", ...uses.map(() => "USES_CHIP")]);
    expect(evidence.slice(1).map(({ id }) => id)).toEqual([controls, ...uses.toSorted()]);
  });

  it("lists without pages stand in the order of their ids: conflicts, what was superseded, what was taken from", async () => {
    const source = (id: string) => ({ id, kind: "SOURCE", names: { en: id }, properties: { sourceType: "POST" } });
    await record(graph, { entities: ["s-3", "s-1", "s-2"].map(source) });
    const ids: string[] = [];
    for (const amount of [1, 2, 3, 4, 5]) {
      const quantity = { amount, unit: "chip", bound: "EXACT" as const };
      const claim = {
        subject: IDS[1]!,
        predicate: "USES_CHIP",
        object: "zeta",
        quantity,
        modality: "ESTIMATED" as const,
      };
      ids.push(...(await record(graph, { claims: [{ ...claim, cites: { "s-3": ["s-2", "s-1"] } }] })));
    }
    const [id, ...others] = ids as [string, ...string[]];
    for (const earlier of others) await supersede(graph, id, earlier);
    const { data } = await graph.ask(
      `{ claim(id: "${id}") { conflicts { claim { id } } supersedes { id } citations { derivedFrom { id } } } }`,
    );
    const sorted = others.toSorted().map((other) => ({ id: other }));
    expect(data.claim).toEqual({
      ...{ conflicts: sorted.map((claim) => ({ claim })), supersedes: sorted },
      citations: [{ derivedFrom: [{ id: "s-1" }, { id: "s-2" }] }],
    });
  });
});
