import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import { load, type Round } from "./autocannon.js";
import { namesOf } from "./namesOf.js";
import { processOn, processorTime } from "./processorTime.js";
import { ask, requestOf } from "./requests.js";
import { proveSame } from "./sameAnswers.js";
import { buildFloor, installPeers, SERVERS, startServer, type Server } from "./servers.js";
import { WORKLOADS } from "./workloads/all.js";

export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      of: { type: "string" },
      workloads: { type: "string" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "2" },
      connections: { type: "string", multiple: true, default: ["1", "16"] },
    },
  });
  installPeers();
  await buildFloor();
  const neo4j = values.of!;
  const store = await openStore({ dataFolder: "", neo4j: { uri: neo4j } });
  const names = await namesOf(store, loadOntology("schema/ontology.yaml"));
  await store.close();
  console.log(names);
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  const servers: Server[] = [];
  try {
    for (const name of SERVERS) servers.push(await startServer(name, { neo4j }));
    const database = processOn(Number(new URL(neo4j).port || 7687));
    for (const workload of WORKLOADS) {
      const variables = workload.variables(names);
      await proveSame(servers, workload, variables);
      console.log(`${workload.name}: all answer alike`);
      for (const connections of values.connections.map(Number)) {
        const rounds = new Map<string, (Round & { cpu: number; database: number })[]>();
        const amounts = new Map<string, number>();
        for (const server of servers) {
          const sent = requestOf(server, workload, variables)!;
          for (let at = 0; at < 5; at++) await ask(sent);
          const warm = await load(sent, connections, 8 * connections, path.join(folder, "body.json"));
          amounts.set(server.name, Math.max(connections * 2, Math.round(warm.perSecond * Number(values.seconds))));
        }
        for (let round = 0; round < Number(values.rounds); round++) {
          for (const server of servers) {
            const sent = requestOf(server, workload, variables)!;
            const before = [server.pid, database!].map((pid) => processorTime(pid)!);
            const one = await load(sent, connections, amounts.get(server.name)!, path.join(folder, "body.json"));
            const [cpu, db] = [server.pid, database!].map(
              (pid, i) => (processorTime(pid)! - before[i]!) / one.requests,
            );
            rounds.set(server.name, [...(rounds.get(server.name) ?? []), { ...one, cpu: cpu!, database: db! }]);
          }
        }
        for (const [name, all] of rounds) {
          const median = (of: (one: (typeof all)[number]) => number) =>
            all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
          console.log(
            `${workload.name} ${connections} ${name.padEnd(6)} ${median((r) => r.perSecond)
              .toFixed(1)
              .padStart(
                8,
              )}/s p50 ${median((r) => r.p50)} p99 ${median((r) => r.p99)} cpu ${median((r) => r.cpu).toFixed(2)} database ${median((r) => r.database).toFixed(2)}`,
          );
        }
      }
    }
  } finally {
    for (const server of servers) await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
