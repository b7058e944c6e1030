import { parseArgs } from "node:util";
import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import { namesOf } from "./namesOf.js";
import { proveSame } from "./sameAnswers.js";
import { ask, requestOf } from "./requests.js";
import { buildFloor, installPeers, SERVERS, startServer, type Server } from "./servers.js";
import { WORKLOADS } from "./workloads/all.js";
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { of: { type: "string" }, only: { type: "string" } } });
  installPeers();
  await buildFloor();
  const neo4j = values.of!;
  const store = await openStore({ dataFolder: "", neo4j: { uri: neo4j } });
  const names = await namesOf(store, loadOntology("schema/ontology.yaml"));
  await store.close();
  console.log(names);
  const servers: Server[] = [];
  try {
    for (const name of SERVERS) servers.push(await startServer(name, { neo4j }));
    for (const workload of WORKLOADS) {
      if (values.only && !values.only.split(",").includes(workload.name)) continue;
      const variables = workload.variables(names);
      try {
        await proveSame(servers, workload, variables);
        const told = [];
        for (const server of servers) {
          const sent = requestOf(server, workload, variables);
          if (!sent) continue;
          const begun = performance.now();
          const text = await ask(sent);
          told.push(`${server.name} ${text.length} B ${(performance.now() - begun).toFixed(0)} ms`);
        }
        console.log(`${workload.name}: alike; ${told.join(", ")}`);
      } catch (error) {
        console.log(String(error).slice(0, 3000));
      }
    }
  } finally {
    for (const server of servers) await server.stop();
  }
}
