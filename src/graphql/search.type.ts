import { Field, Float, Int, ObjectType } from "type-graphql";
import { SearchMatchEnum } from "./enums.js";
import { Node } from "./node.type.js";
import { CONNECTION, PageInfo } from "./page.type.js";

@ObjectType({ description: "Something that was found." })
export class SearchEdge {
  @Field(() => String, { description: CONNECTION.cursor })
  cursor!: string;

  @Field(() => Float, { description: "How well it fits; the greater the better. Comparable within one answer only." })
  score!: number;

  @Field(() => SearchMatchEnum, { description: "Where the words were found." })
  match!: string;

  @Field(() => String, { description: "The words found, with those around them." })
  snippet!: string;

  @Field(() => Node, { description: "The entity, or the claim whose quote it is." })
  node!: Node;
}

@ObjectType({ description: "A page of what was found, the best first." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: CONNECTION.edges })
  edges!: SearchEdge[];

  @Field(() => PageInfo, { description: CONNECTION.pageInfo })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: CONNECTION.totalCount })
  totalCount!: number;
}
