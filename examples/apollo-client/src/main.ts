import type { NormalizedCacheObject } from "@apollo/client";
import { filter, firstValueFrom } from "rxjs";
import { createClient } from "./client.js";
import { claimText } from "./claim.js";
import type { MuskClustersQuery } from "./generated/graphql.js";
import { graphql } from "./generated/index.js";

const CLUSTERS = graphql(`
  query MuskClusters($chip: String!, $person: String!, $asOf: AsOf, $first: Int!, $after: String) {
    clusters(
      where: {
        usesChip: { some: { node: { name: { eq: $chip } } } }
        ownedBy: { some: { node: { controlledBy: { some: { node: { name: { eq: $person } } } } } } }
      }
      asOf: $asOf
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          arabicName: name(lang: "ar")
        }
        evidence {
          id
          ...ClaimText
        }
      }
    }
  }
`);

const CLAIM = graphql(`
  query Claim($id: ID!) {
    claim(id: $id) {
      id
      ...ClaimText
    }
  }
`);

const client = createClient(process.env["SANAD_URL"] ?? "http://127.0.0.1:4000/graphql");
const variables = { chip: "H100", person: "Elon Musk", first: 3 };

// A list that is watched grows by the pages that are fetched for it.
const list = client.watchQuery({ query: CLUSTERS, variables });
const subscription = list.subscribe({ error: console.error });
let pages = 1;
let { edges, pageInfo, totalCount } = await soFar();
for (; pageInfo.hasNextPage; pages++) {
  await list.fetchMore({ variables: { after: pageInfo.endCursor } });
  ({ edges, pageInfo, totalCount } = await soFar());
}
subscription.unsubscribe();

console.log(`${edges.length} of ${totalCount} clusters, in ${pages} pages\n`);
for (const { node, evidence } of edges) {
  console.log(`${node.name} (${node.arabicName})\n`);
  console.log(`${evidence.map((claim) => claimText(client, claim)).join("\n\n")}\n`);
}

const met = edges.flatMap(({ evidence }) => evidence);
const kept = Object.keys(client.cache.extract() as NormalizedCacheObject).filter((key) => key.startsWith("Claim:"));
console.log(`Claims that were met: ${met.length}; in the cache: ${kept.length}`);
const again = await client.query({ query: CLAIM, variables: { id: met[0]!.id }, fetchPolicy: "cache-only" });
console.log(`From the cache, without a request:\n${claimText(client, again.data!.claim!)}`);

const then = { ...variables, asOf: { knownAt: "2020-01-01T00:00:00Z" } };
const { data: past } = await client.query({ query: CLUSTERS, variables: then });
const now = client.readQuery({ query: CLUSTERS, variables });
console.log(
  `\nClusters known on 2020-01-01: ${past!.clusters!.edges.length}; now, still: ${now!.clusters!.edges.length}`,
);

/** The list as far as it has been fetched. */
async function soFar() {
  const { data, error } = await firstValueFrom(list.pipe(filter(({ loading }) => !loading)));
  if (error) throw new Error(error.message, { cause: error });
  return data!.clusters as NonNullable<MuskClustersQuery["clusters"]>;
}
