import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import { namesOf } from "./namesOf.js";
import type { Graph } from "./servers.js";
import type { Names } from "./workloads/workload.js";

/** A generated graph that is there, and by which names it is asked. */
export interface OpenGraph {
  readonly graph: Graph;
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
    return {
      graph,
      claims: Number(counted!["claims"]),
      names: await namesOf(store, loadOntology("schema/ontology.yaml")),
    };
  } finally {
    await store.close();
  }
}
