import { Field, Float, Int, ObjectType } from "type-graphql";
import { SEARCH_LIMITS } from "../cypher/search.js";
import { SearchMatchEnum } from "./enums.js";
import { Facets } from "./facet.type.js";
import { Node } from "./node.type.js";
import { CONNECTION, PageInfo } from "./page.type.js";

@ObjectType({ description: "A part of a text, in UTF-16 code units, as JavaScript and Java count them." })
export class SearchSpan {
  @Field(() => Int, { description: "Where it begins." })
  start!: number;

  @Field(() => Int, { description: "Where it ends: the first code unit behind it." })
  end!: number;
}

@ObjectType({ description: "Something that was found." })
export class SearchEdge {
  @Field(() => String, { description: CONNECTION.cursor })
  cursor!: string;

  @Field(() => Float, { description: "How well it fits; the greater the better. Comparable within one answer only." })
  score!: number;

  @Field(() => SearchMatchEnum, { description: "Where the words were found." })
  match!: string;

  @Field(() => String, {
    description:
      "The words found, with those around them: the text as it is written, never mark-up, so that it is shown as text and escaped where HTML is made of it. Parts that are left out are told by “…”.",
  })
  snippet!: string;

  @Field(() => [SearchSpan], {
    description: "The words found, by their places in `snippet`, in order: what a page marks.",
  })
  matched!: SearchSpan[];

  @Field(() => Node, { description: "The entity, or the claim whose quote it is." })
  node!: Node;
}

@ObjectType({ description: "A page of what was found, the best first." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: CONNECTION.edges })
  edges!: SearchEdge[];

  @Field(() => PageInfo, { description: CONNECTION.pageInfo })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: "How many were found, over every page; where `complete` is false there may be more.",
  })
  totalCount!: number;

  @Field(() => Boolean, {
    description: `Whether all that there is was looked at. At most ${SEARCH_LIMITS.places} names and as many quotes with the words as they are, and as many with what these may stand for, ${SEARCH_LIMITS.beginnings} words for a beginning and ${SEARCH_LIMITS.mistakes} for a mistake are: where it is false, further words narrow the search.`,
  })
  complete!: boolean;

  @Field(() => Facets, {
    description: "By what the search can be narrowed: `kinds` by the argument of that name, the others by `claims`.",
  })
  facets!: Facets;
}
