import { pino, type Logger } from "pino";
import type { Config } from "../config.js";
import { schemaStatements } from "../cypher/schema.js";
import { loadOntology } from "../ontology/load.js";
import type { Ontology } from "../ontology/ontology.js";
import type { StoreEvent } from "../store/grafeo/grafeoStore.js";
import { ensureLayout } from "../store/layout.js";
import { openStore, type StoreConfig } from "../store/open.js";
import type { Store } from "../store/port.js";

/** What commands work on: the ontology and the store. */
export interface Opened {
  readonly ontology: Ontology;
  readonly store: Store;
  readonly log: Logger;
  /** Opens the same store, after it was closed. */
  readonly openAgain: () => Promise<Store>;
}

/** What no line of the log shows, though a library put it into an error: what opens a door, and what was asked with. */
const SECRETS = ["authorization", "headers", "password", "token", "variables"].flatMap((name) => [
  ...[name, `*.${name}`, `*.*.${name}`],
]);

/** Opens what a command works on. Whoever opens it closes the store. The store may not be there yet, nor be prepared. */
export async function open(config: Config): Promise<Opened> {
  const log = pino(
    { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: SECRETS },
    pino.destination(2),
  );
  const ontology = loadOntology(config.ontologyFile);
  const openAgain = () => openStore(storeConfig(config), (event) => tell(event, log));
  return { ontology, store: await openAgain(), log, openAgain };
}

/** The store of the settings. */
export function storeConfig({ dataFolder, neo4jUri, neo4jLogin }: Config): StoreConfig {
  return { dataFolder, neo4j: neo4jUri === null ? null : { uri: neo4jUri, ...neo4jLogin } };
}

/** Sees to it that a store is of this program's layout and has the ontology's constraints and indexes. */
export async function prepare({ ontology, store }: Pick<Opened, "ontology" | "store">): Promise<void> {
  await store.applySchema(schemaStatements(ontology));
  await ensureLayout(store);
}

/** Opens and prepares what a command works on, has it work, and closes the store whatever comes of it. */
export async function withStore(config: Config, work: (opened: Opened) => Promise<number>): Promise<number> {
  const opened = await open(config);
  try {
    await prepare(opened);
    return await work(opened);
  } finally {
    await opened.store.close();
  }
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
