import type { Config } from "../config.js";
import { GRAPH_LAYOUT, migrateLayout } from "../store/layout.js";
import { open } from "./open.js";

/** `sanad migrate`: brings the stored graph from the layout of an older version to this one's, step by step. */
export async function migrate(config: Config): Promise<number> {
  const { store } = await open(config);
  try {
    const taken = await migrateLayout(store);
    for (const step of taken) console.log(step);
    console.log(`The graph has the layout ${GRAPH_LAYOUT}${taken.length === 0 ? " already" : ""}.`);
    return 0;
  } finally {
    await store.close();
  }
}
