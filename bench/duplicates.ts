import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { nameId } from "../src/claims/claimId.js";
import { foldName, sortName } from "../src/claims/foldName.js";
import { prepare } from "../src/cli/open.js";
import type { Batch } from "../src/cypher/record.js";
import { createContext } from "../src/graphql/context.js";
import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";
import type { Store } from "../src/store/port.js";
import { recordBatch } from "../src/store/recordBatch.js";
import { generateGraph } from "./generateGraph.js";

const ontology = loadOntology("schema/ontology.yaml");

/** How many entities that are no sources a generated graph has to a claim; and of how many of them one is written down a second time. */
const TO_A_CLAIM = 0.183;
const ONE_IN = 50;

/**
 * How long it takes to find duplicates: `npm run bench:duplicates -- --entities 100000 --into folder` (or `--into bolt://host:7687`, as NEO4J_USER
 * with NEO4J_PASSWORD). An empty store is filled with a generated graph of so many entities beside its sources, and as many claims; one
 * entity in fifty is there a second time under a name that differs a little. A store that holds a graph is measured as it is.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { entities: { type: "string", default: "10000" }, into: { type: "string" } },
  });
  if (!values.into) throw new Error("--into says which store is measured: a folder, or a Neo4j server's address");
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const neo4j = { uri: values.into, username, ...(password && { password }) };
  const store = await openStore(values.into.includes("://") ? { dataFolder: "", neo4j } : { dataFolder: values.into });
  try {
    await prepare({ ontology, store });
    const [counted] = await store.read({
      name: "bench.count",
      text: "MATCH (e:Entity) RETURN count(e) AS total",
      params: {},
    });
    if (Number(counted!["total"]) === 0) await fill(store, Number(values.entities));
    await measure(store);
  } finally {
    await store.close();
  }
}

async function fill(store: Store, entities: number): Promise<void> {
  let claims = 0;
  let copies = 0;
  for (const batch of generateGraph(ontology, { claims: Math.round(entities / TO_A_CLAIM) })) {
    const planted = copiesOf(batch);
    copies += planted.entities.length;
    await recordBatch(store, ontology, batch, "generator");
    if (planted.entities.length > 0) await recordBatch(store, ontology, planted, "generator");
    claims += batch.claims.length;
    if (claims >= entities) break;
  }
  console.log(`filled with ${claims} claims; ${copies} entities stand there twice`);
}

/** Entities of a batch, now and then one, under another id and a name that differs: a letter less, words the other way round, a word more, or nothing. */
function copiesOf(batch: Batch): Batch {
  const copied = batch.entities.filter(({ kind }, index) => kind !== "SOURCE" && index % ONE_IN === 0);
  const entities = copied.map(({ id, kind, properties }, index) => {
    const name = properties["name"] as string;
    const words = name.split(" ");
    const letter = [...name].findIndex((sign) => /\p{L}/u.test(sign)) + 1;
    const other = [
      name.slice(0, letter) + name.slice(letter + 1),
      words.reverse().join(" "),
      `${name} Limited`,
      name.toUpperCase(),
    ][index % 4]!;
    const named = { name: other, sortName: sortName(other), nameTexts: [other], aliasLanguages: [], aliasTexts: [] };
    return { id: `${id}-again`, kind, properties: { ...properties, ...named } };
  });
  const names = entities.map(({ id, properties }) => {
    const folded = foldName(properties["name"]);
    return { id: nameId(id, folded), entity: id, folded };
  });
  const none = { identifiers: [], texts: [], authors: [], publishers: [], derivations: [], claims: [], citations: [] };
  return { ...none, entities, names };
}

async function measure(store: Store): Promise<void> {
  const { duplicates } = createContext(store, ontology);
  for (const kind of [ontology.kinds.get("CLUSTER")!, ontology.kinds.get("PERSON")!, null, null]) {
    const { levels, loaders, access } = createContext(store, ontology);
    const before = process.memoryUsage().rss;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const begun = performance.now();
    const { candidates } = await duplicates.of(kind, { levels, loaders, access });
    const took = performance.now() - begun;
    delay.disable();
    const planted = candidates.filter(({ entities: [one, other] }) => other === `${one}-again`).length;
    console.log(
      `${kind?.name ?? "all"}: ${took.toFixed(0)} ms, ${candidates.length} candidates, ${planted} of them planted; ` +
        `others waited ${(delay.max / 1e6).toFixed(0)} ms at most; memory ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more`,
    );
  }
}
