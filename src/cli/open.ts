import { pino, type Logger } from "pino";
import type { Config } from "../config.js";
import { schemaStatements } from "../cypher/schema.js";
import { loadOntology } from "../ontology/load.js";
import type { Ontology } from "../ontology/ontology.js";
import type { StoreEvent } from "../store/grafeo/grafeoStore.js";
import { openStore } from "../store/open.js";
import type { Store } from "../store/port.js";

/** What commands work on: the ontology, and the store with its constraints and indexes brought about. */
export interface Opened {
  readonly ontology: Ontology;
  readonly store: Store;
  readonly log: Logger;
}

/** Opens what a command works on. Whoever opens it closes the store. */
export async function open(config: Config): Promise<Opened> {
  const log = pino(
    { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
  const ontology = loadOntology(config.ontologyFile);
  const store = await openStore(config, (event) => tell(event, log));
  try {
    await store.applySchema(schemaStatements(ontology));
  } catch (error) {
    await store.close();
    throw error;
  }
  return { ontology, store, log };
}

/** About 300,000 claims with their citations: past that the embedded store starts slowly and fills the memory. */
const MANY_NODES = 1_000_000;

/** What of the store's life the operator should know. */
function tell(event: StoreEvent, log: Logger): void {
  if (event.event === "store.syncFailed") log.error(event, "the last writes may not be on the disk yet");
  else log.debug(event, "store");
  if (event.event === "store.opened" && event.nodes > MANY_NODES) {
    log.warn({ nodes: event.nodes }, "the graph is larger than the embedded store is meant for");
  }
}
