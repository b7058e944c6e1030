import type { Ontology } from "../ontology/ontology.js";
import type { ClaimContent } from "./claim.js";
import { compareText, conflictOf } from "./conflicts.js";
import type { Evidence, Neighbour } from "./duplicates.js";

/** A claim between an entity and another: its predicate, which end the entity is, and the other. */
export type NeighbourClaim = Neighbour & { readonly claim: string };

/** A claim that may contradict others of one key; `comparisonKey` begins with its subject and a dot. */
export type ComparedClaim = ClaimContent & { readonly id: string; readonly comparisonKey: string };

/** The neighbours that two entities share, each once; and whether one of the entities is said of the other. */
export function sharedNeighbours(
  one: readonly NeighbourClaim[],
  other: readonly NeighbourClaim[],
  otherId: string,
): { readonly shared: readonly Neighbour[]; readonly related: string | null } {
  const theirs = new Set(other.map(keyOf));
  const shared = new Map<string, Neighbour>();
  for (const claim of one) {
    const key = keyOf(claim);
    const { predicate, role, other: neighbour } = claim;
    if (theirs.has(key)) shared.set(key, { predicate, role, other: neighbour });
  }
  const between = one.filter((claim) => claim.other === otherId).map(({ claim }) => claim);
  return {
    shared: [...shared].sort(([a], [b]) => compareText(a, b)).map(([, neighbour]) => neighbour),
    related: between.sort(compareText)[0] ?? null,
  };
}

function keyOf({ predicate, role, other }: Neighbour): string {
  return `${predicate} ${role} ${other}`;
}

/** The claims about two entities that could not both hold if these were one: of each value one pair at most. */
export function contradictions(
  one: readonly ComparedClaim[],
  other: readonly ComparedClaim[],
  ontology: Ontology,
): Evidence[] {
  const theirs = byValue(other);
  return [...byValue(one)].flatMap(([value, claims]): Evidence[] => {
    for (const a of claims) {
      for (const b of theirs.get(value) ?? []) {
        if (conflictOf(a, { ...b, subject: a.subject }, ontology))
          return [{ by: "CONTRADICTION", claims: [a.id, b.id] }];
      }
    }
    return [];
  });
}

/** How many claims about one value of an entity are compared with those of another. */
const MOST_ABOUT_ONE = 20;

/** The claims by what they are about, whosever it is. */
function byValue(claims: readonly ComparedClaim[]): ReadonlyMap<string, readonly ComparedClaim[]> {
  const groups = new Map<string, ComparedClaim[]>();
  for (const claim of [...claims].sort((a, b) => compareText(a.id, b.id))) {
    const value = claim.comparisonKey.slice(claim.subject.length);
    const group = groups.get(value);
    if (!group) groups.set(value, [claim]);
    else if (group.length < MOST_ABOUT_ONE) group.push(claim);
  }
  return groups;
}
