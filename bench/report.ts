import { writeFileSync } from "node:fs";
import path from "node:path";
import { all, type Result, type LoadResult, type Taken, type WorkloadResult } from "./results.js";
import { SERVERS, type ServerName } from "./servers.js";
import { WORKLOADS } from "./workloads/all.js";
import type { Workload } from "./workloads/workload.js";

/** Writes RESULTS.md anew, of all that was ever measured: `npm run bench:report`. The measuring steps do so themselves. */
export async function main(): Promise<void> {
  writeReport();
}

export function writeReport(): void {
  const results = all();
  const parts = [
    "# Results",
    "Made by the programs of this folder from what they have measured (`results/`); what is said here is changed by measuring again. What is compared, and how, stands in [README.md](README.md).",
    ...growth(results),
    ...results.flatMap(section),
  ];
  writeFileSync(path.join(import.meta.dirname, "RESULTS.md"), `${parts.join("\n\n")}\n`);
}

type Cell = string | number | null | undefined;

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** With three digits that count. */
function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(2);
}

function kilobytes(bytes: number | undefined): string {
  return figure(bytes === undefined ? undefined : bytes / 1000);
}

function titleOf({ engineName, claims, settings }: Result): string {
  return [`${engineName}, ${claims.toLocaleString("en")} claims`, ...settings].join(", with ");
}

/** The workloads that a result has, in their order. */
function measuredIn({ workloads }: Result): readonly (readonly [Workload, WorkloadResult])[] {
  return WORKLOADS.flatMap((workload) => {
    const measured = workloads[workload.name];
    return measured ? [[workload, measured] as const] : [];
  });
}

function connectionsIn(result: Result): string[] {
  const all = new Set(measuredIn(result).flatMap(([, { load }]) => Object.keys(load)));
  return [...all].sort((a, b) => Number(b) - Number(a));
}

/** How the time of one request at a time grows with the graph, engine by engine. */
function growth(results: readonly Result[]): string[] {
  const plain = results.filter(({ settings }) => settings.length === 0);
  const engines = [...new Set(plain.map(({ engine }) => engine))];
  const tables = engines.flatMap((engine) => {
    const sizes = plain.filter((one) => one.engine === engine);
    if (sizes.length < 2) return [];
    const time = (result: Result, name: string) => {
      const own = result.workloads[name]?.load["1"]?.by.sanad;
      return own && 1000 / own.perSecond;
    };
    const rows = WORKLOADS.map(({ name, what }) => {
      const times = sizes.map((result) => time(result, name));
      const [first, last] = [times[0], times.at(-1)];
      return [name, what, ...times.map(figure), first && last ? `× ${figure(last / first)}` : "–"];
    });
    const head = ["", "", ...sizes.map(({ claims }) => `${claims.toLocaleString("en")} claims`), "last to first"];
    return [`### ${sizes[0]!.engineName}`, table(head, rows)];
  });
  return tables.length === 0
    ? []
    : ["## As the graph grows", "Milliseconds a request, of Sanad, one connection.", ...tables];
}

function section(result: Result): string[] {
  const measured = measuredIn(result);
  return [
    `## ${titleOf(result)}`,
    ...takenOf(measured.map(([, { taken }]) => taken)),
    ...connectionsIn(result).flatMap((connections) => ratios(result, connections)),
    ...(measured.length > 0 ? costs(result, measured) : []),
    ...writes(result),
    ...soak(result),
  ];
}

/** Each way in which something was taken, once. */
function takenOf(all: readonly Taken[]): string[] {
  const said = all.map(({ date, machine, versions, how }) => `${date.slice(0, 10)}, ${machine}; ${versions}. ${how}`);
  return [...new Set(said)];
}

function ratios(result: Result, connections: string): string[] {
  const hasPeer = result.engine === "neo4j";
  const rows = measuredIn(result).flatMap(([{ name, what, goal, peer }, { load }]) => {
    const measured = load[connections];
    if (!measured) return [];
    const { by, toFloor, overPeer, peerSilent } = measured;
    const speed = (server: ServerName) =>
      by[server] ? `${figure(by[server].perSecond)} / ${figure(by[server].p50)} / ${figure(by[server].p99)}` : "–";
    const over = peerSilent && overPeer !== null ? `over ${figure(overPeer)}` : figure(overPeer);
    const peerCells = hasPeer
      ? [
          peerSilent ? `none in ${peerSilent} s` : peer ? speed("peer") : "cannot",
          over,
          peer && goal ? goalOver(goal.peer, load["1"] ?? measured) : "",
        ]
      : [];
    return [
      [name, what, speed("sanad"), speed("floor"), figure(toFloor), goal ? figure(goal.floor) : "", ...peerCells],
    ];
  });
  const head = [
    "",
    "",
    "Sanad",
    "floor",
    "to the floor",
    "goal",
    ...(hasPeer ? ["peer", "over the peer", "goal"] : []),
  ];
  const few = connections === "1" ? "1 connection" : `${connections} connections`;
  return [
    `### ${few}`,
    "Requests a second / p50 / p99 in milliseconds; ratios of requests a second.",
    table(head, rows),
  ];
}

/** Never slower; of filters at which it takes over a second, a hundred times as fast. */
function goalOver(goal: number, { by: { peer }, peerSilent }: LoadResult): string {
  return figure(goal === 1 && (peerSilent || (peer && peer.p50 > 1000)) ? 100 : goal);
}

/** What a request costs. */
function costs(result: Result, measured: readonly (readonly [Workload, WorkloadResult])[]): string[] {
  const servers = SERVERS.filter((name) => name !== "peer" || result.engine === "neo4j");
  const most = connectionsIn(result)[0]!;
  const each = (of: (server: ServerName) => string) => servers.map(of).join(" / ");
  const inDatabase = result.engine === "neo4j";
  const rows = measured.map(([{ name }, { counts, load }]) => {
    const by = load[most]?.by ?? {};
    return [
      name,
      each((server) => figure(by[server]?.cpu)),
      ...(inDatabase
        ? [
            each((server) => figure(by[server]?.database)),
            each((server) => `${counts[server]?.statements ?? "–"}`),
            each((server) => counts[server]?.hits?.toLocaleString("en") ?? "–"),
            each((server) => kilobytes(counts[server]?.received)),
          ]
        : []),
      each((server) => kilobytes(counts[server]?.bytes)),
    ];
  });
  const head = [
    "",
    "CPU of the server, ms",
    ...(inDatabase ? ["CPU of the database, ms", "statements", "database hits", "Bolt, kB"] : []),
    "answer, kB",
  ];
  const lacking = inDatabase
    ? WORKLOADS.flatMap(({ name, peer }) =>
        peer === null ? [`- ${name}: it has no word for it.`] : peer.lacks ? [`- ${name}: ${peer.lacks.what}.`] : [],
      )
    : [];
  return [
    "### What a request costs",
    `${servers.map((name) => ({ sanad: "Sanad", floor: "floor", peer: "peer" })[name]).join(" / ")}; processor time with ${most} connections${inDatabase ? "; database hits by PROFILE, and what the database sends, of one request" : ""}.`,
    table(head, rows),
    ...(lacking.length > 0
      ? ["What the peer does not answer, so that the rest was compared:", lacking.join("\n")]
      : []),
  ];
}

function writes({ writes: measured }: Result): string[] {
  if (!measured) return [];
  const rows = Object.entries(measured.by).map(([claims, by]) => [
    claims,
    ...SERVERS.map((server) =>
      by[server]
        ? `${figure(by[server].p50)} / ${figure(by[server].cpu)} / ${figure(by[server].database)} / ${by[server].statements ?? "–"}`
        : "–",
    ),
    by.sanad && by.floor ? figure(by.floor.p50 / by.sanad.p50) : "–",
    by.sanad && by.peer ? figure(by.peer.p50 / by.sanad.p50) : "–",
  ]);
  return [
    "### A mutation",
    ...takenOf([measured.taken]),
    "By how many claims it has: milliseconds until the answer, the median / CPU of the server / of the database / statements. One connection, one mutation after another.",
    table(["claims", "Sanad", "floor", "peer", "to the floor", "over the peer"], rows),
  ];
}

function soak({ soak: measured }: Result): string[] {
  if (!measured) return [];
  const rows = measured.minutes.map(({ seconds, requests, errors, p99, memory }) => [
    Math.round(seconds / 60),
    requests.toLocaleString("en"),
    errors,
    figure(p99),
    memory,
  ]);
  return [
    "### Memory under load",
    ...takenOf([measured.taken]),
    table(["minute", "requests", "errors", "p99, ms", "memory, MB"], rows),
  ];
}
