import { countsByKind } from "../../cypher/lookups.js";
import type { Ontology } from "../../ontology/ontology.js";
import { recordBatch, type Recorded } from "../../store/recordBatch.js";
import type { Store } from "../../store/port.js";
import { readSeeds } from "./readSeeds.js";

/** What a load of seeds did: how many the folder has, and how many of them were new. */
export interface Loaded {
  readonly read: Recorded;
  readonly created: Recorded;
}

/**
 * Loads a folder of seeds, all of it or nothing; what is there already stays as it is.
 * Throws BAD_USER_INPUT with every fault of the files, each with file and line.
 */
export async function loadSeeds(store: Store, ontology: Ontology, folder: string): Promise<Loaded> {
  const batch = readSeeds(folder, ontology);
  const created = await recordBatch(store, ontology, batch, "seed");
  const { entities, claims, citations } = batch;
  return { read: { entities: entities.length, claims: claims.length, citations: citations.length }, created };
}

/** Whether a store has no entities, so that nothing was ever recorded in it. */
export async function isEmpty(store: Store): Promise<boolean> {
  return (await store.read(countsByKind())).length === 0;
}
