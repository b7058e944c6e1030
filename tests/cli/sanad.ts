import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll } from "vitest";
import { buildWhatIsStale } from "../../bin/build.js";

const launcher = path.resolve(import.meta.dirname, "../../bin/sanad.js");

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server as a process of its own. */
export interface Served {
  readonly url: string;
  /** The line that it printed. */
  readonly line: string;
  /** Asks it something and answers with the data and the errors. */
  readonly ask: (query: string, variables?: object) => Promise<unknown>;
  /** Sends it a signal and waits for its end. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>;
}

export type Settings = Readonly<Record<string, string>>;

export interface Sanad {
  /** A path in the test file's own temporary folder. */
  readonly inFolder: (name: string) => string;
  /** Runs a command to its end. */
  readonly run: (args: readonly string[], settings?: Settings) => Promise<Ended>;
  /** Starts `sanad serve` and waits until it has said where. */
  readonly serve: (args: readonly string[], settings: Settings) => Promise<Served>;
}

/** Runs the program as users do, in a data folder of its own and with nothing set but what is given. Builds it first where that has not been done. */
export function useSanad(): Sanad {
  let folder = "";
  let started = 0;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sanad-cli-"));
    if (!(await buildWhatIsStale(["server", "playground"]))) throw new Error("the program cannot be built");
  }, 120_000);
  afterAll(async () => {
    for (const child of running) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  const start = (args: readonly string[], settings: Settings) => {
    const { PATH = "" } = process.env;
    const env = { PATH, HOME: folder, PORT: "0", SANAD_DATA: path.join(folder, `data-${++started}`), ...settings };
    const child = spawn(process.execPath, [launcher, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString()));
    const ended = once(child, "close").then(([code]): Ended => {
      running.delete(child);
      return { code: code as number | null, ...said };
    });
    return { child, ended };
  };

  return {
    inFolder: (name) => path.join(folder, name),
    run: (args, settings = {}) => start(args, settings).ended,
    async serve(args, settings) {
      const { child, ended } = start(["serve", ...args], settings);
      const line = await Promise.race([
        once(createInterface({ input: child.stdout }), "line").then(([first]) => first as string),
        ended.then(({ stderr }) => Promise.reject(new Error(`it has ended: ${stderr}`))),
      ]);
      const url = /http:\/\/[^/ ]+/u.exec(line)![0];
      return {
        ...{ url, line },
        async ask(query, variables = {}) {
          const response = await fetch(`${url}/graphql`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ query, variables }),
          });
          return (await response.json()) as unknown;
        },
        end(signal) {
          child.kill(signal);
          return ended;
        },
      };
    },
  };
}
