import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { execute, parse, type DocumentNode } from "graphql";
import { foldName } from "../src/claims/foldName.js";
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
import { QUESTIONS, type Names } from "./questions.js";

const ontology = loadOntology("schema/ontology.yaml");
const schema = buildSchema(ontology);

/**
 * Asks graphs of several sizes the same questions, and shows by how much each costs more where the graph is larger, and beside the same by hand:
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
  console.log(
    `\nmilliseconds, medians of ${rounds} rounds; statements of the first; beside the smallest graph; beside the same by hand\n`,
  );
  for (const [index, { question }] of (first ?? []).entries()) {
    const times = measured.map((graph) => graph[index]!);
    const grown = times.map(({ milliseconds }) => (milliseconds / times[0]!.milliseconds).toFixed(1)).slice(1);
    const hand = times.map(({ hand: by, planned }) => (by === null ? "" : (planned! / by).toFixed(2)));
    console.log(
      [
        question.padEnd(44),
        ...times.map(({ milliseconds }) => milliseconds.toFixed(2).padStart(9)),
        `${times[0]!.statements}`.padStart(4),
        ...grown.map((ratio) => `×${ratio}`.padStart(8)),
        ...hand.map((ratio) => ratio.padStart(7)),
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
  /** Of the page's statement alone, and of the same by hand. */
  readonly planned: number | null;
  readonly hand: number | null;
}

async function measure(name: string, rounds: number): Promise<Measured[]> {
  const { NEO4J_USER: username = "neo4j", NEO4J_PASSWORD: password } = process.env;
  const neo4j = { uri: name, username, ...(password && { password }) };
  const store = await openStore(name.includes("://") ? { dataFolder: "", neo4j } : { dataFolder: name });
  try {
    const statistics = await new GraphStatistics(store, ontology).count();
    const names = await namesOf(store);
    console.log(`${name}: ${statistics.claims(null)} claims; ${JSON.stringify(names)}`);
    const measured: Measured[] = [];
    for (const { name: question, query, variables, byHand } of QUESTIONS) {
      const document = parse(query);
      const asked = variables(names);
      const sent: Statement[] = [];
      const ask = () => answer(store, statistics, document, asked, sent);
      const { answer: first } = await ask();
      const statements = sent.length;
      const page = sent.find(({ name: one }) => one.endsWith(".page"));
      const milliseconds = await median(rounds, async () => void (await ask()));
      let planned: number | null = null;
      let hand: number | null = null;
      if (byHand && page) {
        const hands = byHand({ ...names, person: foldName(names.person), hub: foldName(names.hub) });
        const person = (asked as { where: unknown }).where;
        const statement = JSON.stringify(person).includes("nobody")
          ? { ...hands, params: { ...hands.params, person: "nobody at all" } }
          : hands;
        const [mine, theirs] = [await store.read(page), await store.read(statement)];
        const ids = (rows: readonly object[]) => rows.slice(0, 20).map((row) => (row as { id: string }).id);
        if (JSON.stringify(ids(mine)) !== JSON.stringify(ids(theirs)))
          throw new Error(`${question}: other rows by hand: ${JSON.stringify([ids(mine), ids(theirs)])}`);
        planned = await median(rounds, async () => void (await store.read(page)));
        hand = await median(rounds, async () => void (await store.read(statement)));
      }
      measured.push({ question, milliseconds, statements, rows: first, planned, hand });
      console.log(
        `  ${question}: ${milliseconds.toFixed(2)} ms${hand === null ? "" : `, ${planned!.toFixed(2)} beside ${hand.toFixed(2)} by hand`}`,
      );
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

/** The hub is the first chip; the person is one who controls a company that owns clusters with the hub, and few of them. */
async function namesOf(store: Store): Promise<Names> {
  const name = async (text: string, params = {}) =>
    (await store.read({ name: "bench.names", text, params }))[0] as Record<string, string>;
  const holds = (r: string) => HOLDS.replaceAll("r.", `${r}.`);
  const people = await name(
    `MATCH (p:Person) WHERE p.id <> 'person-1' MATCH (p)-[a:\`CONTROLS\`]->(c:Company) WHERE ${holds("a")} MATCH (c)-[b:\`OWNS\`]->(k:Cluster) WHERE ${holds("b")} MATCH (k)-[d:\`USES_CHIP\`]->(h:Chip) WHERE ${holds("d")} AND h.id = 'chip-1' WITH p, count(DISTINCT k) AS n WHERE n >= 1 AND n <= 4 RETURN p.id AS id, p.name AS person ORDER BY n, id LIMIT 1`,
  );
  const [hub, chip, speaker] = await Promise.all(
    ["chip-1", "chip-3", "person-1"].map(
      async (id) => (await name("UNWIND [$id] AS x MATCH (e:Entity {id: x}) RETURN e.name AS name", { id }))["name"]!,
    ),
  );
  const claim = await name(
    "UNWIND ['cluster-7'] AS x MATCH (e:Entity {id: x})<-[:SUBJECT]-(c:Claim) RETURN c.id AS id ORDER BY id LIMIT 1",
  );
  return { hub: hub!, chip: chip!, speaker: speaker!, person: people["person"]!, claim: claim["id"]! };
}

const HOLDS = "r.status = 'ACTIVE' AND r.rank <> 'DEPRECATED'";

async function median(rounds: number, act: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}
