import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";

/** A server under measurement, in a process of its own. */
export interface Server {
  readonly name: ServerName;
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export const SERVERS = ["sanad", "floor", "peer"] as const;
export type ServerName = (typeof SERVERS)[number];

/** Where the graph is: the address of a Neo4j server, or a folder for the embedded engine. */
export type Graph = { readonly neo4j: string } | { readonly folder: string };

/** Starts one of the servers; the peer knows Neo4j alone. */
export async function startServer(name: ServerName, graph: Graph): Promise<Server> {
  const [command, own] = COMMANDS[name];
  const where = "neo4j" in graph ? { NEO4J_URI: graph.neo4j } : { SANAD_DATA: graph.folder };
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NODE_ENV: "production", ...where, ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return { name, url, pid: child.pid!, stop: () => stop(child) };
}

const COMMANDS: Readonly<Record<ServerName, readonly [command: string[], env: NodeJS.ProcessEnv]>> = {
  // the rate limit is there to refuse what a benchmark does
  sanad: [["bin/sanad.js", "serve"], { SANAD_RATE_LIMIT: "0", LOG_LEVEL: "error", PORT: "0" }],
  floor: [["bench/dist/main.js"], {}],
  peer: [["bench/peer/server.js"], {}],
};

/** Of the line in which a server says that it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    const [url] = /http:\/\/[\w.]+:\d+/u.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error("the server has ended before it was ready");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

const folder = import.meta.dirname;

/** Makes the floor a program of plain JavaScript, and with it the sentences that the peer borrows. */
export async function buildFloor(): Promise<void> {
  await build({
    ...{ configFile: false, logLevel: "warn", publicDir: false },
    build: {
      ...{ ssr: true, outDir: path.join(folder, "dist"), emptyOutDir: true, target: "node20", minify: false },
      rolldownOptions: { input: ["main", "statement"].map((name) => path.join(folder, `floor/${name}.ts`)) },
    },
  });
}

/** Installs what the benchmark alone needs, where it is missing. */
export function installPeers(): void {
  if (existsSync(path.join(folder, "node_modules/@neo4j/graphql"))) return;
  console.log(
    "npm ci --prefix bench: @neo4j/graphql, Apollo Server and autocannon are installed into bench/node_modules",
  );
  execFileSync("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"], { stdio: "inherit" });
}
