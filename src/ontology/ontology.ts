/**
 * The ontology as the server holds it: what `schema/ontology.yaml` declares, checked, linked and frozen.
 * Everything else reads kinds and predicates from here; nothing else knows any by name.
 */

/** A text in several languages, keyed by BCP 47 tag: `{ en: "cluster", ar: "مجموعة حوسبة" }`. The default language is always there. */
export type Localized = Readonly<Record<string, string>>;

/** What a claim of a predicate holds beside its subject. */
export type ValueType = "ENTITY" | "QUANTITY" | "TEXT" | "DATE";

/** A kind of entity: COMPANY, CLUSTER, PERSON ... */
export interface Kind {
  /** The ontology's name, upper case: `AI_MODEL`. What `Entity.kind` answers. */
  readonly name: string;
  /** The GraphQL type and the label in the graph: `AiModel`. */
  readonly type: string;
  /** The root field that lists entities of this kind: `aiModels`. */
  readonly field: string;
  readonly label: Localized;
  readonly plural: Localized;
  readonly description: Localized;
}

/** A predicate: what may be said of a subject. */
export interface Predicate {
  /** The ontology's name, upper case; for entity values also the type of the edge in the graph: `USES_CHIP`. */
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  /** The GraphQL field on the subject: `usesChip`. */
  readonly field: string;
  /** The GraphQL field on the object, null where the value is no entity: `usedBy`. */
  readonly inverse: string | null;
  readonly value: ValueType;
  /** The unit of its amounts; null where it takes none. An ENTITY predicate may have one: so many chips of a model. */
  readonly unit: string | null;
  /** Whether it can hold only one value at a time. */
  readonly functional: boolean;
  /** Whether it says of two entities that they may be the same: what somebody is to decide, and nothing that is merged by itself. */
  readonly possibleDuplicate: boolean;
  readonly subjects: readonly Kind[];
  /** Empty where the value is no entity. */
  readonly objects: readonly Kind[];
  /** How a claim of it reads, by language: `{subject} uses[ {quantity} ×] {object}`; what stands in brackets is left out when its value is missing. */
  readonly statement: Localized;
}

/** A unit of amounts: `chip`, `USD`, `percent`, `MW`. */
export interface Unit {
  readonly name: string;
  readonly label: Localized;
  /** How an amount reads, by language: `{amount} MW`, `${amount}`. */
  readonly format: Localized;
  /** The symbol by which amounts can be converted to those in other units; null where they cannot: so many chips. */
  readonly code: string | null;
}

/** A sort of source: ARTICLE, POST, FILING ... */
export interface SourceType {
  readonly name: string;
  readonly label: Localized;
}

/** A register that gives things ids of its own: Wikidata, ROR, LEI ... In it an id is that of one entity. */
export interface IdentifierScheme {
  /** The ontology's name, upper case: `WIKIDATA`. */
  readonly name: string;
  readonly label: Localized;
  /** What an id of it looks like, all of it; null where any text will do. */
  readonly pattern: RegExp | null;
  /** Its address, with `{id}` for the id: `https://www.wikidata.org/entity/{id}`; null where it has none. */
  readonly url: string | null;
}

/** The whole ontology: maps by name, in the file's order. */
export interface Ontology {
  readonly version: string;
  /** BCP 47 tags; the first is the default. */
  readonly languages: readonly [string, ...string[]];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly sourceTypes: ReadonlyMap<string, SourceType>;
  readonly identifierSchemes: ReadonlyMap<string, IdentifierScheme>;
}
