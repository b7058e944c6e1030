import { citationText } from "./citation.js";
import { type FragmentType, graphql, readFragment } from "./generated/index.js";

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
export function claimText(claim: FragmentType<typeof CLAIM>): string {
  const { statement, citations } = readFragment(CLAIM, claim);
  return [`  ${statement}`, ...citations.map(citationText)].join("\n");
}
