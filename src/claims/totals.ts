import type { Ontology } from "../ontology/ontology.js";
import {
  MODALITIES,
  type Bound,
  type ClaimContent,
  type Modality,
  type Quantity,
  type Rank,
  type Status,
} from "./claim.js";
import { aboutOneValue, compareText, comparisonKey, conflictOf } from "./conflicts.js";

export const CLAIM_GROUPS = [
  "PREDICATE",
  "SUBJECT",
  "OBJECT",
  "UNIT",
  "SOURCE",
  "SPEAKER",
  "MODALITY",
  "YEAR",
] as const;
export type ClaimGroup = (typeof CLAIM_GROUPS)[number];

/** The groups whose keys are ids of entities. */
export const ENTITY_GROUPS: ReadonlySet<ClaimGroup> = new Set(["SUBJECT", "OBJECT", "SOURCE", "SPEAKER"]);

/** What is left out of a sum unless it is asked for. */
export const CLAIM_INCLUSIONS = ["CONFLICTING", "REPEATED"] as const;
export type ClaimInclusion = (typeof CLAIM_INCLUSIONS)[number];

/** A claim as it is counted. */
export interface TotalClaim extends ClaimContent {
  readonly id: string;
  readonly rank: Rank;
  readonly status: Status;
  readonly recordedAt: string;
  /** The sources that it is cited from; needed only where claims are grouped by them. */
  readonly sources: readonly string[];
}

/** Claims whose amounts may be added: of one group, one modality and one unit. */
export interface TotalGroup {
  /** One for each thing grouped by; null where the claims have no such thing. */
  readonly keys: readonly (string | null)[];
  readonly modality: Modality;
  /** Null of claims that have no amount. */
  readonly unit: string | null;
  readonly claims: readonly TotalClaim[];
}

/** A group's claims, weighed and added. */
export interface Total {
  /** The ids of the claims that are counted, in order. */
  readonly counted: readonly string[];
  /** How many of the counted ones cannot hold together with another of them. */
  readonly conflicted: number;
  readonly leftOut: { readonly conflicting: number; readonly repeated: number };
  /** Null of claims that have no amount. */
  readonly quantity: (Sum & { readonly unit: string }) | null;
}

interface Sum {
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly bound: Bound;
}

/** Puts claims into groups, in the order of the groups' keys; one that has several sources or speakers is in the group of each. */
export function groupClaims(claims: readonly TotalClaim[], groupBy: readonly ClaimGroup[]): TotalGroup[] {
  const groups = new Map<string, { readonly keys: (string | null)[]; readonly claims: TotalClaim[] }>();
  for (const claim of claims) {
    for (const keys of keysOf(claim, groupBy)) {
      const id = JSON.stringify([keys, claim.modality, claim.quantity?.unit ?? null]);
      const group = groups.get(id);
      if (group) group.claims.push(claim);
      else groups.set(id, { keys, claims: [claim] });
    }
  }
  return [...groups.values()]
    .map((group) => {
      const { modality, quantity } = group.claims[0]!;
      return { ...group, modality, unit: quantity?.unit ?? null };
    })
    .sort(byKeys);
}

/** Every combination of what a claim is grouped by. */
function keysOf(claim: TotalClaim, groupBy: readonly ClaimGroup[]): (string | null)[][] {
  let combinations: (string | null)[][] = [[]];
  for (const by of groupBy) {
    const values = valuesOf(claim, by);
    combinations = combinations.flatMap((keys) => values.map((value) => [...keys, value]));
  }
  return combinations;
}

function valuesOf(claim: TotalClaim, by: ClaimGroup): readonly (string | null)[] {
  switch (by) {
    case "PREDICATE":
      return [claim.predicate];
    case "SUBJECT":
      return [claim.subject];
    case "OBJECT":
      return [claim.object];
    case "UNIT":
      return [claim.quantity?.unit ?? null];
    case "SOURCE":
      return eachOrNone(claim.sources);
    case "SPEAKER":
      return eachOrNone(claim.attributedTo);
    case "MODALITY":
      return [claim.modality];
    case "YEAR":
      return [claim.validFrom?.slice(0, 4) ?? null];
  }
}

function eachOrNone(values: readonly string[]): readonly (string | null)[] {
  return values.length === 0 ? [null] : [...new Set(values)];
}

/** By the keys, what has none last; then by modality and unit. */
function byKeys(a: TotalGroup, b: TotalGroup): number {
  for (const [index, key] of a.keys.entries()) {
    const order = compareKeys(key, b.keys[index]!);
    if (order !== 0) return order;
  }
  return MODALITIES.indexOf(a.modality) - MODALITIES.indexOf(b.modality) || compareKeys(a.unit, b.unit);
}

function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compareText(a, b);
}

/** Claims of a group with amounts that may be about one value, so that not all of them can be added. */
export interface Contest {
  readonly claims: readonly TotalClaim[];
  /** Whether they say the very same, and differ only in who is named as having said so; else each two are compared. */
  readonly same: boolean;
}

/** The contests of a group; a claim that is in none is counted. */
export function contestsOf({ claims, unit }: TotalGroup, ontology: Ontology): Contest[] {
  if (unit === null) return [];
  const byKey = new Map<string, { claims: TotalClaim[]; same: boolean }>();
  for (const claim of claims) {
    const compared = comparisonKey(claim, ontology);
    const key = compared ?? JSON.stringify(wordsOf(claim));
    const contest = byKey.get(key);
    if (contest) contest.claims.push(claim);
    else byKey.set(key, { claims: [claim], same: compared === null });
  }
  return [...byKey.values()].filter((contest) => contest.claims.length > 1);
}

/** What a claim about an amount says, whoever said it. */
function wordsOf({ predicate, subject, object, quantity, modality, validFrom, validTo }: TotalClaim): unknown {
  return [predicate, subject, object, quantity?.amount, quantity?.bound, modality, validFrom, validTo];
}

/**
 * Adds the amounts of a group's claims. Of claims about one value of one time (see {@link aboutOneValue}) one is counted: the PREFERRED one, else
 * that with most origins, else the one recorded last, else that with the smallest id. The others cannot hold together with it, or say it again,
 * and are left out, unless they are asked for. Amounts of one thing at different times are added: they are told apart by grouping by YEAR.
 *
 * @param originsOf how many origins a claim of a contest has
 */
export function totalOf(
  group: TotalGroup,
  contests: readonly Contest[],
  including: ReadonlySet<ClaimInclusion>,
  originsOf: (id: string) => number,
  ontology: Ontology,
): Total {
  const left = new Set<string>();
  const conflicted = new Set<string>();
  const leftOut = { conflicting: 0, repeated: 0 };
  for (const contest of contests) {
    const kept: TotalClaim[] = [];
    for (const claim of [...contest.claims].sort(byPreference(originsOf))) {
      const against: string[] = [];
      let repeats = false;
      for (const other of kept) {
        if (contest.same) repeats = true;
        else if (!aboutOneValue(claim, other)) continue;
        else if (conflictOf(claim, other, ontology)) against.push(other.id);
        else repeats = true;
      }
      if (against.length > 0 && !including.has("CONFLICTING")) leftOut.conflicting++;
      else if (repeats && !including.has("REPEATED")) leftOut.repeated++;
      else {
        kept.push(claim);
        for (const id of against) conflicted.add(id).add(claim.id);
        continue;
      }
      left.add(claim.id);
    }
  }
  const counted = group.claims.filter(({ id }) => !left.has(id)).sort((a, b) => compareText(a.id, b.id));
  return {
    counted: counted.map(({ id }) => id),
    conflicted: conflicted.size,
    leftOut,
    quantity: group.unit === null ? null : { ...sumOf(counted.map(({ quantity }) => quantity!)), unit: group.unit },
  };
}

/** Which of several claims about one value comes first. */
function byPreference(originsOf: (id: string) => number): (a: TotalClaim, b: TotalClaim) => number {
  // what does not stand any more is counted only where nothing else is
  const preferred = ({ rank, status }: TotalClaim) =>
    status !== "ACTIVE" ? 3 : rank === "DEPRECATED" ? 2 : rank === "PREFERRED" ? 0 : 1;
  return (a, b) =>
    preferred(a) - preferred(b) ||
    originsOf(b.id) - originsOf(a.id) ||
    compareText(b.recordedAt, a.recordedAt) ||
    compareText(a.id, b.id);
}

function sumOf(parts: readonly Quantity[]): Sum {
  let [sum, lost, min, max] = [0, 0, Infinity, -Infinity];
  for (const { amount } of parts) {
    // Neumaier's sum: what is lost of the smaller number is kept beside
    const next = sum + amount;
    lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
    sum = next;
    min = Math.min(min, amount);
    max = Math.max(max, amount);
  }
  return { sum: sum + lost, min, max, bound: boundOfSum(new Set(parts.map(({ bound }) => bound))) };
}

/** A sum is EXACT where all of its parts are; AT_LEAST (AT_MOST) where they are that or EXACT; else it is ABOUT its figure. */
export function boundOfSum(bounds: ReadonlySet<Bound>): Bound {
  const others = [...bounds].filter((bound) => bound !== "EXACT");
  return others.length === 0 ? "EXACT" : others.length === 1 ? others[0]! : "ABOUT";
}
