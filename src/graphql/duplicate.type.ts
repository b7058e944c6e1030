import { Field, Float, ObjectType } from "type-graphql";
import { Entity } from "./entity.type.js";
import { Node } from "./node.type.js";
import { connectionOf } from "./page.type.js";

@ObjectType({ implements: Node, description: "Entities that may be the same thing, for a person to decide." })
export class DuplicateCandidate extends Node {
  @Field(() => Float, { description: "How alike they are, 0 to 1." })
  score!: number;

  @Field(() => [String], { description: "In what they are alike." })
  reasons!: string[];

  @Field(() => [Entity], { description: "The entities." })
  entities!: Entity[];
}

export const DuplicateConnection = connectionOf("Duplicate", "candidates", () => DuplicateCandidate);
