import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";
import { chromiumFile } from "../playground/chromium.js";
import { LOOKS, violationsOf, Visitor } from "./visiting.js";

describe.skipIf(!chromiumFile)("the page of a claim in a browser", () => {
  let graph: TestGraph;
  let visitor: Visitor;
  let claim: string;

  beforeAll(async () => {
    graph = await serveGraph();
    visitor = await Visitor.before(graph);
    const { data } = await graph.ask(
      `{ claims(first: 1, where: { predicate: { eq: "USES_CHIP" } }) { nodes { id } } }`,
    );
    claim = data.claims.nodes[0].id;
  });

  afterAll(async () => {
    await visitor?.leave();
    await graph?.close();
  });

  it.each(Object.entries(LOOKS))("has nothing that axe finds wrong: %s", async (_, look) => {
    const violations = await visitor.visit(`/c/${claim}`, look, violationsOf);
    expect(violations).toEqual([]);
  });
});
