import type { Ontology } from "../src/ontology/ontology.js";
import type { Store } from "../src/store/port.js";
import { recordBatch } from "../src/store/recordBatch.js";
import { generateGraph, type GraphSize } from "./generateGraph.js";

/** How much of a graph is loaded. */
export interface LoadProgress {
  readonly entities: number;
  readonly claims: number;
  readonly citations: number;
}

/** Records a generated graph in a store that has the ontology's constraints and indexes, batch by batch. Answers how much it recorded. */
export async function loadGraph(
  store: Store,
  ontology: Ontology,
  size: GraphSize,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<LoadProgress> {
  let progress: LoadProgress = { entities: 0, claims: 0, citations: 0 };
  for (const batch of generateGraph(ontology, size)) {
    const { entities, claims, citations } = await recordBatch(store, ontology, batch, "generator");
    progress = {
      entities: progress.entities + entities,
      claims: progress.claims + claims,
      citations: progress.citations + citations,
    };
    onProgress(progress);
  }
  return progress;
}
