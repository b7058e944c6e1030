import { z } from "zod";
import { BASES, BOUNDS, MODALITIES, RANKS } from "../../claims/claim.js";
import { isLanguageTag } from "../../claims/language.js";

/** The form of a mapping, as a researcher writes it, before its names are checked against one another, the ontology and the table's header. */
const language = z.string().refine(isLanguageTag, "a language is a BCP 47 tag, like ar");
const localized = z
  .record(language, z.string().min(1))
  .refine((texts) => Object.keys(texts).length > 0, "a text in at least one language");
/** What stands in a cell; YAML reads TRUE and 2024 as what they are elsewhere. */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const oneOrMore = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one).min(1)]).transform((given) => (Array.isArray(given) ? given : [given]) as z.output<T>[]);
const date = z.union([z.string(), z.number().int().transform(String)], 'a date in quotation marks, like "2024-10"');
/** What rows of which this holds have in these columns: one of the given cells. */
const where = z.record(z.string(), oneOrMore(cell));
/** A value, or rules of which the first holds whose `where` a row meets. */
const ruled = <T extends z.ZodType>(value: T) =>
  z.union([
    value.transform((is) => [{ is }] as { where?: z.output<typeof where>; is: z.output<T> }[]),
    z.array(z.strictObject({ where: where.optional(), is: value })).min(1),
  ]);
const faulty = z.enum(["refuse", "leaveOut"]).default("refuse");

const publisher = z.strictObject({ kind: z.string(), name: localized });
const dataset = z.strictObject({
  name: localized,
  aliases: z.record(language, z.array(z.string().min(1))).default({}),
  description: localized.default({}),
  sourceType: z.string().default("DATASET"),
  language: language.default("en"),
  url: z.string().optional(),
  publishedAt: date.optional(),
  publisher: publisher.optional(),
  license: z.string().optional(),
  attribution: z.string().optional(),
});
const record = z.strictObject({ name: localized, sourceType: z.string().default("RECORD") });

const wholeRow = z.literal("wholeRow");
const columns = z.array(z.string()).min(1, "at least one column");
const own = z.strictObject({
  /** The columns whose cells tell one from another. */
  of: z.union([wholeRow, columns], "a list of columns, or wholeRow"),
  /** For rows of which something holds: other columns. */
  except: z
    .array(z.strictObject({ where, of: z.union([wholeRow, columns], "a list of columns, or wholeRow") }))
    .default([]),
  /** What rows are that are alike in every cell: one thing that is told twice, or several things. */
  repeats: z.enum(["same", "distinct"]).default("same"),
});
const identifier = z.strictObject({ scheme: z.string(), value: z.string() });
const entity = z.strictObject({
  kind: z.string(),
  /** The column whose cell names it, or several that each name one; or templates of columns. */
  column: oneOrMore(z.string()).optional(),
  name: localized.optional(),
  aliases: z.record(language, z.array(z.string().min(1))).default({}),
  description: localized.default({}),
  /** What stands between names where a cell holds several. */
  split: z.string().min(1).optional(),
  /** By what stands in a cell: the name that is meant. */
  values: z.record(z.string(), z.string().min(1)).default({}),
  /** What stands in a cell and names nothing. */
  leaveOut: z.array(cell).default([]),
  sourceType: z.string().optional(),
  identifiers: z.array(identifier).default([]),
  /** It is whoever goes by the name already, of its kind or these others; or whatever has the address. */
  match: z.enum(["name", "address"]).optional(),
  orKinds: z.array(z.string()).default([]),
  /** It is this row's own. */
  own: own.optional(),
  /** It is this entity of the row that goes by the name. */
  row: z.string().optional(),
  /** What becomes of a name by which no row goes. */
  missing: z.enum(["refuse", "leaveOut", "create"]).default("refuse"),
});

const dates = z.array(z.string()).min(1);
const amount = z.strictObject({
  column: z.string(),
  unit: z.string(),
  /** By what the cell's number is multiplied to be one in the unit. */
  factor: z.number().positive().default(1),
  bound: ruled(z.enum(BOUNDS)).optional(),
});
const text = z.strictObject({ column: z.string(), language: language.optional() });
const dated = z.strictObject({ column: z.string(), dates: dates.optional() });
const claim = z.strictObject({
  subject: z.string(),
  predicate: z.string(),
  object: z.string().optional(),
  amount: amount.optional(),
  text: text.optional(),
  date: dated.optional(),
  modality: ruled(z.enum(MODALITIES)).optional(),
  rank: z.enum(RANKS).default("NORMAL"),
  validFrom: dated.optional(),
  validTo: dated.optional(),
  attributedTo: z.array(z.string()).default([]),
  where: where.optional(),
  unless: where.optional(),
  basis: z.enum(BASES).optional(),
  /** What becomes of a row in which this claim cannot be read: it is refused, or goes in without the claim. */
  faulty,
});

export const mappingForm = z.strictObject({
  dataset,
  record,
  /** What stands between cells. */
  delimiter: z.string().length(1, "one character").default(","),
  /** How dates are written, the forms that are tried: `m/d/yyyy`. */
  dates: dates.default(["yyyy-mm-dd", "yyyy-mm", "yyyy"]),
  modality: ruled(z.enum(MODALITIES)).default([{ is: "ACTUAL" }]),
  entities: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/u, "an entity's key is camel case, like owner"), entity),
  claims: z.array(claim).min(1, "a mapping without a claim imports nothing"),
});

export type MappingForm = z.output<typeof mappingForm>;
export type EntityForm = z.output<typeof entity>;
export type ClaimForm = z.output<typeof claim>;
export type OwnIdentity = z.output<typeof own>;
export type Where = z.output<typeof where>;
export type Ruled<T> = readonly { readonly where?: Where | undefined; readonly is: T }[];

/** Every key the form knows, for "did you mean". */
export const MAPPING_KEYS = [
  ...[mappingForm, dataset, record, publisher, entity, own, identifier, claim, amount, text, dated],
]
  .flatMap((form) => Object.keys(form.shape))
  .concat("where", "is", "of");
