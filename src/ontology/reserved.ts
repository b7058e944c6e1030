/**
 * Names that an ontology cannot take, because the server's own types, fields and edges have them.
 * A test compares these lists with the emitted schema and the statements.
 */

/** GraphQL types of the core, what every ontology's schema has beside them, and labels of the graph. `Source` is the core's own type for the kind SOURCE. */
export const RESERVED_TYPES: ReadonlySet<string> = new Set([
  ...["Query", "Mutation", "Subscription", "String", "Int", "Float", "Boolean", "ID", "DateTime", "PartialDate"],
  ...["Node", "Entity", "Source", "SourceType", "StoredText", "LocalizedText", "Claim", "Citation", "QuoteContext"],
  ...["EntityConnection", "EntityEdge", "ClaimConnection", "ClaimEdge", "CitationConnection", "CitationEdge"],
  ...["SearchConnection", "SearchEdge", "SearchMatch", "SearchSpan", "ConflictConnection", "ConflictEdge"],
  ...["DuplicateConnection", "DuplicateEdge", "DuplicateCandidate", "PageInfo", "Path"],
  ...["Quantity", "Bound", "Modality", "Rank", "Status", "Basis", "Verification", "Support", "ClaimRole", "Direction"],
  ...[
    "Conflict",
    "ConflictKind",
    "ClaimConflict",
    "Spread",
    "Change",
    "ChangeAction",
    "ClaimEvent",
    "EntityEvent",
    "EntityChange",
  ],
  ...["Facet", "Facets", "ConflictFacets", "Around", "OntologyUnit", "OntologyEnum", "OntologyEnumValue"],
  ...["Ontology", "OntologyKind", "OntologyPredicate", "ValueType", "Viewer", "Export", "ExportFormat", "Problem"],
  ...["ClaimTotal", "ClaimGroup", "ClaimInclusion", "GroupKey", "QuantityTotal", "LeftOut", "AsOf", "Absence"],
  ...["EntityOrder", "EntityOrderField", "ClaimOrder", "ClaimOrderField"],
  ...["EntityFilter", "EntityRelationFilter", "EntityMatch", "SourceFilter", "SourceTypeFilter", "CitationFilter"],
  ...[
    "ClaimFilter",
    "ValueRelationFilter",
    "ValueMatch",
    "IdFilter",
    "NameFilter",
    "IdentifierFilter",
    "IdentifierInput",
    "OntologyIdentifierScheme",
    "StringFilter",
    "IntFilter",
  ],
  ...["QuantityFilter", "DateFilter", "ModalityFilter", "RankFilter", "StatusFilter", "BasisFilter"],
  ...["VerificationFilter", "EntityInput", "SourceInput", "ClaimInput", "CitationInput", "QuantityInput"],
  ...["LocalizedTextInput", "AddSourcePayload", "AddEntitiesPayload", "AssertClaimsPayload", "ClaimPayload"],
  ...["EntityPayload", "EntitiesPayload", "MergeEntitiesPayload", "RestrictSourcePayload"],
  ...["Name", "Identifier", "Text", "Import", "Log", "Copy", "Layout", "Word", "Merged", "Version"],
]);

/** What is added to a kind's type to name the other types that it brings. */
export const KIND_TYPE_SUFFIXES = ["Connection", "Edge", "Filter", "RelationFilter", "Match"] as const;

/** What is added to a relation's field, its first letter large, to name the types that it brings. */
export const RELATION_TYPE_SUFFIXES = ["Connection", "Edge"] as const;

/** Fields that every entity, or a source, has already; and the words of filters. */
export const RESERVED_FIELDS: ReadonlySet<string> = new Set([
  ...["id", "kind", "name", "names", "aliases", "description", "identifiers", "identifier", "claims"],
  ...["sourceType", "url", "license", "attribution", "publishedAt", "language", "authors", "publisher", "text"],
  ...["derivedFrom", "repeatedBy", "citations", "claimsCited", "restricted", "history", "textVersions"],
  ...["kindLabel", "sourceTypeLabel"],
  ...["and", "or", "not"],
]);

/** Fields of `Query` that are not lists of a kind. */
export const RESERVED_ROOT_FIELDS: ReadonlySet<string> = new Set([
  ...[
    "node",
    "nodes",
    "entity",
    "entityByIdentifier",
    "entities",
    "source",
    "claim",
    "claims",
    "conflict",
    "conflicts",
    "search",
    "paths",
  ],
  ...["around", "revision", "claimTotals", "ontology", "export", "viewer", "changes", "duplicates", "checkClaims"],
]);

/** Types of the graph's own edges. */
export const RESERVED_EDGES: ReadonlySet<string> = new Set([
  ...["SUBJECT", "OBJECT", "ATTRIBUTED_TO", "SUPERSEDES", "HAS_CITATION", "HAS_SOURCE"],
  ...["HAS_NAME", "IDENTIFIES", "HAS_TEXT", "DERIVED_FROM", "HAS_AUTHOR", "HAS_PUBLISHER", "CHANGED"],
  ...["HAD_VERSION", "HAD_TEXT", "HAD_SUPERSEDED", "MERGED_INTO", "WAS_MERGED_INTO", "KEPT_APART"],
]);
