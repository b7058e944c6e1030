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
  return [
    ...["Entity", "Name", "Text", "Claim", "Citation", "Change", "Log"].map(unique),
    index("name_folded", "Name", "folded"),
    // an engine may keep indexes by label: a source is sought by its id as Source, too
    index("source_id", "Source", "id"),
    index("source_url", "Source", "url"),
    index("claim_predicate", "Claim", "predicate"),
    index("claim_comparison_key", "Claim", "comparisonKey"),
    index("entity_sort_name", "Entity", "sortName"),
    ...[...ontology.kinds.values()].map(({ name, type }) => index(`${name.toLowerCase()}_sort_name`, type, "sortName")),
  ];
}
