import { loadGraph } from "../../../bench/loadGraph.js";
import { prepare } from "../../../src/cli/open.js";
import { schemaStatements } from "../../../src/cypher/schema.js";
import { loadSeeds } from "../../../src/exchange/seeds/loadSeeds.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Store } from "../../../src/store/port.js";
import { restrictSource } from "../../../src/store/curate/restrictSource.js";
import { openEmbedded } from "../../store/embedded.js";
import type { OpenEngine } from "../../store/engines.js";
import { PROJECT, type OpenedStore } from "../seededStore.js";

/** The project's seeds, one source of them restricted, a generated graph of so many claims beside them, and a claim that took the place of another. */
export async function sourceGraph(claims: number): Promise<OpenedStore> {
  const source = await emptyTarget(openEmbedded);
  const { store, ontology } = source;
  await prepare(source);
  await loadSeeds(store, ontology, PROJECT.seeds);
  await restrictSource({ store, ontology, by: "test" }, "merritt-post", true, "a test");
  if (claims > 0) await loadGraph(store, ontology, { claims, batchSize: 1000 });
  await change(
    store,
    `MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 2 WITH collect(c.id) AS ids
     MATCH (a:Claim {id: ids[0]}) MATCH (b:Claim {id: ids[1]}) CREATE (a)-[:SUPERSEDES]->(b)`,
  );
  return source;
}

/** An empty store as `sanad copy` finds its target: with constraints and indexes, without a layout. */
export async function emptyTarget(open: OpenEngine): Promise<OpenedStore> {
  const ontology = loadOntology(PROJECT.ontology);
  const schema = schemaStatements(ontology);
  const opened = await open(schema);
  await opened.store.applySchema(schema);
  return { ...opened, ontology };
}

/** Changes a store behind the program's back. */
export async function change(store: Store, text: string): Promise<void> {
  await store.write((run) => run({ name: "test.change", text, params: {} }));
}

/** A store that does something else before it is asked what follows `begin`. */
export function meddledWith(store: Store): {
  readonly store: Store;
  readonly begin: (meddle: () => Promise<void>) => void;
} {
  let done: Promise<void> = Promise.resolve();
  return {
    store: {
      capabilities: store.capabilities,
      read: async (statement, access) => {
        await done;
        return store.read(statement, access);
      },
      write: (work, access) => store.write(work, access),
      applySchema: (statements) => store.applySchema(statements),
      close: () => store.close(),
    },
    begin: (meddle) => void (done = meddle()),
  };
}
