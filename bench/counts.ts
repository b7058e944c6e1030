import neo4j, { type Driver, type ProfiledPlan } from "neo4j-driver";
import { BoltTap, type SentStatement } from "./boltTap.js";
import { ask, requestOf } from "./requests.js";
import { SERVERS, startServer, type Server, type ServerName } from "./servers.js";
import type { Variables, Workload } from "./workloads/workload.js";

/** What one request costs, in numbers that are the same on any machine. */
export interface Counts {
  /** Of the answer. */
  readonly bytes: number;
  readonly statements: number;
  /** Of all statements together, by PROFILE. */
  readonly hits: number;
  /** What the database sends for it. */
  readonly received: number;
}

/** The servers, each with something between it and the database that notes what is sent. */
export class Counter {
  private constructor(
    private readonly tapped: readonly { readonly server: Server; readonly tap: BoltTap }[],
    private readonly driver: Driver,
  ) {}

  static async start(uri: string, password: string | undefined): Promise<Counter> {
    const tapped: { server: Server; tap: BoltTap }[] = [];
    for (const name of SERVERS) {
      const tap = new BoltTap(new URL(uri));
      tapped.push({ server: await startServer(name, { neo4j: await tap.listen() }), tap });
    }
    const auth = password === undefined ? undefined : neo4j.auth.basic("neo4j", password);
    return new Counter(tapped, neo4j.driver(uri, auth, { useBigInt: true }));
  }

  async stop(): Promise<void> {
    for (const { server, tap } of this.tapped) {
      await server.stop();
      tap.stop();
    }
    await this.driver.close();
  }

  async count(name: ServerName, workload: Workload, variables: Variables): Promise<Counts | null> {
    const { server, tap } = this.tapped.find((one) => one.server.name === name)!;
    const sent = requestOf(server, workload, variables);
    if (!sent) return null;
    // what a server asks of its own accord, beside a request, only ever adds
    const tries: { bytes: number; received: number; statements: readonly SentStatement[] }[] = [];
    for (let at = 0; at < 4; at++) {
      tap.reset();
      const bytes = Buffer.byteLength(await ask(sent));
      tries.push({ bytes, received: tap.received, statements: tap.statements });
    }
    const least = tries.reduce((best, one) => (one.statements.length < best.statements.length ? one : best));
    let hits = 0;
    for (const statement of least.statements) hits += await this.#hitsOf(statement);
    return { bytes: least.bytes, statements: least.statements.length, received: least.received, hits };
  }

  async #hitsOf({ text, params }: SentStatement): Promise<number> {
    const session = this.driver.session({ defaultAccessMode: "READ" });
    try {
      const { summary } = await session.run(`PROFILE ${text}`, params);
      return summary.profile ? hitsIn(summary.profile) : 0;
    } finally {
      await session.close();
    }
  }
}

function hitsIn({ dbHits, children }: ProfiledPlan): number {
  return Number(dbHits) + children.reduce((sum, child) => sum + hitsIn(child), 0);
}
