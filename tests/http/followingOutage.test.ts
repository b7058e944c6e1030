import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepare } from "../../src/cli/open.js";
import { loadOntology } from "../../src/ontology/load.js";
import { openNeo4j } from "../../src/store/neo4j/neo4jStore.js";
import type { Store } from "../../src/store/port.js";
import { followByEvents, followByWebSocket } from "../graphql/feedClients.js";
import { record } from "../graphql/newClaims.js";
import { serveGraph } from "../graphql/testGraph.js";
import { startNeo4j, type Neo4jServer } from "../neo4j/startNeo4j.js";
import { ownNeo4j } from "../store/engines.js";

const PASSWORD = "a-word-for-tests";

const ontology = loadOntology("schema/ontology.yaml");
let neo4j: Neo4jServer;
let store: Store;
beforeAll(async () => {
  if (ownNeo4j === undefined) return;
  neo4j = await startNeo4j({ version: ownNeo4j, password: PASSWORD, isShortLived: true });
  store = openNeo4j({ uri: neo4j.uri, username: "neo4j", password: PASSWORD });
  await prepare({ ontology, store });
}, 900_000);
afterAll(async () => {
  await store?.close();
  await neo4j?.stop();
});

test.skipIf(ownNeo4j === undefined)(
  "whoever follows goes on when a database that was killed is back, and has lost nothing",
  async () => {
    const close = () => Promise.resolve();
    const graph = await serveGraph({ store, ontology, second: null, close });
    const entities = ["one", "h100"].map((id) => ({ id, kind: id === "one" ? "CLUSTER" : "CHIP", names: { en: id } }));
    await record(graph, { entities });
    const followings = [followByWebSocket(graph.url, { since: "0" }), followByEvents(graph.url, { since: "0" })];
    let written = 0;
    const ids: string[] = [];
    const write = async () => {
      const quantity = { amount: 1000 + written++, unit: "chip", bound: "EXACT" } as const;
      const claims = [{ subject: "one", predicate: "USES_CHIP", object: "h100", quantity }];
      ids.push(...(await record(graph, { claims })));
    };
    for (let count = 0; count < 5; count++) await write();
    for (const { until } of followings) await until(5);

    await neo4j.kill9();
    await wait(3000);
    await neo4j.restart();
    // the first write waits until the database answers
    await expect
      .poll(
        () =>
          write().then(
            () => true,
            () => false,
          ),
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true);
    for (let count = 0; count < 5; count++) await write();
    const seen = await Promise.all(followings.map(({ until }) => until(new Set(ids).size)));
    for (const changes of seen) expect(changes.map(({ claim }) => claim!.id)).toEqual([...new Set(ids)]);
    for (const { errors, stop } of followings) {
      expect(errors).toEqual([]);
      stop();
    }
    await graph.close();
  },
  300_000,
);
