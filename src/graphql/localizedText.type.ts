import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A text with its language." })
export class LocalizedText {
  @Field(() => String, { description: "A BCP 47 tag: `ar`." })
  language!: string;

  @Field(() => String, { description: "The text." })
  text!: string;
}
