import type { ClaimContent } from "../../claims/claim.js";
import { claimFaults } from "../../claims/claimFaults.js";
import { parsePartialDate } from "../../claims/partialDate.js";
import { isWebAddress } from "../../claims/webAddress.js";
import type { Ontology } from "../../ontology/ontology.js";
import { suggest } from "../../ontology/suggest.js";
import type { YamlFile, YamlPath } from "../../ontology/yamlFile.js";
import type { ClaimForm, EntityForm, MappingForm } from "./form.js";
import { isDateForm } from "./readDate.js";

/** Checks the names of a mapping against one another and against the ontology; each fault is added to `yaml`. */
export function checkMapping(form: MappingForm, ontology: Ontology, yaml: YamlFile): void {
  const { dataset } = form;
  const oneOf = (path: YamlPath, what: string, name: string, known: ReadonlyMap<string, unknown>) => {
    if (known.has(name)) return;
    const message = `the ontology has no ${what} ${JSON.stringify(name)}`;
    yaml.fault(path, `UNKNOWN_${what.toUpperCase().replaceAll(" ", "_")}`, message, suggest(name, known.keys()));
  };
  oneOf(["dataset", "sourceType"], "source type", dataset.sourceType, ontology.sourceTypes);
  oneOf(["record", "sourceType"], "source type", form.record.sourceType, ontology.sourceTypes);
  if (dataset.publisher) oneOf(["dataset", "publisher", "kind"], "kind", dataset.publisher.kind, ontology.kinds);
  if (dataset.url !== undefined && !isWebAddress(dataset.url)) {
    const message = `${JSON.stringify(dataset.url)} is no address; it begins with https://`;
    yaml.fault(["dataset", "url"], "NOT_A_URL", message);
  }
  if (dataset.publishedAt !== undefined && !parsePartialDate(dataset.publishedAt)) {
    const message = `${JSON.stringify(dataset.publishedAt)} is no date; write 2024, 2024-10 or 2024-10-29`;
    yaml.fault(["dataset", "publishedAt"], "NOT_A_DATE", message);
  }
  checkDates(form.dates, ["dates"], yaml);
  for (const [key, entity] of Object.entries(form.entities)) {
    const path = ["entities", key];
    oneOf([...path, "kind"], "kind", entity.kind, ontology.kinds);
    entity.orKinds.forEach((kind, index) => oneOf([...path, "orKinds", index], "kind", kind, ontology.kinds));
    entity.identifiers.forEach(({ scheme }, index) =>
      oneOf([...path, "identifiers", index, "scheme"], "identifier scheme", scheme, ontology.identifierSchemes),
    );
    if (entity.sourceType !== undefined) {
      oneOf([...path, "sourceType"], "source type", entity.sourceType, ontology.sourceTypes);
    }
    checkEntity(key, entity, form, yaml);
  }
  form.claims.forEach((claim, index) => checkClaim(claim, ["claims", index], form, ontology, yaml));
}

/** An entity is told apart by one rule, and is named. */
function checkEntity(key: string, entity: EntityForm, form: MappingForm, yaml: YamlFile): void {
  const path = ["entities", key];
  const rules = (["match", "own", "row"] as const).filter((rule) => entity[rule] !== undefined);
  if (rules.length !== 1) {
    const has = rules.length === 0 ? "none" : rules.join(" and ");
    const message = `${key}: which one it is, is said by one of match, own and row; it has ${has}`;
    yaml.fault(path, "IDENTITY", message);
  }
  if ((entity.column === undefined) === (entity.name === undefined)) {
    yaml.fault(path, "NAMING", `${key}: it is named by either a \`column\` or a \`name\` with columns in it`);
  }
  const isSource = entity.kind === "SOURCE";
  if (isSource !== (entity.match === "address") && rules.length === 1) {
    const message = isSource
      ? `${key}: a source is told by its address`
      : `${key}: only a source is told by an address`;
    yaml.fault([...path, "match"], "IDENTITY", message);
  }
  if (isSource !== (entity.sourceType !== undefined)) {
    const message = isSource ? `${key}: a source has a sourceType` : `${key}: only a source has a sourceType`;
    yaml.fault([...path, isSource ? "kind" : "sourceType"], "SOURCE_TYPE", message);
  }
  for (const list of ["split", "row"] as const) {
    if (entity[list] === undefined || entity.column !== undefined) continue;
    yaml.fault([...path, list], "NAMING", `${key}: \`${list}\` needs a \`column\``);
  }
  if (entity.own && (entity.column?.length ?? 1) > 1) {
    yaml.fault([...path, "column"], "NAMING", `${key}: what is the row's own is named by one column`);
  }
  if (entity.own && entity.split !== undefined) {
    const message = `${key}: what is the row's own is one; several in a cell are told by their names`;
    yaml.fault([...path, "split"], "IDENTITY", message);
  }
  if (entity.row !== undefined) checkReference(key, entity, form, yaml);
}

/** What names another row names an entity that rows have of their own. */
function checkReference(key: string, entity: EntityForm, form: MappingForm, yaml: YamlFile): void {
  const path = ["entities", key];
  const target = form.entities[entity.row!];
  const own = Object.keys(form.entities).filter((name) => form.entities[name]!.own);
  if (!target?.own) {
    const message = `${key}: rows have no ${JSON.stringify(entity.row)} of their own`;
    yaml.fault([...path, "row"], "UNKNOWN_ENTITY", message, suggest(entity.row!, own));
    return;
  }
  if (target.kind !== entity.kind) {
    yaml.fault([...path, "kind"], "WRONG_KIND", `${key}: it is a ${target.kind}, as ${entity.row} is`);
  }
  const { of } = target.own;
  if (entity.missing === "create" && !(of !== "wholeRow" && of.length === 1 && of[0] === target.column?.[0])) {
    const message = `${key}: what no row goes by can be made only where ${entity.row} is told by the column of its name alone`;
    yaml.fault([...path, "missing"], "IDENTITY", message);
  }
}

function checkClaim(claim: ClaimForm, path: YamlPath, form: MappingForm, ontology: Ontology, yaml: YamlFile): void {
  const before = yaml.faults.length;
  const keys = Object.keys(form.entities);
  const ends = [
    { key: "subject", name: claim.subject },
    ...(claim.object === undefined ? [] : [{ key: "object", name: claim.object }]),
    ...claim.attributedTo.map((name) => ({ key: "attributedTo", name })),
  ];
  for (const { key, name } of ends) {
    if (keys.includes(name)) continue;
    const message = `${key}: the mapping has no entity ${JSON.stringify(name)}`;
    yaml.fault([...path, key], "UNKNOWN_ENTITY", message, suggest(name, keys));
  }
  for (const key of ["date", "validFrom", "validTo"] as const) {
    const dates = claim[key]?.dates;
    if (dates) checkDates(dates, [...path, key, "dates"], yaml);
  }
  if (yaml.faults.length > before) return;
  const kindsOf = (name: string | undefined) => {
    const entity = form.entities[name ?? ""];
    return entity ? [entity.kind, ...entity.orKinds] : [null];
  };
  const told = new Set<string>();
  for (const subject of kindsOf(claim.subject)) {
    for (const object of kindsOf(claim.object)) {
      const kinds = new Map(
        [...[[claim.subject, subject] as const, [claim.object, object] as const]].flatMap(([name, kind]) => {
          const known = ontology.kinds.get(kind ?? "");
          return name !== undefined && known ? [[name, known] as const] : [];
        }),
      );
      for (const { key, code, message, suggestions } of claimFaults(exampleOf(claim), ontology, kinds)) {
        if (told.has(message)) continue;
        told.add(message);
        const [first, ...rest] = key;
        yaml.fault([...path, ...(first === "quantity" ? ["amount", ...rest] : key)], code, message, suggestions);
      }
    }
  }
}

/** What a claim says, with something in the place of what is in the cells. */
function exampleOf(claim: ClaimForm): ClaimContent {
  return {
    subject: claim.subject,
    predicate: claim.predicate,
    object: claim.object ?? null,
    quantity: claim.amount ? { amount: 1, unit: claim.amount.unit, bound: "EXACT" } : null,
    text: claim.text ? { en: "…" } : null,
    date: claim.date ? "2024" : null,
    modality: "ACTUAL",
    ...{ validFrom: null, validTo: null, attributedTo: [] },
  };
}

function checkDates(forms: readonly string[], path: YamlPath, yaml: YamlFile): void {
  for (const [index, form] of forms.entries()) {
    if (isDateForm(form)) continue;
    const message = `${JSON.stringify(form)} is no form of dates such as m/d/yyyy, dd.mm.yyyy, yyyy-mm or yyyy`;
    yaml.fault([...path, index], "DATE_FORM", message);
  }
}
