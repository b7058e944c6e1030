import type { Names } from "./workloads/workload.js";

/** What is asked, and why: `flat` questions should cost the same however large the graph is. */
export interface Question {
  readonly name: string;
  readonly kind: "look-up" | "level" | "selective" | "first page" | "five levels" | "paths" | "search" | "scan";
  readonly query: string;
  readonly variables: (names: Names) => object;
}

const some = (node: object, claim?: object) => ({ some: { node, ...(claim && { claim }) } });
const CLUSTERS = `query ($where: ClusterFilter) { clusters(where: $where, first: 20) { edges { node { id name } evidence { id } } } }`;
const FLAGSHIP = `query ($where: ClusterFilter) { clusters(where: $where, first: 20) { edges {
  evidence { id statement citations { id quote source { id name } } }
  node { id name ownedBy { edges { node { id name } claim { id } } } usesChip { edges { node { id name } claim { id statement } } } }
} } }`;
const PATHS = `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length nodes { id name } claims { id statement } } }`;
const SEARCH = `query ($text: String!) { search(text: $text, first: 20) { edges { match snippet node { id } } } }`;
const owner = (name: string) => some({ controlledBy: some({ name: { eq: name } }) });

/** The questions of the benchmark. */
export const QUESTIONS: readonly Question[] = [
  {
    ...{ name: "an entity by id", kind: "look-up" },
    query: `{ entity(id: "cluster-7") { id name kind } }`,
    variables: () => ({}),
  },
  {
    ...{ name: "a claim with its provenance", kind: "look-up" },
    query: `query ($id: ID!) { claim(id: $id) { id statement support { citations sources origins } origins { id } history { action at }
      citations { id quote source { id name derivedFrom { id } } } supersededBy { id } } }`,
    variables: ({ claim }) => ({ id: claim }),
  },
  {
    ...{ name: "a cluster, its chips and owners", kind: "level" },
    query: `{ entity(id: "cluster-7") { id name ... on Cluster { usesChip { edges { node { id name } claim { id } } } ownedBy { nodes { id name } } } } }`,
    variables: () => ({}),
  },
  {
    ...{ name: "the flagship", kind: "selective" },
    query: FLAGSHIP,
    variables: ({ chip, rare: person }) => ({
      where: { usesChip: some({ name: { eq: chip } }), ownedBy: owner(person) },
    }),
  },
  {
    ...{ name: "the flagship, of the hub", kind: "selective" },
    query: FLAGSHIP,
    variables: ({ hub, rare: person }) => ({
      where: { usesChip: some({ name: { eq: hub } }), ownedBy: owner(person) },
    }),
  },
  {
    ...{ name: "three levels, or, not, a speaker, posts", kind: "selective" },
    query: CLUSTERS,
    variables: ({ rare: person, hub, speaker }) => ({
      where: {
        ownedBy: owner(person),
        or: [{ usesChip: some({ name: { eq: hub } }) }, { trainedOnBy: some({}) }],
        not: {
          usesChip: {
            some: { claim: { attributedTo: { name: { eq: speaker } }, source: { sourceType: { eq: "POST" } } } },
          },
        },
      },
    }),
  },
  {
    ...{ name: "or over two relations", kind: "selective" },
    query: CLUSTERS,
    variables: ({ rare: person, chip }) => ({
      where: { or: [{ ownedBy: owner(person) }, { usesChip: some({ name: { eq: chip } }) }] },
    }),
  },
  {
    ...{ name: "five levels through a facility", kind: "five levels" },
    query: CLUSTERS,
    variables: ({ rare: person }) => ({ where: { locatedIn: some({ hosts: some({ ownedBy: owner(person) }) }) } }),
  },
  {
    ...{ name: "five levels through the hub, a rare person", kind: "five levels" },
    query: CLUSTERS,
    variables: ({ rare: person, hub }) => ({ where: throughHub(hub, person) }),
  },
  {
    ...{ name: "five levels through the hub, nobody", kind: "five levels" },
    query: CLUSTERS,
    variables: ({ hub }) => ({ where: throughHub(hub, "nobody at all") }),
  },
  {
    ...{ name: "the first page of clusters", kind: "first page" },
    query: CLUSTERS,
    variables: () => ({ where: {} }),
  },
  {
    ...{ name: "the first page of all claims", kind: "first page" },
    query: `{ claims(first: 20) { edges { node { id statement } } } }`,
    variables: () => ({}),
  },
  {
    ...{ name: "the first page of a hub's users", kind: "first page" },
    query: `{ entity(id: "chip-1") { ... on Chip { usedBy(first: 20) { edges { node { id name } } } } } }`,
    variables: () => ({}),
  },
  {
    ...{ name: "paths from a person to the hub", kind: "paths" },
    query: PATHS,
    variables: () => ({ from: "person-7", to: "chip-1" }),
  },
  {
    ...{ name: "paths between two clusters", kind: "paths" },
    query: PATHS,
    variables: () => ({ from: "cluster-77", to: "cluster-78" }),
  },
  {
    ...{ name: "search, the beginning of a word", kind: "search" },
    query: SEARCH,
    variables: () => ({ text: "quantum nor" }),
  },
  {
    ...{ name: "search, Arabic, a mistake", kind: "search" },
    query: SEARCH,
    variables: () => ({ text: "الحوسبه الرباض" }),
  },
  {
    ...{ name: "conflicts about a cluster", kind: "selective" },
    query: `{ conflicts(about: "cluster-77") { totalCount nodes { explanation claims { id statement } } } }`,
    variables: () => ({}),
  },
  {
    ...{ name: "the first page of conflicts", kind: "scan" },
    query: `{ conflicts(first: 20) { edges { node { explanation claims { id statement } } } } }`,
    variables: () => ({}),
  },
  {
    ...{ name: "totals of a company's clusters", kind: "selective" },
    query: `query ($where: ClaimFilter) { claimTotals(where: $where, groupBy: [OBJECT]) { group { id name } claims quantity { sum unit } } }`,
    variables: ({ rare: person }) => ({
      where: { predicate: { eq: "USES_CHIP" }, subject: { ownedBy: owner(person) } },
    }),
  },
  {
    ...{ name: "contains at three levels", kind: "scan" },
    query: CLUSTERS,
    variables: () => ({
      where: {
        ownedBy: some({ name: { contains: "delta 1" }, controlledBy: some({ name: { contains: "nova" } }) }),
        usesChip: some({ name: { contains: "atlas" } }),
      },
    }),
  },
  {
    ...{ name: "every", kind: "scan" },
    query: CLUSTERS,
    variables: () => ({
      where: { usesChip: { every: { claim: { quantity: { gte: 150_000 } } } }, ownedBy: { some: {} } },
    }),
  },
];

function throughHub(hub: string, person: string): object {
  return { usesChip: some({ name: { eq: hub }, usedBy: some({ locatedIn: some({}), ownedBy: owner(person) }) }) };
}
