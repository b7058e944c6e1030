import { operations } from "../../tests/graphql/operations.js";
import type { Workload } from "./workload.js";

export const provenance: Workload = {
  name: "P",
  what: "one claim with its provenance",
  goal: { floor: 0.6, peer: 2 },
  variables: ({ claim }) => ({ id: claim }),
  query: operations.get("Provenance")!,
  peer: null,
};

export const clusterPage: Workload = {
  name: "L",
  what: "100 entities, a page of a list",
  goal: { floor: 0.6, peer: 2.5 },
  variables: () => ({}),
  query: `{ clusters(first: 100) { pageInfo { hasNextPage endCursor } edges { cursor node { __typename id kind name names { language text } description } } } }`,
  peer: null,
};

export const entityById: Workload = {
  name: "N",
  what: "one entity by its id",
  goal: { floor: 0.6, peer: 1.5 },
  variables: () => ({ id: "cluster-7" }),
  query: `query ($id: ID!) { entity(id: $id) { __typename id kind name description } }`,
  peer: null,
};

export const claimPage: Workload = {
  name: "X7",
  what: "the first page of all claims",
  goal: { floor: 0.5, peer: 1 },
  variables: () => ({}),
  query: `{ claims(first: 20) { edges { node { id statement } } } }`,
  peer: null,
};
