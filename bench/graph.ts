import { createRequire } from "node:module";
import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import type { Store } from "../src/store/port.js";
import { namesOf } from "./namesOf.js";
import type { Graph } from "./servers.js";
import type { Names } from "./workloads/workload.js";

/** A generated graph that is there, and by which names it is asked. */
export interface OpenGraph {
  readonly graph: Graph;
  readonly engine: "neo4j" | "embedded";
  /** With its version. */
  readonly engineName: string;
  readonly claims: number;
  readonly names: Names;
}

/** Looks into the graph of a Neo4j server's address (as NEO4J_USER with NEO4J_PASSWORD), or of a folder, and closes it again. */
export async function openGraph(of: string | undefined): Promise<OpenGraph> {
  if (of === undefined) throw new Error("--of says which graph: a folder, or a Neo4j server's address");
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const graph: Graph = of.includes("://") ? { neo4j: of } : { folder: of };
  const neo4j = { uri: of, username, ...(password && { password }) };
  const store = await openStore("neo4j" in graph ? { dataFolder: "", neo4j } : { dataFolder: of });
  try {
    const text = "MATCH (c:Claim) RETURN count(c) AS claims";
    const [counted] = await store.read({ name: "bench.count", text, params: {} });
    if (Number(counted!["claims"]) === 0) throw new Error(`there is no claim in ${of}: bench:load fills it`);
    return {
      graph,
      engine: "neo4j" in graph ? "neo4j" : "embedded",
      engineName: "neo4j" in graph ? await neo4jVersion(store) : embeddedVersion(),
      claims: Number(counted!["claims"]),
      names: await namesOf(store, loadOntology("schema/ontology.yaml")),
    };
  } finally {
    await store.close();
  }
}

async function neo4jVersion(store: Store): Promise<string> {
  const text = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version";
  const [row] = await store.read({ name: "bench.version", text, params: {} });
  return `Neo4j ${row!["version"] as string}`;
}

function embeddedVersion(): string {
  const { version } = createRequire(import.meta.url)("@grafeo-db/js/package.json") as { readonly version: string };
  return `the embedded engine (Grafeo ${version})`;
}
