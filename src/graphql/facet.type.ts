import { Field, Int, ObjectType } from "type-graphql";
import { MOST_SOURCES } from "../cypher/facets.js";

@ObjectType({ description: "One of the values by which a list can be narrowed, and how many of its items have it." })
export class Facet {
  @Field(() => String, {
    description: "The value as a filter takes it: a name of the ontology or the schema, or the id of an entity.",
  })
  value!: string;

  @Field(() => Int, { description: "How many of the list's items have it, over every page." })
  count!: number;
}

@ObjectType({
  description:
    "By what a list can be narrowed, counted over all that it holds; what most items have comes first. What is not selected is not counted.",
})
export class Facets {
  @Field(() => [Facet], {
    description: "Kinds: of a search, those of the entities found; of claims, those of their subjects.",
  })
  kinds!: Facet[];

  @Field(() => [Facet], { description: "The predicates of the claims." })
  predicates!: Facet[];

  @Field(() => [Facet], { description: "The modalities of the claims." })
  modalities!: Facet[];

  @Field(() => [Facet], {
    description: `The sources that the claims cite, the ${MOST_SOURCES} that most of them do; a claim counts for each of its sources.`,
  })
  sources!: Facet[];
}

@ObjectType({
  description: "By what a list of conflicts can be narrowed, counted over all that it holds; the most frequent first.",
})
export class ConflictFacets {
  @Field(() => [Facet], { description: "Why the claims, or sources, cannot all hold." })
  kinds!: Facet[];

  @Field(() => [Facet], { description: "The predicates of the claims; of none are conflicts of sources." })
  predicates!: Facet[];
}
