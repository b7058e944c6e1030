import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { useSanad, type Ended } from "./sanad.js";

const sanad = useSanad();
const project = path.resolve(import.meta.dirname, "../..");

/** What a user can mend is one sentence on stderr, without a stack, and exit code 1. */
function expectSentence({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sanad: [^\n]+\n$/u);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/u);
  expect([code, stdout]).toEqual([1, ""]);
}

describe("sanad seed", () => {
  it("loads the seeds, and the second time adds nothing", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("seeded") };
    const [entities, claims, citations] = ["entities", "claims", "citations"].map(
      (what) => `(\\d+) ${what} \\((\\d+) new\\)`,
    );
    const line = new RegExp(`^Loaded ${entities}, ${claims}, ${citations} from .*musk-ai-compute\\.\\n$`, "u");
    const first = await sanad.run(["seed"], settings);
    const counts = line.exec(first.stdout)!.slice(1).map(Number);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(counts[0]).toBeGreaterThan(30);
    for (const index of [0, 2, 4]) expect(counts[index + 1]).toBe(counts[index]);
    const second = await sanad.run(["seed"], settings);
    expect(line.exec(second.stdout)!.slice(1).map(Number)).toEqual(
      counts.map((count, index) => (index % 2 ? 0 : count)),
    );
  });

  it("loads another subject's seeds into another subject's graph", async () => {
    const folder = path.join(project, "tests/exchange/fixtures/manuscripts");
    const settings = {
      SANAD_DATA: sanad.inFolder("manuscripts"),
      SANAD_ONTOLOGY: path.join(folder, "ontology.yaml"),
      SANAD_SEEDS: path.join(folder, "seeds"),
    };
    expect((await sanad.run(["seed"], settings)).stdout).toMatch(/^Loaded \d+ entities/u);
    expect((await sanad.run(["check"], settings)).stdout).toMatch(/all is well/u);
  });
});

describe("sanad check", () => {
  it("counts what it looked at, and finds no fault in an empty folder either", async () => {
    const { code, stdout } = await sanad.run(["check"], { SANAD_DATA: sanad.inFolder("nothing") });
    expect([code, stdout]).toEqual([0, "Checked 0 claims, 0 edges and 0 quotes: all is well.\n"]);
  });
});

describe("--help", () => {
  it.concurrent.each([
    ["--help"],
    ["help"],
    ["serve", "--help"],
    ["seed", "--help"],
    ["check", "--help"],
    ["verify", "--help"],
    ["explain", "--help"],
    ["help", "serve"],
  ])("is answered: %s %s", async (...args) => {
    const { code, stdout, stderr } = await sanad.run(args.filter((arg) => typeof arg === "string"));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: sanad /u);
  });

  it("is answered by npx in the project's folder", async () => {
    const { stdout } = await promisify(execFile)("npx", ["--offline", "sanad", "--help"], { cwd: project });
    for (const command of ["serve", "seed", "check", "explain"])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "mu"));
  });
});

describe("a command or option that there is not", () => {
  it.concurrent.each<[string[], RegExp]>([
    [["sevre"], /^error: unknown command 'sevre'\n\(Did you mean serve\?\)/u],
    [["serve", "--sed"], /^error: unknown option '--sed'\n\(Did you mean --seed\?\)/u],
    [["check", "more"], /^error: too many arguments/u],
    [[], /^Usage: sanad /u],
  ])("%j is said to be so", async (args, message) => {
    const { code, stdout, stderr } = await sanad.run(args);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  });
});

describe("a setting that cannot be used", () => {
  it.concurrent.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["a port that is none", { PORT: "many" }, /the setting PORT \("many"\) is no port/u],
    ["a port too high", { PORT: "65536" }, /the setting PORT \("65536"\) is no port/u],
    ["a level that there is not", { LOG_LEVEL: "loud" }, /the setting LOG_LEVEL \("loud"\) is none of fatal, /u],
    [
      "a user in the address",
      { NEO4J_URI: "neo4j://me:secret@host" },
      /The setting NEO4J_URI holds a user(?!.*secret)/u,
    ],
    ["two at once", { PORT: "-1", LOG_LEVEL: "x" }, /PORT .*; .*LOG_LEVEL /u],
    [
      "an ontology that is not there",
      { SANAD_ONTOLOGY: "/nowhere.yaml" },
      /the ontology \/nowhere\.yaml cannot be read/u,
    ],
    ["an address that is not here", { HOST: "192.0.2.1" }, /192\.0\.2\.1 is no address of this machine/u],
  ])("%s is told in one sentence", async (_what, settings, sentence) => {
    expectSentence(await sanad.run(["serve"], settings), sentence);
  });

  it("an empty one counts as unset", async () => {
    const { code } = await sanad.run(["check"], { LOG_LEVEL: "", PORT: "", HOST: "", SANAD_SEEDS: "" });
    expect(code).toBe(0);
  });

  it("a port in use is told in one sentence, and the store is let go", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const settings = { PORT: String(port), SANAD_DATA: sanad.inFolder("port-in-use") };
    try {
      expectSentence(await sanad.run(["serve", "--seed"], settings), /port \d+ of 127\.0\.0\.1 is in use: set PORT/u);
    } finally {
      other.close();
    }
    expect((await sanad.run(["check"], settings)).code).toBe(0);
  });
});

describe("a data folder that cannot be used", () => {
  it("because it is a file", async () => {
    await writeFile(sanad.inFolder("a-file"), "");
    for (const name of ["a-file", "a-file/below"]) {
      expectSentence(await sanad.run(["serve"], { SANAD_DATA: sanad.inFolder(name) }), /is a file, not a folder/u);
    }
  });

  it("because another process holds it", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("held") };
    const server = await sanad.serve([], settings);
    const refused = await Promise.all(["serve", "seed", "check"].map((command) => sanad.run([command], settings)));
    for (const ended of refused) expectSentence(ended, /is in use by another process/u);
    await server.end("SIGTERM");
  });
});

describe("files that have faults", () => {
  it("of the ontology are told with file and line", async () => {
    const file = sanad.inFolder("ontology.yaml");
    await writeFile(file, 'version: "1"\nlanguages: [en]\nkinds: {}\nverbs: {}\n');
    const { code, stderr, stdout } = await sanad.run(["serve"], { SANAD_ONTOLOGY: file });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^sanad: /u);
    expect(stderr).toMatch(/ontology\.yaml:4/u);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+\)/u);
  });

  it("of the seeds are told with file and line, and nothing is loaded; a folder without any is said to have none", async () => {
    const folder = sanad.inFolder("seeds");
    const settings = { SANAD_SEEDS: folder, SANAD_DATA: sanad.inFolder("refused") };
    expectSentence(await sanad.run(["serve", "--seed"], settings), /seeds/u);
    await mkdir(folder);
    expectSentence(await sanad.run(["seed"], settings), /seeds/u);
    await writeFile(path.join(folder, "a.yaml"), "entities:\n  acme:\n    kind: COMPNY\n    name: { en: Acme }\n");
    for (const args of [["seed"], ["serve", "--seed"]]) {
      const { code, stderr } = await sanad.run(args, settings);
      expect(code).toBe(1);
      expect(stderr).toMatch(/a\.yaml:3.*COMPNY.*COMPANY/su);
    }
    expect((await sanad.run(["check"], settings)).stdout).toMatch(/^Checked 0 claims/u);
  });
});
