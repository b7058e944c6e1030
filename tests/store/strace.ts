import { execFileSync } from "node:child_process";

/** Whether strace is here and may follow processes: it shows what a process asks of the system, and ends it at a chosen call. */
export const traced = (() => {
  try {
    execFileSync("strace", ["-o", "/dev/null", "true"]);
    return true;
  } catch {
    return false;
  }
})();
