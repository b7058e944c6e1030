import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { startNeo4j } from "../tests/neo4j/startNeo4j.js";
import { openGraph, type OpenGraph } from "./graph.js";
import { fill } from "./load.js";

/** A generated graph that may be written to. */
export interface OwnGraph extends OpenGraph {
  /** The process of the Neo4j that holds it; null on the embedded engine. */
  readonly database: number | null;
  /** A curator's token. */
  readonly token: string;
  /** By which Sanad knows the token. */
  readonly settings: readonly string[];
}

export interface OwnGraphOptions {
  readonly claims: number;
  /** Which version to start; null: the embedded engine. */
  readonly neo4j: Neo4jVersion | null;
}

/** Makes a generated graph, in a Neo4j that is started for it or in a folder; `use` may write to it, then it is thrown away. */
export async function withOwnGraph(
  { claims, neo4j: version }: OwnGraphOptions,
  use: (graph: OwnGraph) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  const neo4j = version === null ? null : await startNeo4j({ version });
  try {
    const graph = neo4j ? neo4j.uri : path.join(folder, "graph");
    await fill(graph, { claims });
    const dataFolder = neo4j ? folder : graph;
    const token = await tokenIn(dataFolder);
    // the key by which the server knows the token lies in its data folder, also where its graph is in Neo4j
    const settings = neo4j ? [`SANAD_DATA=${dataFolder}`] : [];
    await use({ ...(await openGraph(graph)), database: neo4j?.pid ?? null, token, settings });
  } finally {
    await neo4j?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tokenIn(folder: string): Promise<string> {
  const args = ["bin/sanad.js", "token", "--role", "curator", "--subject", "bench"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, SANAD_DATA: folder } });
  return stdout.trim();
}
