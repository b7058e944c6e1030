import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../src/store/open.js";
import type { Durability, Store } from "../src/store/port.js";

/**
 * How long fast and strict writes take on the embedded store, with 1, 8 and 64 writers at a time who each wait for their own:
 * `node bench/run.js durability --seconds 3`, with `--in folder` for a disk other than that of the temporary files. The two take turns.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: "string", default: "3" }, in: { type: "string", default: tmpdir() } },
  });
  const folder = await mkdtemp(path.join(values.in, "sanad-bench-"));
  const store = await openStore({ dataFolder: folder });
  try {
    await store.applySchema(["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]);
    console.log("writers, durability, writes a second, median ms, 99 % ms");
    for (const writers of [1, 8, 64]) {
      for (const durability of ["fast", "strict", "fast", "strict"] as const) {
        const times = await measure(store, durability, writers, Number(values.seconds) * 1000);
        const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(2);
        const rate = Math.round(times.length / Number(values.seconds));
        console.log(`${writers}, ${durability}, ${rate}, ${at(0.5)}, ${at(0.99)}`);
      }
    }
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

let written = 0;

/** The milliseconds of each write, in order. */
async function measure(store: Store, durability: Durability, writers: number, forMs: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + forMs;
  const write = async () => {
    for (let begun = performance.now(); begun < end; begun = performance.now()) {
      const id = `t${++written}`;
      const text = "CREATE (:Thing {id: $id, quote: $quote})";
      await store.write((run) => run({ name: "bench.put", text, params: { id, quote: QUOTE } }), { durability });
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return times.sort((a, b) => a - b);
}

/** As long as a citation with all that belongs to it. */
const QUOTE = "a sentence of a source ".repeat(40);
