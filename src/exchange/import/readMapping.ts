import { createHash } from "node:crypto";
import { relative } from "node:path";
import { sourceId } from "../../claims/claimId.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import { readText } from "../../ontology/readText.js";
import { refuseFaults, YamlFile } from "../../ontology/yamlFile.js";
import { checkColumns } from "./checkColumns.js";
import { checkMapping } from "./checkMapping.js";
import { MAPPING_KEYS, mappingForm, type EntityForm, type MappingForm } from "./form.js";

/** A mapping that has been checked: how the rows of a table become claims. */
export interface Mapping {
  readonly form: MappingForm;
  readonly ontology: Ontology;
  /** What the ids of the data set's records and entities are made with: the id of its source, where no other has its address already. */
  readonly dataset: string;
  /** The SHA-256 of the file. */
  readonly sha256: string;
  /** Throws BAD_USER_INPUT with every column that the mapping names and a table does not have. */
  readonly checkHeader: (columns: readonly string[]) => void;
}

/** Reads a mapping and checks it against an ontology. Throws BAD_USER_INPUT with every fault, each with file, line and what was meant. */
export function readMapping(file: string, ontology: Ontology): Mapping {
  const name = relative(process.cwd(), file) || file;
  let text: string | null;
  try {
    text = readText(file);
  } catch (cause) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the mapping ${name} cannot be read`, [], { cause });
  }
  if (text === null) throw new SanadError(ErrorCode.BAD_USER_INPUT, `the mapping ${name} is not UTF-8`);
  return parseMapping(text, name, ontology);
}

/** As {@link readMapping}, from the text itself; `file` is the name that messages show. */
export function parseMapping(text: string, file: string, ontology: Ontology): Mapping {
  const yaml = new YamlFile(file, text);
  const form = yaml.read(mappingForm, MAPPING_KEYS);
  if (form) checkMapping(form, ontology, yaml);
  refuseFaults("the mapping", yaml.faults);
  return {
    ...{ form: form!, ontology, dataset: datasetId(form!) },
    sha256: createHash("sha256").update(text, "utf8").digest("hex"),
    checkHeader(columns) {
      checkColumns(form!, columns, yaml);
      refuseFaults("the mapping", yaml.faults);
    },
  };
}

/** The entities of a mapping by a rule of identity. */
export function entitiesBy<K extends "own" | "match" | "row">(
  { form }: Mapping,
  rule: K,
): readonly (readonly [key: string, entity: EntityForm & Required<Pick<EntityForm, K>>])[] {
  return Object.entries(form.entities).flatMap(([key, entity]) =>
    entity[rule] === undefined ? [] : [[key, entity as EntityForm & Required<Pick<EntityForm, K>>] as const],
  );
}

function datasetId({ dataset }: MappingForm): string {
  return sourceId({
    ...{ url: dataset.url ?? null, sourceType: dataset.sourceType, names: Object.entries(dataset.name) },
    publishedAt: dataset.publishedAt ?? null,
    publisher: dataset.publisher ? Object.values(dataset.publisher.name)[0]! : null,
    authors: [],
  });
}
