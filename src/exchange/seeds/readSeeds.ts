import { readdirSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import { readText } from "../../ontology/readText.js";
import { refuseFaults, YamlFile } from "../../ontology/yamlFile.js";
import type { Batch } from "../../cypher/record.js";
import { compileSeeds, type SeedFile, type TextFile } from "./compileSeeds.js";
import { SEED_KEYS, seedForm } from "./form.js";

/**
 * Reads a folder of seeds: every `.yaml` file in it and below, and the texts that they name. An `ontology.yaml` in the folder itself is the
 * subject's ontology, and no seeds: a whole subject may stand in one folder.
 * Throws BAD_USER_INPUT with every fault of every file, each with file and line; then nothing of the folder is to be loaded.
 */
export function readSeeds(folder: string, ontology: Ontology): Batch {
  const files: SeedFile[] = [];
  const yamls: YamlFile[] = [];
  for (const path of yamlFilesOf(folder)) {
    const yaml = readYaml(path);
    const form = yaml.read(seedForm, SEED_KEYS);
    yamls.push(yaml);
    if (form) files.push({ yaml, form, readText: (name) => readBeside(path, name, folder) });
  }
  const refuse = () => {
    const faults = yamls.flatMap((yaml) => yaml.faults);
    refuseFaults("the folder of seeds", faults);
  };
  refuse();
  const batch = compileSeeds(files, ontology);
  refuse();
  return batch;
}

const ONTOLOGIES = ["ontology.yaml", "ontology.yml"];

/** The files in the order of their names, so that two loads meet them alike. */
function yamlFilesOf(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/u.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => !ONTOLOGIES.some((name) => path === join(folder, name)));
    if (paths.length === 0)
      throw new SanadError(ErrorCode.BAD_USER_INPUT, `the folder of seeds ${folder} has no .yaml file`);
    return paths.sort();
  } catch (cause) {
    if (cause instanceof SanadError) throw cause;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the folder of seeds ${folder} cannot be read`, [], { cause });
  }
}

function readYaml(path: string): YamlFile {
  const name = relative(process.cwd(), path) || path;
  const unreadable = (code: string, message: string) => {
    const yaml = new YamlFile(name, "");
    yaml.fault([], code, message);
    return yaml;
  };
  try {
    const text = readText(path);
    return text === null ? unreadable("NOT_UTF8", "the file is not UTF-8") : new YamlFile(name, text);
  } catch {
    return unreadable("NOT_READABLE", "the file cannot be read");
  }
}

/** A text that a file names, from beside it: what lies outside the folder of seeds is none of theirs. */
function readBeside(file: string, name: string, folder: string): TextFile {
  const path = resolve(dirname(file), name);
  const outside = { fault: "TEXT_OUTSIDE", why: "lies outside the folder of seeds" } as const;
  if (!isWithin(path, resolve(folder))) return outside;
  try {
    if (!isWithin(realpathSync(path), realpathSync(folder))) return outside;
    return readText(path) ?? { fault: "NOT_UTF8", why: "is not UTF-8" };
  } catch {
    return { fault: "NO_TEXT", why: "cannot be read beside this file" };
  }
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
