import { Field, ID, InterfaceType } from "type-graphql";

/** Whatever has an id, as Relay has it. */
@InterfaceType({ description: "Whatever has an id: it answers to `node(id:)`." })
export abstract class Node {
  @Field(() => ID, { description: "Opaque, without dots, unique over all types, and the same for ever." })
  id!: string;
}
