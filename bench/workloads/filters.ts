import { operations } from "../../tests/graphql/operations.js";
import { folded, HOLDS, OWNED, some as via } from "./peerForm.js";
import type { PeerQuestion, Variables, Workload } from "./workload.js";

const some = (node: object, claim?: object) => ({ some: { node, ...(claim && { claim }) } });
const named = (name: string | undefined) => ({ name: { eq: name } });
const owner = (name: string | undefined) => some({ controlledBy: some(named(name)) });
const asFilter = (where: (variables: Variables) => object) => (variables: Variables) => ({ where: where(variables) });

/** What the peer has no word for. */
const NO_PROOF = "no `evidence`, the claims by which a row met the filter";

interface Proved {
  readonly clusters: { readonly edges: readonly { readonly node: unknown }[] };
}

/** The same of the peer: a list, which it reads faster than a connection. */
function clustersOfPeer(params: string, where: string): PeerQuestion {
  return {
    query: `query ${params} { clusters(where: { ${where} }, limit: 20, sort: [{ sortName: ASC }, { id: ASC }]) { id name } }`,
    asked: folded,
    answer: ({ clusters }: { readonly clusters: readonly unknown[] }) => clusters,
    lacks: { what: NO_PROOF, rest: ({ clusters }: Proved) => clusters.edges.map(({ node }) => node) },
  };
}

const CLUSTERS = `query ($where: ClusterFilter) { clusters(where: $where, first: 20) { edges { node { id name } evidence { id } } } }`;

export const provenanceFilter: Workload = {
  name: "D",
  what: "a filter of three levels, with or, not, a speaker and posts",
  goal: { floor: 0.9, peer: 12 },
  variables: ({ person, hub, speaker }) => ({ person, hub, speaker }),
  query: operations.get("Clusters")!,
  asked: asFilter(({ person, hub, speaker }) => ({
    ownedBy: owner(person),
    or: [{ usesChip: some(named(hub)) }, { trainedOnBy: some({}) }],
    not: { usesChip: { some: { claim: { attributedTo: named(speaker), source: { sourceType: { eq: "POST" } } } } } },
  })),
  peer: {
    query: `query ($person: String!, $hub: String!, $speaker: String!) {
  clustersConnection(first: 20, sort: [{ sortName: ASC }, { id: ASC }], where: {
    ${OWNED}
    OR: [{ ${via("usesChip", "sortName: { eq: $hub }")} }, { ${via("trainedOnBy")} }]
    NOT: { subjectOf: { some: {
      predicate: { eq: "USES_CHIP" }, ${HOLDS}
      attributedTo: { some: { sortName: { eq: $speaker } } }
      citations: { some: { source: { some: { sourceType: { eq: "POST" } } } } }
    } } }
  }) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id name } } }
}`,
    asked: folded,
    answer: ({ clustersConnection }: { readonly clustersConnection: unknown }) => ({ clusters: clustersConnection }),
    lacks: {
      what: NO_PROOF,
      rest: ({ clusters }: Proved) => ({
        clusters: { ...clusters, edges: clusters.edges.map((edge) => ({ ...edge, evidence: undefined })) },
      }),
    },
  },
};

const goal = { floor: 0.5, peer: 1 };

export const sharedFacility: Workload = {
  name: "X1",
  what: "five levels of `some` through a shared facility",
  goal,
  variables: ({ person }) => ({ person }),
  query: CLUSTERS,
  asked: asFilter(({ person }) => ({ locatedIn: some({ hosts: some({ ownedBy: owner(person) }) }) })),
  peer: clustersOfPeer("($person: String!)", via("locatedIn", via("hosts", OWNED))),
};

const hubFilter = asFilter(({ hub, person }) => ({
  usesChip: some({ ...named(hub), usedBy: some({ locatedIn: some({}), ownedBy: owner(person) }) }),
}));

export const throughHub: Workload = {
  name: "X2",
  what: "five levels of `some` through the hub, a rare person",
  goal,
  variables: ({ hub, rare }) => ({ hub, person: rare }),
  query: CLUSTERS,
  asked: hubFilter,
  peer: clustersOfPeer(
    "($hub: String!, $person: String!)",
    via("usesChip", `sortName: { eq: $hub }, ${via("usedBy", `${via("locatedIn")}, ${OWNED}`)}`),
  ),
};

export const throughHubToNobody: Workload = {
  ...throughHub,
  name: "X3",
  what: "five levels of `some` through the hub, an unknown person",
  variables: ({ hub }) => ({ hub, person: "nobody at all" }),
};

export const contains: Workload = {
  name: "X4",
  what: "`contains` at three levels",
  goal,
  variables: () => ({ person: "nova", company: "delta", chip: "north" }),
  query: CLUSTERS,
  asked: asFilter(({ person, company, chip }) => ({
    ownedBy: some({ name: { contains: company }, controlledBy: some({ name: { contains: person } }) }),
    usesChip: some({ name: { contains: chip } }),
  })),
  peer: clustersOfPeer(
    "($person: String!, $company: String!, $chip: String!)",
    [
      via("ownedBy", `sortName: { contains: $company }, ${via("controlledBy", "sortName: { contains: $person }")}`),
      via("usesChip", "sortName: { contains: $chip }"),
    ].join(", "),
  ),
};

export const eitherRelation: Workload = {
  name: "X5",
  what: "`or` over two relations",
  goal,
  variables: ({ person, chip }) => ({ person, chip }),
  query: CLUSTERS,
  asked: asFilter(({ person, chip }) => ({ or: [{ ownedBy: owner(person) }, { usesChip: some(named(chip)) }] })),
  peer: clustersOfPeer(
    "($person: String!, $chip: String!)",
    `OR: [{ ${OWNED} }, { ${via("usesChip", "sortName: { eq: $chip }")} }]`,
  ),
};

export const every: Workload = {
  name: "X6",
  what: "`every`",
  goal,
  variables: () => ({}),
  query: CLUSTERS,
  asked: asFilter(() => ({
    usesChip: { every: { claim: { quantity: { gte: 150_000 } } } },
    ownedBy: { some: {} },
  })),
  // what has no amount is below every amount in Sanad, and neither below nor above in the database
  peer: clustersOfPeer(
    "",
    `${via("ownedBy")}, usesChipConnection: { none: { edge: { ${HOLDS}, OR: [{ amount: { lt: 150000 } }, { amount: { eq: null } }] } } }`,
  ),
};
