import { compareText } from "./conflicts.js";

/** A claim between two entities, met on the way outwards from one. */
export interface MetClaim {
  readonly id: string;
  /** The entities that it is between; of one that says something of itself twice the same. */
  readonly ends: readonly [string, string];
  /** How many claims lead to it, itself counted: 1 at the entity in the middle. */
  readonly level: number;
  readonly origins: number;
  readonly citations: number;
}

/** The better supported first: by origins, then citations, then nearness; then by id. */
export function compareSupport(a: MetClaim, b: MetClaim): number {
  return b.origins - a.origins || b.citations - a.citations || a.level - b.level || compareText(a.id, b.id);
}

/**
 * The best supported claims around an entity, of those that hang together with it: each is the best of those that touch what the ones before it have
 * reached, so that none is left floating. Answers them the best supported first.
 */
export function bestAround(focus: string, claims: readonly MetClaim[], first: number): MetClaim[] {
  const left = [...claims].sort(compareSupport);
  const reached = new Set([focus]);
  const best: MetClaim[] = [];
  while (best.length < first) {
    const index = left.findIndex(({ ends }) => reached.has(ends[0]) || reached.has(ends[1]));
    if (index < 0) break;
    const [claim] = left.splice(index, 1) as [MetClaim];
    best.push(claim);
    for (const end of claim.ends) reached.add(end);
  }
  return best.sort(compareSupport);
}
