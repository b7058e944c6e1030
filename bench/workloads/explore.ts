import { MODALITIES } from "../../src/claims/claim.js";
import { soughtWords } from "../../src/claims/searchQuery.js";
import { operations } from "../../tests/graphql/operations.js";
import { folded, HOLDS, OWNED, type PeerEntity } from "./peerForm.js";
import type { Workload } from "./workload.js";

export const search: Workload = {
  name: "S",
  what: "search, the beginning of an English word",
  goal: null,
  variables: () => ({ text: "quantum nor" }),
  query: operations.get("Search")!,
  asked: ({ text }) => ({ text, first: 20 }),
  peer: {
    // Lucene's own signs for what Sanad looks for by itself: the last word as a beginning, long ones with a mistake
    query: `query ($phrase: String!) {
  names: namesByWords(phrase: $phrase, first: 20) { edges { score node { entity { id kind name } } } }
  quotes: citationsByWords(phrase: $phrase, first: 20) { edges { score node { quote claim { id statement } } } }
}`,
    asked: ({ text }) => ({
      phrase: soughtWords(text!)
        .map(
          ({ word, asBeginning, withMistake }) =>
            [`+(${word}`, ...(asBeginning ? [`${word}*`] : []), ...(withMistake ? [`${word}~1`] : [])].join(" OR ") +
            ")",
        )
        .join(" "),
    }),
    answer: ({ names, quotes }: Found) => ({
      hits: Math.min(new Set(names.edges.map(({ node }) => node.entity[0]!.id)).size + quotes.edges.length, 20),
    }),
    lacks: {
      what: "the order is Lucene's, names and quotes apart, and no `snippet` tells the words found: it is compared how many are found",
      rest: ({ search: { edges } }: { readonly search: { readonly edges: readonly unknown[] } }) => ({
        hits: edges.length,
      }),
    },
  },
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
  peer: {
    query: `query ($person: String!) { chips(where: { usedByConnection: { some: { edge: { ${HOLDS} }, node: { ${OWNED} } } } }, sort: [{ id: ASC }]) {
  id kind name
  ${MODALITIES.map((modality) => `${modality}: usedByConnection(where: { edge: { ${HOLDS}, modality: { eq: "${modality}" } }, node: { ${OWNED} } }) { aggregate { count { edges } edge { amount { sum min max } } } }`).join("\n  ")}
} }`,
    asked: folded,
    answer: ({ chips }: { readonly chips: readonly PeerEntity[] }) => chips.map(({ id }) => id),
    lacks: {
      what: "it adds all amounts, those of claims about one value, or that cannot all hold, among them, and knows no bound: it is compared which chips there are",
      rest: ({ claimTotals }: Totals) => [...new Set(claimTotals.map(({ group }) => group.id))].sort(),
    },
  },
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

interface Found {
  readonly names: { readonly edges: readonly { readonly node: { readonly entity: readonly PeerEntity[] } }[] };
  readonly quotes: { readonly edges: readonly unknown[] };
}

interface Totals {
  readonly claimTotals: readonly { readonly group: PeerEntity }[];
}
