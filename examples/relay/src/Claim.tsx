import { graphql, usePaginationFragment } from "react-relay";
import type { ClaimMoreCitations } from "./__generated__/ClaimMoreCitations.graphql";
import type { Claim_claim$key } from "./__generated__/Claim_claim.graphql";
import { Citation } from "./Citation";

/** A claim with its citations, of which the first is there at once. */
export function Claim({ claim }: { claim: Claim_claim$key }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<ClaimMoreCitations, Claim_claim$key>(
    graphql`
      fragment Claim_claim on Claim
      @refetchable(queryName: "ClaimMoreCitations")
      @argumentDefinitions(first: { type: "Int", defaultValue: 1 }, after: { type: "String" }) {
        statement
        citationPages(first: $first, after: $after) @connection(key: "Claim_citationPages") {
          edges {
            node {
              id
              ...Citation_citation
            }
          }
        }
      }
    `,
    claim,
  );
  return (
    <section>
      <h2>{data.statement}</h2>
      <ul>
        {data.citationPages.edges.map(({ node }) => (
          <Citation key={node.id} citation={node} />
        ))}
      </ul>
      {hasNext && (
        <button disabled={isLoadingNext} onClick={() => loadNext(10)}>
          More citations
        </button>
      )}
    </section>
  );
}
