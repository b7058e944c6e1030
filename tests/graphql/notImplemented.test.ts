import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "./operations.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph();
});
afterAll(() => graph.close());

const reason = "because";
const claim = { subject: "cortex", predicate: "OWNS", object: "h100", citations: [{ source: "article", quote: "a" }] };
const entity = { kind: "COMPANY", names: [{ language: "en", text: "Acme" }] };

describe("what this version does not answer is refused with NOT_IMPLEMENTED and never ignored", () => {
  it.each<[operation: string, variables: object]>([
    ["Conflicts", {}],
    ["OneConflict", { id: "x_1" }],
    ["Paths", { from: "elon-musk", to: "h100" }],
    ["ChipTotals", {}],
    ["Download", { format: "CSV" }],
    ["Changes", {}],
    ["Duplicates", {}],
    ["Check", { claims: [claim] }],
    ["Then", { id: "cortex", asOf: { validAt: "2024-10" } }],
    ["ConfirmedLargeClusters", { speaker: "Elon Musk", at: "2024-10" }],
    ["LargestClusters", {}],
    ["PowerfulSites", { megawatts: 100, since: "2024" }],
    ["AddEntities", { entities: [entity] }],
    ["Assert", { claims: [claim] }],
    ["Retract", { id: "c_1", reason }],
    ["Supersede", { id: "c_1", by: claim, reason }],
    ["Cite", { id: "c_1", citations: claim.citations }],
    ["SetRank", { id: "c_1", rank: "PREFERRED", reason }],
    ["Rename", { id: "cortex", change: {}, reason }],
    ["Merge", { keep: "cortex", merge: "h100", reason }],
    ["Unmerge", { id: "cortex", reason }],
    ["NotTheSame", { a: "cortex", b: "h100", reason }],
    ["AddSource", { source: { names: entity.names, sourceType: "REPORT" } }],
    ["Watch", {}],
  ])("the operation %s", async (operation, variables) => {
    const { data, errors } = await graph.ask(operations.get(operation)!, variables);
    expect(errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`)).toEqual([
      expect.stringMatching(/^NOT_IMPLEMENTED: .*not answered by this version/u),
    ]);
    for (const value of Object.values((data ?? {}) as object)) expect(value).toBeNull();
  });

  const some = 'some: { node: { name: { eq: "H100" } } }';
  it.each([
    ["asOf", `clusters(asOf: { validAt: "2024" }) { totalCount }`],
    ["asOf", `claims(asOf: { knownAt: "2024-10-29T10:00:00Z" }) { totalCount }`],
    ["asOf", `claim(id: "c_1", asOf: {}) { id }`],
    ["asOf", `source(id: "article", asOf: { validAt: "2024" }) { id }`],
    ["asOf", `entity(id: "cortex") { claims(asOf: { validAt: "2024" }) { totalCount } }`],
    ["asOf", `clusters { nodes { usesChip(asOf: { validAt: "2024" }) { totalCount } } }`],
    ["where.or", `clusters(where: { or: [{ id: { eq: "cortex" } }] }) { totalCount }`],
    ["where.not", `clusters(where: { not: { id: { eq: "cortex" } } }) { totalCount }`],
    ["where.and[0].not", `clusters(where: { and: [{ not: { id: { eq: "cortex" } } }] }) { totalCount }`],
    ["where.name.startsWith", `clusters(where: { name: { startsWith: "C" } }) { totalCount }`],
    ["where.name.contains", `entities(where: { name: { eq: "Cortex", contains: "C" } }) { totalCount }`],
    ["where.usesChip.none", `clusters(where: { usesChip: { none: {} } }) { totalCount }`],
    ["where.usesChip.every", `clusters(where: { usesChip: { ${some}, every: {} } }) { totalCount }`],
    [
      "where.usesChip.some.claim.source",
      `clusters(where: { usesChip: { some: { claim: { source: {} } } } }) { totalCount }`,
    ],
    [
      "where.usesChip.some.claim.origins",
      `clusters(where: { usesChip: { some: { claim: { origins: { gte: 1 } } } } }) { totalCount }`,
    ],
    ["where.aiComputeSpending.some", `companies(where: { aiComputeSpending: { some: {} } }) { totalCount }`],
    ["orderBy[0]", `clusters(orderBy: [{ field: QUANTITY, predicate: "USES_CHIP" }]) { totalCount }`],
    ["where.text", `claims(where: { text: { eq: "x" } }) { totalCount }`],
    ["where.date", `claims(where: { date: { gte: "2024" } }) { totalCount }`],
    ["where.modality.not", `claims(where: { modality: { not: ACTUAL } }) { totalCount }`],
    ["where.citation", `claims(where: { citation: { basis: { eq: STATED } } }) { totalCount }`],
    ["where.or", `claims(where: { or: [] }) { totalCount }`],
    ["where.source.sourceType", `claims(where: { source: { sourceType: { eq: POST } } }) { totalCount }`],
    ["where.publishedAt", `sources(where: { publishedAt: { gte: "2024" } }) { totalCount }`],
    ["where.subject", `entity(id: "cortex") { claims(where: { subject: { id: { eq: "x" } } }) { totalCount } }`],
    ["where.node", `clusters { nodes { usesChip(where: { node: { name: { eq: "H100" } } }) { totalCount } } }`],
    ["conflicts are not", `node(id: "x_abc") { id }`],
  ])("%s: %s", async (place, field) => {
    const { data, errors } = await graph.ask(`{ ${field} }`);
    expect(errors).toHaveLength(1);
    expect(errors![0]).toMatchObject({ extensions: { code: "NOT_IMPLEMENTED" } });
    expect(errors![0]!.message.startsWith(place), errors![0]!.message).toBe(true);
    for (const value of Object.values(data as object)) expect(value).toBeNull();
  });

  it("a subscription sent as a plain request is told so by the status, too", async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "subscription { claimChanged { seq } }" }),
    });
    expect(response.status).toBe(501);
  });
});
