import { existsSync } from "node:fs";
import path from "node:path";
import type { Config } from "../config.js";
import { copyNote } from "../cypher/copy.js";
import { schemaStatements } from "../cypher/schema.js";
import { copyGraph } from "../exchange/copy/copyGraph.js";
import { loadOntology } from "../ontology/load.js";
import { openStore, type StoreConfig } from "../store/open.js";
import { ErrorCode, SanadError } from "../errors.js";
import { prepare } from "./open.js";
import { showProgress } from "./showProgress.js";

/**
 * `sanad copy --from store --to store`: takes everything from one store into another, history too. A store is a data folder or a Neo4j
 * server's address; for the latter NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE hold, of both where both are servers.
 */
export async function copy(config: Config, options: { readonly from: string; readonly to: string }): Promise<number> {
  const ontology = loadOntology(config.ontologyFile);
  const [source, target] = [options.from, options.to].map((name) => storeOf(name, config)) as [
    StoreConfig,
    StoreConfig,
  ];
  if (nameOf(source) === nameOf(target)) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, "--from and --to name the same store");
  }
  // what opens a folder makes it
  if (!source.neo4j && !existsSync(source.dataFolder)) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `there is no data folder ${source.dataFolder} to copy from`);
  }
  const from = await openStore(source);
  try {
    await from.read(copyNote());
    await prepare({ ontology, store: from });
    const to = await openStore(target);
    try {
      await to.read(copyNote()); // a server that is not there is told of soon, and not waited for as by a change
      await to.applySchema(schemaStatements(ontology)); // its layout comes last, with the proof
      const digests = await copyGraph(from, to, { source: nameOf(source), onProgress: showProgress() });
      for (const { label, nodes, edges, digest } of digests) {
        console.log(`${label}: ${nodes} nodes, ${edges} edges from them, digest ${digest}`);
      }
      console.log(`Both stores hold the same.`);
      return 0;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

function storeOf(name: string, { neo4jLogin }: Config): StoreConfig {
  if (name.includes("://")) return { dataFolder: "", neo4j: { uri: name, ...neo4jLogin } };
  return { dataFolder: path.resolve(name) };
}

/** A store's name without anything that may be secret in it. */
function nameOf({ dataFolder, neo4j }: StoreConfig): string {
  return neo4j ? `${neo4j.uri} ${neo4j.database ?? ""}`.trim() : dataFolder;
}
