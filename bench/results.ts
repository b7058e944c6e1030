import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { By } from "./servers.js";

/** What was measured on one engine and size of graph. It is kept as JSON, so that the page can be made of all that was ever measured. */
export interface Result {
  readonly engine: "neo4j" | "embedded";
  /** With its version. */
  readonly engineName: string;
  readonly claims: number;
  /** Settings of Sanad's other than the defaults, as `NAME=value`. */
  readonly settings: readonly string[];
  readonly workloads: Readonly<Record<string, WorkloadResult>>;
  /** By how many claims a mutation has. */
  readonly writes?: WritesResult;
  readonly soak?: SoakResult;
}

/** When, where and how something was measured. */
export interface Taken {
  readonly date: string;
  readonly machine: string;
  readonly versions: string;
  readonly how: string;
}

export interface WorkloadResult {
  readonly taken: Taken;
  readonly counts: By<{
    readonly bytes: number;
    readonly statements?: number;
    readonly hits?: number | null;
    readonly received?: number;
  }>;
  /** By number of connections. */
  readonly load: Readonly<Record<string, LoadResult>>;
}

/** Medians of the rounds. */
export interface LoadResult {
  readonly by: By<ServerLoad>;
  /** Medians of the rounds' ratios of requests a second. */
  readonly toFloor: number | null;
  readonly overPeer: number | null;
  /** Where the peer has not answered: for how many seconds it was waited. */
  readonly peerSilent?: number;
}

export interface ServerLoad {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time a request, of the server and of its database; null where the system does not tell. */
  readonly cpu: number | null;
  readonly database: number | null;
}

export interface WritesResult {
  readonly taken: Taken;
  readonly by: Readonly<
    Record<
      string,
      By<{
        readonly p50: number;
        readonly cpu: number | null;
        readonly database: number | null;
        readonly statements?: number;
      }>
    >
  >;
}

export interface SoakResult {
  readonly taken: Taken;
  /** Each minute: seconds since the start, requests answered since the minute before, errors among them, p99 in milliseconds, resident memory in MB. */
  readonly minutes: readonly {
    readonly seconds: number;
    readonly requests: number;
    readonly errors: number;
    readonly p99: number;
    readonly memory: number | null;
  }[];
}

const folder = path.join(import.meta.dirname, "results");

/** Keeps what was measured beside what is known of the same engine, size and settings; what was measured again takes the place of what was. */
export function keep(result: Result): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(
    folder,
    `${[result.engine, result.claims, ...result.settings].join("-").replaceAll(/[^\w-]+/gu, "_")}.json`,
  );
  const before = all().find((one) => nameOf(one) === nameOf(result));
  const merged = { ...before, ...result, workloads: { ...before?.workloads, ...result.workloads } };
  writeFileSync(file, `${JSON.stringify(merged, null, 1)}\n`);
}

/** All that was ever measured: engine by engine, the smaller graphs first. */
export function all(): Result[] {
  mkdirSync(folder, { recursive: true });
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Result;
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names
    .map(read)
    .sort((a, b) =>
      a.engine < b.engine ? 1 : a.engine > b.engine ? -1 : a.claims - b.claims || a.settings.length - b.settings.length,
    );
}

export function nameOf({ engine, claims, settings }: Pick<Result, "engine" | "claims" | "settings">): string {
  return [engine, claims, ...settings].join(" ");
}

/** The machine, as far as it matters. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`;
}

/** Of all that has a part in it. */
export function versions(engine: Result["engine"], engineName: string): string {
  const versionOf = (name: string, under = "") => {
    const file = path.join(import.meta.dirname, under, "node_modules", name, "package.json");
    return `${name} ${(JSON.parse(readFileSync(file, "utf8")) as { version: string }).version}`;
  };
  const peers = ["@neo4j/graphql", "@apollo/server"].map((name) => versionOf(name));
  const drivers = engine === "neo4j" ? [versionOf("neo4j-driver", ".."), ...peers] : [];
  return [`Node ${process.versions.node}`, engineName, ...drivers, versionOf("autocannon")].join(", ");
}

/** The middle one; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}
