import { Field, Float, Int, ObjectType } from "type-graphql";
import { BoundEnum, ClaimGroupEnum, ModalityEnum } from "./enums.js";
import { Entity } from "./entity.type.js";

@ObjectType({ description: "What a group has in common." })
export class GroupKey {
  @Field(() => ClaimGroupEnum, { description: "By what was grouped." })
  by!: string;

  @Field(() => Entity, {
    nullable: true,
    description: "The entity, where the group is that of one; null where its claims have none, such as no speaker.",
  })
  entity!: Entity | null;

  @Field(() => String, {
    nullable: true,
    description: "The value, where it is no entity; null where its claims have none.",
  })
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

  @Field(() => BoundEnum, {
    description:
      "How the sum is meant, by the bounds of its parts: EXACT where all are; AT_LEAST, or AT_MOST, where all are that or EXACT; else ABOUT.",
  })
  bound!: string;
}

@ObjectType({ description: "How many claims were left out of a total, since it would be of no one state of things." })
export class LeftOut {
  @Field(() => Int, { description: "Those that cannot hold together with one that is counted." })
  conflicting!: number;

  @Field(() => Int, { description: "Those that only say again what one that is counted says." })
  repeated!: number;
}

@ObjectType({ description: "The amounts of a group of claims, with the claims that were counted." })
export class ClaimTotal {
  @Field(() => Entity, {
    nullable: true,
    description: "The entity that the group is that of, the first where there are several; null where there is none.",
  })
  group!: Entity | null;

  @Field(() => [GroupKey], { description: "What the group has in common, one for each thing grouped by." })
  keys!: GroupKey[];

  @Field(() => ModalityEnum, { description: "The modality of all of them: a plan and a fact are never added." })
  modality!: string;

  @Field(() => Int, { description: "How many claims were counted." })
  claims!: number;

  @Field(() => Int, {
    description:
      "How many of those counted cannot all hold; 0, unless CONFLICTING ones were asked for. Where it is not 0, the sum is of no one state of things.",
  })
  conflicted!: number;

  @Field(() => LeftOut, { description: "How many were not counted, and why." })
  leftOut!: LeftOut;

  @Field(() => QuantityTotal, { nullable: true, description: "Their amounts; null where they have none." })
  quantity!: QuantityTotal | null;
}
