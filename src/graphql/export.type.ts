import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Claims as a file." })
export class Export {
  @Field(() => String, { description: "Where it can be downloaded." })
  url!: string;

  @Field(() => String, { description: "Its media type." })
  mediaType!: string;

  @Field(() => Int, { description: "How many claims it holds." })
  claims!: number;
}
