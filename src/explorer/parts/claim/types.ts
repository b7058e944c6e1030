import type { ChainedSourceFragment, ClaimPageQuery } from "../../queries/generated/graphql.js";

/** The claim of the page, as its operation answers. */
export type PageClaim = NonNullable<ClaimPageQuery["claim"]>;
export type PageCitation = PageClaim["citationPages"]["nodes"][number];
export type CitedSource = PageCitation["source"];
export type ChainedSource = ChainedSourceFragment;

/** A citation with its number on the page, counted through all pages. */
export interface Numbered {
  readonly number: number;
  readonly citation: PageCitation;
}

/** The ontology's units, with what they are called. */
export type Units = NonNullable<ClaimPageQuery["ontology"]>["units"];
