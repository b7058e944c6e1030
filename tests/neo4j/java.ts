import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** The Neo4j versions under test: the long-term one and the newest of the calendar ones, and which Java each needs at least. */
export const NEO4J_VERSIONS = {
  "5.26": { version: "5.26.16", java: 17 },
  "2026": { version: "2026.09.0", java: 21 },
} as const;
export type Neo4jVersion = keyof typeof NEO4J_VERSIONS;

/** Says in one sentence what is missing to start a version here; null where nothing is. */
export function missingFor(version: Neo4jVersion): string | null {
  const { java } = NEO4J_VERSIONS[version];
  if (findJdk(java) === null) return `there is no JDK ${java} or later in JAVA_HOME, /usr/lib/jvm or PATH`;
  if (!isInPath("mvn")) return "there is no Maven (mvn) in PATH";
  return null;
}

/** The oldest installed JDK that is new enough: its folder; null where there is none. */
export function findJdk(least: number): string | null {
  const homes = [
    process.env["JAVA_HOME"],
    ...installed("/usr/lib/jvm"),
    ...pathFolders().map((folder) => join(folder, "..")),
  ];
  const found = homes.flatMap((home) => {
    // A runtime without the compiler does not run a source file.
    if (!home || !existsSync(join(home, "bin/javac"))) return [];
    const version = javaVersion(home);
    return version !== null && version >= least ? [{ home, version }] : [];
  });
  return found.sort((a, b) => a.version - b.version)[0]?.home ?? null;
}

/** The jars of a version, as a class path. Maven fetches them the first time and keeps them; the list itself is kept beside node's packages. */
export async function classPath(version: Neo4jVersion): Promise<string> {
  const folder = join(import.meta.dirname, "../../node_modules/.cache/sanad-neo4j");
  const file = join(folder, `${NEO4J_VERSIONS[version].version}.classpath`);
  if (existsSync(file)) {
    const jars = await readFile(file, "utf8");
    if (jars.split(delimiter).every((jar) => existsSync(jar))) return jars;
  }
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await promisify(execFile)("mvn", [
    ...["-q", "-B", "-f", join(import.meta.dirname, "pom.xml"), `-Dneo4j.version=${NEO4J_VERSIONS[version].version}`],
    ...["dependency:build-classpath", `-Dmdep.outputFile=${unfinished}`],
  ]);
  await rename(unfinished, file);
  return readFile(file, "utf8");
}

function javaVersion(home: string): number | null {
  const said = existsSync(join(home, "release"))
    ? readFileSync(join(home, "release"), "utf8").match(/^JAVA_VERSION="(.*)"/mu)
    : spawnSync(join(home, "bin/java"), ["-version"], { encoding: "utf8" }).stderr.match(/version "(.*?)"/u);
  return said ? Number.parseInt(said[1]!, 10) : null;
}

function installed(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function pathFolders(): readonly string[] {
  return (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
}

function isInPath(program: string): boolean {
  return pathFolders().some((folder) => existsSync(join(folder, program)));
}
