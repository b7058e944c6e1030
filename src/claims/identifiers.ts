import type { Ontology } from "../ontology/ontology.js";
import { suggest } from "../ontology/suggest.js";

/** An id that an entity has in a register of the ontology. */
export interface Identifier {
  /** The ontology's name of the register: `WIKIDATA`. */
  readonly scheme: string;
  readonly value: string;
}

/** What is wrong with an entity's ids in registers; `key` says of which of them, and where in it. */
export interface IdentifierFault {
  readonly key: readonly [index: number, ...field: string[]];
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Checks ids against the registers that the ontology has: each is there, the id is of its form, and none is given twice. */
export function identifierFaults(identifiers: readonly Identifier[], ontology: Ontology): readonly IdentifierFault[] {
  const faults: IdentifierFault[] = [];
  const seen = new Set<string>();
  for (const [index, { scheme: name, value }] of identifiers.entries()) {
    const fault = (field: string[], code: string, message: string, suggestions: readonly string[] = []) =>
      faults.push({ key: [index, ...field], code, message, suggestions });
    const scheme = ontology.identifierSchemes.get(name);
    if (!scheme) {
      const message = `the ontology has no register of ids ${JSON.stringify(name)}`;
      fault(["scheme"], "UNKNOWN_SCHEME", message, suggest(name, ontology.identifierSchemes.keys()));
    } else if (value.trim() === "" || value !== value.trim()) {
      fault(["value"], "WRONG_IDENTIFIER", "the id is empty, or has white space around it");
    } else if (scheme.pattern && !scheme.pattern.test(value)) {
      const form = scheme.pattern.source.replace(/^\^\(\?:(.*)\)\$$/u, "$1");
      fault(["value"], "WRONG_IDENTIFIER", `${JSON.stringify(value)} is no id of ${name}: it must match ${form}`);
    }
    const key = JSON.stringify([name, value]);
    if (seen.has(key)) fault([], "IDENTIFIER_TWICE", `the id ${value} of ${name} is given twice`);
    seen.add(key);
  }
  return faults;
}

/** The address of an id, by its register; null where that has none. The id of the register URL is its own address. */
export function identifierUrl({ scheme: name, value }: Identifier, ontology: Ontology): string | null {
  const url = ontology.identifierSchemes.get(name)?.url ?? null;
  return url === null ? null : url.replace("{id}", () => value);
}
