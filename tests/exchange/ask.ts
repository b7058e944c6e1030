import type { Row, Value } from "../../src/cypher/statement.js";
import type { OpenedStore } from "./seededStore.js";

/** What holds of a node `n` that is part of the graph, and not the server's own note of the graph's layout or of its writes. */
export const OF_THE_GRAPH = "NOT n:Layout AND NOT n:SanadWriteLock";

/** What the store itself answers to a statement of a test. */
export function ask({ store }: OpenedStore, text: string, params: Record<string, Value> = {}): Promise<readonly Row[]> {
  return store.read({ name: "test", text, params });
}

/** How many nodes there are of each set of labels, and how many edges of each type; what the server keeps for itself is not counted. */
export async function counts(opened: OpenedStore) {
  const nodes = new Map<string, number>();
  for (const { labels } of await ask(opened, `MATCH (n) WHERE ${OF_THE_GRAPH} RETURN labels(n) AS labels`)) {
    const key = [...(labels as string[])].sort().join(" ");
    nodes.set(key, (nodes.get(key) ?? 0) + 1);
  }
  return {
    nodes: Object.fromEntries([...nodes].sort()),
    edges: await ask(
      opened,
      "MATCH (a)-[r]->(b) WITH type(r) AS type, count(r) AS total RETURN type, total ORDER BY type",
    ),
  };
}
