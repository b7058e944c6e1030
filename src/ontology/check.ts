import { typeOf, type OntologyForm, type PredicateForm } from "./form.js";
import {
  KIND_TYPE_SUFFIXES,
  RELATION_TYPE_SUFFIXES,
  RESERVED_EDGES,
  RESERVED_FIELDS,
  RESERVED_ROOT_FIELDS,
  RESERVED_TYPES,
} from "./reserved.js";
import { parseStatementTemplate, placeholdersOf, type Placeholder } from "./statementTemplate.js";
import { suggest } from "./suggest.js";
import { isUnitCode } from "./unitCode.js";
import type { YamlFile, YamlPath } from "./yamlFile.js";

/** Checks the names of an ontology against one another and against the server's own; each fault is added to `yaml`. */
export function checkOntology(form: OntologyForm, yaml: YamlFile): void {
  checkLabels(form, form.languages, [], yaml);
  checkFormats(form, yaml);
  checkCodes(form, yaml);
  checkKinds(form, yaml);
  for (const [name, predicate] of Object.entries(form.predicates)) checkPredicate(name, predicate, form, yaml);
  checkFields(form, yaml);
  checkTypes(form, yaml);
}

/** Every localized text has every language of the file, and none that the file does not declare. */
function checkLabels(value: unknown, languages: readonly string[], path: YamlPath, yaml: YamlFile): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    if (!["label", "plural", "description", "format", "statement"].includes(key) || path.length < 2) {
      checkLabels(inner, languages, at, yaml);
      continue;
    }
    const texts = inner as Record<string, string>;
    for (const language of languages) {
      if (texts[language] === undefined)
        yaml.fault(at, "MISSING_LANGUAGE", `${at.join(".")} has no text in ${JSON.stringify(language)}`);
    }
    for (const language of Object.keys(texts)) {
      if (languages.includes(language)) continue;
      const message = `${at.join(".")}: ${JSON.stringify(language)} is not among the languages ${languages.join(", ")}`;
      yaml.fault([...at, language], "UNKNOWN_LANGUAGE", message, suggest(language, languages));
    }
  }
}

/** Every way of writing an amount in a unit has the amount in it. */
function checkFormats(form: OntologyForm, yaml: YamlFile): void {
  for (const [name, { format }] of Object.entries(form.units)) {
    for (const [language, template] of Object.entries(format)) {
      if (template.includes("{amount}")) continue;
      yaml.fault(["units", name, "format", language], "WRONG_TEMPLATE", `${name}: the format does not name {amount}`);
    }
  }
}

/** Every code of a unit is one by which amounts can be converted. */
function checkCodes(form: OntologyForm, yaml: YamlFile): void {
  for (const [name, { code }] of Object.entries(form.units)) {
    if (code === undefined || isUnitCode(code)) continue;
    const message = `${name}: ${JSON.stringify(code)} is no unit that is converted by a factor, like MW, kWh, kg or km; leave \`code\` out where nothing is converted`;
    yaml.fault(["units", name, "code"], "UNKNOWN_CODE", message);
  }
}

function checkKinds(form: OntologyForm, yaml: YamlFile): void {
  const source = form.kinds["SOURCE"];
  if (!source) {
    yaml.fault(["kinds"], "NO_SOURCE", "there is no kind SOURCE; every ontology has it, for claims cite sources");
  } else if (source.field !== "sources" || (source.type ?? "Source") !== "Source") {
    yaml.fault(
      ["kinds", "SOURCE"],
      "SOURCE_RENAMED",
      "the kind SOURCE has the field `sources` and the type `Source`, and no other",
    );
  }
  const fields = new Map<string, string>();
  for (const [name, { field }] of Object.entries(form.kinds)) {
    const path = ["kinds", name, "field"];
    if (RESERVED_ROOT_FIELDS.has(field))
      yaml.fault(path, "RESERVED_NAME", `the field ${field} of ${name} is one of the server's own`);
    refuseTwice(fields, field, name, (other) =>
      yaml.fault(path, "NAME_TWICE", `the field ${field} of ${name} is also that of ${other}`),
    );
  }
}

function checkPredicate(name: string, predicate: PredicateForm, form: OntologyForm, yaml: YamlFile): void {
  const path = ["predicates", name];
  if (RESERVED_EDGES.has(name))
    yaml.fault(path, "RESERVED_NAME", `the predicate ${name} is one of the graph's own edges`);
  for (const end of ["subjects", "objects"] as const) {
    for (const [index, kind] of (predicate[end] ?? []).entries()) {
      if (Object.hasOwn(form.kinds, kind)) continue;
      const message = `${name}: there is no kind ${JSON.stringify(kind)}`;
      yaml.fault([...path, end, index], "UNKNOWN_KIND", message, suggest(kind, Object.keys(form.kinds)));
    }
  }
  if (predicate.objects && predicate.value) {
    yaml.fault(
      [...path, "value"],
      "TWO_VALUES",
      `${name} has both \`objects\` and \`value\`: it is about an entity or about a value`,
    );
  } else if (!predicate.objects && !predicate.value) {
    yaml.fault(
      path,
      "NO_VALUE",
      `${name} has neither \`objects\` nor \`value\`: say which kinds, or QUANTITY, TEXT or DATE`,
    );
  }
  if (predicate.inverse && !predicate.objects) {
    yaml.fault([...path, "inverse"], "NO_INVERSE", `${name} is about a value, so it has no \`inverse\``);
  } else if (predicate.objects && !predicate.inverse) {
    yaml.fault(path, "NO_INVERSE", `${name} has no \`inverse\`: name the field by which the object finds its subjects`);
  }
  if (predicate.possibleDuplicate) checkDuplicate(name, predicate, yaml);
  checkUnit(name, predicate, form, yaml);
  if (predicate.objects || predicate.value) checkStatement(name, predicate, yaml);
}

/** Two things can be one only where they are of one kind, and sources never are: their quotes are places in texts of their own. */
function checkDuplicate(name: string, { subjects, objects }: PredicateForm, yaml: YamlFile): void {
  const path = ["predicates", name, "possibleDuplicate"];
  const says = `${name} says of two entities that they may be the same`;
  if (!objects) yaml.fault(path, "WRONG_DUPLICATE", `${says}, so it has \`objects\``);
  else if ([...new Set(subjects)].sort().join() !== [...new Set(objects)].sort().join())
    yaml.fault(path, "WRONG_DUPLICATE", `${says}, so its \`objects\` are the same kinds as its \`subjects\``);
  else if (subjects.includes("SOURCE"))
    yaml.fault(
      path,
      "WRONG_DUPLICATE",
      `${says}, and sources are never made one: say by \`derivedFrom\` that one is a copy`,
    );
}

function checkUnit(name: string, predicate: PredicateForm, form: OntologyForm, yaml: YamlFile): void {
  const path = ["predicates", name, "unit"];
  if (predicate.unit === undefined) {
    if (predicate.value === "QUANTITY") yaml.fault(path, "NO_UNIT", `${name} is about a quantity and needs a \`unit\``);
  } else if (predicate.value === "TEXT" || predicate.value === "DATE") {
    yaml.fault(path, "NO_QUANTITY", `${name} is about a ${predicate.value.toLowerCase()}, which has no unit`);
  } else if (!Object.hasOwn(form.units, predicate.unit)) {
    const message = `${name}: there is no unit ${JSON.stringify(predicate.unit)}`;
    yaml.fault(path, "UNKNOWN_UNIT", message, suggest(predicate.unit, Object.keys(form.units)));
  }
}

/** A statement names its subject and the value that makes it one, and nothing that its claims never have. */
function checkStatement(name: string, predicate: PredicateForm, yaml: YamlFile): void {
  const value: Placeholder = predicate.objects ? "object" : ((predicate.value?.toLowerCase() ?? "text") as Placeholder);
  const allowed = new Set<Placeholder>(["subject", value, ...(predicate.unit ? (["quantity"] as const) : [])]);
  for (const [language, template] of Object.entries(predicate.statement)) {
    const path = ["predicates", name, "statement", language];
    const { parts, faults } = parseStatementTemplate(template);
    for (const fault of faults) yaml.fault(path, "WRONG_TEMPLATE", `${name}: the statement has ${fault}`);
    if (!parts) continue;
    const used = placeholdersOf(parts);
    for (const placeholder of ["subject", value] as const) {
      if (!used.has(placeholder))
        yaml.fault(path, "WRONG_TEMPLATE", `${name}: the statement does not name {${placeholder}}`);
    }
    const always = placeholdersOf(parts.filter((part) => typeof part === "string" || "placeholder" in part));
    if (predicate.objects && allowed.has("quantity") && always.has("quantity"))
      yaml.fault(path, "WRONG_TEMPLATE", `${name}: {quantity} may be missing, so it must stand in [ ]`);
    for (const placeholder of used) {
      if (!allowed.has(placeholder)) yaml.fault(path, "WRONG_TEMPLATE", `${name}: its claims have no {${placeholder}}`);
    }
  }
}

/** A field means one thing on every kind that has it: no two predicates share a field, in either direction. */
function checkFields(form: OntologyForm, yaml: YamlFile): void {
  const fields = new Map<string, string>();
  for (const [name, predicate] of Object.entries(form.predicates)) {
    for (const key of ["field", "inverse"] as const) {
      const field = predicate[key];
      if (field === undefined) continue;
      const path = ["predicates", name, key];
      if (RESERVED_FIELDS.has(field))
        yaml.fault(path, "RESERVED_NAME", `the field ${field} of ${name} is one of the server's own`);
      refuseTwice(fields, field, `${name}.${key}`, (other) =>
        yaml.fault(
          path,
          "NAME_TWICE",
          `the field ${field} of ${name} is also ${other}; a field means one thing on every kind`,
        ),
      );
    }
  }
}

/** No two GraphQL types share a name: those of the kinds, what each kind and each relation brings along, and the server's own. */
function checkTypes(form: OntologyForm, yaml: YamlFile): void {
  const types = new Map<string, string>();
  const check = (names: readonly string[], owner: string, path: YamlPath) => {
    for (const name of names) {
      const what = `the type ${name}, which ${owner} needs,`;
      if (RESERVED_TYPES.has(name)) yaml.fault(path, "RESERVED_NAME", `${what} is one of the server's own`);
      else if (types.has(name)) yaml.fault(path, "NAME_TWICE", `${what} is also that of ${types.get(name)}`);
      else {
        types.set(name, owner);
        continue;
      }
      return; // of one owner one clash is enough: the others are the same word again
    }
  };
  for (const [name, kind] of Object.entries(form.kinds)) {
    const type = kind.type ?? typeOf(name);
    const all = [type, ...KIND_TYPE_SUFFIXES.map((suffix) => `${type}${suffix}`)];
    const needed = name === "SOURCE" ? all.filter((one) => !RESERVED_TYPES.has(one)) : all;
    check(needed, name, ["kinds", name, ...(kind.type ? ["type"] : [])]);
  }
  for (const [name, predicate] of Object.entries(form.predicates)) {
    if (!predicate.objects) continue;
    for (const key of ["field", "inverse"] as const) {
      const field = predicate[key];
      if (field === undefined) continue;
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
      const needed = RELATION_TYPE_SUFFIXES.map((suffix) => `${type}${suffix}`);
      check(needed, `the field ${field} of ${name}`, ["predicates", name, key]);
    }
  }
}

function refuseTwice(seen: Map<string, string>, key: string, owner: string, refuse: (other: string) => void): void {
  const other = seen.get(key);
  if (other !== undefined) refuse(other);
  else seen.set(key, owner);
}
