import { BYTE_ORDER_MARK, csvLines, type Cell, type Column } from "../../../claims/csvLines.js";
import { inLanguage } from "../../../claims/statement.js";
import { localizedOf, nameIn } from "../../../cypher/rows.js";
import type { ExportedCitation, ExportedClaim } from "../exportedClaim.js";
import type { ExportContext, ExportFormat } from "../exportFormat.js";

/**
 * One claim a row, as RFC 4180 has it, with a byte order mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet would take for a
 * formula has an apostrophe before it. A claim has any number of citations: in the columns about them each has a line, in the same order, and
 * `citations` has all of them in full as JSON.
 */
export const csv: ExportFormat = {
  name: "CSV",
  mediaType: "text/csv",
  ending: "csv",
  async *write(claims, context) {
    const columns = columnsOf(context);
    yield BYTE_ORDER_MARK + csvLines([columns.map(([name]) => name)]);
    let rows: Cell[][] = [];
    for await (const claim of claims) {
      rows.push(columns.map(([, cell]) => cell(claim)));
      if (rows.length < ROWS) continue;
      yield csvLines(rows);
      rows = [];
    }
    if (rows.length > 0) yield csvLines(rows);
  },
};

/** How many rows are written at a time. */
const ROWS = 100;

/** The columns in their order. */
function columnsOf({ ontology, base }: ExportContext): readonly Column<ExportedClaim>[] {
  const [language, ...others] = ontology.languages;
  const nameOf = (entity: ExportedClaim["subject"]) => nameIn(entity, language, ontology);
  const textOf = ({ textLanguages, textTexts }: ExportedClaim["row"]) =>
    textLanguages && inLanguage(localizedOf(textLanguages, textTexts!), ontology, language);
  return [
    ["id", ({ row }) => row.id],
    ["statement", ({ statement }) => statement[language] ?? null],
    ...others.map((other): Column<ExportedClaim> => [
      `statement_${other}`,
      ({ statement }) => statement[other] ?? null,
    ]),
    ["subject", ({ subject }) => subject.id],
    ["subject_name", ({ subject }) => nameOf(subject)],
    ["predicate", ({ row }) => row.predicate],
    ["object", ({ object }) => object && object.id],
    ["object_name", ({ object }) => object && nameOf(object)],
    ["amount", ({ row }) => row.amount],
    ["unit", ({ row }) => row.unit],
    ["bound", ({ row }) => row.bound],
    ["text", ({ row }) => textOf(row)],
    ["date", ({ row }) => row.date],
    ["modality", ({ row }) => row.modality],
    ["rank", ({ row }) => row.rank],
    ["status", ({ row }) => row.status],
    ["valid_from", ({ row }) => row.validFrom],
    ["valid_to", ({ row }) => row.validTo],
    ["asserted_at", ({ row }) => row.assertedAt],
    ["recorded_at", ({ row }) => row.recordedAt],
    ["retracted_at", ({ row }) => row.retractedAt],
    ["speakers", ({ attributedTo }) => joined(attributedTo.map(({ id }) => id))],
    ["speaker_names", ({ attributedTo }) => joined(attributedTo.map(nameOf))],
    ["supersedes", ({ supersedes }) => joined(supersedes)],
    ["address", ({ row }) => `${base}claims/${row.id}`],
    ["citation_count", ({ citations }) => citations.length],
    ["quotes", cited(({ row }) => row.quote)],
    ["bases", cited(({ row }) => row.basis)],
    ["sources", cited(({ source }) => source.row.id)],
    ["source_names", cited(({ source }) => nameOf(source.row))],
    ["urls", cited(({ source }) => source.row.url)],
    ["published_at", cited(({ source }) => source.row.publishedAt)],
    ["licenses", cited(({ source }) => source.row.license)],
    ["attributions", cited(({ source }) => source.row.attribution)],
    ["citations", ({ citations }) => JSON.stringify(citations.map(inFull))],
  ];
}

/** A line for each citation, empty where it has nothing to say; the citations' own lines are made one. */
function cited(tell: (citation: ExportedCitation) => string | null): Column<ExportedClaim>[1] {
  return ({ citations }) => joined(citations.map((citation) => tell(citation) ?? ""));
}

function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\s*[\r\n]+\s*/gu, " ")).join("\n");
}

function inFull({ row, source }: ExportedCitation) {
  const { id, quote, language, prefix, suffix, start, end, textHash, basis, verification, takenFrom } = row;
  const { url, publishedAt, license, attribution } = source.row;
  const { translationLanguage, translationText } = row;
  return {
    ...{ id, quote, language, prefix, suffix, start, end, textHash, basis, verification },
    translation: translationText === null ? null : { language: translationLanguage, text: translationText },
    takenFrom,
    source: { id: source.row.id, name: source.row.name, url, publishedAt, license, attribution },
  };
}
