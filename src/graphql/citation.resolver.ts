import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import { badInput } from "../cypher/refusal.js";
import { Citation, QuoteContext } from "./citation.type.js";
import { Claim } from "./claim.type.js";
import type { Context } from "./context.js";
import { claimAsked, entityAsked } from "./lists.js";
import type { CitationNode } from "./loaders.js";
import { LocalizedText } from "./localizedText.type.js";
import { allReady } from "./ready.js";
import { Source } from "./source.type.js";

/** The most code units of text around a quote that may be asked for. */
const MAX_CONTEXT = 2000;

@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Source, { description: "The source that is cited." })
  source(@Root() citation: CitationNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return citation.loaders.entityThere(citation.source, entityAsked(info, ontology));
  }

  @FieldResolver(() => Claim, { description: "The claim that it stands for." })
  claim(@Root() { claim, loaders }: CitationNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    const met = loaders.claimMet(claim, claimAsked(info, { ontology, loaders }));
    return typeof met === "function" ? met() : met;
  }

  @FieldResolver(() => [Source], {
    description:
      "From which sources the cited one took this, as far as it says; itself, where these are its own words.",
  })
  derivedFrom(
    @Root() { source, takenFrom, ownWords, loaders }: CitationNode,
    @Ctx() { ontology }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = entityAsked(info, ontology);
    const from = ownWords ? [source] : [...takenFrom].sort();
    return allReady(from.map((id) => loaders.entityThere(id, asked)));
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

/** Text without half a surrogate pair at either end. */
function wellFormed(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, "");
}
