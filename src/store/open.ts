import { openGrafeo, type StoreEvent } from "./grafeo/grafeoStore.js";
import type { Store } from "./port.js";

/** Where the data lies. */
export interface StoreConfig {
  /** The folder of the embedded database; made when it is not there. */
  readonly dataFolder: string;
}

/** Opens the store that the settings ask for. @throws SanadError STORE_UNAVAILABLE with a sentence for the operator. */
export function openStore(config: StoreConfig, log?: (event: StoreEvent) => void): Promise<Store> {
  return openGrafeo({ folder: config.dataFolder, log });
}
