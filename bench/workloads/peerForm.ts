import { foldName } from "../../src/claims/foldName.js";
import type { Variables } from "./workload.js";

/** What the peer's documents have in common, and its nodes in Sanad's form. */

/** Of a claim's edge, and of a claim: that it counts. */
export const HOLDS = `status: { eq: "ACTIVE" }, NOT: { rank: { eq: "DEPRECATED" } }`;

/** That a relation leads by a claim that counts to a node that meets a filter. */
export function some(relation: string, node?: string): string {
  return `${relation}Connection: { some: { edge: { ${HOLDS} }${node === undefined ? "" : `, node: { ${node} }`} } }`;
}

/** That a company that a person controls owns it. */
export const OWNED = some("ownedBy", some("controlledBy", "sortName: { eq: $person }"));

/** Names as they are met: folded. */
export function folded(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, foldName(value)]));
}

export const CLAIM_FIELDS = `id statement predicate subject { id kind name } object { id kind name } amount unit bound textLanguages textTexts date modality rank status validFrom validTo`;

export const CITATION_FIELDS = `id quote language prefix suffix start end basis verification translationLanguage translationText source { id name sourceType url publishedAt language }`;

export interface PeerEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

export interface PeerClaim {
  readonly id: string;
  readonly statement: string;
  readonly predicate: string;
  readonly subject: readonly PeerEntity[];
  readonly object: readonly PeerEntity[];
  readonly amount: number | null;
  readonly unit: string | null;
  readonly bound: string | null;
  readonly textLanguages: readonly string[] | null;
  readonly textTexts: readonly string[] | null;
  readonly citations: readonly PeerCitation[];
}

export interface PeerCitation {
  readonly id: string;
  readonly start: number | null;
  readonly translationLanguage: string | null;
  readonly translationText: string | null;
  readonly source: readonly { readonly id: string }[];
}

export function entityIn({ id, kind, name }: PeerEntity) {
  const type = kind.toLowerCase().replace(/(?:^|_)(.)/gu, (_, letter: string) => letter.toUpperCase());
  return { __typename: type, id, kind, name };
}

/** A claim, with its citations where they were asked for. */
export function claimIn({
  subject,
  object,
  amount,
  unit,
  bound,
  textLanguages,
  textTexts,
  citations,
  ...rest
}: PeerClaim) {
  return {
    ...rest,
    subject: entityIn(subject[0]!),
    object: object[0] ? entityIn(object[0]) : null,
    quantity: amount === null ? null : { amount, unit, bound },
    text: textLanguages && (textTexts![textLanguages.indexOf("en")] ?? textTexts![0]),
    ...(citations && { citations: inOrder(citations).map(citationIn) }),
  };
}

export function citationIn({ translationLanguage, translationText, source, ...rest }: PeerCitation) {
  const translation = translationLanguage === null ? null : { language: translationLanguage, text: translationText };
  return { ...rest, translation, source: source[0] };
}

/** By source, then by place, by which the peer cannot order. */
export function inOrder<
  C extends { readonly id: string; readonly start: number | null; readonly source: readonly { readonly id: string }[] },
>(citations: readonly C[]): C[] {
  const key = ({ source }: C) => source[0]!.id;
  return [...citations].sort(
    (a, b) => compare(key(a), key(b)) || (a.start ?? -Infinity) - (b.start ?? -Infinity) || compare(a.id, b.id),
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
