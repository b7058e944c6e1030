import { entryOf, type Entry } from "../bibliography/entry.js";
import { eachSource } from "../bibliography/eachSource.js";
import type { ExportFormat } from "../exportFormat.js";
import { sourceForm, type SourceForm } from "../sourceForm.js";

/** The sources that the claims cite, each once, for BibTeX and biblatex: in UTF-8. */
export const bibTex: ExportFormat = {
  name: "BIBTEX",
  mediaType: "application/x-bibtex",
  ending: "bib",
  async *write(claims, { ontology }) {
    for await (const source of eachSource(claims)) {
      yield entryText(entryOf(source, ontology), sourceForm(source.row.sourceType).bibTex);
    }
  },
};

function entryText(entry: Entry, type: SourceForm["bibTex"]): string {
  const { issued } = entry;
  const fields: Readonly<Record<string, string | null>> = {
    title: `{${escaped(entry.title)}}`,
    author: entry.authors.length === 0 ? null : entry.authors.map((name) => `{${escaped(name)}}`).join(" and "),
    [PUBLISHER[type]]: entry.publisher && `{${escaped(entry.publisher)}}`,
    // biblatex reads the date, to the day; BibTeX the year
    date: issued && issued.text.slice(0, 10),
    year: issued && issued.text.slice(0, 4),
    url: entry.url,
    doi: entry.doi && entry.doi.replace(/[{}\\]/gu, encodeURIComponent),
    isbn: entry.isbn && escaped(entry.isbn),
    language: entry.language && escaped(entry.language),
    // what an article or a book is, its type says
    type: entry.genre && (type === "misc" || type === "techreport") ? escaped(entry.genre) : null,
    note: entry.note && escaped(entry.note),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : `  ${name} = {${value}},\n`));
  return `@${type}{${entry.key},\n${lines.join("")}}\n\n`;
}

/** Where each type of entry has whoever published it. */
const PUBLISHER = { article: "journal", book: "publisher", misc: "howpublished", techreport: "institution" } as const;

/** Without what TeX would take for its own, two hyphens for a dash too; anything else stays as it is. */
function escaped(text: string): string {
  return text.replace(/[\\{}&%$#_^~]/gu, (character) => ESCAPES[character]!).replace(/-(?=-)/gu, "-{}");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};
