import type { Bound, Modality, Rank, Status } from "../../src/claims/claim.js";
import type { EntityColumns, Owns } from "./handWritten.js";
import { nameIn, ontology, statementOf } from "./statement.js";

/** Nodes of an answer, made of the columns in which the hand-written statements return them. */

/** An entity as every mention of it has it. */
export interface Entity {
  readonly __typename: string;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

const typeNames = new Map([...ontology.kinds.values()].map(({ name, type }) => [name, type]));

/** An entity of the columns `id, kind, name`. */
export function entityOf([id, kind, name]: EntityColumns): Entity {
  return { __typename: typeNames.get(kind)!, id, kind, name };
}

export type ClaimColumns = readonly [
  ...[id: string, predicate: string, amount: number | null, unit: string | null, bound: Bound | null],
  ...[textLanguages: readonly string[] | null, textTexts: readonly string[] | null, date: string | null],
  ...[modality: Modality, rank: Rank, status: Status, validFrom: string | null, validTo: string | null],
];

/** A claim with its sentence, in English. */
export function claimOf(columns: ClaimColumns, subject: Entity, object: Entity | null) {
  const [id, predicate, amount, unit, bound, textLanguages, textTexts, date, ...held] = columns;
  const [modality, rank, status, validFrom, validTo] = held;
  const texts = { textLanguages, textTexts };
  const said = { id, predicate, amount, unit, bound, ...texts, date, modality, rank, status, validFrom, validTo };
  return {
    id,
    statement: statementOf(said, subject, object),
    predicate,
    subject,
    object,
    quantity: amount === null ? null : { amount, unit, bound },
    text: textLanguages && nameIn("en", textTexts![0]!, textLanguages, textTexts!),
    ...{ date, modality, rank, status, validFrom, validTo },
  };
}

export type SourceColumns = readonly [
  ...[id: string, name: string, sourceType: string, url: string | null, publishedAt: string | null],
  language: string | null,
];

export function sourceOf([id, name, sourceType, url, publishedAt, language]: SourceColumns) {
  return { id, name, sourceType, url, publishedAt, language };
}

export type CitationColumns = readonly [
  ...[id: string, quote: string, language: string | null, prefix: string | null, suffix: string | null],
  ...[start: number | null, end: number | null, basis: string, verification: string],
  ...[translationLanguage: string | null, translationText: string | null],
];

export function citationOf<S>(columns: CitationColumns, source: S) {
  const [id, quote, language, prefix, suffix, start, end, basis, verification, toLanguage, translated] = columns;
  const translation = toLanguage === null ? null : { language: toLanguage, text: translated! };
  return { id, quote, language, prefix, suffix, start, end, basis, verification, translation, source };
}

/** Citations of one claim in their order: by source, then by place. */
export function inOrder<
  C extends { readonly id: string; readonly start: number | null; readonly source: { readonly id: string } },
>(citations: C[]): C[] {
  if (citations.length < 2) return citations;
  return citations.sort(
    (a, b) =>
      compare(a.source.id, b.source.id) || (a.start ?? -Infinity) - (b.start ?? -Infinity) || compare(a.id, b.id),
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The cursor of a row, from the values by which rows are ordered. */
export function cursorOf(...keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The claims by which a cluster is owned by a person's companies, each once, by their ids. */
export function proofOf<C>(
  owns: Owns,
  cluster: Entity,
  make: (id: string, subject: Entity, object: Entity) => C,
): Map<string, C> {
  const proof = new Map<string, C>();
  for (const [claim, columns, controls] of owns) {
    const company = entityOf(columns);
    proof.set(claim, make(claim, company, cluster));
    for (const [control, person] of controls) proof.set(control, make(control, entityOf(person), company));
  }
  return proof;
}

/** What a page tells of itself. */
export function pageInfo(edges: readonly { readonly cursor: string }[], hasNextPage: boolean) {
  return {
    ...{ hasNextPage, hasPreviousPage: false },
    ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
