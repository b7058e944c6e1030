import type { LanguageText, Naming } from "../../cypher/batchRows.js";
import type { EntityForm } from "./form.js";
import type { TableRow } from "./readTable.js";
import { cellOf, fill } from "./template.js";

/** What an entity is called in a row; null where the cells of its name are empty. `name`: one of several that stand in the cell. */
export function namingOf(form: EntityForm, language: string, row: TableRow, name?: string): Naming | null {
  const names =
    form.column === undefined ? texts(form.name ?? {}, row) : named(language, name ?? cellOf(row, form.column[0]!));
  if (names.length === 0) return null;
  return {
    names,
    aliases: Object.entries(form.aliases).flatMap(([tag, templates]) =>
      texts(Object.fromEntries(templates.entries()), row, tag),
    ),
    descriptions: texts(form.description, row),
  };
}

/** A name that stands whole in quotation marks is called without them. */
export function withoutQuotationMarks(name: string): string {
  return /^"([^"]+)"$/u.exec(name)?.[1]?.trim() ?? name;
}

function named(language: string, name: string): LanguageText[] {
  const text = withoutQuotationMarks(name);
  return text === "" ? [] : [[language, text]];
}

/** The templates that have all their cells; by language, or all in one. */
function texts(templates: Readonly<Record<string, string>>, row: TableRow, language?: string): LanguageText[] {
  return Object.entries(templates).flatMap(([key, template]) => {
    const text = fill(template, row);
    return text === null || text === "" ? [] : [[language ?? key, withoutQuotationMarks(text)] as const];
  });
}
