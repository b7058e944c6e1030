import type { ClaimContent } from "./claim.js";
import { interval, parsePartialDate } from "./partialDate.js";
import type { Kind, Ontology, Predicate } from "../ontology/ontology.js";
import { suggest } from "../ontology/suggest.js";

/** What is wrong with a claim by the ontology's word; `key` says in which of its fields. */
export interface ClaimFault {
  readonly key: readonly string[];
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Checks a claim against its predicate: the kinds of its ends, the sort of its value, its unit, and that its time does not end before it begins. */
export function claimFaults(
  content: ClaimContent,
  ontology: Ontology,
  kinds: ReadonlyMap<string, Kind>,
): readonly ClaimFault[] {
  const faults: ClaimFault[] = [];
  const fault = (key: string[], code: string, message: string, suggestions: readonly string[] = []) =>
    faults.push({ key, code, message, suggestions });
  const { validFrom, validTo } = content;
  if (validFrom && validTo && endsBeforeItBegins(validFrom, validTo)) {
    fault(["validTo"], "WRONG_TIME", `it ends in ${validTo}, before it begins in ${validFrom}`);
  }
  const predicate = ontology.predicates.get(content.predicate);
  if (!predicate) {
    const message = `the ontology has no predicate ${JSON.stringify(content.predicate)}`;
    fault(["predicate"], "UNKNOWN_PREDICATE", message, suggest(content.predicate, ontology.predicates.keys()));
    return faults;
  }
  const checkKind = (key: "subject" | "object", id: string | null, allowed: readonly Kind[]) => {
    const kind = id === null ? undefined : kinds.get(id);
    if (!kind || allowed.includes(kind)) return;
    const names = allowed.map(({ name }) => name).join(", ");
    fault([key], "WRONG_KIND", `${predicate.name} takes as its ${key} ${names}, and ${id} is a ${kind.name}`);
  };
  checkKind("subject", content.subject, predicate.subjects);
  if (predicate.value === "ENTITY") checkKind("object", content.object, predicate.objects);
  checkValue(content, predicate, fault);
  checkUnit(content, predicate, ontology, fault);
  return faults;
}

type Fault = (key: string[], code: string, message: string, suggestions?: readonly string[]) => void;

const VALUE_KEYS = { ENTITY: "object", QUANTITY: "quantity", TEXT: "text", DATE: "date" } as const;

/** There is the value that the predicate is about, and no other; a quantity may stand beside an entity. */
function checkValue(content: ClaimContent, predicate: Predicate, fault: Fault): void {
  const wanted = VALUE_KEYS[predicate.value];
  if (content[wanted] === null) fault([], "NO_VALUE", `${predicate.name} needs \`${wanted}\``);
  for (const key of Object.values(VALUE_KEYS)) {
    if (key === wanted || content[key] === null || (key === "quantity" && predicate.unit !== null)) continue;
    fault([key], "WRONG_VALUE", `${predicate.name} takes \`${wanted}\`, not \`${key}\``);
  }
}

function checkUnit({ quantity }: ClaimContent, predicate: Predicate, ontology: Ontology, fault: Fault): void {
  if (!quantity || predicate.unit === null || quantity.unit === predicate.unit) return;
  const known = ontology.units.has(quantity.unit);
  const message = known
    ? `${predicate.name} is counted in ${predicate.unit}, not in ${quantity.unit}`
    : `there is no unit ${JSON.stringify(quantity.unit)}; ${predicate.name} is counted in ${predicate.unit}`;
  fault(["quantity", "unit"], "WRONG_UNIT", message, known ? [] : suggest(quantity.unit, ontology.units.keys()));
}

function endsBeforeItBegins(validFrom: string, validTo: string): boolean {
  const from = parsePartialDate(validFrom);
  const to = parsePartialDate(validTo);
  return from !== null && to !== null && interval(to).to < interval(from).from;
}
