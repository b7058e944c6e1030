import { Field, Int, ObjectType } from "type-graphql";
import { Claim } from "./claim.type.js";
import { Entity } from "./entity.type.js";

@ObjectType({ description: "A chain of claims from one entity to another." })
export class Path {
  @Field(() => Int, { description: "How many claims." })
  length!: number;

  @Field(() => Int, {
    description: "How many origins its claims have, added up: of chains of one length the one with most comes first.",
  })
  origins!: number;

  @Field(() => [Entity], { description: "The entities on the way, both ends included." })
  nodes!: Entity[];

  @Field(() => [Claim], { description: "The claims, in the order of the way." })
  claims!: Claim[];
}
