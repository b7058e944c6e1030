import { parseArgs } from "node:util";
import { Counter } from "./counts.js";
import { openGraph, type OpenGraph } from "./graph.js";
import { processOn } from "./processes.js";
import { proveAll, type Proven } from "./prove.js";
import { writeReport } from "./report.js";
import { ask, requestOf } from "./requests.js";
import { keep, machine, versions, type LoadResult, type Taken, type WorkloadResult } from "./results.js";
import { runRounds } from "./rounds.js";
import { Bench, buildFloor, installPeers, NOTHING_KEPT, type By } from "./servers.js";
import { chosen } from "./workloads/all.js";
import type { Workload } from "./workloads/workload.js";

/**
 * Measures what the servers can do on a graph that is there, after the proof that they answer alike, and writes it into RESULTS.md:
 * `npm run bench:measure -- --of bolt://host:7687` (as NEO4J_USER with NEO4J_PASSWORD), or `--of folder` of the embedded engine.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      of: { type: "string" },
      workloads: { type: "string" },
      connections: { type: "string", default: "1,16" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "1.5" },
      warm: { type: "string", default: "1" },
      patience: { type: "string", default: "60" },
      /** Settings of Sanad's beside the defaults: `--with NAME=value`. */
      with: { type: "string", multiple: true, default: [] },
    },
  });
  installPeers();
  await buildFloor();
  const open = await openGraph(values.of);
  const { engine, engineName, claims, graph, names } = open;
  const workloads = chosen(values.workloads);
  const [rounds, seconds, warm, patience] = [values.rounds, values.seconds, values.warm, values.patience].map(
    Number,
  ) as [number, number, number, number];
  const taken: Taken = {
    date: new Date().toISOString(),
    machine: machine(),
    versions: versions(engine, engineName),
    how: `${rounds} rounds of ${seconds} s after ${warm} s of warming up, in which the servers take turns.`,
  };
  const settings = [NOTHING_KEPT, ...values.with];
  const bench = new Bench(graph, settings);
  try {
    const proven = await proveAll(bench, workloads, (workload) => workload.variables(names), patience);
    const counts = await countAll(bench, open, settings, proven);
    const database = "neo4j" in graph ? processOn(Number(new URL(graph.neo4j).port || 7687)) : null;
    const all: Record<string, WorkloadResult> = {};
    for (const workload of workloads) {
      const loads: Record<string, LoadResult> = {};
      for (const connections of values.connections.split(",").map(Number)) {
        const length = { rounds, seconds, warm, patience };
        const variables = workload.variables(names);
        const alone = proven.get(workload)!;
        loads[connections] = await runRounds(bench, workload, variables, connections, alone, database, length);
        console.log(told(workload, connections, loads[connections]));
      }
      all[workload.name] = { taken, counts: counts.get(workload)!, load: loads };
      keep({ engine, engineName, claims, settings: values.with, workloads: all });
    }
    writeReport();
  } finally {
    await bench.stop();
  }
}

/** What one request costs: on Neo4j in all that can be counted, else in bytes. */
async function countAll(bench: Bench, { graph, names }: OpenGraph, settings: readonly string[], proven: Proven) {
  const counts = new Map<Workload, WorkloadResult["counts"]>();
  if ("neo4j" in graph) await bench.stop();
  const counter = "neo4j" in graph ? await Counter.start(graph.neo4j, bench.names, settings) : null;
  try {
    for (const [workload, alone] of proven) {
      const variables = workload.variables(names);
      const by: WorkloadResult["counts"] = {};
      for (const name of bench.names) {
        if ((alone[name] ?? null) === null) continue;
        if (counter) {
          const { profiled: _, ...counted } = (await counter.count(name, workload, variables))!;
          by[name] = counted;
        } else {
          const answer = await ask(requestOf(await bench.server(name), workload, variables)!);
          by[name] = { bytes: Buffer.byteLength(answer!) };
        }
      }
      counts.set(workload, by);
    }
  } finally {
    await counter?.stop();
  }
  return counts;
}

function told({ name }: Workload, connections: number, { by, toFloor, overPeer }: LoadResult): string {
  const each = Object.entries(by as Required<By<{ perSecond: number; p50: number; p99: number }>>).map(
    ([server, { perSecond, p50, p99 }]) => `${server} ${perSecond.toFixed(1)}/s ${p50}/${p99} ms`,
  );
  const ratios = `to the floor ${toFloor?.toFixed(2) ?? "–"}, over the peer ${overPeer?.toFixed(2) ?? "–"}`;
  return `${name}, ${connections} connections: ${each.join(", ")}; ${ratios}`;
}
