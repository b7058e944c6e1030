import { pino } from "pino";
import { expect, it } from "vitest";
import { statisticsOf, type Statistics } from "../../src/cypher/statistics.js";
import { loadPlayground } from "../../src/http/playground.js";
import { startServer } from "../../src/http/server.js";
import type { Store } from "../../src/store/port.js";
import { emptyStore } from "../exchange/seededStore.js";
import { builtPages, builtPlayground } from "../playground/server.js";
import { post } from "./wire.js";

const QUERY = `{ clusters(where: {
  usesChip: { some: { node: { name: { eq: "H100" } } } }
  ownedBy: { some: { node: { name: { eq: "xAI" } } } }
}) { nodes { id } } }`;

it("a server plans by the statistics that there are when it is asked", async () => {
  const { store, ontology, close } = await emptyStore();
  const sent: string[] = [];
  const noting: Store = Object.assign(Object.create(store) as Store, {
    read: (statement: Parameters<Store["read"]>[0]) => {
      sent.push(/`(OWNS|USES_CHIP)`/u.exec(statement.text)![1]!); // of the relations the one that it comes to first
      return store.read(statement);
    },
  });
  let statistics: Statistics | undefined;
  const server = await startServer({
    ...{ host: "127.0.0.1", port: 0, store: noting, ontology, log: pino({ level: "silent" }) },
    playground: await loadPlayground(await builtPlayground()),
    pages: await builtPages(),
    statistics: () => statistics,
  });
  const hundred = (names: Iterable<string>): [string, number][] => [...names].map((name) => [name, 100]);
  /** A hundred of everything, but a thousand claims of a predicate at the one entity of a kind. */
  const crowded = (predicate: string, kind: string) =>
    statisticsOf(
      new Map([...hundred(ontology.kinds.keys()), [kind, 1]]),
      new Map([...hundred(ontology.predicates.keys()), [predicate, 1000]]),
    );
  for (const counted of [undefined, crowded("OWNS", "COMPANY"), crowded("USES_CHIP", "CHIP")]) {
    statistics = counted;
    expect((await post(server.url, QUERY)).status).toBe(200);
  }
  expect(sent).toEqual(["USES_CHIP", "USES_CHIP", "OWNS"]);
  await server.stop();
  await close();
});
