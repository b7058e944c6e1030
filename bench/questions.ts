import type { Statement } from "../src/cypher/statement.js";

/** The names by which a generated graph is asked: whatever its size, they stand for entities of the same part in it. */
export interface Names {
  /** The chip in a fifth of all uses, and one of the many others. */
  readonly hub: string;
  readonly chip: string;
  /** A person who controls a company or more, as few do. */
  readonly person: string;
  readonly speaker: string;
  /** A claim's id. */
  readonly claim: string;
}

/** What is asked, and why: `flat` questions should cost the same however large the graph is. */
export interface Question {
  readonly name: string;
  readonly kind: "look-up" | "level" | "selective" | "first page" | "five levels" | "scan";
  readonly query: string;
  readonly variables: (names: Names) => object;
  /** The same by hand: rows with an `id`, in the same order. */
  readonly byHand?: (names: Names) => Statement;
}

const some = (node: object, claim?: object) => ({ some: { node, ...(claim && { claim }) } });
const CLUSTERS = `query ($where: ClusterFilter) { clusters(where: $where, first: 20) { edges { node { id name } evidence { id } } } }`;
const FLAGSHIP = `query ($where: ClusterFilter) { clusters(where: $where, first: 20) { edges {
  evidence { id statement citations { id quote source { id name } } }
  node { id name ownedBy { edges { node { id name } claim { id } } } usesChip { edges { node { id name } claim { id statement } } } }
} } }`;
const owner = (name: string) => some({ controlledBy: some({ name: { eq: name } }) });
const HOLDS = (r: string) => `${r}.status = 'ACTIVE' AND ${r}.rank <> 'DEPRECATED'`;
const byName = (n: string, label: string, value: string) =>
  `UNWIND [$${value}] AS x${n} MATCH (:Name {folded: x${n}})<-[:HAS_NAME]-(${n}:${label})`;

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
    variables: ({ chip, person }) => ({ where: { usesChip: some({ name: { eq: chip } }), ownedBy: owner(person) } }),
  },
  {
    ...{ name: "the flagship, of the hub", kind: "selective" },
    query: FLAGSHIP,
    variables: ({ hub, person }) => ({ where: { usesChip: some({ name: { eq: hub } }), ownedBy: owner(person) } }),
  },
  {
    ...{ name: "three levels, or, not, a speaker, posts", kind: "selective" },
    query: CLUSTERS,
    variables: ({ person, hub, speaker }) => ({
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
    variables: ({ person, chip }) => ({
      where: { or: [{ ownedBy: owner(person) }, { usesChip: some({ name: { eq: chip } }) }] },
    }),
  },
  {
    ...{ name: "five levels through a facility", kind: "five levels" },
    query: CLUSTERS,
    variables: ({ person }) => ({ where: { locatedIn: some({ hosts: some({ ownedBy: owner(person) }) }) } }),
    byHand: ({ person }) => ({
      name: "by.hand",
      text: [
        byName("p", "Person", "person"),
        `MATCH (p)-[a:\`CONTROLS\`]->(c:Company) WHERE ${HOLDS("a")} WITH c, collect(DISTINCT a.claimId) AS ea`,
        `MATCH (c)-[b:\`OWNS\`]->(k:Entity) WHERE ${HOLDS("b")} UNWIND ([b.claimId] + ea) AS xb WITH k, collect(DISTINCT xb) AS eb`,
        `MATCH (k)-[d:\`LOCATED_IN\`]->(f:Entity) WHERE ${HOLDS("d")} UNWIND ([d.claimId] + eb) AS xd WITH f, collect(DISTINCT xd) AS ed`,
        `MATCH (f)<-[e:\`LOCATED_IN\`]-(n:Cluster) WHERE ${HOLDS("e")} UNWIND ([e.claimId] + ed) AS xe WITH n, collect(DISTINCT xe) AS ee`,
        "RETURN n.id AS id, n.name AS name, ee AS evidence ORDER BY n.sortName, n.id LIMIT 20",
      ].join("\n"),
      params: { person },
    }),
  },
  {
    ...{ name: "five levels through the hub, a rare person", kind: "five levels" },
    query: CLUSTERS,
    variables: ({ person, hub }) => ({ where: throughHub(hub, person) }),
    byHand: ({ person, hub }) => handThroughHub(hub, person),
  },
  {
    ...{ name: "five levels through the hub, nobody", kind: "five levels" },
    query: CLUSTERS,
    variables: ({ hub }) => ({ where: throughHub(hub, "nobody at all") }),
    byHand: ({ hub }) => handThroughHub(hub, "nobody at all"),
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

/** From the person to the hub, and from it to the clusters, of which there are many. */
function handThroughHub(hub: string, person: string): Statement {
  return {
    name: "by.hand",
    text: [
      byName("p", "Person", "person"),
      `MATCH (p)-[a:\`CONTROLS\`]->(c:Company) WHERE ${HOLDS("a")} WITH c, collect(DISTINCT a.claimId) AS ea`,
      `MATCH (c)-[b:\`OWNS\`]->(k:Cluster) WHERE ${HOLDS("b")} UNWIND ([b.claimId] + ea) AS xb WITH k, collect(DISTINCT xb) AS eb`,
      `CALL (k) { MATCH (k)-[l:\`LOCATED_IN\`]->(o:Entity) WHERE ${HOLDS("l")} RETURN collect(DISTINCT l.claimId) AS el } WITH k, eb, el WHERE size(el) > 0`,
      `MATCH (k)-[d:\`USES_CHIP\`]->(h:Chip) WHERE ${HOLDS("d")} UNWIND ([d.claimId] + eb + el) AS xd WITH h, collect(DISTINCT xd) AS ed`,
      `MATCH (h)-[:HAS_NAME]->(m:Name) WHERE m.folded = $hub WITH DISTINCT h, ed`,
      `MATCH (h)<-[e:\`USES_CHIP\`]-(n:Cluster) WHERE ${HOLDS("e")} WITH n, ed, collect(DISTINCT e.claimId) AS ee`,
      "WITH n, ed + ee AS evidence ORDER BY n.sortName, n.id LIMIT 20 RETURN n.id AS id, n.name AS name, evidence",
    ].join("\n"),
    params: { person, hub },
  };
}
