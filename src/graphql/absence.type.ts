import { Field, ObjectType } from "type-graphql";
import { Entity } from "./entity.type.js";

@ObjectType({
  description:
    "That nothing here contradicts: what was looked for and not found. It says what this graph knows, not what is so in the world.",
})
export class Absence {
  @Field(() => Boolean, { description: "Always true: no claim stands here, that there is none is the proof." })
  absence!: boolean;

  @Field(() => Entity, { description: "At which entity it was looked for." })
  entity!: Entity;

  @Field(() => String, {
    description:
      'What was looked for, as a filter is written: `ownedBy: { some: { node: { name: { eq: "Acme" } } } }`.',
  })
  lookedFor!: string;
}
