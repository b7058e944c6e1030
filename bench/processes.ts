import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

/** How long a process has been on the processors, in milliseconds; null where the system does not tell (it is asked as Linux is). */
export function processorTime(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // the name, in parentheses, may hold anything; utime and stime are the 14th and 15th fields
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond();
}

let ticks: number | undefined;
function ticksPerSecond(): number {
  return (ticks ??= Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" })));
}

/** The process on this machine that listens on a port; null where the system does not tell, or it is another's. */
export function processOn(port: number): number | null {
  if (!existsSync("/proc/net/tcp")) return null;
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const sockets = ["tcp", "tcp6"]
    .flatMap((name) => readFileSync(`/proc/net/${name}`, "utf8").split("\n"))
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === "0A")
    .map((fields) => `socket:[${fields[9]}]`);
  const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return Number(pids.find((pid) => openFiles(pid).some((file) => sockets.includes(file)))) || null;
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch {
    return []; // of somebody else, or over
  }
}

/** The resident memory of a process, in megabytes; null where the system does not tell. */
export function residentMemory(pid: number): number | null {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /^VmRSS:\s*(\d+)/mu.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
