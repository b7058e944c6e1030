import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { stringify } from "csv-stringify";
import type { Neo4jVersion } from "../tests/neo4j/java.js";
import { startNeo4j } from "../tests/neo4j/startNeo4j.js";
import { SkewedRandom } from "./skewedRandom.js";

/** What a row of the generated table says: ten claims, each with a citation, and a second one where the row is planned. */
const MAPPING = `
dataset: { name: { en: Generated clusters }, license: CC0-1.0 }
record: { name: { en: "Generated clusters: {Name}" } }
dates: [m/d/yyyy]
modality: [{ where: { Status: Planned }, is: PLANNED }, { is: ACTUAL }]
entities:
  cluster: { kind: CLUSTER, column: Name, own: { of: [Name] } }
  owner: { kind: COMPANY, match: name, column: Owner, split: "," }
  chip: { kind: CHIP, match: name, column: Chip }
  country: { kind: PLACE, match: name, column: Country }
  predecessor: { kind: CLUSTER, row: cluster, column: Builds Upon }
  source: { kind: SOURCE, sourceType: WEBSITE, match: address, column: Source }
claims:
  - { subject: owner, predicate: OWNS, object: cluster }
  - { subject: cluster, predicate: USES_CHIP, object: chip, amount: { column: Quantity, unit: chip } }
  - { subject: cluster, predicate: LOCATED_IN, object: country }
  - { subject: cluster, predicate: BUILDS_UPON, object: predecessor }
  - { subject: cluster, predicate: LISTS_SOURCE, object: source, modality: ACTUAL }
  - { subject: cluster, predicate: OPERATING_STATUS, text: { column: Status }, modality: ACTUAL }
  - { subject: cluster, predicate: ONLINE_SINCE, date: { column: First Operational Date } }
  - { subject: cluster, predicate: POWER_CAPACITY, amount: { column: Power (MW), unit: MW } }
  - { subject: cluster, predicate: PEAK_PERFORMANCE, amount: { column: OP/s, unit: petaops, factor: 1e-15 } }
  - { subject: cluster, predicate: REMARK, text: { column: Note }, modality: ACTUAL }
`;
const CLAIMS_A_ROW = 10;

/**
 * Imports a generated table into an empty store, by the command as it is used:
 * `npm run bench:import -- --claims 10000 --claims 100000`, with `--neo4j 5.26` (or 2026) into a Neo4j of that version and not into the embedded
 * store. Prints rows and claims a second, and how much more memory the process has at its highest than at a dry run of one row just before; then the
 * same of a second import, which adds nothing. The embedded store is in the process: there the first import's memory is the graph's, too.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { claims: { type: "string", multiple: true, default: ["100000"] }, neo4j: { type: "string" } },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "sanad-bench-"));
  try {
    const mapping = path.join(folder, "mapping.yaml");
    await writeFile(mapping, MAPPING);
    for (const claims of values.claims.map(Number)) {
      const password = "benchmark";
      const server = values.neo4j ? await startNeo4j({ version: values.neo4j as Neo4jVersion, password }) : null;
      const data = path.join(folder, `data-${claims}`);
      const env = server ? { NEO4J_URI: server.uri, NEO4J_PASSWORD: password } : { SANAD_DATA: data };
      try {
        const rows = Math.ceil(claims / CLAIMS_A_ROW);
        const [one, table] = [path.join(folder, "one.csv"), path.join(folder, "table.csv")];
        await writeTable(one, 1);
        await writeTable(table, rows);
        for (const what of ["first", "again"]) {
          const idle = await importInto(env, mapping, one, "--dry-run");
          const { seconds, peak } = await importInto(env, mapping, table);
          const rate = (amount: number) => Math.round(amount / seconds);
          console.log(
            `${claims} claims, ${what}: ${seconds.toFixed(1)} s, ${rate(rows)} rows and ${rate(claims)} claims a second, ${peak - idle.peak} MB above ${idle.peak}`,
          );
        }
      } finally {
        await server?.stop();
        await rm(data, { recursive: true, force: true });
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long the command took, and its memory in megabytes at its highest. */
async function importInto(settings: object, ...args: readonly string[]) {
  const begun = performance.now();
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, ["bin/sanad.js", "import", ...args], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let [said, peak] = ["", 0];
  child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const watch = setInterval(() => (peak = Math.max(peak, highestMemory(child.pid!))), 100);
  const [code] = (await once(child, "close")) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`sanad import has ended with ${code}: ${said}`);
  return { seconds: (performance.now() - begun) / 1000, peak };
}

async function writeTable(file: string, rows: number): Promise<void> {
  await pipeline(tableOf(rows), stringify(), createWriteStream(file));
}

const HEADER = [
  ...["Name", "Status", "Owner", "Chip", "Quantity", "Country", "First Operational Date", "Power (MW)", "OP/s"],
  ...["Builds Upon", "Note", "Source"],
];

/** Few owners have most of the clusters; every cluster builds upon another, which may come later; the pages are as many as rows. */
function* tableOf(rows: number): Generator<readonly string[]> {
  const random = new SkewedRandom(1);
  yield HEADER;
  for (let row = 0; row < rows; row++) {
    yield [
      `Cluster ${row}`,
      random.percent(20) ? "Planned" : "Existing",
      `Owner ${random.below(Math.ceil(rows / 4))}`,
      `Chip ${random.below(40)}`,
      String(1 + random.below(100_000)),
      `Country ${random.below(60)}`,
      `${1 + random.below(12)}/${1 + random.below(28)}/20${10 + random.below(16)}`,
      String(random.below(1000) / 10),
      `${(1 + random.below(900) / 100).toFixed(2)}E+19`,
      rows > 1 ? `Cluster ${(row * 7 + 1) % rows === row ? (row + 1) % rows : (row * 7 + 1) % rows}` : "",
      `A remark on "cluster ${row}",\nof two lines`,
      `https://example.org/pages/${row}#selection-${row}.0-${row}.9`,
    ];
  }
}

/** In megabytes, of a process that runs, where the system tells (Linux). */
function highestMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /^VmHWM:\s*(\d+)/mu.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return Math.round(Number(kilobytes ?? 0) / 1024);
}
