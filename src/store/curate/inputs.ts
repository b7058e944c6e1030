import type { Identifier } from "../../claims/identifiers.js";
import type { Basis, Bound, Modality, Rank } from "../../claims/claim.js";

/** What curators send, as GraphQL hands it over: well formed, its dates and enumerations read; what is left out is undefined or null. */

type Optional<T> = T | null | undefined;

export interface LocalizedText {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly text: string;
}

export interface EntityInput {
  readonly kind: string;
  readonly names: readonly LocalizedText[];
  readonly aliases?: Optional<readonly LocalizedText[]>;
  readonly descriptions?: Optional<readonly LocalizedText[]>;
  readonly identifiers?: Optional<readonly Identifier[]>;
}

export interface EntityChange {
  readonly names?: Optional<readonly LocalizedText[]>;
  readonly aliases?: Optional<readonly LocalizedText[]>;
  readonly descriptions?: Optional<readonly LocalizedText[]>;
  readonly identifiers?: Optional<readonly Identifier[]>;
}

export interface SourceInput {
  readonly names: readonly LocalizedText[];
  readonly sourceType: string;
  readonly url?: Optional<string>;
  readonly publishedAt?: Optional<string>;
  readonly language?: Optional<string>;
  readonly authors?: Optional<readonly string[]>;
  readonly publisher?: Optional<string>;
  readonly derivedFrom?: Optional<readonly string[]>;
  readonly text?: Optional<string>;
  readonly license?: Optional<string>;
  readonly attribution?: Optional<string>;
  readonly identifiers?: Optional<readonly Identifier[]>;
  readonly restricted?: Optional<boolean>;
}

export interface CitationInput {
  readonly source: string;
  readonly quote: string;
  /** From 1. */
  readonly occurrence?: Optional<number>;
  readonly basis: Basis;
  readonly translation?: Optional<LocalizedText>;
  readonly derivedFrom?: Optional<readonly string[]>;
}

export interface ClaimInput {
  readonly subject: string;
  readonly predicate: string;
  readonly object?: Optional<string>;
  readonly quantity?: Optional<{ readonly amount: number; readonly unit: string; readonly bound: Bound }>;
  readonly text?: Optional<readonly LocalizedText[]>;
  readonly date?: Optional<string>;
  readonly modality: Modality;
  readonly rank: Rank;
  readonly validFrom?: Optional<string>;
  readonly validTo?: Optional<string>;
  readonly attributedTo?: Optional<readonly string[]>;
  readonly assertedAt?: Optional<string>;
  readonly citations: readonly CitationInput[];
}
