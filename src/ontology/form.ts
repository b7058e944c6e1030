import { z } from "zod";

/** The form of `schema/ontology.yaml`, before its names are checked against one another. */
const localized = z.record(z.string(), z.string().min(1));
const upperSnake = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/u, "a name is upper case with underscores, like USES_CHIP");
const camelCase = z.string().regex(/^[a-z][A-Za-z0-9]*$/u, "a field is camel case, like usesChip");
const pascalCase = z.string().regex(/^[A-Z][A-Za-z0-9]*$/u, "a type is Pascal case, like AiModel");
const unitName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/u, "a unit is letters, digits, - and _, like USD");

const unit = z.strictObject({ label: localized, format: localized, code: z.string().optional() });
const sourceType = z.strictObject({ label: localized });
const identifierScheme = z.strictObject({
  label: localized,
  /** A regular expression that the whole id is to match. */
  pattern: z.string().refine(isRegularExpression, "a regular expression, like ^Q[1-9][0-9]*$").optional(),
  url: z
    .string()
    .refine((url) => /^https?:\/\//u.test(url) && url.includes("{id}"), "an address with {id} in it")
    .optional(),
});
const kind = z.strictObject({
  field: camelCase,
  type: pascalCase.optional(),
  label: localized,
  plural: localized,
  description: localized,
});
const predicate = z.strictObject({
  label: localized,
  description: localized,
  subjects: z.array(z.string()).min(1, "a predicate needs at least one kind of subject"),
  objects: z.array(z.string()).min(1, "leave `objects` out where the value is no entity").optional(),
  value: z.enum(["QUANTITY", "TEXT", "DATE"]).optional(),
  field: camelCase,
  inverse: camelCase.optional(),
  unit: z.string().optional(),
  functional: z.boolean().default(false),
  possibleDuplicate: z.boolean().default(false),
  statement: localized,
});

export const ontologyForm = z.strictObject({
  version: z.string("a version in quotation marks").min(1),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u, "a BCP 47 tag, like ar"))
    .min(1, "at least one language"),
  units: z.record(unitName, unit).default({}),
  sourceTypes: z.record(upperSnake, sourceType),
  identifierSchemes: z.record(upperSnake, identifierScheme).default({}),
  kinds: z.record(upperSnake, kind),
  predicates: z.record(upperSnake, predicate),
});

export type OntologyForm = z.infer<typeof ontologyForm>;
export type KindForm = z.infer<typeof kind>;
export type PredicateForm = z.infer<typeof predicate>;

/** Every key the form knows, for "did you mean". */
export const ONTOLOGY_KEYS = [ontologyForm, unit, identifierScheme, kind, predicate].flatMap((form) =>
  Object.keys(form.shape),
);

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The type that a kind's name stands for when the file gives none: AI_MODEL becomes AiModel. */
export function typeOf(kindName: string): string {
  return kindName
    .split("_")
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join("");
}
