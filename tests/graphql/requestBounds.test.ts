import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type * as limits from "../../src/graphql/limits.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

/** Limits that a small graph can reach. */
vi.mock("../../src/graphql/limits.js", async (importOriginal) => {
  const original = await importOriginal<typeof limits>();
  return { ...original, LIMITS: { ...original.LIMITS, milliseconds: 400, read: 30_000 } };
});

let graph: TestGraph;
beforeAll(async () => {
  graph = await serveGraph();
});
afterAll(() => graph.close());

describe("a request as a whole", () => {
  it("may take so long, however soon each of its statements is answered", async () => {
    const levels =
      "{ claim(id: $id) { subject { claims(first: 1) { nodes { citations(first: 1) { source { citations(first: 1) { nodes { claim { object { id } } } } } } } } } } }";
    const { data } = await graph.ask("{ claims(first: 1) { nodes { id } } }");
    const id = data.claims.nodes[0].id as string;
    graph.delayEveryOther(300);
    try {
      const begun = performance.now();
      const answer = await graph.ask(`query ($id: ID!) ${levels}`, { id });
      expect(answer.data).toEqual({ claim: null });
      expect(answer.errors).toMatchObject([
        { message: "The store did not answer in time.", extensions: { code: "TIMEOUT" } },
      ]);
      expect(performance.now() - begun).toBeLessThan(900);
    } finally {
      graph.delayEveryOther(0);
    }
    expect((await graph.ask(`query ($id: ID!) ${levels}`, { id })).errors).toBeUndefined();
  });

  it("may read so much", async () => {
    const { data, errors } = await graph.ask("{ claims(first: 200) { nodes { id citations(first: 50) { quote } } } }");
    expect(data).toEqual({ claims: null });
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching(
        /^the request has read \d{5} characters, the limit is 30000: ask for shorter pages$/u,
      ),
      extensions: { code: "TOO_COMPLEX" },
    });
    expect((await graph.ask("{ claims(first: 5) { nodes { id citations { quote } } } }")).errors).toBeUndefined();
  });
});
