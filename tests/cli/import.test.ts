import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { useSanad } from "./sanad.js";

const sanad = useSanad();
const project = path.resolve(import.meta.dirname, "../..");
const mapping = path.join(project, "seeds/epoch-gpu-clusters/mapping.yaml");
const clusters = path.join(project, "tests/exchange/fixtures/clusters.csv");

describe("sanad import", () => {
  it("tells in a dry run what would come, makes no store for that, and reports each refusal", async () => {
    const data = sanad.inFolder("dry");
    const report = sanad.inFolder("report.csv");
    const args = ["import", mapping, clusters, "--dry-run", "--report", report];
    const { code, stdout, stderr } = await sanad.run(args, { SANAD_DATA: data });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^6 of 12 rows of .*clusters\.csv would be in “Epoch AI, Data on GPU clusters”, 6 would be refused\.\n/u,
    );
    expect(stdout).toMatch(
      /entities: \d+ new, .*\n {2}claims: \d+ new, 0 there already\n[^]*nothing was written\.\n$/u,
    );
    expect(stderr).toContain('refused row 7, "Chip quantity (primary)": "about forty" is no number');
    expect(existsSync(data)).toBe(false);
    const lines = (await readFile(report, "utf8")).split("\n");
    expect(lines[0]).toBe("\uFEFFrow,severity,column,value,code,message");
    expect(lines).toHaveLength(13);
    expect(lines[2]).toMatch(/^7,REFUSED,Chip quantity \(primary\),about forty,NOT_A_NUMBER,/u);
  });

  it.each([
    [["nowhere.yaml", clusters], /^sanad: the mapping .*nowhere\.yaml cannot be read\n$/u],
    [[mapping, "nowhere.csv"], /^sanad: the table nowhere\.csv cannot be read \(ENOENT\)\n$/u],
    [
      [mapping],
      /^sanad: a mapping \(\.yaml\) and a table \(\.csv\) are imported, or a file of JSON Lines \(\.jsonl, \.jsonl\.gz\), and ".*" is not that\n$/u,
    ],
    [
      [mapping, clusters, "--dry-run", "--report", "no/where.csv"],
      /^sanad: the report no\/where\.csv cannot be written\n$/u,
    ],
  ])("refuses %j", async (args, told) => {
    const { code, stderr } = await sanad.run(["import", ...args]);
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
  });

  it("goes on after kill -9 where it was, and then holds just what an import in one go holds", async () => {
    const table = sanad.inFolder("many.csv");
    const many = sanad.inFolder("many.yaml");
    await writeFile(
      many,
      `
dataset: { name: { en: Many } }
record: { name: { en: "Many: {Name}" } }
entities:
  cluster: { kind: CLUSTER, column: Name, own: { of: [Name] } }
  owner: { kind: COMPANY, match: name, column: Owner }
  next: { kind: CLUSTER, row: cluster, column: Next }
claims:
  - { subject: owner, predicate: OWNS, object: cluster }
  - { subject: cluster, predicate: SUCCEEDED_BY, object: next }
  - { subject: cluster, predicate: CHIP_COUNT, amount: { column: Chips, unit: chip } }
`,
    );
    const rows = Array.from({ length: 4000 }, (_one, index) => {
      return `M${index},Owner ${index % 700},M${(index * 7 + 1) % 4000},${index === 50 ? "some" : index}`;
    });
    await writeFile(table, `Name,Owner,Next,Chips\n${rows.join("\n")}\n`);
    const settings = { SANAD_DATA: sanad.inFolder("killed") };
    const child = spawn(process.execPath, [path.join(project, "bin/sanad.js"), "import", many, table], {
      env: { PATH: process.env["PATH"] ?? "", HOME: sanad.inFolder("."), ...settings },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("rows: ")) child.kill("SIGKILL");
    });
    expect(await once(child, "close")).toEqual([null, "SIGKILL"]);
    const resumed = await sanad.run(["import", many, table], settings);
    expect(resumed.stderr).toContain('refused row 52, "Chips": "some" is no number');
    expect(resumed.stdout).toMatch(
      /^3,999 of 4,000 rows of .* 1 were refused\.\nIt went on after row [\d,]+, which an earlier run had brought in\.\n/u,
    );
    expect((await sanad.run(["check"], settings)).stdout).toMatch(/^Checked 11,?99\d claims.*all is well\.\n$/u);
    const again = await sanad.run(["import", many, table], settings);
    expect(again.stdout).toContain("Nothing is new: all of it was there already.");
    const atOnce = { SANAD_DATA: sanad.inFolder("at-once") };
    await sanad.run(["import", many, table], atOnce);
    expect((await sanad.run(["check"], atOnce)).stdout).toBe((await sanad.run(["check"], settings)).stdout);
  }, 120_000);
});
