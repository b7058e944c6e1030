import { graphql, useFragment } from "react-relay";
import type { Citation_citation$key } from "./__generated__/Citation_citation.graphql";

/** A citation: the quote, word for word, what it means, and the source. */
export function Citation({ citation }: { citation: Citation_citation$key }) {
  const { quote, language, basis, translation, source } = useFragment(
    graphql`
      fragment Citation_citation on Citation {
        quote
        language
        basis
        translation {
          text
        }
        source {
          name
          url
        }
      }
    `,
    citation,
  );
  return (
    <li>
      <blockquote lang={language ?? undefined}>{quote}</blockquote>
      {basis === "INFERRED" && <small>(read from these words)</small>}
      {translation && <p>{translation.text}</p>}
      <cite>{source.url ? <a href={source.url}>{source.name}</a> : source.name}</cite>
    </li>
  );
}
