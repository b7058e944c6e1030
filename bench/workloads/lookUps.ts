import { operations } from "../../tests/graphql/operations.js";
import {
  CITATION_FIELDS,
  CLAIM_FIELDS,
  claimIn,
  compare,
  entityIn,
  HOLDS,
  inOrder,
  type PeerClaim,
  type PeerEntity,
} from "./peerForm.js";
import type { Workload } from "./workload.js";

export const provenance: Workload = {
  name: "P",
  what: "one claim with its provenance",
  goal: { floor: 0.6, peer: 2 },
  variables: ({ claim }) => ({ id: claim }),
  query: operations.get("Provenance")!,
  peer: {
    query: `query ($id: ID!) { claims(where: { id: { eq: $id } }) {
  ${CLAIM_FIELDS}
  attributedTo { id kind name }
  assertedAt
  citations { ${CITATION_FIELDS} from: source {
    authors { id kind name }
    publisher { id kind name }
    derivedFrom { id name sourceType url publishedAt language }
  } }
  origins { id name sourceType url publishedAt language }
  supersedes { id statement }
  supersededBy { id statement }
  recordedAt
  recordedBy
  retractedAt
  history(sort: [{ seq: ASC }]) { action at by reason }
} }`,
    asked: (variables) => variables,
    answer: ({ claims: [found] }: { readonly claims: readonly Provenance[] }) => {
      const { attributedTo, citations, origins, supersedes, supersededBy, ...rest } = found!;
      const claim = claimIn({ ...rest, citations: citations.map((one) => ({ ...one, from: undefined })) });
      return {
        claim: {
          ...claim,
          attributedTo: attributedTo.map(entityIn).sort(byId),
          citations: inOrder(citations).map(({ from }, index) => {
            const [source] = from;
            const cited = claim.citations[index]!;
            const publisher = source!.publisher[0];
            return {
              ...cited,
              from: undefined,
              source: {
                ...cited.source,
                authors: source!.authors.map(entityIn).sort(byId),
                publisher: publisher ? entityIn(publisher) : null,
                derivedFrom: [...source!.derivedFrom].sort(byId),
              },
            };
          }),
          support: {
            citations: citations.length,
            sources: new Set(citations.map(({ source }) => source[0]!.id)).size,
            origins: origins.length,
          },
          origins: [...origins].sort(byId),
          supersedes: [...supersedes].sort(byId),
          supersededBy: supersededBy[0] ?? null,
        },
      };
    },
    lacks: {
      what: "no `conflicts`; what supports a claim is counted by whoever asks; where its sources end is a statement written by hand (@cypher)",
      rest: ({ claim }: { readonly claim: object }) => ({ claim: { ...claim, conflicts: undefined } }),
    },
  },
};

export const clusterPage: Workload = {
  name: "L",
  what: "100 entities, a page of a list",
  goal: { floor: 0.6, peer: 2.5 },
  variables: () => ({}),
  query: `{ clusters(first: 100) { pageInfo { hasNextPage endCursor } edges { cursor node { __typename id kind name names { language text } description } } } }`,
  peer: {
    query: `query { clustersConnection(first: 100, sort: [{ sortName: ASC }, { id: ASC }]) {
  pageInfo { hasNextPage endCursor } edges { cursor node { id kind name nameLanguages nameTexts descriptionTexts } } } }`,
    asked: () => ({}),
    answer: ({ clustersConnection: { pageInfo, edges } }: Page) => ({
      clusters: {
        pageInfo,
        edges: edges.map(({ cursor, node }) => ({
          cursor,
          node: {
            ...entityIn(node),
            names: node.nameLanguages.map((language, index) => ({ language, text: node.nameTexts[index] })),
            description: node.descriptionTexts?.[0] ?? null,
          },
        })),
      },
    }),
  },
};

export const entityById: Workload = {
  name: "N",
  what: "one entity by its id",
  goal: { floor: 0.6, peer: 1.5 },
  variables: () => ({ id: "cluster-7" }),
  query: `query ($id: ID!) { entity(id: $id) { __typename id kind name description } }`,
  peer: {
    query: `query ($id: ID!) { entities(where: { id: { eq: $id } }) { id kind name descriptionTexts } }`,
    asked: (variables) => variables,
    answer: ({ entities: [entity] }: { readonly entities: readonly Described[] }) => ({
      entity: { ...entityIn(entity!), description: entity!.descriptionTexts?.[0] ?? null },
    }),
  },
};

export const claimPage: Workload = {
  name: "X7",
  what: "the first page of all claims",
  goal: { floor: 0.5, peer: 1 },
  variables: () => ({}),
  query: `{ claims(first: 20) { edges { node { id statement } } } }`,
  peer: {
    // the beginning that all ids have lets it read the index in order
    query: `query { claims(where: { id: { startsWith: "c_" }, ${HOLDS} }, limit: 20, sort: [{ id: ASC }]) { id statement } }`,
    asked: () => ({}),
    answer: ({ claims }: { readonly claims: readonly unknown[] }) => ({
      claims: { edges: claims.map((node) => ({ node })) },
    }),
  },
};

interface Described extends PeerEntity {
  readonly descriptionTexts: readonly string[] | null;
}

interface Page {
  readonly clustersConnection: {
    readonly pageInfo: unknown;
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: Described & { readonly nameLanguages: readonly string[]; readonly nameTexts: readonly string[] };
    }[];
  };
}

interface Named {
  readonly id: string;
}

interface Provenance extends PeerClaim {
  readonly attributedTo: readonly PeerEntity[];
  readonly citations: readonly (PeerClaim["citations"][number] & {
    readonly from: readonly {
      readonly authors: readonly PeerEntity[];
      readonly publisher: readonly PeerEntity[];
      readonly derivedFrom: readonly Named[];
    }[];
  })[];
  readonly origins: readonly Named[];
  readonly supersedes: readonly Named[];
  readonly supersededBy: readonly Named[];
}

function byId(a: Named, b: Named): number {
  return compare(a.id, b.id);
}
