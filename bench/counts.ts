import { parseArgs } from "node:util";
import neo4j, { type Driver, type ProfiledPlan } from "neo4j-driver";
import { BoltTap, type SentStatement } from "./boltTap.js";
import { openGraph } from "./graph.js";
import { ask, requestOf, type Sent } from "./requests.js";
import {
  buildFloor,
  installPeers,
  NOTHING_KEPT,
  SERVERS,
  startServer,
  type Server,
  type ServerName,
} from "./servers.js";
import { chosen } from "./workloads/all.js";
import type { Variables, Workload } from "./workloads/workload.js";

/**
 * Counts what requests cost on a Neo4j, in numbers that are the same on any machine: `npm run bench:counts -- --of bolt://host:7687`, with
 * `--workloads F,X2` for some only, and `--profile` to see what the database does for each statement.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      of: { type: "string" },
      workloads: { type: "string" },
      servers: { type: "string", default: SERVERS.join(",") },
      profile: { type: "boolean", default: false },
    },
  });
  installPeers();
  await buildFloor();
  const { names } = await openGraph(values.of);
  const counter = await Counter.start(values.of!, values.servers.split(",") as ServerName[], [NOTHING_KEPT]);
  try {
    for (const workload of chosen(values.workloads)) {
      for (const name of counter.names) {
        const counts = await counter.count(name, workload, workload.variables(names));
        if (!counts) continue;
        const { bytes, statements, hits, received } = counts;
        console.log(
          `${workload.name} ${name}: ${statements} statements, ${hits} hits, ${received} B of Bolt, ${bytes} B`,
        );
        if (values.profile) for (const one of counts.profiled) console.log(`\n${one.text}\n${treeOf(one.profile, "")}`);
      }
    }
  } finally {
    await counter.stop();
  }
}

/** What one request costs, in numbers that are the same on any machine. */
export interface Counts {
  /** Of the answer. */
  readonly bytes: number;
  readonly statements: number;
  /** Of all statements together, by PROFILE. */
  readonly hits: number;
  /** What the database sends for it. */
  readonly received: number;
  readonly profiled: readonly { readonly text: string; readonly profile: ProfiledPlan }[];
}

/** The servers, each with something between it and the database that notes what is sent. */
export class Counter {
  private constructor(
    private readonly tapped: readonly { readonly server: Server; readonly tap: BoltTap }[],
    private readonly driver: Driver,
  ) {}

  static async start(
    uri: string,
    names: readonly ServerName[] = SERVERS,
    settings: readonly string[] = [],
  ): Promise<Counter> {
    const tapped: { server: Server; tap: BoltTap }[] = [];
    for (const name of names) {
      const tap = new BoltTap(new URL(uri));
      tapped.push({ server: await startServer(name, { neo4j: await tap.listen() }, settings), tap });
    }
    const password = process.env["NEO4J_PASSWORD"];
    const auth = password === undefined ? undefined : neo4j.auth.basic("neo4j", password);
    return new Counter(tapped, neo4j.driver(uri, auth, { useBigInt: true }));
  }

  get names(): readonly ServerName[] {
    return this.tapped.map(({ server }) => server.name);
  }

  async stop(): Promise<void> {
    for (const { server, tap } of this.tapped) {
      await server.stop();
      tap.stop();
    }
    await this.driver.close();
  }

  /** How many statements a server sends for a request that is sent once, after another like it. */
  async statementsOf(name: ServerName, request: (server: Server) => Sent): Promise<number> {
    const { server, tap } = this.tapped.find((one) => one.server.name === name)!;
    await ask(request(server));
    tap.reset();
    await ask(request(server));
    return tap.statements.length;
  }

  async count(name: ServerName, workload: Workload, variables: Variables): Promise<Counts | null> {
    const { server, tap } = this.tapped.find((one) => one.server.name === name)!;
    const sent = requestOf(server, workload, variables);
    if (!sent) return null;
    // what a server asks of its own accord, beside a request, only ever adds
    await ask(sent); // the first time it may ask which database this is
    const tries: { bytes: number; received: number; statements: readonly SentStatement[] }[] = [];
    for (let at = 0; at < 4; at++) {
      tap.reset();
      const begun = performance.now();
      const bytes = Buffer.byteLength((await ask(sent))!);
      tries.push({ bytes, received: tap.received, statements: tap.statements });
      if (performance.now() - begun > 1000) break;
    }
    const least = tries.reduce((best, one) => (one.statements.length < best.statements.length ? one : best));
    const profiled: { text: string; profile: ProfiledPlan }[] = [];
    for (const { text, params } of least.statements)
      profiled.push({ text, profile: await this.#profile(text, params) });
    const hits = profiled.reduce((sum, { profile }) => sum + hitsIn(profile), 0);
    return { bytes: least.bytes, statements: profiled.length, received: least.received, hits, profiled };
  }

  async #profile(text: string, params: SentStatement["params"]): Promise<ProfiledPlan> {
    const session = this.driver.session({ defaultAccessMode: "READ" });
    try {
      const { summary } = await session.run(`PROFILE ${text}`, params);
      return summary.profile as ProfiledPlan;
    } finally {
      await session.close();
    }
  }
}

function hitsIn({ dbHits, children }: ProfiledPlan): number {
  return Number(dbHits) + children.reduce((sum, child) => sum + hitsIn(child), 0);
}

function treeOf({ operatorType, dbHits, rows, arguments: args, children }: ProfiledPlan, indent: string): string {
  const { Details: details = "" } = args as { readonly Details?: string };
  const line = `${indent}${operatorType.replace("@neo4j", "")} ${dbHits} hits, ${rows} rows: ${details.slice(0, 160)}`;
  // the last child is the one that comes first
  return [line, ...children.map((child, index) => treeOf(child, index > 0 ? `${indent}| ` : indent))].join("\n");
}
