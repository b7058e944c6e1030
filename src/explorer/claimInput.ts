import { occurrencesOf } from "../claims/quoteAnchor.js";
import type { FieldProblem } from "./sent.js";
import { ask, given, type Deed } from "./form.js";
import { idsOf, type EntityFieldOf, fieldsOf } from "./meant.js";
import {
  QuotedTextDocument,
  type Basis,
  type Bound,
  type CitationInput,
  type ClaimInput,
  type Modality,
  type QuotedTextQuery,
} from "./queries/generated/graphql.js";
import { say, type Language } from "./words.js";

/** Which field of the form a place of a claim's input is filled from, where its name is another. */
export const CLAIM_FIELDS: Readonly<Record<string, string>> = {
  ...{ "citations.source": "source", "citations.quote": "quote", "citations.occurrence": "occurrence" },
  "citations.basis": "basis",
  ...{ "citations.translation.text": "translation", "citations.translation.language": "translation.language" },
  ...{ quantity: "amount", "quantity.amount": "amount", "quantity.unit": "amount", "quantity.bound": "bound" },
  ...{ text: "text", "text.text": "text", "text.language": "text.language" },
  attributedTo: "attributedTo.0",
};

/** The fields of the form in which entities stand. */
export function entitiesOfClaim(fields: URLSearchParams): readonly EntityFieldOf[] {
  const speakers = fieldsOf(fields, "attributedTo").map((name) => ({ name }));
  return [{ name: "source", kinds: ["SOURCE"] }, { name: "subject" }, { name: "object" }, ...speakers];
}

/** Reads the claim that a form holds, its citation's place in the source's text counted, and goes on with it; with what is wrong the form is shown again. */
export function withClaim(
  fields: URLSearchParams,
  language: Language,
  then: (claim: ClaimInput, problems: readonly FieldProblem[]) => Deed,
): Deed {
  return ask(QuotedTextDocument, { id: given(fields, "source") ?? "" }, (data) => {
    const problems: FieldProblem[] = [];
    const claim = claimOf(fields, data, (field, word) => {
      problems.push({ field, message: say(language, word) });
    });
    return then(claim, problems);
  });
}

type Fault = (field: string, word: "choosePredicate" | "noNumber" | "chooseEntity") => void;

function claimOf(fields: URLSearchParams, data: QuotedTextQuery, fault: Fault): ClaimInput {
  const name = given(fields, "predicate") ?? "";
  const predicate = data.ontology?.predicates.find((one) => one.name === name);
  if (!predicate) fault("predicate", "choosePredicate");
  const subject = given(fields, "subject");
  if (subject === null) fault("subject", "chooseEntity");
  const [object, text, date] = ["object", "text", "date"].map((field) => given(fields, field));
  if (predicate?.value === "ENTITY" && object === null) fault("object", "chooseEntity");
  const typed = given(fields, "amount");
  const amount = typed === null ? null : amountOf(typed);
  const counts = predicate?.value === "QUANTITY" || (predicate?.value === "ENTITY" && predicate.unit !== null);
  if (counts && amount !== null && Number.isNaN(amount)) fault("amount", "noNumber");
  const unit = predicate?.unit ?? given(fields, "unit") ?? "";
  const bound = (given(fields, "bound") ?? "EXACT") as Bound;
  return {
    subject: subject ?? "",
    predicate: name,
    ...(predicate?.value === "ENTITY" && object && { object }),
    ...(counts && amount !== null && !Number.isNaN(amount) && { quantity: { amount, unit, bound } }),
    ...(predicate?.value === "TEXT" &&
      text && { text: [{ language: given(fields, "text.language") ?? "", text: fields.get("text")!.trim() }] }),
    ...(predicate?.value === "DATE" && date && { date }),
    modality: (given(fields, "modality") ?? "ACTUAL") as Modality,
    validFrom: given(fields, "validFrom"),
    validTo: given(fields, "validTo"),
    attributedTo: idsOf(fields, "attributedTo"),
    assertedAt: given(fields, "assertedAt"),
    citations: [citationOf(fields, data)],
  };
}

/** The citation that a form holds. Where its place is known, which of the places of its words that is. */
export function citationOf(fields: URLSearchParams, { source }: Pick<QuotedTextQuery, "source">): CitationInput {
  const quote = fields.get("quote") ?? "";
  const translation = given(fields, "translation");
  const places = source?.text ? occurrencesOf(source.text.content, quote) : [];
  const start = given(fields, "start");
  const place = start === null ? 0 : places.indexOf(Number(start)) + 1;
  const occurrence = Number(given(fields, "occurrence")) || (places.length > 1 ? place : 0);
  return {
    source: given(fields, "source") ?? "",
    quote,
    basis: (given(fields, "basis") ?? "STATED") as Basis,
    ...(occurrence > 0 && { occurrence }),
    ...(translation && {
      translation: { language: given(fields, "translation.language") ?? "", text: translation },
    }),
  };
}

/** A number as people write it: Arabic digits and commas between thousands are understood; what is not plain is none. */
function amountOf(typed: string): number {
  const plain = typed
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/٫/gu, ".")
    .replace(/[٬\u00a0\u202f ]/gu, ",");
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(plain)) return Number(plain.replaceAll(",", ""));
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
}

/** Sets the words of a form that names only where they stand in the source's text. */
export function quoteAt(fields: URLSearchParams, text: string | null): string | null {
  const [start, end] = ["start", "end"].map((name) => given(fields, name));
  if (text === null || !start || !end || fields.has("quote")) return null;
  return text.slice(Number(start), Number(end)) || null;
}
