import { registerEnumType } from "type-graphql";
import { BASES, BOUNDS, MODALITIES, RANKS, STATUSES } from "../claims/claim.js";
import { CONFLICT_KINDS } from "../claims/conflicts.js";
import { CLAIM_GROUPS, CLAIM_INCLUSIONS } from "../claims/totals.js";

/** Enums of the core, each value with its description; resolvers answer with the values' names. */
function enumOf<const T extends string>(
  name: string,
  description: string,
  values: readonly T[],
  descriptions: Readonly<Record<T, string>>,
): Readonly<Record<T, T>> {
  const object = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  const valuesConfig = Object.fromEntries(values.map((value) => [value, { description: descriptions[value] }]));
  registerEnumType(object, { name, description, valuesConfig: valuesConfig as never });
  return object;
}

export const ModalityEnum = enumOf("Modality", "How sure a statement is meant to be.", MODALITIES, {
  ACTUAL: "It is so: “has 29,000”.",
  PLANNED: "It is to be so: “will have 50,000”.",
  ESTIMATED: "It is reckoned to be so: “analysts put it at”.",
  OPINION: "It is held to be so: “the most powerful”.",
});

export const RankEnum = enumOf("Rank", "A curator's ordering of claims about one thing.", RANKS, {
  PREFERRED: "The one to show first.",
  NORMAL: "As recorded.",
  DEPRECATED: "Known to be wrong or outdated; kept, and hidden unless asked for.",
});

export const StatusEnum = enumOf("Status", "Where a claim is in its life here. Nothing is ever deleted.", STATUSES, {
  ACTIVE: "It stands.",
  SUPERSEDED: "Another claim took its place.",
  RETRACTED: "It was withdrawn, with a reason.",
});

export const BoundEnum = enumOf("Bound", "How an amount is meant.", BOUNDS, {
  EXACT: "This amount.",
  ABOUT: "About this amount.",
  AT_LEAST: "This amount or more.",
  AT_MOST: "This amount or less.",
});

export const BasisEnum = enumOf("Basis", "How a quote carries its claim.", BASES, {
  STATED: "The quote says it.",
  INFERRED: "The curator reads it from the quote.",
});

export const VerificationEnum = enumOf(
  "Verification",
  "Whether a quote stands in its source's stored text.",
  ["VERIFIED", "NO_TEXT", "CHANGED"],
  {
    VERIFIED: "It stands at `start` to `end` of the stored text.",
    NO_TEXT: "No text of the source is stored, so it cannot be looked up here.",
    CHANGED: "The stored text no longer has it there.",
  },
);

export const ConflictKindEnum = enumOf("ConflictKind", "Why claims cannot all hold.", CONFLICT_KINDS, {
  VALUE: "Amounts of one thing that have no value in common.",
  EXCLUSIVE: "Several values where the predicate holds one at a time.",
  DATES: "A weekday that the date does not have.",
  CYCLIC_DERIVATION: "Sources that are derived from one another in a circle, so that nobody can say which came first.",
});

export const ClaimRoleEnum = enumOf("ClaimRole", "An entity's part in a claim.", ["SUBJECT", "OBJECT", "SPEAKER"], {
  SUBJECT: "The claim is about it.",
  OBJECT: "The claim leads to it.",
  SPEAKER: "It is named as having said so.",
});

export const DirectionEnum = enumOf("Direction", "Which end of an order comes first.", ["ASC", "DESC"], {
  ASC: "The least first; what is missing counts as the least.",
  DESC: "The greatest first; what is missing comes last.",
});

export const EntityOrderFieldEnum = enumOf(
  "EntityOrderField",
  "What entities can be ordered by.",
  ["NAME", "QUANTITY"],
  {
    NAME: "The name in the ontology's first language, folded: case and diacritics do not count.",
    QUANTITY: "The amounts of the predicate given beside it.",
  },
);

export const ClaimOrderFieldEnum = enumOf(
  "ClaimOrderField",
  "What claims can be ordered by.",
  ["AMOUNT", "PREDICATE", "RECORDED_AT", "VALID_FROM"],
  {
    AMOUNT: "The amount, whatever its unit.",
    PREDICATE: "The predicate's name.",
    RECORDED_AT: "When it was recorded here.",
    VALID_FROM: "When it begins to hold in the world.",
  },
);

export const ClaimGroupEnum = enumOf("ClaimGroup", "What claims can be grouped by.", CLAIM_GROUPS, {
  PREDICATE: "The predicate.",
  SUBJECT: "The entity that they are about.",
  OBJECT: "The entity that they lead to.",
  UNIT: "The unit of their amounts.",
  SOURCE: "The cited source.",
  SPEAKER: "Who is named as having said so.",
  MODALITY: "The modality.",
  YEAR: "The year in which they begin to hold.",
});

export const ClaimInclusionEnum = enumOf(
  "ClaimInclusion",
  "Claims that are left out of a total, unless they are asked for.",
  CLAIM_INCLUSIONS,
  {
    CONFLICTING: "Those that cannot hold together with one that is counted.",
    REPEATED: "Those that only say again what one that is counted says, be it from the same origin or from another.",
  },
);

export const SearchMatchEnum = enumOf(
  "SearchMatch",
  "Where the searched words were found.",
  ["NAME", "ALIAS", "QUOTE"],
  {
    NAME: "In a name.",
    ALIAS: "In an alias.",
    QUOTE: "In a quote.",
  },
);

export const ExportFormatEnum = enumOf(
  "ExportFormat",
  "A format of files of claims.",
  ["JSONL", "CSV", "JSONLD", "NQUADS", "TRIG", "GRAPHML", "BIBTEX", "CSL_JSON"],
  {
    JSONL: "JSON Lines, lossless.",
    CSV: "One claim a row.",
    JSONLD: "JSON-LD with Web Annotation selectors and PROV-O.",
    NQUADS: "N-Quads.",
    TRIG: "TriG, as nanopublications.",
    GRAPHML: "GraphML.",
    BIBTEX: "The sources, as BibTeX.",
    CSL_JSON: "The sources, as CSL-JSON.",
  },
);

export const ChangeActionEnum = enumOf(
  "ChangeAction",
  "What was done.",
  [
    ...(["CREATED", "ASSERTED", "CITED", "RANKED", "SUPERSEDED", "RETRACTED", "RESTORED", "UPDATED"] as const),
    ...(["REFETCHED", "QUOTE_CHANGED", "MERGED", "UNMERGED", "KEPT_APART", "RESTRICTED", "OPENED"] as const),
  ],
  {
    CREATED: "An entity or a source was recorded.",
    ASSERTED: "A claim was recorded.",
    CITED: "A claim was given further citations.",
    RANKED: "A claim's rank was changed.",
    SUPERSEDED: "Another claim took the claim's place.",
    RETRACTED: "A claim was withdrawn.",
    RESTORED: "A claim that was withdrawn or superseded counts again.",
    REFETCHED: "A source's text was stored anew, since it had changed.",
    QUOTE_CHANGED: "A quote that a claim rests on no longer stands in its source's text.",
    UPDATED: "An entity's names or description were changed.",
    MERGED: "Two entities were found to be one.",
    UNMERGED: "A merge was undone.",
    KEPT_APART: "Two entities were found not to be the same.",
    RESTRICTED: "A source was restricted to curators.",
    OPENED: "A source that was restricted was opened.",
  },
);

export const ValueTypeEnum = enumOf(
  "ValueType",
  "What claims of a predicate are about.",
  ["ENTITY", "QUANTITY", "TEXT", "DATE"],
  {
    ENTITY: "Another entity, and it may be so many of it.",
    QUANTITY: "An amount with a unit.",
    TEXT: "Words.",
    DATE: "A date.",
  },
);
