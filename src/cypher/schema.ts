import type { Ontology } from "../ontology/ontology.js";
import { quoted } from "./names.js";

/**
 * The constraints and indexes that a store needs for an ontology, each on one property, in a fixed order; applying them again changes nothing.
 * `schema/constraints.cypher` is this list for the project's own ontology.
 */
export function schemaStatements(ontology: Ontology): readonly string[] {
  const unique = (label: string) =>
    `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`;
  const index = (name: string, label: string, property: string) =>
    `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${quoted(label)}) ON (n.${property})`;
  // the words are folded and parted already; the embedded engine reads of this statement what it needs
  const fullText = (name: string, label: string) =>
    `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.words] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`;
  return [
    ...["Entity", "Merged", "Version", "Name", "Identifier", "Text", "Claim", "Citation", "Change", "Log", "Word"].map(
      unique,
    ),
    index("name_folded", "Name", "folded"),
    // an engine may keep indexes by label: a source is sought by its id as Source, too
    index("source_id", "Source", "id"),
    fullText("name_words", "Name"),
    fullText("citation_words", "Citation"),
    ...["begin", "head", "tail"].map((key) => index(`word_${key}`, "Word", key)),
    index("source_url", "Source", "url"),
    index("claim_predicate", "Claim", "predicate"),
    index("claim_comparison_key", "Claim", "comparisonKey"),
    index("entity_sort_name", "Entity", "sortName"),
    ...[...ontology.kinds.values()].map(({ name, type }) => index(`${name.toLowerCase()}_sort_name`, type, "sortName")),
  ];
}
