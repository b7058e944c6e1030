import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { startNeo4j } from "../tests/neo4j/startNeo4j.js";
import { fill } from "./load.js";

/**
 * Copies a generated graph from the embedded store into Neo4j and from there into another embedded one, by the command as it is used:
 * `npm run bench:copy -- --claims 100000`, with `--neo4j 2026` for another version than 5.26, and `--from folder` for a graph that is there.
 * Prints what each step took, in seconds and in the memory of its process at its highest. It ends with an error where digests differ.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "100000" },
      neo4j: { type: "string", default: "5.26" },
      from: { type: "string" },
    },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  const password = "benchmark";
  const server = await startNeo4j({ version: values.neo4j as Neo4jVersion, password });
  try {
    const first = values.from ?? path.join(folder, "first");
    if (values.from === undefined) await timed("generated", () => fill(first, { claims: Number(values.claims) }));
    const there = await copy("embedded to Neo4j", first, server.uri, password);
    const back = await copy("Neo4j to embedded", server.uri, path.join(folder, "second"), password);
    if (there !== back) throw new Error(`the digests differ:\n${there}\n${back}`);
    console.log(`${there}The digests of all three are equal.`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function copy(what: string, from: string, to: string, password: string): Promise<string> {
  return timed(what, async () => {
    const env = { ...process.env, NEO4J_PASSWORD: password };
    const command = ["bin/sanad.js", "copy", "--from", from, "--to", to];
    const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
    let [said, peak] = ["", 0];
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const watch = setInterval(() => (peak = Math.max(peak, highestMemory(child.pid!))), 200);
    const [code] = (await once(child, "close")) as [number | null];
    clearInterval(watch);
    if (code !== 0) throw new Error(`sanad copy has ended with ${code}`);
    console.log(`${what}: ${peak} MB at most`);
    return said;
  });
}

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await act();
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

/** In megabytes, of a process that runs, where the system tells (Linux). */
function highestMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /^VmHWM:\s*(\d+)/mu.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return Math.round(Number(kilobytes ?? 0) / 1024);
}
