import { load, type Round } from "./autocannon.js";
import { processorTime } from "./processes.js";
import { requestOf } from "./requests.js";
import { median, type LoadResult, type ServerLoad } from "./results.js";
import type { Bench, By, ServerName } from "./servers.js";
import type { Variables, Workload } from "./workloads/workload.js";

/** How long to measure. */
export interface RoundSettings {
  readonly rounds: number;
  /** How many seconds a round takes, and the warm-up before the first. */
  readonly seconds: number;
  readonly warm: number;
  /** How many seconds were waited for an answer. */
  readonly patience: number;
}

type Measured = Round & { readonly cpu: number | null; readonly database: number | null };

/** How many requests at a time the processors are kept busy by, as it is guessed before it is measured. */
const AT_ONCE = 2;

/** A server that takes longer than this for one request, in milliseconds, is measured once, by few requests; and by many connections only where it takes less than the second. */
const SLOW = 1000;
const TOO_SLOW = 5000;

/**
 * Puts the servers under the load of one workload: in each round each of them, so that what else the machine does meets them alike. A round is a number
 * of requests, so that all of them are answered when it ends.
 */
export async function runRounds(
  bench: Bench,
  workload: Workload,
  variables: Variables,
  connections: number,
  alone: By<number | null>,
  database: number | null,
  settings: RoundSettings,
): Promise<LoadResult> {
  const amounts = new Map<ServerName, number>();
  const measured = new Map<ServerName, Measured[]>();
  const run = async (name: ServerName, amount: number): Promise<Measured> => {
    const server = await bench.server(name);
    const pids = [server.pid, database];
    const before = pids.map(timeOf);
    const round = await load(requestOf(server, workload, variables)!, connections, Math.max(amount, connections));
    const [cpu, ofDatabase] = pids.map((pid, index) => {
      const [from, to] = [before[index] ?? null, timeOf(pid)];
      return from === null || to === null ? null : (to - from) / round.requests;
    });
    return { ...round, cpu: cpu ?? null, database: ofDatabase ?? null };
  };
  for (const name of bench.names) {
    const time = alone[name] ?? null;
    if (time === null || (time > TOO_SLOW && connections > 1)) continue;
    measured.set(name, []);
    if (time > SLOW) amounts.set(name, 2);
    else {
      const guess = (Math.min(connections, AT_ONCE) * 1000) / time;
      const { perSecond } = await run(name, Math.round(guess * settings.warm));
      amounts.set(name, Math.round(perSecond * settings.seconds));
    }
  }
  for (let round = 0; round < settings.rounds; round++) {
    for (const [name, all] of measured) {
      if (round > 0 && alone[name]! > SLOW) all.push(all[0]!);
      else all.push(await run(name, amounts.get(name)!));
    }
  }
  return resultOf(measured, alone, connections, settings);
}

function timeOf(pid: number | null): number | null {
  return pid === null ? null : processorTime(pid);
}

function resultOf(
  measured: ReadonlyMap<ServerName, readonly Measured[]>,
  alone: By<number | null>,
  connections: number,
  { patience }: RoundSettings,
): LoadResult {
  const by: By<ServerLoad> = {};
  for (const [name, rounds] of measured) {
    const middle = (of: (one: Measured) => number | null) => {
      const values = rounds.map(of);
      return values.includes(null) ? null : median(values as number[]);
    };
    by[name] = {
      ...{ perSecond: middle((one) => one.perSecond)!, p50: middle((one) => one.p50)!, p99: middle((one) => one.p99)! },
      ...{ cpu: middle((one) => one.cpu), database: middle((one) => one.database) },
    };
  }
  const own = measured.get("sanad");
  const ratio = (name: ServerName) => {
    const others = measured.get(name);
    return own && others ? median(own.map(({ perSecond }, round) => perSecond / others[round]!.perSecond)) : null;
  };
  if (alone.peer === null && by.sanad) {
    const atLeast = connections === 1 ? by.sanad.perSecond * patience : null;
    return { by, toFloor: ratio("floor"), overPeer: atLeast, peerSilent: patience };
  }
  return { by, toFloor: ratio("floor"), overPeer: ratio("peer") };
}
