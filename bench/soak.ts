import { parseArgs } from "node:util";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { Client } from "./client.js";
import { withOwnGraph, type OwnGraph } from "./ownGraph.js";
import { residentMemory } from "./processes.js";
import { writeReport } from "./report.js";
import { requestOf, type Sent } from "./requests.js";
import { keep, machine, versions, type SoakResult } from "./results.js";
import { Bench, type Server } from "./servers.js";
import { WORKLOADS } from "./workloads/all.js";
import { mutationOf, NewClaims } from "./workloads/mutation.js";

/**
 * Keeps the server under a mixed load of all workloads and of mutations, and tells every minute how much memory it takes:
 * `npm run bench:soak -- --minutes 60 --claims 100000`, on a Neo4j 5.26 that it starts, or with `--embedded`; the graph is thrown away.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "100000" },
      neo4j: { type: "string", default: "5.26" },
      embedded: { type: "boolean", default: false },
      minutes: { type: "string", default: "60" },
      connections: { type: "string", default: "16" },
      /** Which part of the requests are mutations, of ten claims each. */
      writes: { type: "string", default: "0.05" },
      /** Settings of Sanad's beside the defaults: `--with NAME=value`. */
      with: { type: "string", multiple: true, default: [] },
    },
  });
  const [minutes, connections, writes] = [values.minutes, values.connections, values.writes].map(Number) as [
    number,
    number,
    number,
  ];
  const neo4j = values.embedded ? null : (values.neo4j as Neo4jVersion);
  await withOwnGraph({ claims: Number(values.claims), neo4j }, async (open) => {
    const { engine, engineName, claims, graph, settings } = open;
    const bench = new Bench(graph, [...settings, ...values.with]);
    try {
      const load = new Soak(open, await bench.server("sanad"), connections, writes);
      const told = await load.run(minutes);
      const how = `${connections} connections without a pause; of 100 requests ${writes * 100} mutations of ten claims, else each of the workloads as often as the others.`;
      const taken = { date: new Date().toISOString(), machine: machine(), versions: versions(engine, engineName), how };
      keep({ engine, engineName, claims, settings: values.with, workloads: {}, soak: { taken, minutes: told } });
      writeReport();
    } finally {
      await bench.stop();
    }
  });
}

type Minute = SoakResult["minutes"][number];

class Soak {
  readonly #client: Client;
  readonly #reads: readonly Sent[];
  readonly #made: NewClaims;
  #requests = 0;
  #errors = 0;
  #latencies: number[] = [];
  readonly #faults = new Map<string, number>();

  constructor(
    private readonly open: OwnGraph,
    private readonly server: Server,
    private readonly connections: number,
    private readonly writes: number,
  ) {
    this.#client = new Client(connections);
    this.#reads = WORKLOADS.map((workload) => requestOf(server, workload, workload.variables(open.names))!);
    this.#made = new NewClaims(Math.round(open.claims / 10));
  }

  async run(minutes: number): Promise<Minute[]> {
    const begun = performance.now();
    const end = begun + minutes * 60_000;
    const told: Minute[] = [this.#tell(0)];
    const timer = setInterval(() => told.push(this.#tell((performance.now() - begun) / 1000)), 60_000);
    const connection = async () => {
      while (performance.now() < end) await this.#one();
    };
    await Promise.all(Array.from({ length: this.connections }, connection));
    clearInterval(timer);
    told.push(this.#tell((performance.now() - begun) / 1000));
    for (const [message, times] of this.#faults) console.log(`  ${times} × ${message}`);
    this.#client.close();
    return told;
  }

  #tell(seconds: number): Minute {
    const sorted = this.#latencies.sort((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
    const minute = {
      seconds,
      requests: this.#requests,
      errors: this.#errors,
      p99,
      memory: residentMemory(this.server.pid),
    };
    [this.#requests, this.#errors, this.#latencies] = [0, 0, []];
    console.log(
      `${Math.round(seconds / 60)} min: ${minute.requests} requests, ${minute.errors} errors; p99 ${Math.round(p99)} ms; ${minute.memory ?? "?"} MB`,
    );
    return minute;
  }

  async #one(): Promise<void> {
    const begun = performance.now();
    try {
      const { errors } = await this.#client.send(this.#next());
      if (errors) throw new Error(errors[0]!.message);
    } catch (error) {
      this.#errors++;
      const message = error instanceof Error ? error.message : String(error);
      this.#faults.set(message, (this.#faults.get(message) ?? 0) + 1);
    }
    this.#requests++;
    this.#latencies.push(performance.now() - begun);
  }

  #next(): Sent {
    if (Math.random() < this.writes) return mutationOf(this.server, this.#made.next(10), this.open.token);
    return this.#reads[Math.floor(Math.random() * this.#reads.length)]!;
  }
}
