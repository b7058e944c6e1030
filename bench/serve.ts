import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs, promisify } from "node:util";
import { operations } from "../tests/graphql/operations.js";
import { Client, type Answer } from "./client.js";
import { residentMemory } from "./processes.js";

/**
 * Puts a real server under a mixed load of reads and writes and tells, every ten seconds, how many were answered, how fast, what failed, and
 * how much memory the server takes: `npm run bench:serve -- --connections 256 --minutes 5 --writes 0.1`.
 * With NEO4J_URI (and NEO4J_USER, NEO4J_PASSWORD) the server works on that database, else on a folder of its own.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      connections: { type: "string", default: "256" },
      minutes: { type: "string", default: "5" },
      /** Which part of the requests are mutations. */
      writes: { type: "string", default: "0.1" },
    },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-load-"));
  const server = await startServer(folder);
  try {
    const load = new Load(server.url, await tokenOf(folder), Number(values.connections), Number(values.writes));
    await load.prepare();
    await load.run(Number(values.minutes) * 60_000, () => residentMemory(server.process.pid!));
  } finally {
    server.process.kill("SIGTERM");
    const [code] = (await once(server.process, "exit")) as [number | null];
    console.log(`The server ended with ${code} on SIGTERM.`);
    await rm(folder, { recursive: true, force: true });
  }
}

const LAUNCHER = "bin/sanad.js";

/** Settings of the server's: a load from one address is what the rate limit is there to refuse. */
function settings(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, SANAD_DATA: folder, SANAD_RATE_LIMIT: "0", PORT: "0", LOG_LEVEL: "error" };
}

async function startServer(folder: string): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const child = spawn(process.execPath, [LAUNCHER, "serve", "--seed"], {
    env: settings(folder),
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/\S+(?=\/graphql )/u.exec(line) ?? [];
    if (url) return { url, process: child };
  }
  throw new Error("the server has ended before it was ready");
}

async function tokenOf(folder: string): Promise<string> {
  const args = [LAUNCHER, "token", "--role", "curator", "--subject", "load"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: settings(folder) });
  return stdout.trim();
}

class Load {
  readonly #client: Client;
  #source = "";
  readonly #clusters: string[] = [];
  readonly #claims: string[] = [];
  #next = 0;
  #latencies: number[] = [];
  #counts = { reads: 0, writes: 0, errors: 0 };
  readonly #faults = new Map<string, number>();

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly connections: number,
    private readonly writes: number,
  ) {
    this.#client = new Client(connections);
  }

  /** Records entities and a source to write about. */
  async prepare(): Promise<void> {
    const named = (text: string) => [{ language: "en", text }];
    const source = { names: named("A ledger of the load"), sourceType: "REPORT", url: "https://example.org/load" };
    const added = await this.#send("AddSource", { source });
    this.#source = (added.data!["addSource"] as { source: { id: string } }).source.id;
    const entities = Array.from({ length: 200 }, (_, index) => ({ kind: "CLUSTER", names: named(`Load ${index}`) }));
    const clusters = await this.#send("AddEntities", { entities });
    const { entities: made } = clusters.data!["addEntities"] as { entities: { id: string }[] };
    this.#clusters.push(...made.map(({ id }) => id));
  }

  async run(milliseconds: number, memory: () => number | null): Promise<void> {
    const begun = performance.now();
    const end = begun + milliseconds;
    const totals = { reads: 0, writes: 0, errors: 0 };
    const tell = () => {
      const sorted = this.#latencies.sort((a, b) => a - b);
      const at = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
      const { reads, writes, errors } = this.#counts;
      const seconds = Math.round((performance.now() - begun) / 1000);
      console.log(
        `${String(seconds).padStart(4)} s: ${reads} reads, ${writes} writes, ${errors} errors; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${memory() ?? "?"} MB`,
      );
      for (const key of ["reads", "writes", "errors"] as const) totals[key] += this.#counts[key];
      this.#counts = { reads: 0, writes: 0, errors: 0 };
      this.#latencies = [];
    };
    const timer = setInterval(tell, 10_000);
    await Promise.all(
      Array.from({ length: this.connections }, async () => {
        while (performance.now() < end) await this.#one();
      }),
    );
    clearInterval(timer);
    tell();
    const rate = Math.round((totals.reads + totals.writes) / (milliseconds / 1000));
    console.log(
      `${this.connections} connections: ${totals.reads} reads and ${totals.writes} writes (${rate} a second), ${totals.errors} errors; ${this.#claims.length} claims asserted`,
    );
    for (const [message, times] of this.#faults) console.log(`  ${times} × ${message}`);
    this.#client.close();
  }

  async #one(): Promise<void> {
    const write = Math.random() < this.writes;
    const begun = performance.now();
    try {
      const { errors } = await (write ? this.#write() : this.#read());
      if (errors) throw new Error(errors[0]!.message);
    } catch (error) {
      this.#counts.errors++;
      const message = error instanceof Error ? error.message : String(error);
      this.#faults.set(message, (this.#faults.get(message) ?? 0) + 1);
    }
    this.#latencies.push(performance.now() - begun);
    this.#counts[write ? "writes" : "reads"]++;
  }

  #read(): Promise<Answer> {
    const reads: readonly (readonly [operation: string, variables: object])[] = [
      ["MuskClusters", { chip: "H100", person: "Elon Musk" }],
      ["EntityPage", { id: "cortex" }],
      ["EntityPage", { id: pick(this.#clusters) }],
      ["Search", { text: "Colossus" }],
      ["Provenance", { id: pick(this.#claims) ?? "c_none" }],
    ];
    return this.#send(...pick(reads)!);
  }

  /** Mostly new claims; also claims asserted again, cited again, ranked. */
  async #write(): Promise<Answer> {
    const known = pick(this.#claims);
    const kind = known === undefined ? 0 : Math.random();
    if (kind > 0.9) return this.#send("SetRank", { id: known, rank: pick(["NORMAL", "PREFERRED"]), reason: "load" });
    if (kind > 0.8) {
      const citations = [{ source: this.#source, quote: `cited ${this.#next++}` }];
      return this.#send("Cite", { id: known, citations });
    }
    const number = ++this.#next;
    const quantity = { amount: number, unit: "chip", bound: "EXACT" };
    const claim = {
      ...{ subject: pick(this.#clusters), predicate: "USES_CHIP", object: "h100", quantity, modality: "OPINION" },
      citations: [{ source: this.#source, quote: `${number} chips` }],
    };
    const answer = await this.#send("Assert", { claims: [claim] });
    const claims = (answer.data?.["assertClaims"] as { claims: { id: string }[] } | null)?.claims ?? [];
    this.#claims.push(...claims.map(({ id }) => id));
    return answer;
  }

  #send(operationName: string, variables: object): Promise<Answer> {
    const body = JSON.stringify({ query: operations.get(operationName), operationName, variables });
    const headers = { authorization: `Bearer ${this.token}` };
    return this.#client.send({ url: `${this.url}/graphql`, body, headers });
  }
}

function pick<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
