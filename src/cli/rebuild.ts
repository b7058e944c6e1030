import type { Config } from "../config.js";
import { rebuildEdges } from "../exchange/rebuildEdges.js";
import { withStore } from "./open.js";

/** `sanad rebuild`: makes the edges anew that are not the projection of their claims. What else `sanad check` finds it leaves. */
export function rebuild(config: Config): Promise<number> {
  return withStore(config, async ({ ontology, store }) => {
    const { removed, made } = await rebuildEdges(store, ontology);
    console.log(
      removed + made === 0
        ? "Every edge is as its claim has it: nothing was changed."
        : `Took ${removed} edges away and made ${made}, as their claims have them; \`sanad check\` tells whether all is well.`,
    );
    return 0;
  });
}
