#!/usr/bin/env node
/** Runs one of this folder's programs, which are TypeScript: `node bench/run.js copy --claims 100000`. */
import path from "node:path";
import { createServer } from "vite";

const [name = "", ...args] = process.argv.slice(2);
const vite = await createServer({
  ...{ configFile: false, logLevel: "error", appType: "custom", optimizeDeps: { noDiscovery: true } },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const program = /** @type {{ main: (args: readonly string[]) => Promise<void> }} */ (
    await vite.ssrLoadModule(path.join(import.meta.dirname, `${name}.ts`))
  );
  await program.main(args);
} finally {
  await vite.close();
}
