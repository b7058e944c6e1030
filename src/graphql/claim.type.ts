import { Field, Float, Int, ObjectType } from "type-graphql";
import { BoundEnum, ChangeActionEnum, ModalityEnum, RankEnum, StatusEnum } from "./enums.js";
import { Node } from "./node.type.js";
import { connectionOf } from "./page.type.js";
import { DateTime, PartialDate } from "./scalars.js";
import type { Bound, Modality, Rank, Status } from "../claims/claim.js";

@ObjectType({ description: "An amount with its unit." })
export class Quantity {
  @Field(() => Float, { description: "How much." })
  amount!: number;

  @Field(() => String, {
    description: "Of what: `chip`, `USD`, `percent`. Amounts in different units are never added.",
  })
  unit!: string;

  @Field(() => BoundEnum, { description: "How the amount is meant." })
  bound!: Bound;
}

@ObjectType({ description: "How many say so, and how many voices that really is." })
export class Support {
  @Field(() => Int, { description: "How many citations." })
  citations!: number;

  @Field(() => Int, { description: "In how many sources." })
  sources!: number;

  @Field(() => Int, { description: "From how many origins: ten outlets that repeat one post are one." })
  origins!: number;
}

@ObjectType({ description: "Something that was done with a claim here." })
export class ClaimEvent {
  @Field(() => ChangeActionEnum, { description: "What was done." })
  action!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => String, { description: "By whom." })
  by!: string;

  @Field(() => String, { nullable: true, description: "Why, where a reason was given." })
  reason!: string | null;
}

@ObjectType({
  implements: Node,
  description:
    "A statement: of a subject, by a predicate, an entity or a value. It cites its sources and is never silently changed.",
})
export class Claim extends Node {
  @Field(() => String, { description: "The ontology's name of what is said: `USES_CHIP`." })
  predicate!: string;

  @Field(() => PartialDate, {
    nullable: true,
    description: "A value that is a date; null where the claim is about something else.",
  })
  date!: string | null;

  @Field(() => ModalityEnum, { description: "How sure it is meant to be." })
  modality!: Modality;

  @Field(() => RankEnum, { description: "A curator's ordering." })
  rank!: Rank;

  @Field(() => StatusEnum, { description: "Where it is in its life here." })
  status!: Status;

  @Field(() => PartialDate, {
    nullable: true,
    description: "From when it holds in the world; null where the source does not say.",
  })
  validFrom!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: "Until when it holds in the world; null where the source does not say.",
  })
  validTo!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When the speakers said it, as far as the source says." })
  assertedAt!: string | null;

  @Field(() => DateTime, { description: "When it was recorded here." })
  recordedAt!: string;

  @Field(() => String, { description: "Who recorded it." })
  recordedBy!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was retracted or superseded here; null while it stands.",
  })
  retractedAt!: string | null;
}

export const ClaimConnection = connectionOf("Claim", "claims", () => Claim);
