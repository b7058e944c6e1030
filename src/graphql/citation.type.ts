import { Field, Int, ObjectType } from "type-graphql";
import type { Basis } from "../claims/claim.js";
import { BasisEnum, VerificationEnum } from "./enums.js";
import { Node } from "./node.type.js";
import { connectionOf } from "./page.type.js";

@ObjectType({
  implements: Node,
  description:
    "Where a claim stands: the words, verbatim, and their place in the source's stored text (W3C Web Annotation selectors).",
})
export class Citation extends Node {
  @Field(() => String, { description: "The words, verbatim, in the source's own language." })
  quote!: string;

  @Field(() => String, { nullable: true, description: "The quote's language, a BCP 47 tag." })
  language!: string | null;

  @Field(() => String, { nullable: true, description: "The text just before the quote (TextQuoteSelector)." })
  prefix!: string | null;

  @Field(() => String, { nullable: true, description: "The text just after the quote (TextQuoteSelector)." })
  suffix!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Where the quote begins in the stored text, in UTF-16 code units (TextPositionSelector); null where none is stored.",
  })
  start!: number | null;

  @Field(() => Int, { nullable: true, description: "Where it ends: the place just after its last code unit." })
  end!: number | null;

  @Field(() => String, { nullable: true, description: "The SHA-256 of the stored text in which the quote was found." })
  textHash!: string | null;

  @Field(() => BasisEnum, { description: "Whether the quote says it or the curator reads it from the quote." })
  basis!: Basis;

  @Field(() => VerificationEnum, { description: "Whether the quote stands in the stored text." })
  verification!: string;
}

export const CitationConnection = connectionOf("Citation", "citations", () => Citation);

@ObjectType({ description: "A quote with the stored text around it." })
export class QuoteContext {
  @Field(() => String, { description: "The text before the quote." })
  before!: string;

  @Field(() => String, { description: "The quote." })
  quote!: string;

  @Field(() => String, { description: "The text after the quote." })
  after!: string;

  @Field(() => Int, { description: "Where `before` begins in the stored text, in UTF-16 code units." })
  startsAt!: number;

  @Field(() => Boolean, { description: "Whether the stored text has more before `before`." })
  cutBefore!: boolean;

  @Field(() => Boolean, { description: "Whether the stored text has more after `after`." })
  cutAfter!: boolean;
}
