import { claimText } from "./claim.js";
import { createClient } from "./client.js";
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

/** The list with one more page, or as it is in the cache. */
async function clusters(more: { after?: string | null; asOf?: { knownAt: string } } = {}) {
  const { data, error } = await client.query(CLUSTERS, { ...variables, ...more });
  if (error) throw error;
  return data!.clusters!;
}

let list = await clusters();
let pages = 1;
for (; list.pageInfo.hasNextPage; pages++) {
  list = await clusters({ after: list.pageInfo.endCursor });
}

console.log(`${list.edges.length} of ${list.totalCount} clusters, in ${pages} pages\n`);
for (const { node, evidence } of list.edges) {
  console.log(`${node.name} (${node.arabicName})\n`);
  console.log(`${evidence.map(claimText).join("\n\n")}\n`);
}

const first = list.edges[0]!.evidence[0]!;
const again = await client.query(CLAIM, { id: first.id }, { requestPolicy: "cache-only" });
console.log(`From the cache, without a request:\n${claimText(again.data!.claim!)}`);

const past = await clusters({ asOf: { knownAt: "2020-01-01T00:00:00Z" } });
const now = await clusters();
console.log(`\nClusters known on 2020-01-01: ${past.edges.length}; now, still: ${now.edges.length}`);
