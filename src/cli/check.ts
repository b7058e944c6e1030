import type { Config } from "../config.js";
import { checkGraph } from "../exchange/checkGraph.js";
import { withStore } from "./open.js";

/** `sanad check`: proves that every quote stands in its text and every edge is the projection of its claim. Exit code 1 where one is not. */
export function check(config: Config): Promise<number> {
  return withStore(config, async ({ ontology, store }) => {
    const { faults, quotes, claims, edges } = await checkGraph(store, ontology);
    for (const fault of faults) console.error(fault);
    const looked = `${claims} claims, ${edges} edges and ${quotes} quotes`;
    console.log(
      faults.length === 0 ? `Checked ${looked}: all is well.` : `Checked ${looked}: ${faults.length} faults.`,
    );
    return faults.length === 0 ? 0 : 1;
  });
}
