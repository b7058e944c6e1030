import { afterEach, beforeEach, expect, test } from "vitest";
import type { Statement } from "../../src/cypher/statement.js";
import type { Store } from "../../src/store/port.js";
import { onEitherEngine, type OpenedEngine } from "./engines.js";

const statement = (text: string, params = {}): Statement => ({ name: "halves.test", text, params });

/** How many nodes a write makes, in as many statements. */
const [NODES, STATEMENTS, WRITES] = [200, 8, 25];

onEitherEngine((open) => {
  let opened: OpenedEngine;
  beforeEach(async () => {
    opened = await open();
    await opened.store.applySchema(["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]);
  });
  afterEach(() => opened.close());

  async function write(store: Store, batch: number): Promise<void> {
    await store.write(async (run) => {
      for (let part = 0; part < STATEMENTS; part++) {
        const text = "UNWIND range(1, $n) AS i CREATE (:Thing {id: $prefix + toString(i), batch: $batch})";
        await run(statement(text, { n: NODES, prefix: `${batch}/${part}/`, batch }));
      }
    });
  }

  test("readers beside big writes see all of each, or nothing", async () => {
    const { store } = opened;
    let done = false;
    let halves = 0;
    const seen = new Set<number>();
    const read = async () => {
      while (!done) {
        const rows = await store.read(
          statement("MATCH (t:Thing) WITH t.batch AS batch, count(t) AS n RETURN batch, n"),
        );
        seen.add(rows.length);
        if (rows.some(({ n }) => n !== NODES * STATEMENTS)) halves++;
      }
    };
    const readers = [read(), read(), read()];
    for (let batch = 0; batch < WRITES; batch++) await write(store, batch);
    done = true;
    await Promise.all(readers);
    expect(seen.size).toBeGreaterThan(3);
    // Neo4j is read-committed: a statement that looks through a label while a write is being committed may meet a part of it
    if (opened.second === null) expect(halves).toBe(0);
  });
});
