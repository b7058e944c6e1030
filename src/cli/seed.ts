import type { Config } from "../config.js";
import { loadSeeds } from "../exchange/seeds/loadSeeds.js";
import { withStore } from "./open.js";

/** `sanad seed`: loads the folder of seeds. */
export function seed(config: Config): Promise<number> {
  return withStore(config, async ({ ontology, store }) => {
    const { read, created } = await loadSeeds(store, ontology, config.seedsFolder);
    const told = (["entities", "claims", "citations"] as const).map(
      (what) => `${read[what]} ${what} (${created[what]} new)`,
    );
    console.log(`Loaded ${told.join(", ")} from ${config.seedsFolder}.`);
    return 0;
  });
}
