import type { NameLikeness } from "./namePairs.js";

/** A sign that two entities are the same thing, or that they are not. Claims and entities stand in it as ids. */
export type Evidence =
  | NameLikeness
  /** An id in a register that differs in writing only; the first entity's, and the second's. */
  | { readonly by: "SAME_IDENTIFIER"; readonly scheme: string; readonly values: readonly [string, string] }
  /** A claim says that they may be the same; `sources` say so. */
  | { readonly by: "PROPOSED"; readonly claim: string; readonly sources: readonly string[] }
  /** The same is said of both, or both are said of the same; `claims` so many claims are about that other in all. */
  | { readonly by: "SAME_NEIGHBOUR"; readonly neighbour: Neighbour; readonly claims: number }
  /** A register has an id for each, and these are different. */
  | { readonly by: "OTHER_IDENTIFIER"; readonly scheme: string; readonly values: readonly [string, string] }
  /** Two claims, one about each, that could not both hold of one thing. */
  | { readonly by: "CONTRADICTION"; readonly claims: readonly [string, string] }
  /** One is said of the other. */
  | { readonly by: "RELATED"; readonly claim: string };

/** What stands at the other end of a claim; `role` is that of the entity itself. */
export interface Neighbour {
  readonly predicate: string;
  readonly role: "SUBJECT" | "OBJECT";
  readonly other: string;
}

/** Two entities of one kind that may be the same thing. */
export interface Candidate {
  readonly id: string;
  /** Their ids, in order. */
  readonly entities: readonly [string, string];
  /** 0 to 1, with three decimals. */
  readonly score: number;
  /** The strongest first, what speaks against it last. */
  readonly evidence: readonly Evidence[];
}

/** Pairs that score less are not shown; those that score less before their neighbours are looked at are not looked at further. */
export const LEAST_SCORE = 0.4;
export const LEAST_BEFORE_NEIGHBOURS = 0.25;

/**
 * How alike two entities are: signs that they are the same add up as chances do that are independent of one another, `1 - (1 - a)(1 - b)`; what
 * speaks against it takes its part of that away. It orders what a person is to decide, and is no probability.
 */
export function scoreOf(evidence: readonly Evidence[]): number {
  let apart = 1;
  let neighbours = 1;
  let doubt = 1;
  for (const one of evidence) {
    const weight = weightOf(one);
    if (weight < 0) doubt *= 1 + weight;
    else if (one.by === "SAME_NEIGHBOUR") neighbours *= 1 - weight;
    else apart *= 1 - weight;
  }
  const alike = 1 - apart * Math.max(neighbours, 1 - MOST_OF_NEIGHBOURS);
  return Math.round(alike * Math.max(doubt, LEAST_DOUBT) * 1000) / 1000;
}

/** The part that neighbours can have in it at most, however many are shared; and what remains of a score, whatever speaks against it. */
const MOST_OF_NEIGHBOURS = 0.4;
const LEAST_DOUBT = 0.3;

/** Whether a pair is shown whatever it scores: somebody has said that it may be one, or a register has. */
export function isProposed(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ by }) => by === "PROPOSED" || by === "SAME_IDENTIFIER");
}

/** The strongest sign first, what speaks against it last. */
export function byWeight(a: Evidence, b: Evidence): number {
  const [one, other] = [weightOf(a), weightOf(b)];
  return one >= 0 && other >= 0 ? other - one : one < 0 && other < 0 ? one - other : one < 0 ? 1 : -1;
}

/** How strong a sign is: above 0 that they are the same, below that they are not. */
function weightOf(evidence: Evidence): number {
  switch (evidence.by) {
    case "SAME_IDENTIFIER":
      return 0.95;
    case "PROPOSED":
      return 0.85;
    case "SAME_NEIGHBOUR":
      // what two claims are about tells more than what thousands are
      return 0.25 / (1 + Math.log2(Math.max(2, evidence.claims) / 2));
    case "OTHER_IDENTIFIER":
      return -0.5;
    case "RELATED":
      return -0.4;
    case "CONTRADICTION":
      return -0.15;
    default:
      return evidence.strength;
  }
}
