import { operations } from "../../tests/graphql/operations.js";
import type { Variables, Workload } from "./workload.js";

const some = (node: object, claim?: object) => ({ some: { node, ...(claim && { claim }) } });
const named = (name: string | undefined) => ({ name: { eq: name } });
const owner = (name: string | undefined) => some({ controlledBy: some(named(name)) });
const asFilter = (where: (variables: Variables) => object) => (variables: Variables) => ({ where: where(variables) });

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
  peer: null,
};

const goal = { floor: 0.5, peer: 1 };

export const sharedFacility: Workload = {
  name: "X1",
  what: "five levels of `some` through a shared facility",
  goal,
  variables: ({ person }) => ({ person }),
  query: CLUSTERS,
  asked: asFilter(({ person }) => ({ locatedIn: some({ hosts: some({ ownedBy: owner(person) }) }) })),
  peer: null,
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
  peer: null,
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
  peer: null,
};

export const eitherRelation: Workload = {
  name: "X5",
  what: "`or` over two relations",
  goal,
  variables: ({ person, chip }) => ({ person, chip }),
  query: CLUSTERS,
  asked: asFilter(({ person, chip }) => ({ or: [{ ownedBy: owner(person) }, { usesChip: some(named(chip)) }] })),
  peer: null,
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
  peer: null,
};
