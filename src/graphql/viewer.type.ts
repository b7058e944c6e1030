import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Who is asking." })
export class Viewer {
  @Field(() => String, { nullable: true, description: "The name in the token; null for one who gave none." })
  name!: string | null;

  @Field(() => [String], { description: "What they may be: `reader`, `curator`, `admin`." })
  roles!: readonly string[];
}
