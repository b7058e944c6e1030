import { isDeepStrictEqual, parseArgs } from "node:util";
import { openGraph } from "./graph.js";
import { ask, requestOf } from "./requests.js";
import { Bench, buildFloor, installPeers, NOTHING_KEPT, type By, type ServerName } from "./servers.js";
import { chosen } from "./workloads/all.js";
import type { Variables, Workload } from "./workloads/workload.js";

/** Proves that all servers answer all workloads alike: `npm run bench:prove -- --of bolt://host:7687`, or `--of folder`. It ends with the differences where they do not. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { of: { type: "string" }, workloads: { type: "string" }, patience: { type: "string", default: "60" } },
  });
  installPeers();
  await buildFloor();
  const { graph, names } = await openGraph(values.of);
  const bench = new Bench(graph, [NOTHING_KEPT]);
  try {
    await proveAll(bench, chosen(values.workloads), (workload) => workload.variables(names), Number(values.patience));
  } finally {
    await bench.stop();
  }
}

/** For each workload how long, in milliseconds, each server takes for it alone; null where it has not answered in time. */
export type Proven = ReadonlyMap<Workload, By<number | null>>;

/**
 * Asks every server every workload, brings what it answers into one form, and compares. Throws with the differences. Cursors are each server's own, so
 * it is only compared whether there is one; the claims of a proof have no order. A peer that does not answer in time is ended, so that its database is
 * free of what nobody waits for any more.
 */
export async function proveAll(
  bench: Bench,
  workloads: readonly Workload[],
  variablesOf: (workload: Workload) => Variables,
  patience: number,
): Promise<Proven> {
  const proven = new Map<Workload, By<number | null>>(workloads.map((workload) => [workload, {}]));
  const expected = new Map<Workload, unknown>();
  for (const name of bench.names) {
    for (const workload of workloads) {
      const variables = variablesOf(workload);
      const { data, milliseconds } = await answerOf(bench, name, workload, variables, patience);
      if (data === undefined) continue;
      proven.get(workload)![name] = milliseconds;
      if (name === "sanad") expected.set(workload, data);
      else if (data !== null) compare(workload, name, expected.get(workload), data);
    }
  }
  for (const [{ name }, times] of proven) {
    const told = Object.entries(times).map(([server, time]) =>
      time === null ? `${server} not within ${patience} s` : `${server} ${time.toFixed(1)} ms`,
    );
    console.log(`${name}: all answer alike; ${told.join(", ")}`);
  }
  return proven;
}

interface Answer {
  /** Undefined where the server cannot be asked, null where it has not answered in time. */
  readonly data: unknown;
  readonly milliseconds: number | null;
}

async function answerOf(
  bench: Bench,
  name: ServerName,
  workload: Workload,
  variables: Variables,
  patience: number,
): Promise<Answer> {
  const sent = requestOf(await bench.server(name), workload, variables);
  if (!sent) return { data: undefined, milliseconds: null };
  const first = await ask(sent, patience);
  if (first === null) {
    await bench.end(name);
    return { data: null, milliseconds: null };
  }
  const { data, errors } = JSON.parse(first) as { readonly data: unknown; readonly errors?: readonly unknown[] };
  if (errors) throw new Error(`${workload.name}, ${name}: ${JSON.stringify(errors).slice(0, 2000)}`);
  const begun = performance.now();
  await ask(sent, 10 * patience); // the database knows the statement now
  return { data, milliseconds: performance.now() - begun };
}

function compare({ name, peer }: Workload, server: ServerName, expected: unknown, actual: unknown): void {
  const differences =
    server === "peer"
      ? differencesOf(
          inOneForm(peer!.lacks?.rest(expected as never) ?? expected),
          inOneForm(peer!.answer(actual as never)),
          "",
        )
      : differencesOf(inOneForm(expected), inOneForm(actual), "");
  if (differences.length === 0) return;
  const shown = differences.slice(0, 10).join("\n");
  throw new Error(`${name}: ${server} answers otherwise than sanad in ${differences.length} places:\n${shown}`);
}

function inOneForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneForm);
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  const entries = given.map(([key, one]) => {
    if (/cursor$/iu.test(key)) return [key, one === null ? null : "a cursor"];
    if (key === "evidence") return [key, (inOneForm(one) as { id: string }[]).sort((a, b) => (a.id < b.id ? -1 : 1))];
    return [key, inOneForm(one)];
  });
  return Object.fromEntries(entries) as unknown;
}

function differencesOf(expected: unknown, actual: unknown, at: string): string[] {
  if (isDeepStrictEqual(expected, actual)) return [];
  if (!isObject(expected) || !isObject(actual))
    return [`${at}: ${JSON.stringify(expected)} | ${JSON.stringify(actual)}`];
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) => differencesOf(expected[key], actual[key], `${at}.${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
