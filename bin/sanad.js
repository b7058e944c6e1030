#!/usr/bin/env node
/** Starts the program, building first what is missing or out of date. */
import { buildWhatIsStale } from "./build.js";

const argv = process.argv.slice(2);
const built = await buildWhatIsStale(argv[0] === "serve" ? ["server", "playground", "pages"] : ["server"]);
process.exitCode = built ? await start() : 1;
// a server that has stopped is over, though a library may still wait for something that does not come: its last spans, say
if (argv[0] === "serve") process.exit();

async function start() {
  const program = new URL("../dist/main.js", import.meta.url);
  const sanad = /** @type {{ run: (this: void, argv: readonly string[]) => Promise<number> }} */ (
    await import(program.href)
  );
  return sanad.run(argv);
}
