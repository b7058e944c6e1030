import type { Config } from "../config.js";
import { checkGraph } from "../exchange/checkGraph.js";
import { open } from "./open.js";

/** `sanad check`: proves that every quote stands in its text and every edge is the projection of its claim. Exit code 1 where one is not. */
export async function check(config: Config): Promise<number> {
  const { ontology, store } = await open(config);
  try {
    const { faults, quotes, claims, edges } = await checkGraph(store, ontology);
    for (const fault of faults) console.error(fault);
    const looked = `${claims} claims, ${edges} edges and ${quotes} quotes`;
    console.log(
      faults.length === 0 ? `Checked ${looked}: all is well.` : `Checked ${looked}: ${faults.length} faults.`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}
