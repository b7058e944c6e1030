import type { Localized, Ontology } from "../ontology/ontology.js";
import {
  parseStatementTemplate,
  placeholdersOf,
  type Placeholder,
  type TemplatePart,
} from "../ontology/statementTemplate.js";
import type { ClaimContent, Quantity } from "./claim.js";
import { meantLanguage } from "./language.js";
import { parsePartialDate } from "./partialDate.js";
import { wordsOf, type Words } from "./words.js";

/** What a statement is written with: the ontology's templates, and what entities are called. */
export interface StatementContext {
  readonly ontology: Ontology;
  /** The name of an entity in a language, or in another where it has none in that one. */
  readonly nameOf: (entityId: string, lang: string) => string;
  readonly lang: string;
}

/**
 * A claim as one readable sentence, from its predicate's template in the language, or in the ontology's default language where there is none:
 * `Cortex uses 50,000 × H100`. What is not plain stands after it in parentheses: that it is no actual fact, and when it holds:
 * `The Giga Texas cluster uses 50,000 × H100 (planned, by 2024-10)`. Names stand as they are, without invisible marks around them; only an English
 * "The" is lower-case within the sentence: `Tesla owns the Giga Texas cluster`.
 */
export function claimStatement(content: ClaimContent, asked: StatementContext): string {
  // one language for all of the sentence: its template, its words and its figures
  const { languages } = asked.ontology;
  const context = { ...asked, lang: meantLanguage(languages, asked.lang) ?? languages[0] };
  return withAside(
    sentence(content, statementValues(content, context), "", context),
    claimAside(content, context.lang),
  );
}

export type StatementValues = Readonly<Record<Placeholder, string | null>>;

/** What fills a claim's statement, in its language; null where the claim has no such value. */
export function statementValues(content: ClaimContent, context: StatementContext): StatementValues {
  const { ontology, nameOf, lang } = context;
  return {
    subject: nameOf(content.subject, lang),
    object: content.object === null ? null : nameOf(content.object, lang),
    quantity: content.quantity && quantityPhrase(content.quantity, context),
    text: content.text && inLanguage(content.text, ontology, lang),
    date: content.date,
  };
}

/** A claim's sentence with an ellipsis for its value: what two claims that differ in it say in common. */
export function statementWithout(value: Placeholder, content: ClaimContent, context: StatementContext): string {
  return sentence(content, { ...statementValues(content, context), [value]: null }, "…", context);
}

/** An amount with its bound and unit, as it reads: `at least $2 billion`, `نحو 10 مليارات دولار`. */
export function quantityPhrase(quantity: Quantity, { ontology, lang }: Omit<StatementContext, "nameOf">): string {
  const format = inLanguage(ontology.units.get(quantity.unit)?.format ?? {}, ontology, lang) ?? "{amount}";
  const amount = format.replaceAll("{amount}", () => amountPhrase(quantity.amount, lang));
  const bound = wordsOf(lang).bound[quantity.bound];
  return bound === "" ? amount : `${bound} ${amount}`;
}

/** What is to be said beside a claim's sentence: its modality unless ACTUAL, and its valid time. Empty where there is nothing. */
export function claimAside(content: ClaimContent, lang: string): string {
  const words = wordsOf(lang);
  const modality = words.modality[content.modality];
  return [modality, validTimePhrase(content, words)].filter((part) => part !== "").join(words.comma);
}

/** A sentence, and in parentheses what stands beside it. */
export function withAside(sentence: string, aside: string): string {
  return aside === "" ? sentence : `${sentence} (${aside})`;
}

/** A text in a language; in the default language, or any, where it is not there; null where it is in none. */
export function inLanguage(text: Localized, ontology: Ontology, lang: string): string | null {
  const languages = Object.keys(text);
  const language = meantLanguage(languages, lang) ?? meantLanguage(languages, ontology.languages[0]) ?? languages[0];
  return language === undefined ? null : text[language]!;
}

/** The template filled: a group is left out when one of its values is missing; elsewhere `gap` stands for a missing one. */
function sentence(
  content: ClaimContent,
  values: StatementValues,
  gap: string,
  { ontology, lang }: StatementContext,
): string {
  const predicate = ontology.predicates.get(content.predicate);
  const template = inLanguage(predicate?.statement ?? {}, ontology, lang) ?? FALLBACK_TEMPLATE;
  return fill(partsOf(template), values, gap, wordsOf(lang)).replace(/ {2,}/g, " ").trim();
}

/** For a predicate that the ontology no longer knows: data written under another ontology stays readable. */
const FALLBACK_TEMPLATE = "{subject} –[ {quantity}][ {object}][ {text}][ {date}]";

function fill(parts: readonly TemplatePart[], values: StatementValues, gap: string, words: Words): string {
  return parts
    .map((part, index) => {
      if (typeof part === "string") return part;
      if ("placeholder" in part) {
        const value = values[part.placeholder] ?? gap;
        return index > 0 && NAMES.has(part.placeholder) ? words.within(value) : value;
      }
      const missing = [...placeholdersOf(part.optional)].some((name) => values[name] === null);
      return missing ? "" : fill(part.optional, values, gap, words);
    })
    .join("");
}

/** The placeholders that stand for names of entities. */
const NAMES: ReadonlySet<Placeholder> = new Set(["subject", "object"]);

/** Templates are the ontology's, so they are few, and were checked when it was loaded. */
const partsOf = once((template) => parseStatementTemplate(template).parts ?? [template]);

/** With the word for a large number where two decimals say it whole: `6.6 billion`, but `1,234,567`. */
function amountPhrase(amount: number, lang: string): string {
  for (const { value, one, few } of wordsOf(lang).scales) {
    const scaled = amount / value;
    if (Math.abs(scaled) >= 1 && Number(scaled.toFixed(2)) === scaled) {
      return `${figure(scaled, lang)} ${pluralRules(lang).select(scaled) === "few" ? few : one}`;
    }
  }
  return figure(amount, lang);
}

/** Without the direction marks that some languages put before a minus sign. */
function figure(amount: number, lang: string): string {
  return numberFormat(lang)
    .format(amount)
    .replace(/\p{Cf}/gu, "");
}

/**
 * In 2024-10, on 2024-10-29, 2024-07 to 2024-09, from 2024-09, until 2024-12; empty where no time is said.
 * A plan that begins to hold at a date, and has no end, is to be so by then.
 */
function validTimePhrase({ modality, validFrom, validTo }: ClaimContent, words: Words): string {
  if (validFrom !== null && validTo !== null) {
    if (validFrom !== validTo) return words.fromTo(validFrom, validTo);
    return parsePartialDate(validFrom)?.day ? words.on(validFrom) : words.during(validFrom);
  }
  if (validFrom !== null) return modality === "PLANNED" ? words.by(validFrom) : words.from(validFrom);
  return validTo === null ? "" : words.until(validTo);
}

/** Latin digits in every language, so that figures can be compared at sight. */
const numberFormat = once((lang) => new Intl.NumberFormat(`${lang}-u-nu-latn`, { maximumFractionDigits: 10 }));
const pluralRules = once((lang) => new Intl.PluralRules(lang));

/** What is made from a text, made once for each text: formats are dear to make. */
function once<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}
