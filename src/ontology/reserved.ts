/**
 * Names that an ontology cannot take, because the server's own types, fields and edges have them.
 * A test compares these lists with the emitted schema and the statements.
 */

/** GraphQL types of the core, and labels of the graph. `Source` is the core's own type for the kind SOURCE. */
export const RESERVED_TYPES: ReadonlySet<string> = new Set([
  ...["Query", "Mutation", "Subscription", "String", "Int", "Float", "Boolean", "ID"],
  ...["Name", "Text", "Change", "Log"],
]);

/** Fields that every entity, or a source, has already; and the words of filters. */
export const RESERVED_FIELDS: ReadonlySet<string> = new Set([
  ...["id", "kind", "name", "names", "aliases", "description", "claims"],
  ...[
    "sourceType",
    "url",
    "publishedAt",
    "language",
    "authors",
    "publisher",
    "text",
    "derivedFrom",
    "repeatedBy",
    "citations",
  ],
  ...["and", "or", "not"],
]);

/** Fields of `Query` that are not lists of a kind. */
export const RESERVED_ROOT_FIELDS: ReadonlySet<string> = new Set([
  ...["node", "nodes", "entity", "entities", "source", "claim", "claims", "conflict", "conflicts", "search", "paths"],
  ...["claimTotals", "ontology", "export", "viewer", "changes", "duplicates", "checkClaims"],
]);

/** Types of the graph's own edges. */
export const RESERVED_EDGES: ReadonlySet<string> = new Set([
  ...["SUBJECT", "OBJECT", "ATTRIBUTED_TO", "SUPERSEDES", "HAS_CITATION", "HAS_SOURCE"],
  ...["HAS_NAME", "HAS_TEXT", "DERIVED_FROM", "HAS_AUTHOR", "HAS_PUBLISHER", "CHANGED"],
]);
