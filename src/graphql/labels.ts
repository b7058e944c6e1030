import { inLanguage } from "../claims/statement.js";
import type { Localized, Ontology } from "../ontology/ontology.js";

/** A text of the ontology or the core in a language, BCP 47; null: in the ontology's first one. */
export function textIn(text: Localized, lang: string | null | undefined, ontology: Ontology): string {
  return inLanguage(text, ontology, lang ?? ontology.languages[0])!;
}

/** What something of the ontology is called; what this no longer has, as data of an earlier ontology may say, goes by its name. */
export function labelOf(
  of: "kinds" | "predicates" | "sourceTypes",
  name: string,
  lang: string | null | undefined,
  ontology: Ontology,
): string {
  const label = ontology[of].get(name)?.label;
  return label ? textIn(label, lang, ontology) : name;
}
