import { parseArgs } from "node:util";
import { graphql } from "graphql";
import { prepare } from "../src/cli/open.js";
import { createContext } from "../src/graphql/context.js";
import { buildSchema } from "../src/graphql/schema.js";
import { loadOntology } from "../src/ontology/load.js";
import { openStore } from "../src/store/open.js";

/** What is asked of a generated graph; `chip-1`, `company-1` and `person-1` are those of which most is said. */
const QUESTIONS = [
  "{ conflicts(first: 50) { nodes { explanation claims { statement citations { quote } } } } }",
  "{ conflicts(first: 50) { totalCount } }",
  '{ conflicts(about: "chip-1", first: 50) { totalCount nodes { explanation } } }',
  '{ conflicts(about: "cluster-77") { totalCount nodes { explanation } } }',
  '{ claimTotals(where: { predicate: { eq: "USES_CHIP" }, modality: { eq: ACTUAL } }, groupBy: [OBJECT]) { group { name } claims quantity { sum } } }',
  '{ claimTotals(where: { predicate: { eq: "USES_CHIP" } }, groupBy: [YEAR]) { claims leftOut { conflicting repeated } quantity { sum } } }',
  "{ claimTotals { claims } }",
  ...[
    ...["person-1 chip-1", "person-77 chip-1", "company-1 chip-1", "company-1 company-2", "chip-1 chip-2"],
    ...["cluster-77 cluster-78", "cluster-9000 person-900", "source-5 chip-1"],
  ].map((ends) => {
    const [from, to] = ends.split(" ");
    return `{ paths(from: "${from}", to: "${to}") { length origins nodes { name } claims { statement citations { quote } } } }`;
  }),
];

/**
 * Asks a store that `bench:load` has filled for conflicts, totals and paths: `npm run bench:explore -- --on folder` (or `--on bolt://host:7687`,
 * as NEO4J_USER with NEO4J_PASSWORD). Prints of each question the least and the middle of seven times in milliseconds, and its statements.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { on: { type: "string" } } });
  if (!values.on) throw new Error("--on says which store is asked: a folder, or a Neo4j server's address");
  const ontology = loadOntology("schema/ontology.yaml");
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const neo4j = { uri: values.on, username, ...(password && { password }) };
  const store = await openStore(values.on.includes("://") ? { dataFolder: "", neo4j } : { dataFolder: values.on });
  try {
    await prepare({ ontology, store });
    const schema = buildSchema(ontology);
    for (const source of QUESTIONS) {
      const times: number[] = [];
      let told = "";
      for (let round = 0; round < 7; round++) {
        const contextValue = createContext(store, ontology);
        const begun = performance.now();
        const { errors } = await graphql({ schema, source, contextValue });
        times.push(performance.now() - begun);
        told = `${contextValue.levels.statements} statements${errors ? `, ${errors[0]!.message}` : ""}`;
      }
      times.sort((a, b) => a - b);
      console.log(`${times[0]!.toFixed(1)} / ${times[3]!.toFixed(1)} ms, ${told}: ${source}`);
    }
  } finally {
    await store.close();
  }
}
