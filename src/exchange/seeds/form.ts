import { z } from "zod";
import { BASES, BOUNDS, MODALITIES, RANKS } from "../../claims/claim.js";
import { isLanguageTag } from "../../claims/language.js";

/** The form of a file of seeds, as a researcher writes it, before its ids and quotes are checked. */
const language = z.string().refine(isLanguageTag, "a language is a BCP 47 tag, like ar");
const localized = z
  .record(language, z.string().min(1))
  .refine((texts) => Object.keys(texts).length > 0, "a text in at least one language");
const aliases = z.record(language, z.array(z.string().min(1)));
const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u,
    "an id is lower-case letters and digits with hyphens between, like giga-texas",
  );
/** YAML reads 2024 as a number; a year is a date all the same. */
const date = z.union([z.string(), z.number().int().transform(String)], 'a date in quotation marks, like "2024-10"');
/** Ids in registers, by the ontology's names of those: `{ WIKIDATA: Q95 }`. */
const identifiers = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).default({});
const named = {
  name: localized,
  aliases: aliases.default({}),
  description: localized.default({}),
  identifiers,
};

const entity = z.strictObject({ kind: z.string(), ...named });
const source = z.strictObject({
  ...named,
  sourceType: z.string(),
  language: language.optional(),
  url: z.string().optional(),
  publishedAt: date.optional(),
  authors: z.array(z.string()).default([]),
  publisher: z.string().optional(),
  derivedFrom: z.array(z.string()).default([]),
  text: z.string().optional(),
  /** Under what terms it may be used, an SPDX id or an address; and whom to credit, in the words that it asks for. */
  license: z.string().min(1).optional(),
  attribution: z.string().min(1).optional(),
});
const quantity = z.strictObject({
  amount: z
    .number()
    .refine(
      (amount) => Math.abs(amount) <= Number.MAX_SAFE_INTEGER,
      "an amount past 2^53 is not held exactly; use a larger unit",
    ),
  unit: z.string(),
  bound: z.enum(BOUNDS).default("EXACT"),
});
const citation = z.strictObject({
  source: z.string(),
  quote: z.string().min(1),
  occurrence: z.number().int().min(1).optional(),
  basis: z.enum(BASES).default("STATED"),
  /** From which sources the cited one took this; none: its own words; left out: from wherever the source is derived. */
  derivedFrom: z.array(z.string()).optional(),
  translation: localized
    .refine((texts) => Object.keys(texts).length === 1, "a quote is translated into one language")
    .optional(),
});
const claim = z.strictObject({
  subject: z.string(),
  predicate: z.string(),
  object: z.string().optional(),
  quantity: quantity.optional(),
  text: localized.optional(),
  date: date.optional(),
  modality: z.enum(MODALITIES).default("ACTUAL"),
  rank: z.enum(RANKS).default("NORMAL"),
  validFrom: date.optional(),
  validTo: date.optional(),
  attributedTo: z.array(z.string()).default([]),
  assertedAt: date.optional(),
  citations: z.array(citation).min(1, "a claim without a citation is no claim"),
});

export const seedForm = z.strictObject({
  entities: z.record(id, entity).default({}),
  sources: z.record(id, source).default({}),
  claims: z.array(claim).default([]),
});

export type SeedForm = z.infer<typeof seedForm>;
export type EntityForm = z.infer<typeof entity>;
export type SourceForm = z.infer<typeof source>;
export type ClaimForm = z.infer<typeof claim>;
export type CitationForm = z.infer<typeof citation>;

/** Every key the form knows, for "did you mean". */
export const SEED_KEYS = [seedForm, entity, source, quantity, citation, claim].flatMap((form) =>
  Object.keys(form.shape),
);
