import type { Kind, Ontology, Predicate, Unit, ValueType } from "../../src/ontology/ontology.js";
import type { ClaimContent, Quantity } from "../../src/claims/claim.js";
import type { ComparableClaim } from "../../src/claims/conflicts.js";

const cluster: Kind = {
  name: "CLUSTER",
  type: "Cluster",
  field: "clusters",
  label: { en: "cluster", ar: "مجموعة حوسبة" },
  plural: { en: "clusters", ar: "مجموعات حوسبة" },
  description: { en: "Computers that work as one." },
};

function predicate(
  name: string,
  value: ValueType,
  functional: boolean,
  unit: string | null,
  statement: Predicate["statement"],
): Predicate {
  return {
    name,
    value,
    functional,
    possibleDuplicate: false,
    unit,
    statement,
    label: { en: name.toLowerCase() },
    description: { en: name },
    field: name.toLowerCase(),
    inverse: null,
    subjects: [cluster],
    objects: value === "ENTITY" ? [cluster] : [],
  };
}

const predicates = [
  predicate("USES_CHIP", "ENTITY", false, "chip", {
    en: "{subject} uses[ {quantity} ×] {object}",
    ar: "{subject} يستخدم[ {quantity} ×] {object}",
  }),
  predicate("OWNS", "ENTITY", false, null, { en: "{subject} owns {object}", ar: "{subject} يملك {object}" }),
  predicate("LOCATED_IN", "ENTITY", true, null, { en: "{subject} is in {object}", ar: "{subject} في {object}" }),
  predicate("COST", "QUANTITY", true, "USD", { en: "{subject} cost {quantity}", ar: "كلفة {subject} {quantity}" }),
  predicate("RAISED", "QUANTITY", false, "USD", { en: "{subject} raised {quantity}" }),
  predicate("POWER", "QUANTITY", true, "MW", { en: "{subject} draws {quantity}" }),
  predicate("MOTTO", "TEXT", true, null, { en: "{subject} is called “{text}”", ar: "يسمى {subject} «{text}»" }),
  predicate("STARTED_ON", "DATE", true, null, { en: "{subject} started[ on {date}]" }),
  predicate("PUBLISHED_ON", "DATE", true, null, { en: "{subject} was published on {date}" }),
  predicate("PUBLISHED_ON_WEEKDAY", "TEXT", false, null, { en: "{subject} was published on a {text}" }),
];

const units: Unit[] = [
  { name: "chip", label: { en: "chips" }, format: { en: "{amount}", ar: "{amount}" }, code: null },
  { name: "USD", label: { en: "US dollars" }, format: { en: "${amount}", ar: "{amount} دولار" }, code: null },
  { name: "MW", label: { en: "megawatts" }, format: { en: "{amount} MW" }, code: "MW" },
];

/** A small ontology with every sort of predicate. */
export const testOntology: Ontology = {
  version: "1",
  languages: ["en", "ar"],
  kinds: new Map([[cluster.name, cluster]]),
  predicates: new Map(predicates.map((one) => [one.name, one])),
  units: new Map(units.map((one) => [one.name, one])),
  sourceTypes: new Map(),
  identifierSchemes: new Map(),
};

/** "Cortex uses 50,000 × H100", with what is told otherwise. */
export function content(change: Partial<ClaimContent> = {}): ClaimContent {
  return {
    subject: "cortex",
    predicate: "USES_CHIP",
    object: "h100",
    quantity: null,
    text: null,
    date: null,
    modality: "ACTUAL",
    validFrom: null,
    validTo: null,
    attributedTo: [],
    ...change,
  };
}

export function chips(amount: number, bound: Quantity["bound"] = "EXACT"): Quantity {
  return { amount, unit: "chip", bound };
}

export function comparable(id: string, change: Partial<ComparableClaim> = {}): ComparableClaim {
  return { ...content(), rank: "NORMAL", status: "ACTIVE", id, ...change };
}

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cortex: { en: "Cortex" },
  "giga-texas": { en: "The Giga Texas cluster", ar: "مجموعة Giga Texas" },
  h100: { en: "H100" },
  memphis: { en: "Memphis", ar: "ممفيس" },
  austin: { en: "Austin", ar: "أوستن" },
};

export function nameOf(id: string, lang: string): string {
  return NAMES[id]?.[lang] ?? NAMES[id]?.en ?? id;
}
