import type { PartialDate } from "../../../claims/partialDate.js";
import { entryOf, type Entry } from "../bibliography/entry.js";
import { eachSource } from "../bibliography/eachSource.js";
import type { ExportFormat } from "../exportFormat.js";
import { sourceForm, type SourceForm } from "../sourceForm.js";

/** The sources that the claims cite, each once, for citation styles: an item a line. */
export const cslJson: ExportFormat = {
  name: "CSL_JSON",
  mediaType: "application/vnd.citationstyles.csl+json",
  ending: "csl.json",
  async *write(claims, { ontology }) {
    yield "[";
    let separator = "\n";
    for await (const source of eachSource(claims)) {
      yield separator + JSON.stringify(itemOf(entryOf(source, ontology), sourceForm(source.row.sourceType).csl));
      separator = ",\n";
    }
    yield "\n]\n";
  },
};

/** What has no value is left out. */
function itemOf(entry: Entry, type: SourceForm["csl"]): object {
  const { key, title, authors, publisher, issued, url, doi, isbn, language, genre, note } = entry;
  const inContainer = type.startsWith("article-");
  return {
    ...{ id: key, type, title },
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(publisher !== null && { [inContainer ? "container-title" : "publisher"]: publisher }),
    ...(issued && { issued: { "date-parts": [dateParts(issued)] } }),
    ...(url !== null && { URL: url }),
    ...(doi !== null && { DOI: doi }),
    ...(isbn !== null && { ISBN: isbn }),
    ...(language !== null && { language }),
    ...(genre !== null && { genre }),
    ...(note !== null && { note }),
  };
}

function dateParts({ year, month, day }: PartialDate): readonly number[] {
  return [year, month, day].filter((part) => part !== null);
}
