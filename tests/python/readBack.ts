import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const VENV = join(import.meta.dirname, "../../node_modules/.cache/sanad-python/bin/python");
const candidates = [process.env["SANAD_TEST_PYTHON"], VENV, "python3"];
const packages = readFileSync(join(import.meta.dirname, "requirements.txt"), "utf8").match(/^\w+/gmu)!;

/** A Python that has the packages of requirements.txt, or undefined; with SANAD_TEST_REQUIRE=all there must be one. */
export const python = candidates.find((file) => file && hasPackages(file));

if (!python) {
  const missing = `No Python that has ${packages.join(", ")} in $SANAD_TEST_PYTHON, at ${VENV} or in PATH`;
  if (process.env["SANAD_TEST_REQUIRE"] === "all")
    throw new Error(`${missing}, and SANAD_TEST_REQUIRE=all wants its tests run.`);
  console.warn(`${missing}: exports are not read back by other programs (tests/python/requirements.txt).`);
}

/** What other programs found in the folders of exported files. */
export interface ReadBack {
  readonly folders: Readonly<Record<string, FolderRead>>;
  /** What rdflib had to say of IRIs and literals. */
  readonly complaints: readonly string[];
}

export interface FolderRead {
  /** How many quads there are in each file. */
  readonly quads: Readonly<Record<string, number>>;
  /** Quads that are in one file only, beside those of N-Quads. */
  readonly differing: Readonly<Record<string, readonly string[]>>;
  readonly blankNodes: number;
  /** For each nanopublication what is said against it. */
  readonly nanopublications: readonly string[];
  /** What the shapes find, in the data and in copies of it from which one triple is taken, by its predicate. */
  readonly shapes: readonly string[];
  readonly broken: Readonly<Record<string, readonly string[]>>;
  /** How many quotes stand at their place in code points, and those that do not. */
  readonly quotes: { readonly inPlace: number; readonly elsewhere: readonly string[] };
  readonly graphMl: {
    readonly directed: boolean;
    readonly nodes: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly edges: readonly Readonly<Record<string, string | number>>[];
  };
}

/** Has the folders read by rdflib, pySHACL, nanopub and networkx, in one process. */
export async function readBack(folders: readonly string[]): Promise<ReadBack> {
  const script = join(import.meta.dirname, "readBack.py");
  const { stdout } = await promisify(execFile)(python!, [script, ...folders], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as ReadBack;
}

/** Whether a Python has all packages; they are looked for without being loaded. */
function hasPackages(file: string): boolean {
  if (file.includes("/") && !existsSync(file)) return false;
  const program = `import importlib.util, sys; sys.exit(any(importlib.util.find_spec(p) is None for p in sys.argv[1:]))`;
  return spawnSync(file, ["-c", program, ...packages], { stdio: "ignore" }).status === 0;
}
