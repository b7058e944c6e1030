#!/usr/bin/env node
/** Runs one of this folder's programs, which are TypeScript: `node bench/run.js copy --claims 100000`. */
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [name = "", ...args] = process.argv.slice(2);
// Within the project, where the packages are found that it imports.
const outDir = path.join(root, "node_modules", ".cache", `sanad-bench-${process.pid}`);
process.once("exit", () => rmSync(outDir, { recursive: true, force: true }));
await build({
  ...{ root, configFile: false, logLevel: "error" },
  build: {
    ...{ ssr: path.join(root, "bench", `${name}.ts`), outDir },
    rollupOptions: { output: { entryFileNames: "program.mjs" } },
  },
});
const program = /** @type {{ main: (args: readonly string[]) => Promise<void> }} */ (
  await import(pathToFileURL(path.join(outDir, "program.mjs")).href)
);
await program.main(args);
