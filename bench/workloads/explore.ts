import { operations } from "../../tests/graphql/operations.js";
import type { Workload } from "./workload.js";

export const search: Workload = {
  name: "S",
  what: "search, the beginning of an English word",
  goal: null,
  variables: () => ({ text: "quantum nor" }),
  query: operations.get("Search")!,
  asked: ({ text }) => ({ text, first: 20 }),
  peer: null,
};

export const searchInArabic: Workload = {
  ...search,
  name: "SA",
  what: "search, the beginning of an Arabic word, otherwise written",
  variables: () => ({ text: "الحوسبه الري" }),
};

export const totals: Workload = {
  name: "T",
  what: "totals of a person's clusters by chip",
  goal: null,
  variables: ({ person }) => ({ person }),
  query: `query ($where: ClaimFilter) { claimTotals(where: $where, groupBy: [OBJECT]) {
    group { __typename id kind name } modality claims conflicted quantity { sum min max unit bound } } }`,
  asked: ({ person }) => ({
    where: {
      predicate: { eq: "USES_CHIP" },
      subject: { ownedBy: { some: { node: { controlledBy: { some: { node: { name: { eq: person } } } } } } } },
    },
  }),
  peer: null,
};

export const pathToHub: Workload = {
  name: "H",
  what: "paths from a person to the hub",
  goal: null,
  variables: () => ({ from: "person-7", to: "chip-1" }),
  query: operations.get("Paths")!,
  peer: null,
};

export const pathThroughHub: Workload = {
  ...pathToHub,
  name: "H2",
  what: "paths between two clusters that use the hub",
  variables: ({ twoClusters: [from, to] }) => ({ from, to }),
};
