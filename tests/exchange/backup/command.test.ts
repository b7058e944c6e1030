import { copyFile, cp, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/open.js";
import { useSanad, type Ended } from "../../cli/sanad.js";
import { Curators, faultsOf } from "../../durability/curators.js";

const sanad = useSanad();

/** A backup of the seeds, made without a server. */
let made: string;
let seeded: string;
beforeAll(async () => {
  [seeded, made] = [sanad.inFolder("seeded"), sanad.inFolder("made")];
  await sanad.run(["seed"], { SANAD_DATA: seeded });
  expect((await sanad.run(["backup", made], { SANAD_DATA: seeded })).code).toBe(0);
}, 60_000);

function expectSentence({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sanad: [^\n]+\n$/u);
  expect([code, stdout]).toEqual([1, ""]);
}

async function checked(folder: string): Promise<string> {
  const { stdout, stderr } = await sanad.run(["check"], { SANAD_DATA: folder });
  return stderr + stdout;
}

const allIsWell = /^Checked \d+ claims, \d+ edges and \d+ quotes: all is well\.\n$/u;

describe("without a server", () => {
  it("a backup is a folder of a database and what it tells of itself, and is restored into a new data folder", async () => {
    expect((await readdir(made)).sort()).toEqual(["backup.json", "graph.grafeo"]);
    expect(JSON.parse(await readFile(path.join(made, "backup.json"), "utf8"))).toMatchObject({
      ...{ form: 1, engine: "grafeo", faults: 0 },
      contents: expect.arrayContaining([expect.objectContaining({ label: "Claim" })]) as unknown,
    });
    const target = sanad.inFolder("restored/anew");
    const { code, stdout } = await sanad.run(["restore", made], { SANAD_DATA: target });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Restored the backup \S+ of \S+Z\.\n$/u)]);
    expect((await readdir(target)).sort()).toEqual(["graph.grafeo", "sanad.commits", "sanad.json"]);
    expect(await checked(target)).toMatch(allIsWell);
  });

  it("of a folder that is there, one is made inside, and restored where it is the only one", async () => {
    const folder = sanad.inFolder("many");
    await mkdir(folder);
    const settings = { SANAD_DATA: seeded };
    expect((await sanad.run(["backup", folder], settings)).stdout).toMatch(/^Made the backup \S+\/many\/sanad-\S+Z: /u);
    expect((await sanad.run(["restore", folder], { SANAD_DATA: sanad.inFolder("of-many") })).code).toBe(0);
    await sanad.run(["backup", folder], settings);
    expect(await readdir(folder)).toHaveLength(2);
    expectSentence(
      await sanad.run(["restore", folder], { SANAD_DATA: sanad.inFolder("of-two") }),
      /holds 2 backups: name one of them, such as the last, \S+Z$/mu,
    );
  });

  it("what is in the store is replaced only where that is said, and kept", async () => {
    const target = sanad.inFolder("full");
    await cp(seeded, target, { recursive: true });
    const settings = { SANAD_DATA: target };
    const { stdout: token } = await sanad.run(["token", "--role", "curator"], settings);
    const before = await readFile(path.join(target, "graph.grafeo"));
    expectSentence(await sanad.run(["restore", made], settings), /is not empty: say --replace to put the backup in/u);
    const { code, stdout } = await sanad.run(["restore", made, "--replace"], settings);
    const kept = /^What was there before is kept in (\S+)\.\nRestored/u.exec(stdout)![1]!;
    expect(code).toBe(0);
    // the engine writes a little each time it closes
    expect((await readFile(path.join(kept, "graph.grafeo"))).length).toBeGreaterThanOrEqual(before.length - 8192);
    expect(await checked(kept)).toMatch(allIsWell);
    expect(await checked(target)).toMatch(allIsWell);
    expect((await sanad.run(["token", "--role", "curator"], settings)).stdout.split(".")[0]).toBe(token.split(".")[0]);
  });

  it("a damaged data folder says by which command it is mended, and is", async () => {
    const target = sanad.inFolder("damaged");
    await cp(seeded, target, { recursive: true });
    await truncate(path.join(target, "graph.grafeo"), 30_000);
    const settings = { SANAD_DATA: target };
    const advice =
      /is damaged \(its database cannot be read\): restore it from a backup \(`sanad restore <backup> --replace`\), or/u;
    for (const command of ["serve", "check"]) expectSentence(await sanad.run([command], settings), advice);
    expectSentence(await sanad.run(["backup", sanad.inFolder("of-damaged")], settings), advice);
    expectSentence(await sanad.run(["restore", made], settings), /say --replace/u);
    expect((await sanad.run(["restore", made, "--replace"], settings)).stdout).toMatch(/is kept in/u);
    expect(await checked(target)).toMatch(allIsWell);
  });
});

describe("while a server serves and curators write", () => {
  it("a backup holds whole changes only, and a restore takes the server back to it without ending it", async () => {
    // longer than what a socket's path may have
    const data = sanad.inFolder(`served-${"x".repeat(120)}`);
    const settings = { SANAD_DATA: data, SANAD_RATE_LIMIT: "0", LOG_LEVEL: "info" };
    const { stdout: token } = await sanad.run(["token", "--role", "curator"], settings);
    const server = await sanad.serve(["--seed"], settings);
    const curators = new Curators(token.trim());
    const gone = new AbortController();
    const writing = curators.writeTo(server.url, 4, gone.signal);
    await expect.poll(() => curators.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(20);

    const atBackup = new Set(curators.acknowledged);
    const backup = sanad.inFolder("of-served");
    const ended = await sanad.run(["backup", backup], { ...settings, LOG_LEVEL: "warn" });
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    const copy = sanad.inFolder("copy-of-served");
    await sanad.run(["restore", backup], { SANAD_DATA: copy });
    expect(await checked(copy)).toMatch(allIsWell);
    const store = await openStore({ dataFolder: copy });
    expect(await faultsOf(store, { acknowledged: atBackup })).toEqual([]);
    await store.close();

    const afterBackup = curators.acknowledged.size;
    await expect.poll(() => curators.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(afterBackup + 20);
    const lastBefore = Math.max(...curators.acknowledged);
    expect(curators.refused).toEqual([]);
    expectSentence(await sanad.run(["restore", backup], settings), /is not empty: say --replace/u);
    const restored = await sanad.run(["restore", backup, "--replace"], settings);
    expect([restored.code, restored.stderr]).toEqual([0, ""]);
    const kept = /is kept in (\S+)\./u.exec(restored.stdout)![1]!;
    const afterRestore = curators.acknowledged.size;
    await expect.poll(() => curators.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(afterRestore + 20);
    gone.abort();
    await writing;
    for (const refused of curators.refused) expect(refused).toMatch(/"code":"STORE_UNAVAILABLE"/u);
    expect((await server.end("SIGTERM")).code).toBe(0);

    expect(await readdir(data)).not.toContain("sanad.socket");
    expect(await checked(data)).toMatch(allIsWell);
    expect(await checked(kept)).toMatch(allIsWell);
    const known = await openStore({ dataFolder: kept });
    expect(
      await faultsOf(known, { acknowledged: new Set([...curators.acknowledged].filter((n) => n <= lastBefore - 4)) }),
    ).toEqual([]);
    await known.close();
    const now = await openStore({ dataFolder: data });
    // numbers of changes never go back, so that whoever follows them misses none
    const [fault, ...others] = await faultsOf(now, { acknowledged: atBackup });
    expect([fault, others]).toEqual([expect.stringMatching(/^the history has \d+ of \d+ changes$/u), []]);
    await now.close();
  });

  it("one that was killed leaves a socket behind, which hinders nobody", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("stale") };
    const server = await sanad.serve(["--seed"], settings);
    await server.end("SIGKILL");
    expect(await readdir(settings.SANAD_DATA)).toContain("sanad.socket");
    expect((await sanad.run(["backup", sanad.inFolder("of-stale")], settings)).code).toBe(0);
    const again = await sanad.serve([], settings);
    expect((await sanad.run(["backup", sanad.inFolder("of-again")], settings)).code).toBe(0);
    await again.end("SIGTERM");
  });
});

describe("is refused in one sentence", () => {
  it("a backup in the place of something", async () => {
    expectSentence(
      await sanad.run(["backup", made], { SANAD_DATA: seeded }),
      /made is there already: name a backup that/u,
    );
    const file = sanad.inFolder("a-file");
    await writeFile(file, "years of work");
    expectSentence(await sanad.run(["backup", file], { SANAD_DATA: seeded }), /a-file is there already/u);
    expectSentence(await sanad.run(["backup", `${file}/b`], { SANAD_DATA: seeded }), /part of its path is a file/u);
    expect(await readFile(file, "utf8")).toBe("years of work");
  });

  it("a backup of nothing", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("nowhere") };
    expectSentence(
      await sanad.run(["backup", sanad.inFolder("b")], settings),
      /there is no data folder \S+nowhere to/u,
    );
  });

  it.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    [
      "cut short",
      (folder) => truncate(path.join(folder, "graph.grafeo"), 4096),
      /is damaged \(its graph\.grafeo has 4096/u,
    ],
    [
      "of another byte",
      (folder) => flipByte(path.join(folder, "graph.grafeo")),
      /is damaged \(its graph\.grafeo has other/u,
    ],
    [
      "without its database",
      (folder) => rm(path.join(folder, "graph.grafeo")),
      /is damaged \(its graph\.grafeo is missing/u,
    ],
    [
      "whose manifest is cut",
      (folder) => truncate(path.join(folder, "backup.json"), 40),
      /is damaged \(its backup\.json cannot/u,
    ],
    [
      "without its manifest",
      (folder) => rm(path.join(folder, "backup.json")),
      /is no backup: it holds no backup\.json/u,
    ],
    [
      "of a newer version",
      (folder) => makeNewer(path.join(folder, "backup.json")),
      /was made by a newer version of Sanad/u,
    ],
    ["that is not there", (folder) => rm(folder, { recursive: true }), /is not there$/mu],
  ])("a restoring from a backup %s, and the store stays as it is", async (what, harm, sentence) => {
    const folder = sanad.inFolder(`harmed-${what.replaceAll(" ", "-")}`);
    await cp(made, folder, { recursive: true });
    await harm(folder);
    const target = sanad.inFolder(`target-${what.replaceAll(" ", "-")}`);
    await mkdir(target);
    expectSentence(await sanad.run(["restore", folder, "--replace"], { SANAD_DATA: target }), sentence);
    expect(await readdir(target)).toEqual([]);
  });

  it("one into a folder that holds what is not Sanad's, and one that is a backup itself", async () => {
    const target = sanad.inFolder("strange");
    await mkdir(target);
    await writeFile(path.join(target, "thesis.txt"), "years of work");
    const settings = { SANAD_DATA: target };
    expectSentence(await sanad.run(["restore", made, "--replace"], settings), /holds other files \(thesis\.txt\)/u);
    expectSentence(
      await sanad.run(["restore", made, "--replace"], { SANAD_DATA: made }),
      /made is a backup: choose another/u,
    );
    expect(await readdir(target)).toEqual(["thesis.txt"]);
  });

  it("one into a folder that another command holds", async () => {
    const target = sanad.inFolder("held");
    await copyTo(target);
    const store = await openStore({ dataFolder: target });
    expectSentence(
      await sanad.run(["restore", made, "--replace"], { SANAD_DATA: target }),
      /is in use by another process/u,
    );
    await store.close();
    await wait(0);
    expect((await readdir(target)).sort()).toEqual(["graph.grafeo", "sanad.commits", "sanad.json"]);
  });
});

async function copyTo(target: string): Promise<void> {
  await mkdir(target);
  for (const name of ["graph.grafeo", "sanad.json"]) await copyFile(path.join(seeded, name), path.join(target, name));
}

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[20_000]! ^= 0xff;
  await writeFile(file, bytes);
}

async function makeNewer(file: string): Promise<void> {
  await writeFile(file, (await readFile(file, "utf8")).replace(/"layout": \d+/u, '"layout": 99'));
}
