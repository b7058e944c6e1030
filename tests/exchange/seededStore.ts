import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schemaStatements } from "../../src/cypher/schema.js";
import { loadSeeds } from "../../src/exchange/seeds/loadSeeds.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/ontology.js";
import { openStore } from "../../src/store/open.js";
import type { Store } from "../../src/store/port.js";

/** An ontology's file and a folder of seeds for it. */
export interface SeedSet {
  readonly ontology: string;
  readonly seeds: string;
}

/** The project's own ontology and seeds. */
export const PROJECT: SeedSet = { ontology: "schema/ontology.yaml", seeds: "seeds" };

/** A store on the embedded engine in a temporary folder. `close` closes it and takes the folder away. */
export interface OpenedStore {
  readonly store: Store;
  readonly ontology: Ontology;
  readonly close: () => Promise<void>;
}

/** An empty store with the constraints and indexes of an ontology. */
export async function emptyStore(ontologyFile: string = PROJECT.ontology): Promise<OpenedStore> {
  const ontology = loadOntology(ontologyFile);
  const dataFolder = await mkdtemp(join(tmpdir(), "sanad-exchange-"));
  const store = await openStore({ dataFolder });
  const close = async () => {
    await store.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  await store.applySchema(schemaStatements(ontology));
  return { store, ontology, close };
}

/** A store with seeds in it: the project's own, if none are given. */
export async function seededStore(folder: SeedSet = PROJECT): Promise<OpenedStore> {
  const opened = await emptyStore(folder.ontology);
  try {
    await loadSeeds(opened.store, opened.ontology, folder.seeds);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}
