/**
 * What fields cost beside the values that they answer with, and how many items lists without pages are taken to hold. Costs are in values: the
 * cost of a request is how many its answer may hold at most, in hundreds.
 */

/** Fields behind which much is read or weighed, by type and name. */
export const EXTRA: Readonly<Record<string, number>> = {
  "Query.paths": 100_000,
  "Query.around": 50_000,
  "Query.conflicts": 50_000,
  "Query.claimTotals": 50_000,
  "Query.duplicates": 100_000,
  /** What somebody may not see is read, too. */
  "Query.changes": 20_000,
  "Query.export": 100_000,
  "Query.search": 10_000,
  /** Times the length of the page beside which they stand, as all beneath a list is. */
  "ClaimConnection.facets": 2_000,
  "SearchConnection.facets": 500,
  "Query.__schema": 400_000,
  "Query.__type": 10_000,
  /** A text may be as long as a request's body. */
  "StoredText.content": 50_000,
};

/** What each field of a mutation costs, and each object of its input. */
export const WRITE = 1_000;

/** What each claim of a file of claims costs. */
export const EXPORTED_CLAIM = 40;

/** How many items a list has that is given whole, by its name, or its type and name where others of the name are shorter: about as many as such lists have, for none has an end that is known. */
export const SIZES: Readonly<Record<string, number>> = {
  ...{ evidence: 5, absences: 2, names: 3, identifiers: 3, keys: 3, matched: 5 },
  ...{ attributedTo: 2, origins: 5, conflicts: 5, supersedes: 2, history: 5 },
  ...{ authors: 2, derivedFrom: 3, repeatedBy: 10, textVersions: 2 },
  ...{ claims: 5, sources: 3, entities: 5, nodes: 5 },
  ...{ kinds: 20, predicates: 40, identifierSchemes: 10, subjects: 5, objects: 5 },
  /** As many as are asked for, which the field above counts. */
  ...{ "Around.claims": 1, "Around.entities": 1 },
  ...{ units: 10, enums: 10, values: 10, modalities: 4, "Facets.sources": 20 },
  ...{ claimTotals: 50, checkClaims: 20 },
};
