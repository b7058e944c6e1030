import { parseArgs } from "node:util";
import { schemaStatements } from "../src/cypher/schema.js";
import { loadOntology } from "../src/ontology/load.js";
import { ensureLayout } from "../src/store/layout.js";
import { openStore } from "../src/store/open.js";
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
  const progress = await fill(values.into, Number(values.claims), Number(values.seed));
  console.log(`${told(progress)} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** Fills the store of a folder, or of a Neo4j server's address. */
export async function fill(name: string, claims: number, seed = 1): Promise<LoadProgress> {
  const ontology = loadOntology("schema/ontology.yaml");
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const neo4j = { uri: name, username, ...(password && { password }) };
  const store = await openStore(name.includes("://") ? { dataFolder: "", neo4j } : { dataFolder: name });
  try {
    await store.applySchema(schemaStatements(ontology));
    await ensureLayout(store);
    let toldAt = performance.now();
    return await loadGraph(store, ontology, { claims, seed }, (progress) => {
      if (performance.now() - toldAt < 2000) return;
      toldAt = performance.now();
      console.error(told(progress));
    });
  } finally {
    await store.close();
  }
}

function told({ entities, claims, citations }: LoadProgress): string {
  return `${entities} entities, ${claims} claims, ${citations} citations`;
}
