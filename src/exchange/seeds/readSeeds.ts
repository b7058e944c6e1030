import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import { refuseFaults, YamlFile } from "../../ontology/yamlFile.js";
import type { Batch } from "../../cypher/record.js";
import { compileSeeds, type SeedFile } from "./compileSeeds.js";
import { SEED_KEYS, seedForm } from "./form.js";

/**
 * Reads a folder of seeds: every `.yaml` file in it and below, and the texts that they name.
 * Throws BAD_USER_INPUT with every fault of every file, each with file and line; then nothing of the folder is to be loaded.
 */
export function readSeeds(folder: string, ontology: Ontology): Batch {
  const files: SeedFile[] = [];
  const yamls = yamlFilesOf(folder).map((path) => new YamlFile(relative(process.cwd(), path) || path, read(path)));
  for (const [index, path] of yamlFilesOf(folder).entries()) {
    const yaml = yamls[index]!;
    const form = yaml.read(seedForm, SEED_KEYS);
    if (form) files.push({ yaml, form, readText: (name) => read(join(dirname(path), name)) });
  }
  refuseFaults(
    "the folder of seeds",
    yamls.flatMap(({ faults }) => faults),
  );
  const batch = compileSeeds(files, ontology);
  refuseFaults(
    "the folder of seeds",
    yamls.flatMap(({ faults }) => faults),
  );
  return batch;
}

/** The files in the order of their names, so that two loads meet them alike. */
function yamlFilesOf(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const found = names.filter((name) => /\.ya?ml$/u.test(name)).sort();
    if (found.length === 0)
      throw new SanadError(ErrorCode.BAD_USER_INPUT, `the folder of seeds ${folder} has no .yaml file`);
    return found.map((name) => join(folder, name));
  } catch (cause) {
    if (cause instanceof SanadError) throw cause;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the folder of seeds ${folder} cannot be read`, [], { cause });
  }
}

/** A file's text, byte for byte as UTF-8: no byte order mark is taken off, since positions count it. */
function read(path: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
}
