import type { ApolloClient, FragmentType } from "@apollo/client";
import { graphql } from "./generated/index.js";
import type { CitationTextFragment } from "./generated/graphql.js";
import { readFragment } from "./readFragment.js";

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
export function citationText(client: ApolloClient, citation: FragmentType<CitationTextFragment>): string {
  const { quote, basis, translation, source } = readFragment(client, CITATION, "CitationText", citation);
  return [
    `    “${quote}”${basis === "INFERRED" ? " (read from these words)" : ""}`,
    ...(translation ? [`    = ${translation.text}`] : []),
    `    — ${source.name}${source.url ? `, ${source.url}` : ""}`,
  ].join("\n");
}
