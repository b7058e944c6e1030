import { afterAll, beforeAll, expect, test } from "vitest";
import { seededStore } from "../exchange/seededStore.js";
import { onEitherEngine } from "../store/engines.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

onEitherEngine((open) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await serveGraph(await seededStore(open));
  });
  afterAll(() => graph.close());

  const MORE =
    "aliases description identifiers { value } claims(first: 2) { nodes { statement support { sources } citations(first: 1) { quote source { name url } } } }";
  const asked = (more: string) => `
    query Varying($more: Boolean!) {
      entity(id: "cortex") { id ${more} }
      clusters(first: 2) { nodes { id ${more} } }
      claims(first: 2) { nodes { id subject { id ${more} } } }
    }`;

  test("what is read ahead is what is asked for this time, whatever the same operation has asked for before", async () => {
    const query = asked(`... @include(if: $more) { ${MORE} }`);
    const whole = await graph.ask(asked(MORE).replace("($more: Boolean!)", ""));
    const part = await graph.ask(asked("").replace("($more: Boolean!)", ""));
    for (const more of [false, true, false, true]) {
      expect(await graph.ask(query, { more })).toEqual(more ? whole : part);
    }
    expect(JSON.stringify(whole)).toContain("quote");
  });
});
