import { graphql, usePaginationFragment } from "react-relay";
import { Claim } from "./Claim";
import type { Clusters_query$key } from "./__generated__/Clusters_query.graphql";
import type { ClustersNextPage } from "./__generated__/ClustersNextPage.graphql";

/** The clusters that use a chip and are owned by what a person controls, each with its proof, page by page. */
export function Clusters({ query }: { query: Clusters_query$key }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<ClustersNextPage, Clusters_query$key>(
    graphql`
      fragment Clusters_query on Query
      @refetchable(queryName: "ClustersNextPage")
      @throwOnFieldError
      @argumentDefinitions(first: { type: "Int", defaultValue: 3 }, after: { type: "String" }) {
        clusters(
          where: {
            usesChip: { some: { node: { name: { eq: $chip } } } }
            ownedBy: { some: { node: { controlledBy: { some: { node: { name: { eq: $person } } } } } } }
          }
          first: $first
          after: $after
        ) @connection(key: "Clusters_clusters") {
          totalCount
          edges {
            node {
              id
              name
              arabicName: name(lang: "ar")
            }
            evidence {
              id
              ...Claim_claim
            }
          }
        }
      }
    `,
    query,
  );
  if (!data.clusters) return null;
  const { edges, totalCount } = data.clusters;
  return (
    <main>
      <p>
        {edges.length} of {totalCount} clusters
      </p>
      {edges.map(({ node, evidence }) => (
        <article key={node.id}>
          <h1>
            {node.name} (<bdi lang="ar">{node.arabicName}</bdi>)
          </h1>
          {evidence.map((claim) => (
            <Claim key={claim.id} claim={claim} />
          ))}
        </article>
      ))}
      {hasNext && (
        <button disabled={isLoadingNext} onClick={() => loadNext(3)}>
          More clusters
        </button>
      )}
    </main>
  );
}
