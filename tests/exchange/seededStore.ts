import { prepare } from "../../src/cli/open.js";
import { schemaStatements } from "../../src/cypher/schema.js";
import { loadSeeds } from "../../src/exchange/seeds/loadSeeds.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/ontology.js";
import { openEmbedded } from "../store/embedded.js";
import type { OpenedEngine, OpenEngine } from "../store/engines.js";

/** An ontology's file and a folder of seeds for it. */
export interface SeedSet {
  readonly ontology: string;
  readonly seeds: string;
}

/** The project's own ontology and seeds. */
export const PROJECT: SeedSet = { ontology: "schema/ontology.yaml", seeds: "seeds/musk-ai-compute" };

/** A store with the ontology of what is in it. */
export interface OpenedStore extends OpenedEngine {
  readonly ontology: Ontology;
}

/** An empty store, prepared for an ontology as the server prepares it; on the embedded engine, if no other is given. */
export async function emptyStore(
  open: OpenEngine = openEmbedded,
  ontologyFile: string = PROJECT.ontology,
): Promise<OpenedStore> {
  const ontology = loadOntology(ontologyFile);
  const opened = { ...(await open(schemaStatements(ontology))), ontology };
  try {
    await prepare(opened);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A store with seeds in it: the project's own, if none are given. */
export async function seededStore(open: OpenEngine = openEmbedded, folder: SeedSet = PROJECT): Promise<OpenedStore> {
  const opened = await emptyStore(open, folder.ontology);
  try {
    await loadSeeds(opened.store, opened.ontology, folder.seeds);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}
