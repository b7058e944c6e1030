import type { Placeholder } from "../ontology/statementTemplate.js";
import type { ClaimContent } from "./claim.js";
import { WEEKDAY_PREDICATES, type Conflict } from "./conflicts.js";
import { weekdayOf, WEEKDAYS } from "./partialDate.js";
import {
  claimAside,
  inLanguage,
  quantityPhrase,
  statementValues,
  statementWithout,
  withAside,
  type StatementContext,
} from "./statement.js";
import { wordsOf } from "./words.js";

/**
 * A conflict as one sentence: what its claims say in common, and in what they differ.
 * `Two figures for “Cortex uses H100” that cannot both hold: 29,000 and 50,000 (estimated).`
 *
 * @param claims the conflict's claims, in the order in which they are to be named
 */
export function conflictExplanation(
  conflict: Conflict,
  claims: readonly ClaimContent[],
  context: StatementContext,
): string {
  const { lang, nameOf } = context;
  const words = wordsOf(lang);
  const [first] = claims;
  if (!first) return "";
  const list = (values: readonly string[]): string => values.reduce(words.conflict.and);
  const aside = (value: string, claim: ClaimContent): string => withAside(value, claimAside(claim, lang));
  switch (conflict.kind) {
    case "VALUE":
      return words.conflict.value(
        statementWithout("quantity", first, context),
        list(claims.map((claim) => aside(claim.quantity ? quantityPhrase(claim.quantity, context) : "", claim))),
      );
    case "EXCLUSIVE":
      return words.conflict.exclusive(
        statementWithout(placeholderOf(first), first, context),
        list(claims.map((claim) => aside(statementValues(claim, context)[placeholderOf(claim)] ?? "", claim))),
      );
    case "DATES": {
      const date = claims.find(({ predicate }) => predicate === WEEKDAY_PREDICATES.date)?.date ?? "";
      const weekday = weekdayOf(date);
      const said = claims.find(({ predicate }) => predicate === WEEKDAY_PREDICATES.weekday)?.text ?? {};
      return words.conflict.dates(
        nameOf(first.subject, lang),
        date,
        weekday === null ? "" : (words.weekdays[WEEKDAYS.indexOf(weekday)] ?? ""),
        inLanguage(said, context.ontology, lang) ?? "",
      );
    }
  }
}

/** What is wrong with sources that are derived from one another, as one sentence: `These sources are derived from one another in a circle: A and B.` */
export function circleExplanation(sources: readonly string[], { lang, nameOf }: StatementContext): string {
  const words = wordsOf(lang);
  return words.conflict.cyclicDerivation(sources.map((id) => nameOf(id, lang)).reduce(words.conflict.and));
}

/** The part of a statement that holds a claim's value. */
function placeholderOf({ object, text, date }: ClaimContent): Placeholder {
  if (object !== null) return "object";
  if (text !== null) return "text";
  return date !== null ? "date" : "quantity";
}
