import { suggest } from "../../ontology/suggest.js";
import type { YamlFile, YamlPath } from "../../ontology/yamlFile.js";
import type { MappingForm, OwnIdentity, Ruled, Where } from "./form.js";
import { columnsOf } from "./template.js";

/** Checks that the table has every column that a mapping names; each that it has not is a fault, with what may have been meant. */
export function checkColumns(form: MappingForm, header: readonly string[], yaml: YamlFile): void {
  for (const { column, path } of namedColumns(form)) {
    if (header.includes(column)) continue;
    const message = `the table has no column ${JSON.stringify(column)}`;
    yaml.fault(path, "UNKNOWN_COLUMN", message, suggest(column, header));
  }
}

interface Named {
  readonly column: string;
  readonly path: YamlPath;
}

function namedColumns(form: MappingForm): Named[] {
  const named: Named[] = [
    ...inTemplates(form.record.name, ["record", "name"]),
    ...inRules(form.modality, ["modality"]),
  ];
  for (const [key, entity] of Object.entries(form.entities)) {
    const path = ["entities", key];
    for (const column of entity.column ?? []) named.push({ column, path: [...path, "column"] });
    named.push(...inTemplates(entity.name ?? {}, [...path, "name"]));
    named.push(...inTemplates(entity.description, [...path, "description"]));
    for (const [language, templates] of Object.entries(entity.aliases)) {
      named.push(...inTemplates(Object.fromEntries(templates.entries()), [...path, "aliases", language]));
    }
    entity.identifiers.forEach(({ value }, index) =>
      named.push(...inTemplates({ value }, [...path, "identifiers", index])),
    );
    if (entity.own) named.push(...inOwn(entity.own, [...path, "own"]));
  }
  for (const [index, claim] of form.claims.entries()) {
    const path = ["claims", index];
    for (const key of ["amount", "text", "date", "validFrom", "validTo"] as const) {
      const given = claim[key];
      if (given) named.push({ column: given.column, path: [...path, key, "column"] });
    }
    named.push(...inWhere(claim.where, [...path, "where"]), ...inWhere(claim.unless, [...path, "unless"]));
    named.push(...inRules(claim.modality ?? [], [...path, "modality"]));
    named.push(...inRules(claim.amount?.bound ?? [], [...path, "amount", "bound"]));
  }
  return named;
}

function inTemplates(templates: Readonly<Record<string, string>>, path: YamlPath): Named[] {
  return Object.entries(templates).flatMap(([key, template]) =>
    columnsOf(template).map((column) => ({ column, path: [...path, key] })),
  );
}

function inOwn({ of, except }: OwnIdentity, path: YamlPath): Named[] {
  const inList = (columns: OwnIdentity["of"], at: YamlPath) =>
    columns === "wholeRow" ? [] : columns.map((column, index) => ({ column, path: [...at, index] }));
  return [
    ...inList(of, [...path, "of"]),
    ...except.flatMap((one, index) => [
      ...inWhere(one.where, [...path, "except", index, "where"]),
      ...inList(one.of, [...path, "except", index, "of"]),
    ]),
  ];
}

function inWhere(where: Where | undefined, path: YamlPath): Named[] {
  return Object.keys(where ?? {}).map((column) => ({ column, path: [...path, column] }));
}

function inRules(rules: Ruled<unknown>, path: YamlPath): Named[] {
  return rules.flatMap(({ where }, index) => inWhere(where, [...path, index, "where"]));
}
