import { Field, ID, ObjectType } from "type-graphql";
import { ChangeActionEnum } from "./enums.js";
import { DateTime } from "./scalars.js";

@ObjectType({ description: "Something that was done here, in the order in which it was done." })
export class Change {
  @Field(() => ID, { description: "Its number in the log. It grows; give the last one seen as `since`." })
  seq!: string;

  @Field(() => ChangeActionEnum, { description: "What was done." })
  action!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => String, { description: "By whom." })
  by!: string;

  @Field(() => String, { nullable: true, description: "Why, where a reason was given." })
  reason!: string | null;
}
