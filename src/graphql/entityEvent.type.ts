import { Field, ID, ObjectType } from "type-graphql";
import { ChangeActionEnum } from "./enums.js";
import { DateTime } from "./scalars.js";

@ObjectType({ description: "Something that was done with an entity here." })
export class EntityEvent {
  @Field(() => ChangeActionEnum, { description: "What was done." })
  action!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => String, { description: "By whom." })
  by!: string;

  @Field(() => String, { nullable: true, description: "Why, where a reason was given." })
  reason!: string | null;

  @Field(() => ID, { description: "With which: the entity itself, or one that is merged into it." })
  of!: string;

  @Field(() => ID, { nullable: true, description: "The other, of two that were merged, parted, or kept apart." })
  other!: string | null;
}
