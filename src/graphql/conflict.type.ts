import { Field, Float, ObjectType } from "type-graphql";
import { Claim } from "./claim.type.js";
import { ConflictKindEnum } from "./enums.js";
import { Node } from "./node.type.js";
import { connectionOf } from "./page.type.js";
import { Source } from "./source.type.js";

@ObjectType({ description: "How far amounts lie apart." })
export class Spread {
  @Field(() => Float, { description: "The least of the amounts." })
  min!: number;

  @Field(() => Float, { description: "The greatest of the amounts." })
  max!: number;

  @Field(() => String, { description: "Their unit." })
  unit!: string;
}

@ObjectType({
  implements: Node,
  description:
    "Claims that cannot all hold, or sources that cannot all be derived from one another. Shown, never settled by the program.",
})
export class Conflict extends Node {
  @Field(() => ConflictKindEnum, { description: "Why they cannot all hold." })
  kind!: string;

  @Field(() => Spread, {
    nullable: true,
    description: "How far their amounts lie apart; null where they are about something else.",
  })
  spread!: Spread | null;

  @Field(() => [Claim], {
    description:
      "The claims, in the order of their ids. None where the conflict is one of sources: what is cited from them may hold all the same, only who said it first cannot be told.",
  })
  claims!: Claim[];

  @Field(() => [Source], {
    description:
      "The sources of a CYCLIC_DERIVATION, each derived from all the others, in the order of their ids; none in a conflict of claims.",
  })
  sources!: Source[];
}

@ObjectType({ description: "A claim that cannot hold together with the one at hand." })
export class ClaimConflict {
  @Field(() => ConflictKindEnum, { description: "Why they cannot both hold." })
  kind!: string;

  @Field(() => Conflict, { description: "The whole of the conflict." })
  conflict!: Conflict;

  @Field(() => Claim, { description: "The other claim." })
  claim!: Claim;
}

export const ConflictConnection = connectionOf("Conflict", "conflicts", () => Conflict);
