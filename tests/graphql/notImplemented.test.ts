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
    ["Download", { format: "CSV" }],
    ["Duplicates", {}],
    ["Check", { claims: [claim] }],
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
  ])("the operation %s", async (operation, variables) => {
    const { data, errors } = await graph.ask(operations.get(operation)!, variables);
    expect(errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`)).toEqual([
      expect.stringMatching(/^NOT_IMPLEMENTED: .*not answered by this version/u),
    ]);
    for (const value of Object.values((data ?? {}) as object)) expect(value).toBeNull();
  });
});
