import { Field, ObjectType } from "type-graphql";
import { Entity } from "./entity.type.js";
import { Node } from "./node.type.js";
import { DateTime, PartialDate } from "./scalars.js";

/** A source is an entity whose type is the core's own, since claims cite it; the ontology adds its sort and its relations. */
@ObjectType({
  implements: [Node, Entity],
  description: "A document that claims cite: an article, a post, a report ... It is an entity too.",
})
export class Source extends Entity {
  @Field(() => String, { nullable: true, description: "Where it can be read; null where that is not known." })
  url!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was published, as far as that is known." })
  publishedAt!: string | null;

  @Field(() => String, { nullable: true, description: "The language it is written in, a BCP 47 tag." })
  language!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Under what terms it may be used, an SPDX id or an address; null where that is not known.",
  })
  license!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Whom to credit wherever what it says is shown, in the words that it asks for.",
  })
  attribution!: string | null;
}

@ObjectType({ description: "The text of a source as it was stored here; quotes are positions in it." })
export class StoredText {
  @Field(() => String, { description: "The text, byte for byte as it was stored." })
  content!: string;

  @Field(() => String, { nullable: true, description: "Its language, a BCP 47 tag." })
  language!: string | null;

  @Field(() => String, { description: "The SHA-256 of its UTF-8 bytes, in hexadecimal." })
  sha256!: string;

  @Field(() => DateTime, { description: "When it was stored." })
  storedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "Until when it was the source's text; null while it is." })
  until!: string | null;
}
