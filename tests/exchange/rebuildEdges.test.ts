import { afterAll, beforeAll, expect, it } from "vitest";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { rebuildEdges } from "../../src/exchange/rebuildEdges.js";
import { onEitherEngine } from "../store/engines.js";
import { MANUSCRIPTS } from "./fixtures/manuscripts.js";
import { seededStore, type OpenedStore } from "./seededStore.js";

const EDGE = "(s:Entity)-[e:COPIED_BY]->(o:Entity)";

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await seededStore(open, MANUSCRIPTS);
  });
  afterAll(() => opened.close());

  const faults = async () => (await checkGraph(opened.store, opened.ontology)).faults;
  const edges = () =>
    opened.store.read({
      name: "test.edges",
      text: "MATCH (a:Entity)-[e]->(b:Entity) WHERE e.claimId IS NOT NULL RETURN a.id AS a, type(e) AS type, b.id AS b, e.claimId AS claim, e.amount AS amount, e.rank AS rank ORDER BY a, type, b, claim",
      params: {},
    });

  it("leaves edges that are right", async () => {
    expect(await rebuildEdges(opened.store, opened.ontology)).toEqual({ removed: 0, made: 0 });
  });

  it.each<[title: string, cypher: string, removed: number, made: number]>([
    ["that is missing is made", `MATCH ${EDGE} DELETE e`, 0, 1],
    ["that stands twice stands once", `MATCH ${EDGE} CREATE (s)-[f:COPIED_BY]->(o) SET f += properties(e)`, 2, 1],
    ["with another amount has its claim's", `MATCH ${EDGE} SET e.amount = 1, e.rank = 'DEPRECATED'`, 1, 1],
    [
      "that leads elsewhere leads where its claim does",
      `MATCH ${EDGE} MATCH (z:Entity {id: 'letter'}) CREATE (s)-[f:COPIED_BY]->(z) SET f += properties(e) DELETE e`,
      ...([1, 1] as const),
    ],
    [
      "of another predicate is of its claim's",
      `MATCH ${EDGE} CREATE (s)-[f:LEAVES]->(o) SET f += properties(e) DELETE e`,
      ...([1, 1] as const),
    ],
    [
      "of no claim is taken away",
      "MATCH (s:Entity {id: 'codex-18'}) MATCH (o:Entity {id: 'anselm'}) CREATE (s)-[:COPIED_BY {claimId: 'c_none'}]->(o) CREATE (s)-[:COPIED_BY]->(o)",
      ...([2, 0] as const),
    ],
  ])("an edge %s", async (_title, cypher, removed, made) => {
    const before = await edges();
    await opened.store.write((run) => run({ name: "test.break", text: cypher, params: {} }));
    expect(await faults()).not.toEqual([]);
    expect(await rebuildEdges(opened.store, opened.ontology)).toEqual({ removed, made });
    expect(await faults()).toEqual([]);
    expect(await edges()).toEqual(before);
  });
});
