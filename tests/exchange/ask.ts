import type { Row, Value } from "../../src/cypher/statement.js";
import type { OpenedStore } from "./seededStore.js";

/** What the store itself answers to a statement of a test. */
export function ask({ store }: OpenedStore, text: string, params: Record<string, Value> = {}): Promise<readonly Row[]> {
  return store.read({ name: "test", text, params });
}

/** How many nodes there are of each set of labels, and how many edges of each type. */
export async function counts(opened: OpenedStore) {
  return {
    nodes: await ask(opened, "MATCH (n) WITH labels(n) AS l, count(n) AS total RETURN l, total ORDER BY toString(l)"),
    edges: await ask(
      opened,
      "MATCH (a)-[r]->(b) WITH type(r) AS type, count(r) AS total RETURN type, total ORDER BY type",
    ),
  };
}
