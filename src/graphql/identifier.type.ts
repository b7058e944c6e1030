import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "An id that something has in a register: Wikidata, ROR, LEI ..." })
export class Identifier {
  @Field(() => String, { description: "The register, by the ontology's name: `WIKIDATA`." })
  scheme!: string;

  @Field(() => String, { description: "The id there: `Q95`." })
  value!: string;

  @Field(() => String, { nullable: true, description: "Its address; null where the register has none for it." })
  url!: string | null;
}
