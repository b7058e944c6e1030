import type { ApolloClient, FragmentType } from "@apollo/client";
import { citationText } from "./citation.js";
import { graphql } from "./generated/index.js";
import type { ClaimTextFragment } from "./generated/graphql.js";
import { readFragment } from "./readFragment.js";

const CLAIM = graphql(`
  fragment ClaimText on Claim {
    id
    statement
    citations {
      id
      ...CitationText
    }
  }
`);

/** A claim with all of its citations. */
export function claimText(client: ApolloClient, claim: FragmentType<ClaimTextFragment>): string {
  const { statement, citations } = readFragment(client, CLAIM, "ClaimText", claim);
  return [`  ${statement}`, ...citations.map((citation) => citationText(client, citation))].join("\n");
}
