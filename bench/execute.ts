import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  buildSchema as schemaFromText,
  execute as executeByGraphqlJs,
  isIntrospectionType,
  isLeafType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  printSchema,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import type { Statement } from "../src/cypher/statement.js";
import { createContext } from "../src/graphql/context.js";
import { executorOf, type Execute } from "../src/graphql/execute/executor.js";
import { buildSchema } from "../src/graphql/schema.js";
import { loadOntology } from "../src/ontology/load.js";
import { GraphStatistics } from "../src/store/graphStatistics.js";
import { openStore } from "../src/store/open.js";
import type { Store } from "../src/store/port.js";
import { operations } from "../tests/graphql/operations.js";
import { fill } from "./load.js";

/**
 * Executes the flagship, for the first hundred clusters and with everything that it asks for, by graphql-js and by the compiled way, in turns, and prints
 * the processor's time for each: over the answer itself (everything ready, or behind promises), and as the server does, over rows that are remembered.
 * `npm run bench:execute -- --claims 10000`, or `--of folder` for a graph that is there.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "10000" },
      of: { type: "string" },
      rounds: { type: "string", default: "15" },
    },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  try {
    const graph = values.of ?? path.join(folder, "graph");
    if (values.of === undefined) await fill(graph, { claims: Number(values.claims) });
    const store = await openStore({ dataFolder: graph });
    try {
      await compare(store, Number(values.rounds));
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const FIRST = 100;

async function compare(store: Store, rounds: number): Promise<void> {
  const ontology = loadOntology("schema/ontology.yaml");
  const schema = buildSchema(ontology);
  const statistics = await new GraphStatistics(store, ontology).count();
  const kept = remembering(store);
  const document = withoutFilter(parse(operations.get("MuskClusters")!));
  const asked = { document, variableValues: { first: FIRST } };
  const context = () => createContext(kept, ontology, undefined, undefined, statistics);
  const { data, errors } = await executorOf(schema)({ ...asked, contextValue: context() });
  if (errors) throw errors[0]!;
  console.log(`the flagship over ${FIRST} clusters: ${JSON.stringify(data).length} bytes`);
  console.log(`ms of CPU, medians of ${rounds} rounds         graphql-js  compiled   ratio`);
  const rootValue = data;
  for (const [name, of, given] of [
    ["the answer's own objects, ready", answering(schema, false), () => ({ rootValue })],
    ["the same, each behind a promise", answering(schema, true), () => ({ rootValue })],
    ["the server's resolvers, rows remembered", schema, () => ({ contextValue: context() })],
  ] as const) {
    const compiled = executorOf(of);
    const ways: readonly Execute[] = [(args) => executeByGraphqlJs({ schema: of, ...args }), compiled];
    const times = ways.map((): number[] => []);
    const answers: string[] = [];
    for (let round = -WARM; round < rounds; round++) {
      for (const [index, way] of ways.entries()) {
        const begun = process.cpuUsage();
        const answer = await way({ ...asked, ...given() });
        const { user, system } = process.cpuUsage(begun);
        if (round >= 0) times[index]!.push((user + system) / 1000);
        answers[index] = told(answer);
      }
    }
    if (answers[0] !== answers[1]) throw new Error(`${name}: the two answer differently`);
    const [theirs, ours] = times.map((each) => each.sort((a, b) => a - b)[Math.floor(rounds / 2)]!) as [number, number];
    const figures = [
      theirs.toFixed(1).padStart(10),
      ours.toFixed(1).padStart(9),
      (ours / theirs).toFixed(2).padStart(7),
    ];
    console.log([name.padEnd(40), ...figures].join(" "));
  }
}

/** Rounds before those that count. */
const WARM = 8;

function told(answer: ExecutionResult): string {
  if (answer.errors) throw answer.errors[0]!;
  return JSON.stringify(answer);
}

function withoutFilter(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ variable }) => (["chip", "person"].includes(variable.name.value) ? null : undefined),
    Argument: ({ name }) => (name.value === "where" ? null : undefined),
  });
}

/** A store that answers a statement that it has answered before from memory. */
function remembering(store: Store): Store {
  const rows = new Map<string, ReturnType<Store["read"]>>();
  return {
    capabilities: store.capabilities,
    read(statement: Statement, access) {
      const key = JSON.stringify([statement.text, statement.params]);
      if (!rows.has(key)) rows.set(key, store.read(statement, access));
      return rows.get(key)!;
    },
    write: (work) => store.write(work),
    applySchema: (statements) => store.applySchema(statements),
    close: () => store.close(),
  };
}

/** The schema with properties in the place of resolvers; those that lead to objects may be promises. */
function answering(schema: GraphQLSchema, promised: boolean): GraphQLSchema {
  const bare = schemaFromText(printSchema(schema));
  for (const type of Object.values(bare.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = ({ __typename }: { readonly __typename: string }) => __typename;
    if (!promised || !isObjectType(type) || isIntrospectionType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      if (isLeafType(getNamedType(field.type))) continue;
      field.resolve = async (source: Readonly<Record<string, unknown>>) => source[name];
    }
  }
  return bare;
}
