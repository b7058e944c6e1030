import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFile, cp, mkdir, readFile, readdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import { useStoreModule } from "./storeProcess.js";
import { traced } from "./strace.js";
import { useTemporaryFolder } from "./temporaryFolder.js";

const parent = useTemporaryFolder();
const storeModule = useStoreModule();
const data = () => join(parent.path, "data");

/** A moment at which a write was acknowledged: how many writes had been, and how many bytes of the log were on the disk for certain. */
interface Moment {
  readonly acknowledged: number;
  readonly bytesOnDisk: number;
}

/** Twelve writers at a time, so that several share a sync; each says so once its write is acknowledged. */
const WRITERS = `
  import { writeSync } from "node:fs";
  let next = 0;
  const write = async (durability) => {
    while (next < 240) {
      const n = next++;
      await store.write((run) => run({ name: "put", text: "CREATE (:Thing {n: $n})", params: { n } }), { durability });
      writeSync(1, "acknowledged " + n + "\\n");
    }
  };`;

describe.skipIf(!traced)("at the moment of its acknowledgement", () => {
  test("a strict write is on the disk: after a power cut at any acknowledgement, all acknowledged ones are there", async () => {
    const { moments, syncs } = await follow(`${WRITERS}
      await Promise.all(Array.from({ length: 12 }, () => write("strict")));
      process.kill(process.pid, "SIGKILL");`);
    expect(moments).toHaveLength(240);
    expect(syncs).toBeLessThan(200); // several shared one
    for (const moment of moments.filter((_, index) => index % 24 === 23)) {
      expect(await afterPowerCut(moment)).toBeGreaterThanOrEqual(moment.acknowledged);
    }
  });

  test("a fast write is not always: this test sees what is missing", async () => {
    const { moments } = await follow(`${WRITERS}
      await write("fast");
      process.kill(process.pid, "SIGKILL");`);
    const lost = moments.find(({ acknowledged, bytesOnDisk }) => acknowledged > 20 && bytesOnDisk < 1000)!;
    expect(await afterPowerCut(lost)).toBeLessThan(lost.acknowledged);
  });

  test("a strict write that the disk does not take is an error, and after it nothing is promised any more", async () => {
    const script = `
      const put = (n, durability) => store.write((run) => run({ name: "put", text: "CREATE (:Thing {n: $n})", params: { n } }), { durability })
        .then(() => "acknowledged", (error) => error.code + ": " + error.message);
      say(JSON.stringify([await put(1, "strict"), await put(2, "strict"), await put(3, "fast")]));
      process.kill(process.pid, "SIGKILL");`;
    const node = [process.execPath, "--input-type=module", "-e", storeModule(data(), script)];
    // one thread, for the calls are counted thread by thread: the first sync goes well
    const inject = ["-f", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=2+"];
    const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
    const { stdout } = spawnSync("strace", [...inject, ...node], { encoding: "utf8", env });
    const refused =
      "STORE_UNAVAILABLE: The disk has not taken what was written: see to the disk, and start the server again.";
    expect(JSON.parse(stdout)).toEqual(["acknowledged", refused, refused]);
    const store = await openGrafeo({ folder: data() });
    expect(
      await store.read({ name: "all", text: "MATCH (t:Thing) RETURN t.n AS n ORDER BY n", params: {} }),
    ).toContainEqual({ n: 1 });
    await store.close();
  });
});

/** Runs a script with a store, and follows its system calls. */
async function follow(script: string): Promise<{ readonly moments: readonly Moment[]; readonly syncs: number }> {
  const trace = join(parent.path, "trace");
  const node = [process.execPath, "--input-type=module", "-e", storeModule(data(), script)];
  const calls = "trace=write,pwrite64,writev,fsync,fdatasync";
  const child = spawn("strace", ["-f", "-y", "-s", "40", "-e", calls, "-o", trace, ...node], { stdio: "ignore" });
  await once(child, "exit");
  return read(await readFile(trace, "utf8"));
}

/**
 * Reads the calls in their order; each counts when it has ended, and one that other threads' calls interrupt in the trace ends where it is
 * resumed. What was written before a sync began is on the disk from its end on.
 */
function read(trace: string): { readonly moments: readonly Moment[]; readonly syncs: number } {
  const moments: Moment[] = [];
  const begun = new Map<string, { readonly call: string; readonly written: number }>();
  let [written, bytesOnDisk, acknowledged, syncs] = [0, 0, 0, 0];
  for (const line of trace.split("\n")) {
    const [thread] = line.split(" ", 1) as [string];
    if (/ write\(.*"acknowledged \d+/u.test(line)) moments.push({ acknowledged: ++acknowledged, bytesOnDisk });
    const call = / (\w+)\(\d+<[^>]*\.wal\/wal_\d+\.log>/u.exec(line)?.[1];
    if (call !== undefined) begun.set(thread, { call, written });
    else if (!line.includes(" resumed>")) begun.delete(thread);
    const result = /\) += (\d+)$/u.exec(line)?.[1];
    const ended = begun.get(thread);
    if (result === undefined || ended === undefined) continue;
    begun.delete(thread);
    if (ended.call.includes("write")) written += Number(result);
    else [bytesOnDisk, syncs] = [Math.max(bytesOnDisk, ended.written), syncs + 1];
  }
  return { moments, syncs };
}

/** How many writes are there when all is lost of the log that was not on the disk for certain at that moment. */
async function afterPowerCut({ bytesOnDisk }: Moment): Promise<number> {
  const folder = join(parent.path, `cut-${bytesOnDisk}`);
  await mkdir(folder);
  for (const name of ["sanad.json", "graph.grafeo"]) await copyFile(join(data(), name), join(folder, name));
  await cp(join(data(), "graph.grafeo.wal"), join(folder, "graph.grafeo.wal"), { recursive: true });
  const [log, ...others] = await readdir(join(folder, "graph.grafeo.wal"));
  expect(others).toEqual([]);
  await truncate(join(folder, "graph.grafeo.wal", log!), bytesOnDisk);
  const store = await openGrafeo({ folder });
  const [row] = await store.read({ name: "count", text: "MATCH (t:Thing) RETURN count(t) AS n", params: {} });
  await store.close();
  return Number(row!["n"]);
}
