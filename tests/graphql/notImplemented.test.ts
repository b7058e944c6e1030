import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "./operations.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph(null, { identify: async () => ({ name: "ada", roles: ["reader", "curator"] }) });
});
afterAll(() => graph.close());

describe("what this version does not answer is refused with NOT_IMPLEMENTED and never ignored", () => {
  it.each<[operation: string, variables: object]>([["Duplicates", {}]])(
    "the operation %s",
    async (operation, variables) => {
      const { data, errors } = await graph.ask(operations.get(operation)!, variables);
      expect(errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`)).toEqual([
        expect.stringMatching(/^NOT_IMPLEMENTED: .*not answered by this version/u),
      ]);
      for (const value of Object.values((data ?? {}) as object)) expect(value).toBeNull();
    },
  );
});
