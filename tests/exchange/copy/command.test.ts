import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { fill } from "../../../bench/load.js";
import { digestGraph } from "../../../src/exchange/copy/digestGraph.js";
import { openStore } from "../../../src/store/open.js";
import { useSanad, type Ended } from "../../cli/sanad.js";

const sanad = useSanad();
const launcher = path.resolve(import.meta.dirname, "../../../bin/sanad.js");

let source: string;
let proof: string;
beforeAll(async () => {
  source = sanad.inFolder("source");
  await fill(source, { claims: 1200 });
  const store = await openStore({ dataFolder: source });
  const lines = (await digestGraph(store)).map(
    ({ label, nodes, edges, digest }) => `${label}: ${nodes} nodes, ${edges} edges from them, digest ${digest}\n`,
  );
  proof = `${lines.join("")}Both stores hold the same.\n`;
  await store.close();
});

const copy = (from: string, to: string, settings = {}) => sanad.run(["copy", "--from", from, "--to", to], settings);

function expectSentence({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sanad: [^\n]+\n$/u);
  expect([code, stdout]).toEqual([1, ""]);
}

describe("sanad copy", () => {
  it("copies a data folder into a new one, and proves it", async () => {
    const target = sanad.inFolder("new/target");
    const { code, stdout, stderr } = await copy(source, target);
    expect([code, stdout]).toEqual([0, proof]);
    for (const line of stderr.split("\n").filter((line) => line !== "")) {
      expect(line).toMatch(/^(nodes|edges|source|target) [A-Z]\w+: \d+ of \d+, \d+ a second$/u);
    }
    const check = await sanad.run(["check"], { SANAD_DATA: target });
    expect(check.stdout).toMatch(/^Checked 1200 claims, \d+ edges and \d+ quotes: all is well\.\n$/u);
    expectSentence(await copy(source, target), /: the target is not empty: a copy goes into an empty store only$/mu);
  });

  it("killed in the middle it leaves a store that all else refuses, and run again it ends it", async () => {
    const target = sanad.inFolder("killed");
    // with each kill it has come further
    for (const bytes of [200_000, 700_000]) await killedAt(target, bytes);
    for (const command of ["check", "seed", "serve", "migrate"]) {
      expectSentence(
        await sanad.run([command], { SANAD_DATA: target }),
        /: the store holds part of a copy from .*source: run `sanad copy` again, which resumes it, or empty the store$/mu,
      );
    }
    expectSentence(await copy(target, sanad.inFolder("third")), /: the store holds part of a copy/u);
    const other = sanad.inFolder("other");
    await sanad.run(["seed"], { SANAD_DATA: other });
    expectSentence(await copy(other, target), /: the target holds part of a copy from .*source, not from .*other/u);
    expect(await copy(source, target)).toMatchObject({ code: 0, stdout: proof });
    expect((await sanad.run(["check"], { SANAD_DATA: target })).code).toBe(0);
  });

  it.each<[string, () => [string, string], RegExp]>([
    ["one store under two names", () => [source, `${source}/../source`], /--from and --to name the same store/u],
    [
      "a folder that is not there",
      () => [sanad.inFolder("sorce"), "x"],
      /there is no data folder .*sorce to copy from/u,
    ],
    ["an empty folder", () => [sanad.inFolder("empty"), sanad.inFolder("x")], /the source is empty/u],
    ["a target that is a file", () => [source, launcher], /is a file, not a folder/u],
    ["a server that is not there", () => [source, "bolt://127.0.0.1:1"], /bolt:\/\/127\.0\.0\.1:1 does not answer/u],
    ["a source that is not there", () => ["neo4j://127.0.0.1:1", "y"], /neo4j:\/\/127\.0\.0\.1:1 does not answer/u],
    ["an address of no database", () => [source, "http://127.0.0.1"], /bolt:\/\/host:7687 for one server/u],
    ["a password in the address", () => [source, "bolt://me:secret@127.0.0.1:1"], /holds a user(?!.*secret)/u],
  ])("%s is refused in one sentence", async (_what, names, sentence) => {
    await mkdir(sanad.inFolder("empty"), { recursive: true });
    expectSentence(await copy(...names()), sentence);
  });
});

/** Starts a copy and kills it once its target has so many bytes. */
async function killedAt(target: string, bytes: number): Promise<void> {
  const child = spawn(process.execPath, [launcher, "copy", "--from", source, "--to", target], { stdio: "ignore" });
  const ended = once(child, "exit");
  while (child.exitCode === null && (await sizeOf(target)) < bytes) await wait(5);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(path.join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
