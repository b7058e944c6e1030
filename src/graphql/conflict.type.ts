import { Field, Float, ObjectType } from "type-graphql";
import { Claim } from "./claim.type.js";
import { ConflictKindEnum } from "./enums.js";
import { Node } from "./node.type.js";
import { connectionOf } from "./page.type.js";

@ObjectType({ description: "How far amounts lie apart." })
export class Spread {
  @Field(() => Float, { description: "The least of the amounts." })
  min!: number;

  @Field(() => Float, { description: "The greatest of the amounts." })
  max!: number;

  @Field(() => String, { description: "Their unit." })
  unit!: string;
}

@ObjectType({ implements: Node, description: "Claims that cannot all hold. Shown, never settled by the program." })
export class Conflict extends Node {
  @Field(() => ConflictKindEnum, { description: "Why they cannot all hold." })
  kind!: string;

  @Field(() => Spread, {
    nullable: true,
    description: "How far their amounts lie apart; null where they are about something else.",
  })
  spread!: Spread | null;

  @Field(() => String, { description: "Why they cannot all hold, in a sentence." })
  explanation!: string;

  @Field(() => [Claim], { description: "The claims." })
  claims!: Claim[];
}

@ObjectType({ description: "A claim that cannot hold together with the one at hand." })
export class ClaimConflict {
  @Field(() => ConflictKindEnum, { description: "Why they cannot both hold." })
  kind!: string;

  @Field(() => String, { description: "Why they cannot both hold, in a sentence." })
  explanation!: string;

  @Field(() => Conflict, { description: "The whole of the conflict." })
  conflict!: Conflict;

  @Field(() => Claim, { description: "The other claim." })
  claim!: Claim;
}

export const ConflictConnection = connectionOf("Conflict", "conflicts", () => Conflict);
