import type { StoreEvent } from "./grafeo/grafeoStore.js";
import type { Neo4jOptions } from "./neo4j/driver.js";
import type { Store } from "./port.js";

/** Where the data lies. */
export interface StoreConfig {
  /** The folder of the embedded database; made when it is not there. */
  readonly dataFolder: string;
  /** The Neo4j server to use in place of the embedded database. */
  readonly neo4j?: Neo4jOptions | null;
}

/**
 * Opens the store that the settings ask for. A Neo4j server need not be there yet.
 * @throws SanadError STORE_UNAVAILABLE or BAD_USER_INPUT with a sentence for the operator.
 */
export async function openStore(config: StoreConfig, log?: (event: StoreEvent) => void): Promise<Store> {
  // only the engine that is used is loaded: a driver takes longer to load than a small graph to open
  if (config.neo4j) return (await import("./neo4j/neo4jStore.js")).openNeo4j(config.neo4j);
  return (await import("./grafeo/grafeoStore.js")).openGrafeo({ folder: config.dataFolder, log });
}
