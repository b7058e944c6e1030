import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { emptyStore } from "../exchange/seededStore.js";
import { record, type NewClaim } from "./newClaims.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** Bounds that a small graph can reach. */
const BOUNDS = vi.hoisted(() => ({
  ...{ conflictPairs: 10, totalClaims: 12, totalGroups: 4, totalPairs: 20 },
  ...{ pathClaims: 35, pathCandidates: 8, pathSteps: 5 },
  ...{ duplicateEntities: 4, duplicatePairs: 5, duplicateCandidates: 2 },
}));
vi.mock("../../src/graphql/bounds.js", () => ({ BOUNDS }));

let graph: TestGraph;

function uses(subject: string, object: string, amount: number, more: Partial<NewClaim> = {}): NewClaim {
  return {
    ...{ subject, predicate: "USES_CHIP", object, quantity: { amount, unit: "chip", bound: "EXACT" }, ...more },
  };
}

beforeAll(async () => {
  graph = await serveGraph(await emptyStore());
  const clusters = ["a", "b", "c", "d", "e"];
  const entity = (kind: string) => (id: string) => ({ id, kind, names: { en: id } });
  await record(graph, {
    entities: [
      ...clusters.map(entity("CLUSTER")),
      ...["x", "y", "z"].map(entity("CHIP")),
      ...["acme", "rival"].map(entity("COMPANY")),
    ],
    claims: [
      // six figures of one thing
      ...[1, 2, 3, 4, 5, 6].map((amount) => uses("a", "x", amount)),
      // one of each of others
      ...clusters.map((cluster) => uses(cluster, "y", 1)),
      ...[1, 2, 3, 4, 5, 6].map((amount) => uses("b", "z", amount, { modality: "OPINION" })),
      ...["acme", "rival"].flatMap((subject) =>
        Array.from({ length: 40 }, (_, index) => ({
          ...{ subject, predicate: "HOLDS_THAT", text: { en: `${index} is a number` } },
        })),
      ),
      { subject: "acme", predicate: "OWNS", object: "e" },
    ],
  });
});
afterAll(() => graph.close());

/** The refusal of a field, which is null then; its siblings are answered. */
async function refusal(field: string): Promise<string> {
  const { data, errors } = await graph.ask(`{ asked: ${field} entity(id: "a") { id } }`);
  expect(data).toEqual({ asked: null, entity: { id: "a" } });
  expect(errors).toMatchObject([{ extensions: { code: "TOO_COMPLEX" } }]);
  return errors![0]!.message;
}

describe("what asks for too much is refused, with how much that is and how much is allowed:", () => {
  it("conflicts, where all of them are counted", async () => {
    expect(await refusal("conflicts { totalCount }")).toBe(
      "conflicts must compare more than 10 pairs of claims, so many are about the same (a.USES_CHIP.x.chip); leave `totalCount` and `facets` out, or ask `about` one entity",
    );
    const { data } = await graph.ask("{ conflicts(first: 5) { pageInfo { hasNextPage } nodes { id } } }");
    expect(data.conflicts).toMatchObject({ pageInfo: { hasNextPage: true }, nodes: { length: 5 } });
  });

  it("totals of many claims", async () => {
    expect(await refusal("claimTotals { claims }")).toBe("where is met by 98 claims; totals are made of at most 12");
  });

  it("totals of many groups", async () => {
    expect(await refusal(`claimTotals(where: { object: { id: { eq: "y" } } }, groupBy: [SUBJECT]) { claims }`)).toBe(
      "groupBy makes 5 groups; at most 4 are answered",
    );
  });

  it("totals of many pairs to compare", async () => {
    const field = (ids: string) =>
      `claimTotals(where: { predicate: { eq: "USES_CHIP" }, subject: { id: { in: ${ids} } } }) { claims }`;
    const { data } = await graph.ask(`{ ${field('["a"]')} }`); // 15 pairs are not too many
    expect(data).toEqual({ claimTotals: [{ claims: 2 }] });
    await record(graph, { claims: [uses("a", "x", 7)] });
    expect(await refusal(field('["a"]'))).toBe("where has 21 pairs of claims to compare; at most 20 are compared");
  });

  it("paths past many claims, and among many", async () => {
    expect(await refusal(`paths(from: "acme", to: "rival") { length }`)).toBe(
      "paths must look at 40 claims; at most 35 are looked at",
    );
    expect(await refusal(`paths(from: "b", to: "z", first: 6) { length }`)).toBe(
      "paths takes more than 5 steps among 6 claims, which is the most",
    );
    expect(await refusal(`paths(from: "acme", to: "x") { length }`)).toMatch(
      /^paths meets \d+ claims that may be part of a chain of 4; at most 8 are weighed$/u,
    );
  });

  it("duplicates among many, of names that many pairs share, and of which many are alike", async () => {
    const named = (kind: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${kind}-${index}`, kind, names: { en: "Same" } }));
    await record(graph, { entities: [...named("PERSON", 4), ...named("PLACE", 3), ...named("GROUP", 2)] });
    expect(await refusal("duplicates { totalCount }")).toBe(
      "duplicates would compare 19 entities; at most 4 are compared: ask for one `kind`",
    );
    expect(await refusal('duplicates(kind: "CLUSTER") { totalCount }')).toBe(
      "duplicates meets 5 entities of the kind CLUSTER; at most 4 are compared",
    );
    expect(await refusal('duplicates(kind: "PERSON") { totalCount }')).toBe(
      "duplicates meets more than 5 pairs of names of the kind PERSON; at most 5 are compared",
    );
    expect(await refusal('duplicates(kind: "PLACE") { totalCount }')).toBe(
      "duplicates meets 3 pairs that are alike of the kind PLACE; at most 2 are looked at",
    );
    const { data } = await graph.ask('{ duplicates(kind: "GROUP") { totalCount } }');
    expect(data).toEqual({ duplicates: { totalCount: 1 } });
  });
});
