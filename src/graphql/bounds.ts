/**
 * How much is read and weighed for one answer of the fields that look at many claims. What asks for more is refused as TOO_COMPLEX, with the figure,
 * and never answered in part.
 */
export const BOUNDS = {
  /** Pairs of claims about the same that are compared for a list of conflicts. */
  conflictPairs: 500_000,
  /** Claims that meet the filter of totals, the groups that they make, and pairs of claims about the same that are compared. */
  totalClaims: 20_000,
  totalGroups: 2_000,
  totalPairs: 500_000,
  /** Claims that are looked at for paths, those of them that may be part of a chain, and steps that are tried among those. */
  pathClaims: 50_000,
  pathCandidates: 20_000,
  pathSteps: 2_000_000,
  /** Claims that are looked at for what is around an entity, and entities of one distance from it: what is beyond is passed over, and told. */
  aroundClaims: 4_000,
  aroundEntities: 1_000,
  /** Entities that are compared with one another for duplicates, pairs of them whose names are, and pairs of which the claims are then looked at. */
  duplicateEntities: 200_000,
  duplicatePairs: 3_000_000,
  duplicateCandidates: 100_000,
} as const;
