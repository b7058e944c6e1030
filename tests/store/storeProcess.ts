import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

/** A process of its own that works on a store. */
export interface StoreProcess {
  /** The next line that it prints. */
  nextLine(): Promise<string>;
  /** Ends it as `kill -9` does, and waits for its end. */
  kill(): Promise<void>;
}

/**
 * What it gives starts processes that run `script` with `store` opened on a folder,
 * where wanted with files of `largestFile` kilobytes at most, or with reads of `readLimitMs` at most.
 */
export function useStoreProcesses(): (
  folder: string,
  script: string,
  limits?: { largestFile?: number; readLimitMs?: number },
) => StoreProcess {
  const storeModule = useStoreModule();
  const processes: ChildProcess[] = [];
  afterAll(() => {
    for (const process of processes) process.kill("SIGKILL");
  });
  return (folder, script, { largestFile, readLimitMs } = {}) => {
    const node = [process.execPath, "--input-type=module", "-e", storeModule(folder, script, readLimitMs)];
    const command =
      largestFile === undefined ? node : ["bash", "-c", `ulimit -f ${largestFile}; exec "$@"`, "-", ...node];
    const child = spawn(command[0] as string, command.slice(1), { stdio: ["ignore", "pipe", "inherit"] });
    processes.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      nextLine: async () => {
        const line = await lines.next();
        if (line.done) throw new Error("the process has ended");
        return line.value;
      },
      kill: async () => {
        child.kill("SIGKILL");
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      },
    };
  };
}

/** Builds the store for plain Node once for the test file; what it gives makes the text of a module in which `script` has `store` opened on a folder. */
export function useStoreModule(): (folder: string, script: string, readLimitMs?: number) => string {
  let built: string;
  beforeAll(async () => {
    built = await mkdtemp(join(import.meta.dirname, "../../node_modules/.sanad-store-"));
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        ssr: "src/store/grafeo/grafeoStore.ts",
        outDir: built,
        rollupOptions: { output: { entryFileNames: "store.mjs" } },
      },
    });
  });
  afterAll(() => rm(built, { recursive: true, force: true }));
  return (folder, script, readLimitMs) => {
    const module = JSON.stringify(pathToFileURL(join(built, "store.mjs")));
    return `import { openGrafeo } from ${module};
      const store = await openGrafeo(${JSON.stringify({ folder, readLimitMs })});
      const say = (line) => process.stdout.write(line + "\\n");
      ${script}`;
  };
}
