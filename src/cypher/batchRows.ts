import { createHash } from "node:crypto";
import type { Basis, ClaimContent, Rank } from "../claims/claim.js";
import { citationId, identifierKey, nameId } from "../claims/claimId.js";
import { comparisonKey } from "../claims/conflicts.js";
import { foldName, sortName } from "../claims/foldName.js";
import type { Identifier } from "../claims/identifiers.js";
import type { QuoteAnchor } from "../claims/quoteAnchor.js";
import { inLanguage } from "../claims/statement.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Batch, Properties } from "./record.js";

/** Rows of a batch, made of what somebody has written: the one place that says which properties a node has. */

/** What an entity is called and what it is: pairs of a language and a text, the first name first. */
export interface Naming {
  readonly names: readonly LanguageText[];
  readonly aliases: readonly LanguageText[];
  readonly descriptions: readonly LanguageText[];
}

export type LanguageText = readonly [language: string, text: string];

/** The properties by which an entity is called and described. */
export function namingProperties(id: string, { names, aliases, descriptions }: Naming, ontology: Ontology): Properties {
  const name = inLanguage(Object.fromEntries(names), ontology, ontology.languages[0]) ?? id;
  return {
    ...{ name, sortName: sortName(name) },
    ...{ nameLanguages: names.map(([language]) => language), nameTexts: names.map(([, text]) => text) },
    ...{ aliasLanguages: aliases.map(([language]) => language), aliasTexts: aliases.map(([, text]) => text) },
    descriptionLanguages: descriptions.map(([language]) => language),
    descriptionTexts: descriptions.map(([, text]) => text),
  };
}

/** The folded names by which an entity is found, each once. */
export function nameRows(entity: string, { names, aliases }: Pick<Naming, "names" | "aliases">): Batch["names"] {
  const folded = new Set([...names, ...aliases].map(([, text]) => foldName(text)));
  return [...folded].map((name) => ({ id: nameId(entity, name), entity, folded: name }));
}

/** The ids that an entity has in registers, each once, in the order of their keys. */
export function identifierRows(entity: string, identifiers: readonly Identifier[]): Batch["identifiers"] {
  const rows = identifiers.map(({ scheme, value }) => ({ id: identifierKey(scheme, value), entity, scheme, value }));
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The properties in which an entity has its ids in registers, so that they are read with it; null where it has none. */
export function identifierProperties(entity: string, identifiers: readonly Identifier[]): Properties {
  const rows = identifierRows(entity, identifiers);
  return {
    identifierSchemes: rows.length > 0 ? rows.map(({ scheme }) => scheme) : null,
    identifierValues: rows.length > 0 ? rows.map(({ value }) => value) : null,
  };
}

/** A text as it is stored, and as quotes are found in it. */
export interface SourceText {
  readonly content: string;
  readonly sha256: string;
  /** A BCP 47 tag. */
  readonly language: string | null;
}

/** A text with the SHA-256 of its UTF-8 bytes. */
export function sourceText(content: string, language: string | null): SourceText {
  return { content, sha256: createHash("sha256").update(content, "utf8").digest("hex"), language };
}

/** The text of a source; its id is that of this content in this source. */
export function textRow(source: string, text: SourceText): Batch["texts"][number] {
  const id = `t_${createHash("sha256").update(`${source} ${text.sha256}`).digest("hex").slice(0, 32)}`;
  return { id, source, properties: { ...text, storedAt: new Date().toISOString() } };
}

/** A claim as it is when it is asserted. */
export function claimRow(
  id: string,
  content: ClaimContent,
  { rank, assertedAt }: { readonly rank: Rank; readonly assertedAt: string | null },
  ontology: Ontology,
): Batch["claims"][number] {
  const { quantity, text } = content;
  return {
    id,
    ...{ predicate: content.predicate, subject: content.subject, object: content.object },
    attributedTo: [...new Set(content.attributedTo)],
    properties: {
      ...{ amount: quantity?.amount ?? null, unit: quantity?.unit ?? null, bound: quantity?.bound ?? null },
      ...{ textLanguages: text ? Object.keys(text) : null, textTexts: text ? Object.values(text) : null },
      ...{ date: content.date, modality: content.modality, rank, status: "ACTIVE" },
      ...{ validFrom: content.validFrom, validTo: content.validTo, assertedAt },
      comparisonKey: comparisonKey(content, ontology),
    },
  };
}

/** What a citation says of a claim: where, in which words. */
export interface CitedWords {
  readonly source: string;
  readonly quote: string;
  readonly basis: Basis;
  readonly translation: LanguageText | null;
  /** From which sources the cited one took this; none: its own words; null: from wherever the source is derived. */
  readonly derivedFrom: readonly string[] | null;
}

/** A citation of a claim; `anchor` is the place of its quote in the source's text, both null where no text is stored. */
export function citationRow(
  claim: string,
  { source, quote, basis, translation, derivedFrom }: CitedWords,
  text: SourceText | null,
  anchor: QuoteAnchor | null,
): Batch["citations"][number] {
  return {
    id: citationId({ claim, source, start: anchor?.start ?? null, quote, basis }),
    ...{ claim, source, takenFrom: [...new Set(derivedFrom ?? [])] },
    properties: {
      ...{ quote, basis, language: text?.language ?? null, textHash: text?.sha256 ?? null },
      ...{ prefix: anchor?.prefix ?? null, suffix: anchor?.suffix ?? null },
      ...{ start: anchor?.start ?? null, end: anchor?.end ?? null },
      ...{ translationLanguage: translation?.[0] ?? null, translationText: translation?.[1] ?? null },
      ownWords: derivedFrom?.length === 0 ? true : null,
      verification: anchor ? "VERIFIED" : "NO_TEXT",
    },
  };
}
