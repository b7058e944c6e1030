import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Whether biblatex's own program is there; with SANAD_TEST_REQUIRE=all it must be. */
export const hasBiber = spawnSync("biber", ["--version"], { stdio: "ignore" }).status === 0;

if (!hasBiber) {
  if (process.env["SANAD_TEST_REQUIRE"] === "all")
    throw new Error("No biber in PATH, and SANAD_TEST_REQUIRE=all wants its tests run.");
  console.warn("No biber in PATH: bibliographies are not read by it.");
}

/** Has biber read a file against the data model of biblatex: what it warns of, and the file as it writes it. */
export async function biber(file: string): Promise<{ readonly warnings: readonly string[]; readonly written: string }> {
  const output = `${file}.out`;
  const { stdout } = await promisify(execFile)("biber", [
    ...["--tool", "--validate-datamodel", "--output-file", output, file],
  ]);
  const warnings = stdout.split("\n").filter((line) => /^(WARN|ERROR)/u.test(line));
  return { warnings, written: await readFile(output, "utf8") };
}
