import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
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
/** What there is of each server, where it is there. */
export type By<T> = Partial<Record<ServerName, T>>;

/** Where the graph is: the address of a Neo4j server, or a folder for the embedded engine. */
export type Graph = { readonly neo4j: string } | { readonly folder: string };

/** Of Sanad: that it makes every answer anew. Who asks the same again and again would measure nothing but what is kept of the first. */
export const NOTHING_KEPT = "SANAD_RESPONSE_CACHE=0";

/** Starts one of the servers, each with the memory for what is young that `npm start` gives Sanad. `settings` are Sanad's beside the defaults, as `NAME=value`. */
export async function startServer(name: ServerName, graph: Graph, settings: readonly string[] = []): Promise<Server> {
  const [command, own] = COMMANDS[name];
  const where = "neo4j" in graph ? { NEO4J_URI: graph.neo4j } : { SANAD_DATA: graph.folder };
  const child = spawn(process.execPath, ["--max-semi-space-size=32", ...command], {
    env: { ...process.env, NODE_ENV: "production", ...where, ...own, ...(name === "sanad" && pairs(settings)) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child, name);
  return { name, url, pid: child.pid!, stop: () => stop(child) };
}

const COMMANDS: Readonly<Record<ServerName, readonly [command: string[], env: NodeJS.ProcessEnv]>> = {
  // the rate limit is there to refuse what a benchmark does
  sanad: [["bin/sanad.js", "serve"], { SANAD_RATE_LIMIT: "0", LOG_LEVEL: "error", PORT: "0" }],
  floor: [["bench/dist/main.js"], {}],
  peer: [["bench/peer/server.js"], {}],
};

function pairs(settings: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(settings.map((one) => one.split(/=(.*)/su, 2))) as NodeJS.ProcessEnv;
}

/** Of the line in which a server says that it is ready. */
async function addressOf(child: ChildProcess, name: ServerName): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    const [url] = /http:\/\/[\w.]+:\d+/u.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error(`${name} has ended before it was ready`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
  child.kill("SIGTERM");
  await once(child, "exit");
  clearTimeout(patience);
}

/**
 * The servers that are compared over one graph. A folder is left as it is: one process at a time may open one, so each server has a copy of its own.
 */
export class Bench {
  readonly #running = new Map<ServerName, Server>();
  #copies: string | null = null;

  constructor(
    private readonly graph: Graph,
    private readonly settings: readonly string[] = [],
  ) {}

  get names(): readonly ServerName[] {
    return "neo4j" in this.graph ? SERVERS : ["sanad", "floor"];
  }

  /** One of the servers, started where it is not there. */
  async server(name: ServerName): Promise<Server> {
    const running = this.#running.get(name);
    if (running) return running;
    const started = await startServer(name, await this.#graphOf(name), this.settings);
    this.#running.set(name, started);
    return started;
  }

  /** Ends one of the servers at once, and with it what it has its database do. */
  async end(name: ServerName): Promise<void> {
    const server = this.#running.get(name);
    this.#running.delete(name);
    await server?.stop();
  }

  async stop(): Promise<void> {
    for (const name of [...this.#running.keys()]) await this.end(name);
    if (this.#copies !== null) await rm(this.#copies, { recursive: true, force: true });
    this.#copies = null;
  }

  async #graphOf(name: ServerName): Promise<Graph> {
    if ("neo4j" in this.graph) return this.graph;
    this.#copies ??= await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
    const copy = path.join(this.#copies, name);
    if (!existsSync(copy)) await cp(this.graph.folder, copy, { recursive: true });
    return { folder: copy };
  }
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
  console.log("npm ci --prefix bench: @neo4j/graphql, Apollo Server and autocannon go into bench/node_modules");
  execFileSync("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"], { stdio: "inherit" });
}
