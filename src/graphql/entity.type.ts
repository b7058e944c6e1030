import { Field, InterfaceType } from "type-graphql";
import { Identifier } from "./identifier.type.js";
import { LocalizedText } from "./localizedText.type.js";
import { Node } from "./node.type.js";

/** What every kind of entity has. The kinds themselves come from the ontology. */
@InterfaceType({
  implements: Node,
  description:
    "A company, a cluster, a person, a source ...: whatever claims are about. Its kinds come from the ontology.",
})
export abstract class Entity extends Node {
  @Field(() => String, { description: "The kind by the ontology's name: `CLUSTER`. `ontology { kinds }` lists them." })
  kind!: string;

  @Field(() => [LocalizedText], { description: "Its name in each language that it has one in." })
  names!: LocalizedText[];

  @Field(() => [String], { description: "Other names that it goes by, in any language." })
  aliases!: string[];

  @Field(() => [Identifier], {
    description: "Its ids in registers, by each of which it is the only one: `entityByIdentifier` finds it.",
  })
  identifiers!: Identifier[];
}
