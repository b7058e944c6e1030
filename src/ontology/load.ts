import { ErrorCode, SanadError } from "../errors.js";
import { checkOntology } from "./check.js";
import { ONTOLOGY_KEYS, ontologyForm, typeOf, type OntologyForm } from "./form.js";
import type { Kind, Ontology, Predicate } from "./ontology.js";
import { readText } from "./readText.js";
import { refuseFaults, YamlFile } from "./yamlFile.js";

/** Reads and checks an ontology file. Throws BAD_USER_INPUT with every fault, each with file, line and what was meant. */
export function loadOntology(file: string): Ontology {
  let text: string | null;
  try {
    text = readText(file);
  } catch (cause) {
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the ontology ${file} cannot be read`, [], { cause });
  }
  if (text === null) throw new SanadError(ErrorCode.BAD_USER_INPUT, `the ontology ${file} is not UTF-8`);
  return parseOntology(text, file);
}

/** As {@link loadOntology}, from the text itself; `file` is the name that messages show. */
export function parseOntology(text: string, file: string): Ontology {
  const yaml = new YamlFile(file, text);
  const form = yaml.read(ontologyForm, ONTOLOGY_KEYS);
  if (form) checkOntology(form, yaml);
  refuseFaults("the ontology", yaml.faults);
  return link(form!);
}

/** Links the checked names to one another and freezes the whole. */
function link(form: OntologyForm): Ontology {
  const kinds = mapOf(form.kinds, (kind, name): Kind => ({ ...kind, name, type: kind.type ?? typeOf(name) }));
  const kind = (name: string) => kinds.get(name)!;
  const predicates = mapOf(form.predicates, (predicate, name): Predicate => ({
    ...predicate,
    name,
    inverse: predicate.inverse ?? null,
    value: predicate.value ?? "ENTITY",
    unit: predicate.unit ?? null,
    subjects: predicate.subjects.map(kind),
    objects: (predicate.objects ?? []).map(kind),
  }));
  return deepFreeze({
    version: form.version,
    languages: form.languages as [string, ...string[]],
    kinds,
    predicates,
    units: mapOf(form.units, (unit, name) => ({ ...unit, name, code: unit.code ?? null })),
    sourceTypes: mapOf(form.sourceTypes, (type, name) => ({ ...type, name })),
    identifierSchemes: mapOf(form.identifierSchemes, ({ label, pattern, url }, name) => ({
      ...{ name, label, url: url ?? null },
      pattern: pattern === undefined ? null : new RegExp(`^(?:${pattern})$`, "u"),
    })),
  });
}

function mapOf<In, Out>(record: Record<string, In>, make: (value: In, name: string) => Out): ReadonlyMap<string, Out> {
  return new Map(Object.entries(record).map(([name, value]) => [name, make(value, name)]));
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) refuseChanges(value);
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(inner);
  return value;
}

/** Freezing an object does not keep a map's entries from being changed. */
function refuseChanges(map: Map<unknown, unknown>): void {
  const refuse = () => {
    throw new TypeError("the ontology is frozen");
  };
  for (const method of ["set", "delete", "clear"] as const) Object.defineProperty(map, method, { value: refuse });
}
