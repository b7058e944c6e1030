import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import { Counter } from "./counts.js";
import { namesOf } from "./namesOf.js";
import { WORKLOADS } from "./workloads/all.js";
import { buildFloor, installPeers } from "./servers.js";
export async function main([uri, only, who = "sanad,floor,peer"]: string[]) {
  installPeers();
  await buildFloor();
  const store = await openStore({ dataFolder: "", neo4j: { uri: uri! } });
  const names = await namesOf(store, loadOntology("schema/ontology.yaml"));
  await store.close();
  const counter = await Counter.start(uri!, undefined);
  for (const w of WORKLOADS) {
    if (only && only !== "all" && !only.split(",").includes(w.name)) continue;
    for (const s of ["sanad", "floor", "peer"] as const) {
      if (!who.includes(s)) continue;
      try {
        console.log(w.name, s, JSON.stringify(await counter.count(s, w, w.variables(names))));
      } catch (e) {
        console.log(w.name, s, String(e).slice(0, 300));
      }
    }
  }
  await counter.stop();
}
