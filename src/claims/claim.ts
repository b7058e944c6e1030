import type { Localized } from "../ontology/ontology.js";

/** How sure the statement is meant to be: it is so, it is to be so, it is reckoned so, it is held so. */
export const MODALITIES = ["ACTUAL", "PLANNED", "ESTIMATED", "OPINION"] as const;
export type Modality = (typeof MODALITIES)[number];

/** A curator's ordering of claims about one thing (Wikidata's ranks). */
export const RANKS = ["PREFERRED", "NORMAL", "DEPRECATED"] as const;
export type Rank = (typeof RANKS)[number];

/** Where a claim is in its life. */
export const STATUSES = ["ACTIVE", "SUPERSEDED", "RETRACTED"] as const;
export type Status = (typeof STATUSES)[number];

/** How an amount is meant: just this, about this, this or more, this or less. */
export const BOUNDS = ["EXACT", "ABOUT", "AT_LEAST", "AT_MOST"] as const;
export type Bound = (typeof BOUNDS)[number];

/** Whether the quote says it, or the curator reads it from the quote. */
export const BASES = ["STATED", "INFERRED"] as const;
export type Basis = (typeof BASES)[number];

/** An amount with its unit. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
  readonly bound: Bound;
}

/**
 * What a claim says: all that its id is derived from. Exactly one of object and value (quantity alone, text, date) is given;
 * a quantity may stand beside an object ("50,000 × H100").
 */
export interface ClaimContent {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | null;
  readonly quantity: Quantity | null;
  readonly text: Localized | null;
  /** ISO 8601, reduced precision allowed: `2024`, `2024-10`, `2024-10-29`. */
  readonly date: string | null;
  readonly modality: Modality;
  /** ISO 8601, reduced precision allowed; null where the source does not say. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Ids of those whom the source names as having said it; empty where the source speaks for itself. */
  readonly attributedTo: readonly string[];
}
