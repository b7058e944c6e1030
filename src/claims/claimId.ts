import { createHash } from "node:crypto";
import type { Localized } from "../ontology/ontology.js";
import type { Basis, ClaimContent } from "./claim.js";

/**
 * Ids that are derived from content: the same statement has the same id in every copy of the data and for ever, so that writing it twice adds nothing
 * and ten outlets that say one thing cite one claim. Who cites a claim, its rank, status and known time are not part of what it says.
 *
 * **The encoding never changes.** An id, but for a conflict's, is a letter, `_`, and the first 130 bits of a SHA-256 as 26 characters of base 32 (RFC 4648, lower case).
 * Hashed is, in UTF-8, JSON without spaces: an array of the sort of id, and its fields in the order given below. Strings are in NFC, missing ones null,
 * amounts as ECMAScript prints them (-0 is 0); languages and speakers are sorted by code unit, speakers without repetition.
 */
export function claimId(content: ClaimContent): string {
  const { quantity } = content;
  if (quantity && !Number.isFinite(quantity.amount)) throw new RangeError("an amount must be a finite number");
  return hashed("c", [
    "claim",
    content.subject,
    content.predicate,
    content.object,
    quantity && [quantity.amount === 0 ? 0 : quantity.amount, quantity.unit, quantity.bound],
    content.text && languagesOf(content.text),
    content.date,
    content.validFrom,
    content.validTo,
    content.modality,
    sorted(content.attributedTo),
  ]);
}

/** What tells one citation from another; `start` is null where the source's text is not stored. */
export interface CitationKey {
  readonly claim: string;
  readonly source: string;
  readonly start: number | null;
  readonly quote: string;
  readonly basis: Basis;
  /** Only where a citation that stood at this place has another by now: the hash of the text in which this one stands. */
  readonly textHash?: string;
}

/** A citation's id: the same quote at the same place of the same source, for the same claim, is one citation. */
export function citationId({ claim, source, start, quote, basis, textHash }: CitationKey): string {
  const fields = ["citation", claim, source, start, quote, basis];
  return hashed("q", textHash === undefined ? fields : [...fields, textHash]);
}

/** What a conflict is between: two claims that cannot both hold, or sources that are derived from one another, of which the smallest id stands for all. */
export type ConflictKey = { readonly claims: readonly [string, string] } | { readonly circle: string };

/**
 * A conflict's id. It is made of the ids of what it is between, so that it leads back there without a search: `x_`, and the two claims'
 * ids in order, without their letters; or `x_circle_` and the source's id.
 */
export function conflictId(key: ConflictKey): string {
  if ("circle" in key) return `${CIRCLE}${key.circle}`;
  return `x_${sorted(key.claims)
    .map((id) => id.slice(2))
    .join("_")}`;
}

/** What a conflict's id is made of; null for what is none. */
export function parseConflictId(id: string): ConflictKey | null {
  if (id.startsWith(CIRCLE)) return { circle: id.slice(CIRCLE.length) };
  const [, first, second] = /^x_([^_]+)_([^_]+)$/u.exec(id) ?? [];
  return first && second && first < second ? { claims: [`c_${first}`, `c_${second}`] } : null;
}

const CIRCLE = "x_circle_";

/**
 * The id of two entities that may be the same: `d_`, how long the first id is, and the two ids in order. So it leads back to them, whatever
 * signs they hold.
 */
export function duplicateId(entities: readonly [string, string]): string {
  const [first, second] = sorted(entities) as [string, string];
  return `d_${first.length}_${first}_${second}`;
}

/** The entities that a duplicate's id is made of, in order; null for what is none. */
export function parseDuplicateId(id: string): readonly [string, string] | null {
  const [whole, length] = /^d_([1-9][0-9]*)_/u.exec(id) ?? [];
  if (whole === undefined) return null;
  const end = whole.length + Number(length);
  const entities = [id.slice(whole.length, end), id.slice(end + 1)] as const;
  return id[end] === "_" && entities[0] < entities[1] && duplicateId(entities) === id ? entities : null;
}

/**
 * The id of an entity that is recorded by its kind and its names alone: recorded twice it is one. It stays when the names are corrected later.
 */
export function entityId(kind: string, names: readonly (readonly [language: string, text: string])[]): string {
  return hashed("e", ["entity", kind, pairs(names)]);
}

/** What tells one source from another: its address, or where it has none all that is said of it but its text. */
export interface SourceKey {
  readonly url: string | null;
  readonly sourceType: string;
  readonly names: readonly (readonly [language: string, text: string])[];
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
}

/** A source's id: of one address there is one source, whatever its text is at the time. */
export function sourceId({ url, sourceType, names, publishedAt, publisher, authors }: SourceKey): string {
  if (url !== null) return hashed("s", ["source", url]);
  return hashed("s", ["source", null, sourceType, pairs(names), publishedAt, publisher, sorted(authors)]);
}

/**
 * The id of an entity that a row of a data set has of its own: `values` are the cells that tell it from others, `occurrence` is 1, or counts what is told
 * by the same cells in rows that are alike in all.
 */
export function rowEntityId(dataset: string, kind: string, values: readonly string[], occurrence: number): string {
  return hashed("e", ["row", dataset, kind, values, occurrence]);
}

/** The id of a record of a data set as a source: its text is part of it, so that a record that has changed is another. */
export function recordId(dataset: string, text: string, occurrence: number): string {
  return hashed("s", ["record", dataset, text, occurrence]);
}

/** What an id in a register is kept under: of one register and one id there is one entity. */
export function identifierKey(scheme: string, value: string): string {
  return `${scheme}:${value.normalize("NFC")}`;
}

/** The id of an entity's name in its folded form: an entity is found by each of its names, and by the same one once. */
export function nameId(entity: string, folded: string): string {
  return hashed("n", ["name", entity, folded]);
}

type Encodable = string | number | null | readonly Encodable[];

function hashed(letter: string, fields: readonly Encodable[]): string {
  const json = JSON.stringify(fields, (_key, value: Encodable) =>
    typeof value === "string" ? value.normalize("NFC") : value,
  );
  return `${letter}_${base32(createHash("sha256").update(json, "utf8").digest(), 26)}`;
}

function languagesOf(text: Localized): (readonly [string, string])[] {
  return Object.keys(text)
    .sort()
    .map((language) => [language, text[language] ?? ""] as const);
}

function pairs(texts: readonly (readonly [language: string, text: string])[]): Encodable {
  const json = sorted(texts.map(([language, text]) => JSON.stringify([language, text])));
  return json.map((pair) => JSON.parse(pair) as [string, string]);
}

/** Sorted by code unit, in NFC, each once. */
function sorted(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.normalize("NFC")))].sort();
}

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

function base32(bytes: Uint8Array, length: number): string {
  let out = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += BASE32.charAt((held >>> bits) & 31);
      if (out.length === length) return out;
    }
    held &= (1 << bits) - 1;
  }
  return out;
}
