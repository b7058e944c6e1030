import type { Basis, Bound, ClaimContent, Modality, Rank, Status } from "../claims/claim.js";
import { inLanguage } from "../claims/statement.js";
import type { Localized, Ontology } from "../ontology/ontology.js";
import type { Moment } from "./moment.js";
import type { Row, Value } from "./statement.js";

/**
 * An entity as read. A source has its own properties beside; of another kind they are null.
 * Texts in several languages are two lists of the same length, since a property cannot be a map.
 */
export interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameLanguages: readonly string[];
  readonly nameTexts: readonly string[];
  readonly aliasLanguages: readonly string[] | null;
  readonly aliasTexts: readonly string[] | null;
  /** Names and aliases of what is merged into it. */
  readonly mergedTexts: readonly string[] | null;
  readonly descriptionLanguages: readonly string[] | null;
  readonly descriptionTexts: readonly string[] | null;
  readonly sourceType: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  /** Of a source, under what terms it may be used: an SPDX id or an address. */
  readonly license: string | null;
  /** Of a source, whom to credit wherever what it says is shown, in the words that it asks for. */
  readonly attribution: string | null;
  /** Its ids in registers: which register, and the id there, two lists of one length. */
  readonly identifierSchemes: readonly string[] | null;
  readonly identifierValues: readonly string[] | null;
}
export const ENTITY_PROPERTIES = [
  ...["id", "kind", "name", "nameLanguages", "nameTexts", "aliasLanguages", "aliasTexts", "mergedTexts"],
  ...["descriptionLanguages", "descriptionTexts", "sourceType", "url", "publishedAt", "language"],
  ...["license", "attribution", "identifierSchemes", "identifierValues"],
] as const;

/** A claim as read, with the ids of its ends and speakers. */
export interface ClaimRow extends Partial<ClaimChanges> {
  readonly id: string;
  readonly predicate: string;
  readonly subject: string;
  readonly object: string | null;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
  readonly textLanguages: readonly string[] | null;
  readonly textTexts: readonly string[] | null;
  readonly date: string | null;
  readonly modality: Modality;
  readonly rank: Rank;
  readonly status: Status;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly assertedAt: string | null;
  readonly attributedTo: readonly string[];
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly retractedAt: string | null;
  readonly comparisonKey: string | null;
}
export const CLAIM_PROPERTIES = [
  ...["id", "predicate", "amount", "unit", "bound", "textLanguages", "textTexts", "date", "modality", "rank", "status"],
  ...["validFrom", "validTo", "assertedAt", "recordedAt", "recordedBy", "retractedAt", "comparisonKey"],
] as const;

/** What has been changed of a claim: an item a change in each list, what held until a time. */
export interface ClaimChanges {
  readonly thenUntil: readonly string[] | null;
  readonly thenRank: readonly Rank[] | null;
  readonly thenStatus: readonly Status[] | null;
  /** Empty where it had not ended. */
  readonly thenRetractedAt: readonly string[] | null;
}
export const CHANGED_PROPERTIES = ["thenUntil", "thenRank", "thenStatus", "thenRetractedAt"] as const;

/** A claim as it was known at a time, where its row has what has been changed of it since; null for the time is now. */
export function claimAt(row: ClaimRow, knownAt: string | null): ClaimRow {
  if (knownAt === null) return row;
  const change = row.thenUntil?.findIndex((until) => until > knownAt) ?? -1;
  if (change >= 0) {
    const [rank, status] = [row.thenRank![change]!, row.thenStatus![change]!];
    return { ...row, rank, status, retractedAt: row.thenRetractedAt![change]! || null };
  }
  const ended = row.retractedAt !== null && row.retractedAt > knownAt;
  return ended ? { ...row, status: "ACTIVE", retractedAt: null } : row;
}

/** A citation as read, with the ids of its claim and its source. */
export interface CitationRow {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  readonly quote: string;
  readonly language: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly textHash: string | null;
  readonly basis: Basis;
  readonly verification: "VERIFIED" | "NO_TEXT" | "CHANGED";
  /** Whether these are the cited source's own words, though it takes others from elsewhere. */
  readonly ownWords: boolean | null;
  /** From which sources the cited one took just this; where neither is said, from wherever the source is derived. */
  readonly takenFrom: readonly string[];
  readonly translationLanguage: string | null;
  readonly translationText: string | null;
  /** Where it stood before, the oldest first; only in what is read of the past. */
  readonly before?: readonly string[] | null;
}
export const CITATION_PROPERTIES = [
  ...["id", "quote", "language", "prefix", "suffix", "start", "end", "textHash", "basis", "verification"],
  ...["ownWords", "translationLanguage", "translationText"],
] as const;

/** Where a citation's quote stands, in which version of the text. */
export type CitationPlace = Pick<
  CitationRow,
  "start" | "end" | "prefix" | "suffix" | "textHash" | "language" | "verification"
>;
export const CITATION_PLACE = ["start", "end", "prefix", "suffix", "textHash", "language", "verification"] as const;

/** A place that a citation had until a time; `before` lists them as JSON, for a property is no map. */
export interface PlaceBefore extends CitationPlace {
  readonly until: string;
}

/** The columns of a citation, in their order; of the past also where it stood before. */
export function citationProperties({ knownAt }: Pick<Moment, "knownAt">): readonly string[] {
  return knownAt === null ? CITATION_PROPERTIES : [...CITATION_PROPERTIES, "before"];
}

/** A citation as it was known at a time, where its row says where it stood before; null for the time is now. */
export function citationAt(row: CitationRow, knownAt: string | null): CitationRow {
  if (knownAt === null) return row;
  const places = (row.before ?? []).map((json) => JSON.parse(json) as PlaceBefore);
  const then = places.find(({ until }) => until > knownAt);
  if (!then) return row;
  const { until: _, ...place } = then;
  return { ...row, ...place };
}

/** The sources that a citation `q` names as where its own source took it from; empty texts for those that whoever asks does not see. */
export function takenFrom({ sees }: Moment): string {
  const from = sees === "ALL" ? "t.id" : "CASE WHEN t.restricted IS NULL THEN t.id ELSE '' END";
  return `[(q)-[:DERIVED_FROM]->(t:Source) | ${from}]`;
}

/** Who made a source, and its chain: ids; and whether it is restricted. */
export interface SourceLinksRow {
  readonly id: string;
  readonly restricted: boolean;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly derivedFrom: readonly string[];
  readonly repeatedBy: readonly string[];
}

/** The stored text of a source. */
export interface TextRow {
  readonly source: string;
  readonly content: string;
  readonly language: string | null;
  readonly sha256: string;
  readonly storedAt: string;
}

/** A version of the stored text of a source. */
export interface TextVersionRow extends TextRow {
  /** Until when it was the text; null where it is. */
  readonly until: string | null;
}

/** What a claim says, for its statement and for comparisons. */
export function contentOf(row: ClaimRow): ClaimContent & Pick<ClaimRow, "id" | "rank" | "status"> {
  return {
    id: row.id,
    rank: row.rank,
    status: row.status,
    subject: row.subject,
    predicate: row.predicate,
    object: row.object,
    quantity: row.amount === null ? null : { amount: row.amount, unit: row.unit!, bound: row.bound! },
    text: row.textLanguages && localizedOf(row.textLanguages, row.textTexts!),
    date: row.date,
    modality: row.modality,
    validFrom: row.validFrom,
    validTo: row.validTo,
    attributedTo: row.attributedTo,
  };
}

/** Two lists as the map that they stand for. */
export function localizedOf(languages: readonly string[], texts: readonly string[]): Localized {
  return Object.fromEntries(languages.map((language, index) => [language, texts[index]!]));
}

/** An entity's name in a language; in the ontology's first one, or whichever there is, where it has none in that. */
export function nameIn(
  { name, nameLanguages, nameTexts }: Pick<EntityRow, "name" | "nameLanguages" | "nameTexts">,
  lang: string,
  ontology: Ontology,
): string {
  return inLanguage(localizedOf(nameLanguages, nameTexts), ontology, lang) ?? name;
}

/** The rows of one type: every statement names its columns after the type's fields, so a row is the type. */
export function rowsOf<T>(rows: readonly Row[]): readonly T[] {
  return rows as unknown as readonly T[];
}

/** A column that is text. That it is not is a defect of the statement. */
export function textOf(value: Value | undefined): string {
  if (typeof value === "string") return value;
  throw new TypeError(`a column that should be text is ${JSON.stringify(value)}`);
}
