import { Suspense } from "react";
import { graphql, RelayEnvironmentProvider, useLazyLoadQuery } from "react-relay";
import type { Environment } from "relay-runtime";
import type { AppQuery } from "./__generated__/AppQuery.graphql";
import { Clusters } from "./Clusters";

/** The whole page. */
export function App({ environment }: { environment: Environment }) {
  return (
    <RelayEnvironmentProvider environment={environment}>
      <Suspense fallback={<p>Asking…</p>}>
        <MuskClusters />
      </Suspense>
    </RelayEnvironmentProvider>
  );
}

/** All H100 clusters owned by Musk companies, with their source citations. */
function MuskClusters() {
  const query = useLazyLoadQuery<AppQuery>(
    graphql`
      query AppQuery($chip: String!, $person: String!) {
        ...Clusters_query
      }
    `,
    { chip: "H100", person: "Elon Musk" },
  );
  return <Clusters query={query} />;
}
