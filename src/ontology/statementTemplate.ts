/** What a statement's template may name. */
export const PLACEHOLDERS = ["subject", "object", "quantity", "text", "date"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A part of a template: words, a placeholder, or an optional group that is left out when a value in it is missing. */
export type TemplatePart =
  string | { readonly placeholder: Placeholder } | { readonly optional: readonly TemplatePart[] };

/** A parsed template, or the faults that a person can mend. */
export type TemplateResult =
  | { readonly parts: readonly TemplatePart[]; readonly faults: readonly [] }
  | { readonly parts: null; readonly faults: readonly string[] };

/** Parses a template such as `{subject} uses[ {quantity} ×] {object}`. Groups do not nest. */
export function parseStatementTemplate(template: string): TemplateResult {
  const faults: string[] = [];
  const top: TemplatePart[] = [];
  let group: TemplatePart[] | null = null;
  for (const token of template.match(/\{[^{}]*\}|[[\]{}]|[^[\]{}]+/gu) ?? []) {
    if (token === "[") {
      if (group) faults.push("a [ inside another group");
      group = [];
    } else if (token === "]") {
      if (group) top.push({ optional: group });
      else faults.push("a ] without its [");
      group = null;
    } else if (token === "{" || token === "}") {
      faults.push(`a ${token} without its pair`);
    } else if (token.startsWith("{")) {
      const name = token.slice(1, -1);
      const placeholder = PLACEHOLDERS.find((known) => known === name);
      if (placeholder) (group ?? top).push({ placeholder });
      else faults.push(`${token} is none of ${PLACEHOLDERS.map((known) => `{${known}}`).join(", ")}`);
    } else {
      (group ?? top).push(token);
    }
  }
  if (group) faults.push("a [ without its ]");
  return faults.length > 0 ? { parts: null, faults } : { parts: top, faults: [] };
}

/** The placeholders that a template names, whether in a group or not. */
export function placeholdersOf(parts: readonly TemplatePart[]): Set<Placeholder> {
  return new Set(
    parts.flatMap((part) => {
      if (typeof part === "string") return [];
      return "placeholder" in part ? [part.placeholder] : [...placeholdersOf(part.optional)];
    }),
  );
}
