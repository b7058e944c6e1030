import { Field, Float, Int, ObjectType } from "type-graphql";
import { BoundEnum, ClaimGroupEnum } from "./enums.js";
import { Entity } from "./entity.type.js";

@ObjectType({ description: "What a group has in common." })
export class GroupKey {
  @Field(() => ClaimGroupEnum, { description: "By what was grouped." })
  by!: string;

  @Field(() => Entity, { nullable: true, description: "The entity, where the group is that of one." })
  entity!: Entity | null;

  @Field(() => String, { nullable: true, description: "The value, where it is no entity." })
  value!: string | null;
}

@ObjectType({ description: "A sum of amounts in one unit." })
export class QuantityTotal {
  @Field(() => Float, { description: "The sum." })
  sum!: number;

  @Field(() => Float, { description: "The least amount." })
  min!: number;

  @Field(() => Float, { description: "The greatest amount." })
  max!: number;

  @Field(() => String, { description: "The unit of all of them." })
  unit!: string;

  @Field(() => BoundEnum, { description: "How the sum is meant, by the bounds of its parts." })
  bound!: string;
}

@ObjectType({ description: "The amounts of a group of claims, with the claims that were counted." })
export class ClaimTotal {
  @Field(() => Entity, {
    nullable: true,
    description: "The entity that the group is that of; null where there is none.",
  })
  group!: Entity | null;

  @Field(() => [GroupKey], { description: "What the group has in common, one for each thing grouped by." })
  keys!: GroupKey[];

  @Field(() => Int, { description: "How many claims were counted." })
  claims!: number;

  @Field(() => Int, { description: "How many of them cannot all hold." })
  conflicted!: number;

  @Field(() => QuantityTotal, { nullable: true, description: "Their amounts; null where they have none." })
  quantity!: QuantityTotal | null;
}
