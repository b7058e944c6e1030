import { isDeepStrictEqual } from "node:util";
import { ask, requestOf } from "./requests.js";
import type { Server } from "./servers.js";
import type { Variables, Workload } from "./workloads/workload.js";

/**
 * Proves that all servers answer a workload alike: what they answer is brought into one form and compared. Throws with the differences. Cursors are
 * each server's own, so it is only compared whether there is one; the claims of a proof have no order.
 */
export async function proveSame(servers: readonly Server[], workload: Workload, variables: Variables): Promise<void> {
  const [sanad, floor, peer] = (["sanad", "floor", "peer"] as const).map((name) =>
    servers.find((server) => server.name === name),
  );
  const expected = await answerOf(sanad!, workload, variables);
  if (floor) refuseDifference(workload, "floor", expected, await answerOf(floor, workload, variables));
  if (!peer || !workload.peer) return;
  const { answer, lacks } = workload.peer;
  const data = await answerOf(peer, workload, variables);
  refuseDifference(workload, "peer", lacks ? lacks.rest(expected as never) : expected, answer(data as never));
}

async function answerOf(server: Server, workload: Workload, variables: Variables): Promise<unknown> {
  const { data, errors } = JSON.parse(await ask(requestOf(server, workload, variables)!)) as {
    readonly data: unknown;
    readonly errors?: readonly unknown[];
  };
  if (errors) throw new Error(`${workload.name}, ${server.name}: ${JSON.stringify(errors).slice(0, 2000)}`);
  return data;
}

function refuseDifference({ name }: Workload, server: string, expected: unknown, actual: unknown): void {
  const differences = differencesOf(inOneForm(expected), inOneForm(actual), "");
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
