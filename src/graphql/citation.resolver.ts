import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { LEAST_NUMBER, type SortKey } from "../cypher/order.js";
import { citationProperties, type CitationRow } from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import { badInput } from "../cypher/refusal.js";
import { Citation, QuoteContext } from "./citation.type.js";
import { Claim } from "./claim.type.js";
import type { CitationNode, Loaders } from "./loaders.js";
import { LocalizedText } from "./localizedText.type.js";
import { Source } from "./source.type.js";

/** A source's citations are listed in the order of its text. */
export const CITATION_KEYS_OF_SOURCE: readonly SortKey[] = [
  { name: "START", expression: `coalesce(q.start, ${LEAST_NUMBER})`, direction: "ASC" },
  { name: "ID", expression: "q.id", direction: "ASC" },
];

/** A claim's citations are listed source by source, and in the order of their texts. */
export const CITATION_KEYS_OF_CLAIM: readonly SortKey[] = [
  { name: "SOURCE", expression: "s.id", direction: "ASC" },
  ...CITATION_KEYS_OF_SOURCE,
];

/** The most code units of text around a quote that may be asked for. */
const MAX_CONTEXT = 2000;

@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Source, { description: "The source that is cited." })
  source(@Root() citation: CitationNode) {
    return citation.loaders.entityThere(citation.source);
  }

  @FieldResolver(() => Claim, { description: "The claim that it stands for." })
  claim(@Root() citation: CitationNode) {
    return citation.loaders.claimThere(citation.claim);
  }

  @FieldResolver(() => [Source], {
    description:
      "From which sources the cited one took this, as far as it says; itself, where these are its own words.",
  })
  derivedFrom(@Root() citation: CitationNode) {
    const { takenFrom, ownWords } = citation;
    if (!ownWords && takenFrom.length === 0) return [];
    const from = ownWords ? [citation.source] : [...takenFrom].sort();
    return Promise.all(from.map((id) => citation.loaders.entityThere(id)));
  }

  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: "The curator's translation of the quote; null where there is none.",
  })
  translation(@Root() { translationLanguage, translationText }: CitationNode) {
    return translationText === null ? null : { language: translationLanguage!, text: translationText };
  }

  @FieldResolver(() => QuoteContext, {
    nullable: true,
    description: "The stored text around the quote; null where none is stored or it has changed.",
  })
  async context(
    @Root() citation: CitationNode,
    @Arg("chars", () => Int, {
      description: "How many UTF-16 code units on either side, at most 2000.",
      defaultValue: 200,
    })
    chars: number,
  ) {
    if (chars < 0 || chars > MAX_CONTEXT)
      throw badInput("WRONG_CHARS", `is ${chars}; it is 0 to ${MAX_CONTEXT}`, ["chars"]);
    const text = await citation.loaders.text.load(citation.source);
    const { start, end } = citation;
    if (!text || start === null || end === null || text.sha256 !== citation.textHash) return null;
    const before = wellFormed(text.content.slice(Math.max(0, start - chars), start));
    const after = wellFormed(text.content.slice(end, end + chars));
    const startsAt = start - before.length;
    const cutAfter = end + after.length < text.content.length;
    return { before, quote: citation.quote, after, startsAt, cutBefore: startsAt > 0, cutAfter };
  }
}

/** A citation from the columns that a list of citations returns: claim, source, then the citation's properties. */
export function citationNode(loaders: Loaders, [claim, source, takenFrom, ...values]: readonly Value[]): CitationNode {
  const properties = Object.fromEntries(
    citationProperties(loaders.moment).map((name, index) => [name, values[index] ?? null]),
  );
  return loaders.typedCitation({ ...properties, claim, source, takenFrom } as unknown as CitationRow);
}

/** Text without half a surrogate pair at either end. */
function wellFormed(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, "");
}
