import type { IdentifierScheme, Kind, Localized, Ontology, Predicate } from "../../src/ontology/ontology.js";

/** The reference of an ontology, in Markdown: all that its file says, as tables and with links between kinds and predicates. */
export function ontologyReference(ontology: Ontology): string {
  const kinds = [...ontology.kinds.values()];
  const predicates = [...ontology.predicates.values()];
  const { languages } = ontology;
  const names = languages.map((language) => new Intl.DisplayNames("en", { type: "language" }).of(language)!);
  const texts = (text: Localized) => languages.map((language) => inLanguage(text, language));
  return `${[
    "# The ontology",
    `What can be said in this graph: kinds of entities, and predicates of claims. Made from [schema/ontology.yaml](../schema/ontology.yaml) (version ${ontology.version}) by \`npm run generate\`; ` +
      "what the file may hold, and how it is changed, is said in it and in [CONTRIBUTING.md](../CONTRIBUTING.md).",
    "[Kinds](#kinds) · [Predicates](#predicates) · [Units](#units) · [Types of sources](#types-of-sources) · [Registers](#registers)",

    "## Kinds",
    "A kind is a GraphQL type and a label in the graph; its field at the root lists its entities. With every type come `…Filter`, `…Connection` and `…Edge`.",
    table(
      ["kind", ...names, "type", "root field"],
      kinds.map((kind) => [link(kind), ...texts(kind.label), code(kind.type), code(kind.field)]),
    ),
    ...kinds.flatMap((kind) => [
      `### ${kind.name}`,
      ...paragraphs(kind.description, languages),
      ...relations(kind, predicates, ontology),
    ]),

    "## Predicates",
    "A predicate says something of a subject: it leads to another entity, or has a value. One that is *functional* holds one value at a time; two at once are a conflict. " +
      "In its sentence, what stands in square brackets is left out where the claim has no such value; that something is planned or reckoned, and when it holds, is added in parentheses.",
    table(
      ["predicate", ...names, "of", "leads to, or has"],
      predicates.map((predicate) => [
        link(predicate),
        ...texts(predicate.label),
        links(predicate.subjects),
        whatItSays(predicate, ontology),
      ]),
    ),
    ...predicates.flatMap((predicate) => [
      `### ${predicate.name}`,
      ...paragraphs(predicate.description, languages),
      table(
        ["", ""],
        [
          ["of", links(predicate.subjects)],
          [predicate.value === "ENTITY" ? "leads to" : "has", whatItSays(predicate, ontology)],
          [
            "field",
            `${code(predicate.field)}${predicate.inverse === null ? "" : `, and back ${code(predicate.inverse)}`}`,
          ],
          ...(predicate.functional ? [["functional", "yes: one value at a time"]] : []),
          ...(predicate.possibleDuplicate ? [["proposes", "that the two are the same, for a curator to decide"]] : []),
          ...languages.map((language, index) => [`in ${names[index]}`, sentence(predicate, language)]),
        ],
      ),
    ]),

    "## Units",
    "Amounts of units with a symbol can be converted into one another (`claimTotals(inUnit:)`).",
    table(
      ["unit", ...names, ...names.map((name) => `12 of it in ${name}`), "symbol"],
      [...ontology.units.values()].map((unit) => [
        code(unit.name),
        ...texts(unit.label),
        ...languages.map((language) => marked(unit.format[language]!.replaceAll("{amount}", "12"), language)),
        unit.code === null ? "" : code(unit.code),
      ]),
    ),

    "## Types of sources",
    table(
      ["type", ...names],
      [...ontology.sourceTypes.values()].map(({ name, label }) => [code(name), ...texts(label)]),
    ),

    "## Registers",
    "An id in a register is that of one entity only: `identifiers` has an entity's, `entityByIdentifier` finds the entity.",
    table(
      ["register", ...names, "an id looks like", "its address"],
      [...ontology.identifierSchemes.values()].map((scheme) => [
        code(scheme.name),
        ...texts(scheme.label),
        idPattern(scheme),
        scheme.url === null ? "" : code(scheme.url),
      ]),
    ),
  ].join("\n\n")}\n`;
}

/** What a kind has fields for: predicates of which it is a subject, then those that lead to it. */
function relations(kind: Kind, predicates: readonly Predicate[], ontology: Ontology): readonly string[] {
  const forward = predicates.filter(({ subjects }) => subjects.includes(kind));
  const back = predicates.filter(({ objects }) => objects.includes(kind));
  if (forward.length + back.length === 0) return [];
  return [
    table(
      ["field", "predicate", "leads to, or has"],
      [
        ...forward.map((predicate) => [code(predicate.field), link(predicate), whatItSays(predicate, ontology)]),
        ...back.map((predicate) => [
          code(predicate.inverse!),
          `${link(predicate)}, backwards`,
          links(predicate.subjects),
        ]),
      ],
    ),
  ];
}

/** Where a predicate leads, or what sort of value it has, and in which unit. */
function whatItSays({ value, objects, unit }: Predicate, { units, languages }: Ontology): string {
  const amount = unit === null ? "" : `[${units.get(unit)!.label[languages[0]]!}](#units)`;
  if (value === "ENTITY") return links(objects) + (amount && `, with a number of ${amount}`);
  if (value === "QUANTITY") return `an amount in ${amount}`;
  return value === "TEXT" ? "words" : "a date";
}

/** The template of a predicate's sentence; each placeholder keeps its braces around it within right-to-left text. */
function sentence({ statement }: Predicate, language: string): string {
  const template = statement[language]!;
  return marked(
    isRightToLeft(language) ? template.replaceAll(/\{\w+\}/gu, '<span dir="ltr">$&</span>') : template,
    language,
  );
}

/** A text in every language, each a paragraph of its own. */
function paragraphs(text: Localized, languages: readonly string[]): readonly string[] {
  return languages.map((language) => marked(text[language]!, language, "p"));
}

function idPattern({ pattern }: IdentifierScheme): string {
  return pattern === null
    ? "any text"
    : code(pattern.source.replace(/^\^\(\?:(.*)\)\$$/u, "$1").replaceAll("\\/", "/"));
}

function inLanguage(text: Localized, language: string): string {
  return marked(text[language]!, language);
}

/** A text that is not English says in which language and direction it is. */
function marked(text: string, language: string, element = "span"): string {
  if (language === "en") return text;
  return `<${element} lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}">${text}</${element}>`;
}

function isRightToLeft(language: string): boolean {
  return ["Arab", "Hebr", "Syrc", "Thaa"].includes(new Intl.Locale(language).maximize().script!);
}

function links(named: readonly { readonly name: string }[]): string {
  return named.map(link).join(", ");
}

/** A link to the heading of a kind or predicate. */
function link({ name }: { readonly name: string }): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
