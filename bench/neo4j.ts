import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { startNeo4j } from "../tests/neo4j/startNeo4j.js";

/** Starts a Neo4j without a password on a folder of its own, and keeps it until the program is ended: `npm run bench:neo4j -- --folder data/neo4j --port 7700`. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      version: { type: "string", default: "5.26" },
      folder: { type: "string", default: "data/neo4j" },
      port: { type: "string", default: "7700" },
    },
  });
  const folder = path.resolve(values.folder);
  await mkdir(folder, { recursive: true });
  const server = await startNeo4j({ version: values.version as Neo4jVersion, folder, port: Number(values.port) });
  console.log(`Neo4j ${values.version} is ready: ${server.uri}; Ctrl-C ends it.`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.stop();
}
