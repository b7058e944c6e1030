import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Statement } from "../../src/cypher/statement.js";
import type { Store } from "../../src/store/port.js";
import { emptyStore } from "../exchange/seededStore.js";
import { engines } from "../store/engines.js";
import { serveGraph, type TestGraph } from "./testGraph.js";

const TRANSACTIONS: Statement = {
  name: "test.transactions",
  text: "SHOW TRANSACTIONS YIELD metaData, currentQuery RETURN metaData.app AS app, metaData.operation AS operation, metaData.statement AS statement",
  params: {},
};

describe.each(engines.filter(({ name }) => name !== "grafeo"))(
  "$name: the list of what the database does",
  (engine) => {
    const open = engine.use();
    let graph: TestGraph;
    let observer: Store;
    beforeAll(async () => {
      graph = await serveGraph(await emptyStore(open));
      observer = await graph.second!();
    });
    afterAll(() => graph.close());

    it("tells of each statement for which GraphQL operation it runs", async () => {
      let answered = false;
      const asking = (async () => {
        // a statement takes some milliseconds, so it is sent until it was seen
        while (!answered) await graph.ask("query WhoUsesWhat { clusters(first: 200) { totalCount nodes { id } } }");
      })();
      await expect
        .poll(() => observer.read(TRANSACTIONS), { timeout: 20_000, interval: 1 })
        .toContainEqual({
          app: "sanad",
          operation: "WhoUsesWhat",
          statement: expect.stringMatching(/^entities\./u) as string,
        })
        .finally(() => (answered = true));
      await asking;
    });

    it("tells of a write for which operation it is made", async () => {
      const seen = await graph.store.write(() => observer.read(TRANSACTIONS), { operation: "AddWhatIsNew" });
      expect(seen).toContainEqual({ app: "sanad", operation: "AddWhatIsNew", statement: "write" });
    });

    it("tells of a statement without one, where the operation has no name, whose it is", async () => {
      const seen = await graph.store.write(() => observer.read(TRANSACTIONS));
      expect(seen).toContainEqual({ app: "sanad", operation: null, statement: "write" });
    });
  },
);
