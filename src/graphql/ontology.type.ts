import { Field, ObjectType } from "type-graphql";
import { ValueTypeEnum } from "./enums.js";

@ObjectType("OntologyKind", { description: "A kind of entity." })
export class OntologyKind {
  @Field(() => String, { description: "The ontology's name: `AI_MODEL`." })
  name!: string;

  @Field(() => String, { description: "The GraphQL type: `AiModel`." })
  type!: string;

  @Field(() => String, { description: "The root field that lists them: `aiModels`." })
  field!: string;
}

@ObjectType("OntologyPredicate", { description: "Something that may be said of a subject." })
export class OntologyPredicate {
  @Field(() => String, { description: "The ontology's name: `USES_CHIP`." })
  name!: string;

  @Field(() => String, { description: "The field on its subjects: `usesChip`." })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: "The field on its objects: `usedBy`; null where the value is no entity.",
  })
  inverse!: string | null;

  @Field(() => ValueTypeEnum, { description: "What its claims are about." })
  value!: string;

  @Field(() => String, { nullable: true, description: "The unit of its amounts; null where it takes none." })
  unit!: string | null;

  @Field(() => Boolean, { description: "Whether it can hold only one value at a time." })
  functional!: boolean;

  @Field(() => [OntologyKind], { description: "The kinds that it can be said of." })
  subjects!: OntologyKind[];

  @Field(() => [OntologyKind], { description: "The kinds that it can lead to; none where the value is no entity." })
  objects!: OntologyKind[];
}

@ObjectType("OntologyIdentifierScheme", {
  description: "A register that gives things ids of its own: in it an id is that of one entity.",
})
export class OntologyIdentifierScheme {
  @Field(() => String, { description: "The ontology's name: `WIKIDATA`." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The address of an id, `{id}` standing for it." })
  url!: string | null;
}

@ObjectType("OntologyUnit", { description: "A unit of amounts." })
export class OntologyUnit {
  @Field(() => String, { description: "The ontology's name: `chip`, `USD`." })
  name!: string;
}

@ObjectType("OntologyEnum", { description: "An enum of the schema whose values are shown to readers." })
export class OntologyEnum {
  @Field(() => String, { description: "Its name in the schema: `Modality`." })
  name!: string;

  @Field(() => String, { description: "What its values tell." })
  description!: string;
}

@ObjectType("OntologyEnumValue", { description: "A value of an enum." })
export class OntologyEnumValue {
  @Field(() => String, { description: "Its name in the schema: `PLANNED`." })
  name!: string;

  @Field(() => String, { description: "What it means." })
  description!: string;
}

@ObjectType({ description: "What the graph is about: its kinds and predicates, with labels for menus and forms." })
export class Ontology {
  @Field(() => String, { description: "The version of the ontology file." })
  version!: string;

  @Field(() => [String], { description: "The languages of its labels, BCP 47 tags; the first is the default." })
  languages!: readonly string[];
}
