import type { Ontology, Predicate } from "../ontology/ontology.js";
import type { ClaimContent, Modality, Quantity, Rank, Status } from "./claim.js";
import { foldName } from "./foldName.js";
import { overlaps, weekdayOf, WEEKDAYS, type Weekday } from "./partialDate.js";
import { WEEKDAY_NAMES } from "./words.js";

/** A claim with what decides whether it is compared at all. */
export type ComparableClaim = ClaimContent & { readonly id: string; readonly rank: Rank; readonly status: Status };

export const CONFLICT_KINDS = ["VALUE", "EXCLUSIVE", "DATES", "CYCLIC_DERIVATION"] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** Two claims that cannot both hold. Shown to readers, never settled by the program. Sources in a circle are found by `circlesOf`. */
export interface Conflict {
  readonly kind: Exclude<ConflictKind, "CYCLIC_DERIVATION">;
  /** Sorted. */
  readonly claimIds: readonly [string, string];
  /** How far the amounts lie apart; null where the claims are not about amounts. */
  readonly spread: { readonly min: number; readonly max: number; readonly unit: string } | null;
}

/** "About 50,000" means 45,000 to 55,000: within a tenth of the figure, both ends included. */
export const ABOUT_TOLERANCE = 0.1;

/** The predicates that give a source's day of publication as a date and as a weekday; the one may belie the other. */
export const WEEKDAY_PREDICATES = { date: "PUBLISHED_ON", weekday: "PUBLISHED_ON_WEEKDAY" } as const;

/**
 * The conflicts among claims, pair by pair:
 *
 * - **VALUE**: two amounts of one thing, in one unit, that have no number in common once each is read with its bound: EXACT is the number, ABOUT a tenth to
 *   either side, AT_LEAST all above, AT_MOST all below. Compared are claims of a functional quantity predicate, and claims of a predicate
 *   with an object and an amount when the object is the same (50,000 H100 and 29,000 H100; not H100 and H200).
 * - **EXCLUSIVE**: two values of a functional predicate: other objects, texts that differ when folded (in a language that both have), dates that share no day.
 * - **DATES**: a date and a weekday given to one source, of which the date is no such day.
 *
 * Which claims are compared:
 * - ACTIVE ones that are not DEPRECATED, about the same subject. PREFERRED is compared with NORMAL: preferring one does not do away with the other.
 * - Of one world: ACTUAL with ACTUAL, PLANNED with PLANNED, ESTIMATED with ESTIMATED and with ACTUAL (an estimate is of what is so). A plan and a fact
 *   differ without contradiction, and opinions are held side by side: OPINION is never compared.
 * - Whose times share a day. **What is not said may be any day:** two claims that do not say when are compared, for a reader loses less by a
 *   look at two figures that turn out to be of different times than by never being shown them. For plans a single date is a milestone, not
 *   the beginning or end of a period: "50,000 by October" and "85,000 by December" are steps of one plan, "50,000" and "85,000 by December" are compared.
 */
export function findValueConflicts(claims: readonly ComparableClaim[], ontology: Ontology): Conflict[] {
  const groups = new Map<string, ComparableClaim[]>();
  for (const claim of claims) {
    const key = claim.status === "ACTIVE" && claim.rank !== "DEPRECATED" ? comparisonKey(claim, ontology) : null;
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const conflicts: Conflict[] = [];
  for (const group of groups.values()) {
    group.sort((a, b) => compareText(a.id, b.id));
    for (const [i, a] of group.entries()) {
      for (let j = i + 1; j < group.length; j++) {
        const b = group[j]!;
        const conflict = a.id === b.id ? null : conflictOf(a, b, ontology);
        if (conflict) conflicts.push(conflict);
      }
    }
  }
  return conflicts.sort((a, b) => compareText(a.claimIds.join("."), b.claimIds.join(".")));
}

/**
 * The key that claims share when they are about one value, so that those to compare with are found through an index; null for a claim that is compared with none.
 * Its parts are joined by a dot, which no id has: `subject.PREDICATE.object.unit` for amounts, `subject.PREDICATE` for exclusive values.
 */
export function comparisonKey(content: ComparedContent, ontology: Ontology): string | null {
  const predicate = ontology.predicates.get(content.predicate);
  if (!predicate || content.modality === "OPINION") return null;
  if (isPublicationDay(content.predicate)) return `${content.subject}.${WEEKDAY_PREDICATES.date}`;
  if (predicate.functional && predicate.value !== "QUANTITY") return `${content.subject}.${predicate.name}`;
  if (content.quantity && (predicate.functional || content.object !== null)) {
    return [content.subject, predicate.name, content.object ?? "", content.quantity.unit].join(".");
  }
  return null;
}

/** What of a claim says with which others it is compared. */
export type ComparedContent = Pick<ClaimContent, "subject" | "predicate" | "object" | "modality"> & {
  readonly quantity: Pick<Quantity, "unit"> | null;
};

/** Whether two claims that share a comparison key are about one value of one time: so they agree, or they cannot both hold. */
export function aboutOneValue(a: ClaimContent, b: ClaimContent): boolean {
  return sameWorld(a.modality, b.modality) && timesMeet(a, b);
}

/** The conflict of two claims that share a comparison key and are current, if they cannot both hold. */
export function conflictOf(
  a: ClaimContent & { readonly id: string },
  b: ClaimContent & { readonly id: string },
  ontology: Ontology,
): Conflict | null {
  if (!aboutOneValue(a, b)) return null;
  const claimIds = a.id < b.id ? ([a.id, b.id] as const) : ([b.id, a.id] as const);
  if (a.predicate !== b.predicate) return weekdayBelies(a, b) ? { kind: "DATES", claimIds, spread: null } : null;
  if (a.object === b.object && a.quantity && b.quantity && a.quantity.unit === b.quantity.unit) {
    if (amountsMeet(a.quantity, b.quantity)) return null;
    const amounts = [a.quantity.amount, b.quantity.amount];
    const spread = { min: Math.min(...amounts), max: Math.max(...amounts), unit: a.quantity.unit };
    return { kind: "VALUE", claimIds, spread };
  }
  const predicate = ontology.predicates.get(a.predicate);
  return predicate?.functional && valuesDiffer(predicate, a, b) ? { kind: "EXCLUSIVE", claimIds, spread: null } : null;
}

function sameWorld(a: Modality, b: Modality): boolean {
  if (a === "OPINION" || b === "OPINION") return false;
  return a === b || (a !== "PLANNED" && b !== "PLANNED");
}

function timesMeet(a: ClaimContent, b: ClaimContent): boolean {
  const [aFrom, aTo] = timeOf(a);
  const [bFrom, bTo] = timeOf(b);
  return overlaps(aFrom, aTo, bFrom, bTo);
}

/** A plan's single date is its milestone. */
function timeOf({ modality, validFrom, validTo }: ClaimContent): readonly [string | null, string | null] {
  return modality === "PLANNED" ? [validFrom ?? validTo, validTo ?? validFrom] : [validFrom, validTo];
}

/** Whether some number is in both amounts, as their bounds are meant. A hair's breadth of rounding is forgiven. */
function amountsMeet(a: Quantity, b: Quantity): boolean {
  const [aLow, aHigh] = rangeOf(a);
  const [bLow, bHigh] = rangeOf(b);
  const hair = Math.max(Math.abs(a.amount), Math.abs(b.amount)) * 1e-12;
  return Math.max(aLow, bLow) <= Math.min(aHigh, bHigh) + hair;
}

function rangeOf({ amount, bound }: Quantity): readonly [number, number] {
  const margin = Math.abs(amount) * ABOUT_TOLERANCE;
  switch (bound) {
    case "EXACT":
      return [amount, amount];
    case "ABOUT":
      return [amount - margin, amount + margin];
    case "AT_LEAST":
      return [amount, Infinity];
    case "AT_MOST":
      return [-Infinity, amount];
  }
}

function valuesDiffer(predicate: Predicate, a: ClaimContent, b: ClaimContent): boolean {
  switch (predicate.value) {
    case "ENTITY":
      return a.object !== b.object;
    case "DATE":
      return a.date !== null && b.date !== null && !overlaps(a.date, a.date, b.date, b.date);
    case "TEXT":
      return Object.entries(a.text ?? {}).some(([lang, text]) => {
        const other = b.text?.[lang];
        return other !== undefined && foldName(other) !== foldName(text);
      });
    case "QUANTITY":
      return false;
  }
}

function isPublicationDay(predicate: string): boolean {
  return predicate === WEEKDAY_PREDICATES.date || predicate === WEEKDAY_PREDICATES.weekday;
}

/** Whether one gives a day, the other a weekday, and they do not go together. */
function weekdayBelies(a: ClaimContent, b: ClaimContent): boolean {
  const [dated, named] = a.predicate === WEEKDAY_PREDICATES.date ? [a, b] : [b, a];
  const weekday = dated.date === null ? null : weekdayOf(dated.date);
  if (weekday === null) return false;
  const said = Object.values(named.text ?? {}).flatMap(weekdaysIn);
  return said.length > 0 && !said.includes(weekday);
}

/** The weekdays that a text names, in any language of the words table. */
function weekdaysIn(text: string): Weekday[] {
  const words = ` ${foldName(text)} `;
  return WEEKDAYS.filter((_day, index) =>
    WEEKDAY_NAMES.some((names) => words.includes(` ${foldName(names[index] ?? "")} `)),
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
