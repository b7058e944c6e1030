import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { execute, parse, type DocumentNode } from "graphql";
import type { Statistics } from "../src/cypher/statistics.js";
import type { Statement } from "../src/cypher/statement.js";
import { createContext } from "../src/graphql/context.js";
import { buildSchema } from "../src/graphql/schema.js";
import { loadOntology } from "../src/ontology/load.js";
import { GraphStatistics } from "../src/store/graphStatistics.js";
import { openStore } from "../src/store/open.js";
import type { Store } from "../src/store/port.js";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { startNeo4j } from "../tests/neo4j/startNeo4j.js";
import { fill } from "./load.js";
import { namesOf } from "./namesOf.js";
import { QUESTIONS } from "./questions.js";

const ontology = loadOntology("schema/ontology.yaml");
const schema = buildSchema(ontology);

/**
 * Asks graphs of several sizes the same questions, in this process, and shows by how much each costs more where the graph is larger:
 * `npm run bench:ask -- --claims 10000 --claims 100000`, with `--neo4j 5.26` in servers of its own in place of the embedded engine; or
 * `--of folder-of-10k --of folder-of-100k`, of graphs that are there (or addresses of Neo4j servers, as NEO4J_USER with NEO4J_PASSWORD).
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", multiple: true, default: [] },
      neo4j: { type: "string" },
      of: { type: "string", multiple: true, default: [] },
      rounds: { type: "string", default: "15" },
    },
  });
  const rounds = Number(values.rounds);
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  const measured: Measured[][] = [];
  try {
    for (const name of values.of) measured.push(await measure(name, rounds));
    for (const claims of values.claims.map(Number)) {
      if (values.neo4j === undefined) {
        await fill(path.join(folder, String(claims)), { claims });
        measured.push(await measure(path.join(folder, String(claims)), rounds));
        continue;
      }
      process.env["NEO4J_PASSWORD"] = "benchmark";
      const server = await startNeo4j({ version: values.neo4j as Neo4jVersion, password: "benchmark" });
      try {
        await fill(server.uri, { claims });
        measured.push(await measure(server.uri, rounds));
      } finally {
        await server.stop();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const [first] = measured;
  console.log(`\nmilliseconds, medians of ${rounds} rounds; statements of the first; beside the smallest graph\n`);
  for (const [index, { question }] of (first ?? []).entries()) {
    const times = measured.map((graph) => graph[index]!);
    const grown = times.map(({ milliseconds }) => (milliseconds / times[0]!.milliseconds).toFixed(1)).slice(1);
    console.log(
      [
        question.padEnd(44),
        ...times.map(({ milliseconds }) => milliseconds.toFixed(2).padStart(9)),
        `${times[0]!.statements}`.padStart(4),
        ...grown.map((ratio) => `×${ratio}`.padStart(8)),
        `rows ${times.map(({ rows }) => rows).join("/")}`,
      ].join(" "),
    );
  }
}

interface Measured {
  readonly question: string;
  /** Of the whole answer: parsed and validated before, executed, read. */
  readonly milliseconds: number;
  readonly statements: number;
  readonly rows: number;
}

async function measure(name: string, rounds: number): Promise<Measured[]> {
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const neo4j = { uri: name, username, ...(password && { password }) };
  const store = await openStore(name.includes("://") ? { dataFolder: "", neo4j } : { dataFolder: name });
  try {
    const statistics = await new GraphStatistics(store, ontology).count();
    const names = await namesOf(store, ontology);
    console.log(`${name}: ${statistics.claims(null)} claims; ${JSON.stringify(names)}`);
    const measured: Measured[] = [];
    for (const { name: question, query, variables } of QUESTIONS) {
      const document = parse(query);
      const asked = variables(names);
      const sent: Statement[] = [];
      const ask = () => answer(store, statistics, document, asked, sent);
      const { answer: first } = await ask();
      const statements = sent.length;
      const milliseconds = await median(rounds, async () => void (await ask()));
      measured.push({ question, milliseconds, statements, rows: first });
      console.log(`  ${question}: ${milliseconds.toFixed(2)} ms`);
    }
    return measured;
  } finally {
    await store.close();
  }
}

/** Executes a document in process; how many rows the first list of it has. */
async function answer(
  store: Store,
  statistics: Statistics,
  document: DocumentNode,
  variableValues: object,
  sent: Statement[],
) {
  const noted: Store = {
    ...store,
    capabilities: store.capabilities,
    read: (statement, access) => (sent.push(statement), store.read(statement, access)),
    write: (work) => store.write(work),
    applySchema: (all) => store.applySchema(all),
    close: () => store.close(),
  };
  const contextValue = createContext(noted, ontology, undefined, undefined, statistics);
  const { data, errors } = await execute({
    schema,
    document,
    contextValue,
    variableValues: variableValues as Record<string, unknown>,
  });
  if (errors) throw errors[0]!;
  const list = Object.values(data ?? {})[0] as { edges?: unknown[] } | null;
  return { answer: list?.edges?.length ?? (list ? 1 : 0) };
}

async function median(rounds: number, act: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}
