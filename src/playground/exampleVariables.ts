import type { KnownIds } from "./knownIds.js";

export type Variables = Record<string, unknown>;

const usesChip = { predicate: { eq: "USES_CHIP" } };

/** What each example is run with: things that the article's graph holds. */
export const exampleVariables: Readonly<Record<string, Variables | ((ids: KnownIds) => Variables)>> = {
  MuskClusters: { chip: "H100", person: "Elon Musk" },
  Clusters: { where: { usesChip: { some: { node: { name: { eq: "H100" } } } } }, first: 10 },
  Provenance: ({ claim }) => ({ id: claim }),
  Citations: ({ claim }) => ({ id: claim, first: 10 }),
  Search: { text: "ممفيس", first: 10 },
  EntityPage: { id: "cortex" },
  Batch: { ids: ["cortex", "h100", "elon-musk"] },
  Entities: { where: { name: { eq: "تسلا" } }, first: 10 },
  Claims: { where: usesChip, first: 10 },
  SourceByUrl: { url: "https://pic.twitter.com/UgvmsBLuQp" },
  Conflicts: { first: 10 },
  Paths: { from: "elon-musk", to: "h100" },
  Then: { id: "cortex", asOf: { validAt: "2024-10" } },
  ChipTotals: { groupBy: ["OBJECT"] },
  WhatThereIs: {},
  Download: { where: usesChip, format: "CSV" },
  Me: {},
  ReadingRoom: { id: "article", first: 50 },
  OneConflict: ({ conflict }) => ({ id: conflict }),
  Changes: { first: 20 },
  Duplicates: { first: 10 },
  ConfirmedLargeClusters: { speaker: "Elon Musk", at: "2024-10-01" },
  LargestClusters: { first: 10 },
  PowerfulSites: { megawatts: 100, since: "2024" },
  Check: {
    claims: [
      {
        subject: "cortex",
        predicate: "USE_CHIP",
        object: "h100",
        citations: [{ source: "article", quote: "words that the article does not have" }],
      },
    ],
  },
};
