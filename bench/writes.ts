import { parseArgs } from "node:util";
import neo4jDriver from "neo4j-driver";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { Counter } from "./counts.js";
import type { Asserted } from "./floor/mutation.js";
import { withOwnGraph, type OwnGraph } from "./ownGraph.js";
import { processorTime } from "./processes.js";
import { writeReport } from "./report.js";
import { ask } from "./requests.js";
import { keep, machine, median, versions, type WritesResult } from "./results.js";
import { Bench, buildFloor, installPeers, type By, type ServerName } from "./servers.js";
import { mutationOf, NewClaims, SIZES } from "./workloads/mutation.js";

/**
 * Measures mutations on a graph of its own, which is thrown away: `npm run bench:writes -- --claims 100000`, on a Neo4j 5.26 that it starts, or with
 * `--embedded` on the embedded engine. What is measured is written into RESULTS.md.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: "string", default: "100000" },
      neo4j: { type: "string", default: "5.26" },
      embedded: { type: "boolean", default: false },
      /** How many mutations of each size each server is sent, in turns of five. */
      mutations: { type: "string", default: "20" },
    },
  });
  installPeers();
  await buildFloor();
  const neo4j = values.embedded ? null : (values.neo4j as Neo4jVersion);
  await withOwnGraph({ claims: Number(values.claims), neo4j }, async (graph) => {
    const { engine, engineName, claims } = graph;
    const by = await measure(graph, Number(values.mutations));
    const how = `Each server was sent ${values.mutations} mutations of each size, in turns of ${TURN}.`;
    const taken = { date: new Date().toISOString(), machine: machine(), versions: versions(engine, engineName), how };
    keep({ engine, engineName, claims, settings: [], workloads: {}, writes: { taken, by } });
    writeReport();
  });
}

const TURN = 5;

async function measure(open: OwnGraph, mutations: number): Promise<WritesResult["by"]> {
  const { graph, database, claims, token, settings } = open;
  const bench = new Bench(graph, settings);
  const made = new NewClaims(Math.round(claims / 10));
  const by: Record<string, By<WriteTimes>> = {};
  try {
    if ("neo4j" in graph) await proveAlike(bench, graph.neo4j, made, token);
    for (const size of SIZES) {
      const times = new Map<ServerName, Times>(bench.names.map((name) => [name, new Times()]));
      for (const name of bench.names)
        for (let at = 0; at < TURN; at++) await mutate(bench, name, made.next(size), token);
      for (let done = 0; done < mutations; done += TURN) {
        for (const name of bench.names) {
          const { pid } = await bench.server(name);
          const turn = async () => {
            for (let at = 0; at < TURN; at++) times.get(name)!.add(await mutate(bench, name, made.next(size), token));
          };
          await times.get(name)!.during(turn, pid, database);
        }
      }
      by[size] = Object.fromEntries([...times].map(([name, one]) => [name, one.result()]));
      console.log(`${size} claims: ${JSON.stringify(by[size])}`);
    }
  } finally {
    await bench.stop();
  }
  if ("neo4j" in graph) await countStatements(graph.neo4j, settings, made, token, by);
  return by;
}

type WriteTimes = NonNullable<WritesResult["by"][string]["sanad"]>;

/** How long mutations took, and what the processors did meanwhile. */
class Times {
  readonly #milliseconds: number[] = [];
  #cpu: number | null = 0;
  #database: number | null = 0;

  add(milliseconds: number): void {
    this.#milliseconds.push(milliseconds);
  }

  async during(act: () => Promise<void>, server: number, database: number | null): Promise<void> {
    const spent = () => [server, database].map((pid) => (pid === null ? null : processorTime(pid)));
    const before = spent();
    await act();
    const [cpu, ofDatabase] = spent().map((after, index) =>
      after === null || before[index] === null ? null : after - before[index]!,
    );
    this.#cpu = this.#cpu === null || cpu === null ? null : this.#cpu + cpu!;
    this.#database = this.#database === null || ofDatabase === null ? null : this.#database + ofDatabase!;
  }

  result(): WriteTimes {
    const each = (sum: number | null) => (sum === null ? null : sum / this.#milliseconds.length);
    return { p50: median(this.#milliseconds), cpu: each(this.#cpu), database: each(this.#database) };
  }
}

async function mutate(bench: Bench, name: ServerName, claims: readonly Asserted[], token: string): Promise<number> {
  const sent = mutationOf(await bench.server(name), claims, token);
  const begun = performance.now();
  const answer = await ask(sent);
  const milliseconds = performance.now() - begun;
  const { data, errors } = JSON.parse(answer!) as { readonly data: MutationData; readonly errors?: unknown };
  const written = data?.assertClaims?.created ?? data?.updateChips?.info.relationshipsCreated;
  if (errors || written !== claims.length)
    throw new Error(`${name} has written ${written} of ${claims.length} claims: ${answer!.slice(0, 2000)}`);
  return milliseconds;
}

type MutationData = {
  readonly assertClaims?: { readonly created: number };
  readonly updateChips?: { readonly info: { readonly relationshipsCreated: number } };
} | null;

/** Proves that the floor writes as many nodes and edges as Sanad does. */
async function proveAlike(bench: Bench, uri: string, made: NewClaims, token: string): Promise<void> {
  const driver = neo4jDriver.driver(uri);
  const count = async () => {
    const text = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges";
    const { records } = await driver.executeQuery(text);
    return ["nodes", "edges"].map((key) => Number(records[0]!.get(key)));
  };
  const written: string[] = [];
  await mutate(bench, "sanad", made.next(10), token); // whoever comes first writes the words that all quotes have
  for (const name of bench.names) {
    const before = await count();
    await mutate(bench, name, made.next(10), token);
    const after = await count();
    written.push(after.map((value, index) => value - before[index]!).join(" nodes, "));
    console.log(`10 claims by ${name}: ${written.at(-1)} edges`);
  }
  await driver.close();
  if (written[0] !== written[1]) throw new Error("the floor does not write what sanad writes");
}

async function countStatements(
  uri: string,
  settings: readonly string[],
  made: NewClaims,
  token: string,
  by: Record<string, By<WriteTimes>>,
): Promise<void> {
  const counter = await Counter.start(uri, undefined, settings);
  try {
    for (const size of SIZES) {
      for (const name of counter.names) {
        const statements = await counter.statementsOf(name, (server) => mutationOf(server, made.next(size), token));
        by[size]![name] = { ...by[size]![name]!, statements };
      }
    }
  } finally {
    await counter.stop();
  }
}
