import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { fill } from "../../bench/load.js";
import { useSanad, type Ended } from "./sanad.js";

const sanad = useSanad();
const launcher = path.resolve(import.meta.dirname, "../../bin/sanad.js");

let seeded: { SANAD_DATA: string };
beforeAll(async () => {
  seeded = { SANAD_DATA: sanad.inFolder("seeded") };
  expect((await sanad.run(["seed"], seeded)).code).toBe(0);
});

const rows = (text: string): Readonly<Record<string, string>>[] => parse(text, { columns: true, bom: true });

function expectSentence({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sanad: [^\n]+\n$/u);
  expect([code, stdout]).toEqual([1, ""]);
}

describe("sanad export", () => {
  it("writes to the standard output, or to a file that has its name only when it is whole", async () => {
    const where = '{"predicate":{"eq":"OWNS"}}';
    const shown = await sanad.run(["export", "--format", "csv", "--where", where], {
      ...seeded,
      SANAD_PUBLIC_URL: "https://sanad.example/graph",
    });
    expect([shown.code, shown.stderr]).toEqual([0, ""]);
    expect(rows(shown.stdout).map(({ predicate }) => predicate)).toEqual(Array(4).fill("OWNS"));
    expect(rows(shown.stdout)[0]!["address"]).toMatch(/^https:\/\/sanad\.example\/graph\/claims\/c_/u);
    const out = sanad.inFolder("tesla.csv.gz");
    const written = await sanad.run(["export", "--entity", "tesla", "--out", out], seeded);
    expect(written).toMatchObject({ code: 0, stdout: "", stderr: `${out}: 15 claims\n` });
    expect(rows(gunzipSync(await readFile(out)).toString())).toHaveLength(15);
    const query = sanad.inFolder("query.graphql");
    await writeFile(
      query,
      "query A { viewer { roles } } query B($id: ID!) { entity(id: $id) { claims { nodes { id } } } }",
    );
    const asked = ["export", "--format", "csv", "--query", query, "--operation", "B", "--variables", '{"id":"cortex"}'];
    const subjects = rows((await sanad.run(asked, seeded)).stdout).map(({ subject }) => subject);
    expect([...new Set(subjects)]).toEqual(["cortex"]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["without a format", [], /say the format with --format: csv, /u],
    ["to an ending of no format", ["--out", "x.xls"], /the ending of x\.xls is that of no format/u],
    ["of a format that there is not", ["--format", "jsnol"], /there is no format "jsnol"/u],
    ["of an entity that is not there", ["--format", "csv", "--entity", "nobody"], /there is no entity "nobody"/u],
    ["of a filter that is no JSON", ["--format", "csv", "--where", "{"], /--where holds no JSON/u],
    ["of a filter that is none", ["--format", "csv", "--where", '{"x":1}'], /where.* is wrong: .*"x"/u],
    [
      "into a folder that is not there",
      ["--out", "none/x.csv"],
      /none\/x\.csv cannot be written: its folder is not there/u,
    ],
    [
      "of lines as of a moment",
      ["--format", "jsonl", "--as-of", '{"validAt":"2024"}'],
      /JSON Lines hold the graph as it is now/u,
    ],
  ])("%s is refused in one sentence", async (_what, args, sentence) => {
    expectSentence(await sanad.run(["export", ...args], seeded), sentence);
  });

  it("takes one selection at a time", async () => {
    const { code, stderr } = await sanad.run(["export", "--format", "csv", "--claim", "a", "--entity", "b"], seeded);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/cannot be used with/u)]);
  });

  it("leaves no file where it is broken off, and ends quietly where nobody reads on", async () => {
    const folder = sanad.inFolder("broken");
    await mkdir(folder);
    const failed = await sanad.run(["export", "--claim", "c_none", "--out", path.join(folder, "x.csv")], seeded);
    expectSentence(failed, /there is no claim "c_none"/u);
    expect(await readdir(folder)).toEqual([]);
    const { PATH = "" } = process.env;
    const child = spawn(process.execPath, [launcher, "export", "--format", "jsonl"], {
      env: { PATH, ...seeded },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await once(child.stdout, "data");
    child.stdout.destroy();
    expect(await once(child, "close")).toEqual([0, null]);
    expect(said).toBe("");
  });
});

describe("sanad import file.jsonl", () => {
  it("puts an exported graph into an empty store, and proves it, though it is killed in the middle", async () => {
    const source = { SANAD_DATA: sanad.inFolder("source") };
    await fill(source.SANAD_DATA, { claims: 1200 });
    const file = sanad.inFolder("all.jsonl");
    await sanad.run(["export", "--out", file], source);
    const target = { SANAD_DATA: sanad.inFolder("target") };
    // with each kill it has come further
    for (const bytes of [300_000, 900_000]) await killedAt(file, target.SANAD_DATA, bytes);
    for (const command of ["check", "seed", "export --format csv"]) {
      expectSentence(await sanad.run(command.split(" "), target), /run `sanad import` again, which resumes it/u);
    }
    const { code, stdout } = await sanad.run(["import", file], target);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/The store holds just what was exported\.\n$/u)]);
    expect((await sanad.run(["check"], target)).stdout).toMatch(/: all is well\.\n$/u);
    const again = sanad.inFolder("again.jsonl");
    await sanad.run(["export", "--out", again], target);
    const digests = async (name: string) =>
      (JSON.parse((await readFile(name, "utf8")).trimEnd().split("\n").at(-1)!) as { digests: unknown }).digests;
    expect(await digests(again)).toEqual(await digests(file));
    expectSentence(await sanad.run(["import", file], target), /the store is not empty/u);
  });
});

/** Starts an import and kills it once its store has so many bytes. */
async function killedAt(file: string, folder: string, bytes: number): Promise<void> {
  const { PATH = "" } = process.env;
  const env = { PATH, SANAD_DATA: folder };
  const child = spawn(process.execPath, [launcher, "import", file], { stdio: "ignore", env });
  const ended = once(child, "exit");
  while (child.exitCode === null && (await sizeOf(folder)) < bytes) await wait(2);
  child.kill("SIGKILL");
  await ended;
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
