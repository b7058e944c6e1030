import { type FragmentType, graphql, readFragment } from "./generated/index.js";

const CITATION = graphql(`
  fragment CitationText on Citation {
    id
    quote
    basis
    translation {
      text
    }
    source {
      id
      name
      url
    }
  }
`);

/** A citation: the quote, word for word, what it means, and the source. */
export function citationText(citation: FragmentType<typeof CITATION>): string {
  const { quote, basis, translation, source } = readFragment(CITATION, citation);
  return [
    `    “${quote}”${basis === "INFERRED" ? " (read from these words)" : ""}`,
    ...(translation ? [`    = ${translation.text}`] : []),
    `    — ${source.name}${source.url ? `, ${source.url}` : ""}`,
  ].join("\n");
}
