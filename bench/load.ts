import { parseArgs } from "node:util";
import { prepare } from "../src/cli/open.js";
import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import type { GraphSize } from "./generateGraph.js";
import { loadGraph, type LoadProgress } from "./loadGraph.js";

/**
 * Fills an empty store with a generated graph:
 * `npm run bench:load -- --claims 100000 --into folder` (or `--into bolt://host:7687`, as NEO4J_USER with NEO4J_PASSWORD).
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "100000" },
      into: { type: "string" },
      seed: { type: "string", default: "1" },
    },
  });
  if (!values.into) throw new Error("--into says which store is filled: a folder, or a Neo4j server's address");
  const begun = performance.now();
  let toldAt = begun;
  const progress = await fill(values.into, { claims: Number(values.claims), seed: Number(values.seed) }, (progress) => {
    if (performance.now() - toldAt < 2000) return;
    toldAt = performance.now();
    console.error(told(progress));
  });
  console.log(`${told(progress)} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** Fills the store of a folder, or of a Neo4j server's address. */
export async function fill(
  name: string,
  size: GraphSize,
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadProgress> {
  const ontology = loadOntology("schema/ontology.yaml");
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const neo4j = { uri: name, username, ...(password && { password }) };
  const store = await openStore(name.includes("://") ? { dataFolder: "", neo4j } : { dataFolder: name });
  try {
    await prepare({ ontology, store });
    return await loadGraph(store, ontology, size, onProgress);
  } finally {
    await store.close();
  }
}

function told({ entities, claims, citations }: LoadProgress): string {
  return `${entities} entities, ${claims} claims, ${citations} citations`;
}
