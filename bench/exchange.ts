import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { startNeo4j } from "../tests/neo4j/startNeo4j.js";
import { fill } from "./load.js";

/**
 * Exports a generated graph as JSON Lines and as CSV and imports the lines into an empty store, by the commands as they are used:
 * `npm run bench:exchange -- --claims 100000`; `--from folder` for a graph that is there, `--neo4j 5.26` to import into a Neo4j server and export from
 * there, too. Prints for each step the claims a second, and the memory of its process at its highest, above that of a command that does nothing with the same store:
 * the embedded engine brings what is read into the memory and keeps it, and holds all that is written. What the program itself holds is bounded to HEAP_MB; a step that needed more would fail.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { claims: { type: "string", default: "100000" }, from: { type: "string" }, neo4j: { type: "string" } },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  const password = "benchmark";
  const server = values.neo4j ? await startNeo4j({ version: values.neo4j as Neo4jVersion, password }) : null;
  try {
    const source = values.from ?? path.join(folder, "source");
    if (values.from === undefined) await fill(source, { claims: Number(values.claims) });
    const lines = path.join(folder, "all.jsonl");
    const digest = await exportBoth("embedded", { SANAD_DATA: source }, folder, lines);
    const second = path.join(folder, "second");
    await step("embedded: import of JSON Lines", ["import", lines], { SANAD_DATA: second }, digest.claims);
    if (server) {
      const env = { NEO4J_URI: server.uri, NEO4J_PASSWORD: password };
      await step("Neo4j: import of JSON Lines", ["import", lines], env, digest.claims);
      const again = path.join(folder, "again.jsonl");
      const back = await exportBoth("Neo4j", env, folder, again);
      if (back.digests !== digest.digests) throw new Error("the digests differ");
    }
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How much the program's own objects may take, in megabytes. */
const HEAP_MB = 150;

type Environment = Readonly<Record<string, string>>;

/** Exports in both formats; answers what the trailer of the lines tells. */
async function exportBoth(what: string, env: Environment, folder: string, lines: string) {
  // the same command with one claim's worth to do: what opening the store takes
  const idle = await step(
    `${what}: nothing`,
    ["export", "--where", NONE, "--out", path.join(folder, "none.csv")],
    env,
    0,
  );
  await step(`${what}: export as JSON Lines`, ["export", "--out", lines], env, null, idle, lines);
  const trailer = trailerOf(lines);
  const csv = path.join(folder, "all.csv");
  await step(`${what}: export as CSV`, ["export", "--out", csv], env, trailer.claims, idle, csv);
  return { claims: trailer.claims, digests: JSON.stringify(trailer.digests) };
}

/** A filter that no claim meets. */
const NONE = JSON.stringify({ subject: { id: { eq: "no such thing" } } });

function trailerOf(file: string): { readonly claims: number; readonly digests: unknown } {
  const text = readFileSync(file);
  const last = text.subarray(text.lastIndexOf("\n", text.length - 2) + 1).toString();
  return JSON.parse(last) as { claims: number; digests: unknown };
}

/** Runs a command; answers its memory at its highest, in megabytes. `claims`: null where the file tells. */
async function step(
  what: string,
  args: readonly string[],
  more: Environment,
  claims: number | null,
  idle = 0,
  file: string | null = null,
): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["bin/sanad.js", ...args], {
    env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`, ...more },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, highestMemory(child.pid!))), 100);
  const [code] = (await once(child, "close")) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`sanad ${args[0]} has ended with ${code}`);
  const seconds = (performance.now() - begun) / 1000;
  const done = claims ?? trailerOf(file!).claims;
  const size = file ? `, ${Math.round((await stat(file)).size / 1024 / 1024)} MB` : "";
  const above = idle > 0 ? ` (${peak - idle} above idle)` : "";
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(done / seconds)} claims a second${size}, ${peak} MB at most${above}`,
  );
  return peak;
}

/** In megabytes, of a process that runs, where the system tells (Linux). */
function highestMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /^VmHWM:\s*(\d+)/mu.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return Math.round(Number(kilobytes ?? 0) / 1024);
}
