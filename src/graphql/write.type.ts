import { Field, ID, Int, ObjectType } from "type-graphql";
import { Claim } from "./claim.type.js";
import { Entity } from "./entity.type.js";
import { Source } from "./source.type.js";

const CHANGED = { description: "Whether this changed anything; false where it was so already." };

@ObjectType({ description: "A fault of an input." })
export class Problem {
  @Field(() => String, { description: "A stable word for the kind of fault." })
  code!: string;

  @Field(() => String, { description: "What is wrong, and what may have been meant." })
  message!: string;

  @Field(() => [String], { description: "Where in the input: keys and indexes, outermost first." })
  path!: string[];

  @Field(() => [String], { description: "Names that may have been meant, nearest first." })
  suggestions!: string[];
}

@ObjectType({ description: "A source that was recorded." })
export class AddSourcePayload {
  @Field(() => Source, { description: "The source." })
  source!: Source;

  @Field(() => Boolean, { description: "Whether it was new." })
  created!: boolean;

  @Field(() => Boolean, {
    description: "Whether it was here with another text, which is an older version of its text now.",
  })
  textChanged!: boolean;
}

@ObjectType({ description: "A source that is restricted, or open, from now on." })
export class RestrictSourcePayload {
  @Field(() => Source, { description: "The source." })
  source!: Source;

  @Field(() => Boolean, { description: "Whether that is new; where it was so already, nothing was done." })
  changed!: boolean;
}

@ObjectType({ description: "Entities that were recorded." })
export class AddEntitiesPayload {
  @Field(() => [Entity], { description: "The entities, in the input's order." })
  entities!: Entity[];

  @Field(() => Int, { description: "How many of them were new." })
  created!: number;
}

@ObjectType({ description: "Claims that were asserted." })
export class AssertClaimsPayload {
  @Field(() => [Claim], { description: "The claims, in the input's order." })
  claims!: Claim[];

  @Field(() => Int, { description: "How many of them were new." })
  created!: number;

  @Field(() => Int, { description: "How many were here already, with all their citations." })
  unchanged!: number;
}

@ObjectType({ description: "The claim after the change." })
export class ClaimPayload {
  @Field(() => Claim, { description: "The claim." })
  claim!: Claim;

  @Field(() => Boolean, CHANGED)
  changed!: boolean;
}

@ObjectType({ description: "The entity after the change." })
export class EntityPayload {
  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Field(() => Boolean, CHANGED)
  changed!: boolean;
}

@ObjectType({ description: "Two entities that are one now." })
export class MergeEntitiesPayload {
  @Field(() => Entity, { description: "The entity that was kept." })
  entity!: Entity;

  @Field(() => ID, { description: "The id that resolves to the kept entity from now on; caches drop it." })
  mergedId!: string;

  @Field(() => Boolean, CHANGED)
  changed!: boolean;
}

@ObjectType({ description: "Entities that are apart." })
export class EntitiesPayload {
  @Field(() => [Entity], { description: "The entities." })
  entities!: Entity[];

  @Field(() => Boolean, CHANGED)
  changed!: boolean;
}
