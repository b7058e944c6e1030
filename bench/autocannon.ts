import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Sent } from "./requests.js";

/** What a round of requests came to. */
export interface Round {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
}

interface Report {
  readonly duration: number;
  readonly requests: { readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly "2xx": number;
  readonly non2xx: number;
  readonly errors: number;
}

/** Sends so many requests over so many connections, from a process of its own, and waits for the last answer. Throws where one is refused. */
export async function load(sent: Sent, connections: number, amount: number): Promise<Round> {
  // it looks every 10 ms whether all is answered; otherwise once a second, which rounds are too short for
  const args = [
    ...["--connections", connections, "--amount", amount, "-L", 10, "--timeout", 600, "--json", "--no-progress"].map(
      String,
    ),
    ...["--method", "POST", "--headers", "content-type=application/json", "--body", sent.body, sent.url],
  ];
  const program = path.join(import.meta.dirname, "node_modules/autocannon/autocannon.js");
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args]);
  const report = JSON.parse(stdout) as Report;
  if (report.non2xx > 0 || report.errors > 0) throw new Error(`${sent.url}: not all was answered: ${stdout}`);
  const requests = report["2xx"];
  return { requests, perSecond: requests / report.duration, p50: report.latency.p50, p99: report.latency.p99 };
}
