import type { Config } from "../config.js";
import { copyNote } from "../cypher/copy.js";
import { schemaStatements } from "../cypher/schema.js";
import { importJsonLines as importFile } from "../exchange/jsonLines/importJsonLines.js";
import { open } from "./open.js";
import { showProgress } from "./showProgress.js";

/** `sanad import file.jsonl`: puts an exported graph into an empty store and proves that it is the same. */
export async function importJsonLines(config: Config, file: string): Promise<number> {
  const { ontology, store } = await open(config);
  try {
    await store.read(copyNote()); // a server that is not there is told of soon
    await store.applySchema(schemaStatements(ontology)); // its layout comes last, with the proof
    for (const { label, nodes, edges, digest } of await importFile(store, file, { onProgress: showProgress() })) {
      console.log(`${label}: ${nodes} nodes, ${edges} edges from them, digest ${digest}`);
    }
    console.log("The store holds just what was exported.");
    return 0;
  } finally {
    await store.close();
  }
}
