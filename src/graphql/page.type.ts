import { Field, Int, ObjectType, type ClassType } from "type-graphql";

/** Where a page stands in its list, as Relay has it. */
@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there is something before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the page's first edge; null when it has none." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the page's last edge: give it as `after` to go on.",
  })
  endCursor!: string | null;
}

/** An item of a page. What it leads to, where it is not there already, is read only where it is selected. */
export interface Edge {
  /** Null where it is not selected. */
  readonly cursor: string | null;
  readonly node: unknown;
}

/** A page of a list as resolvers answer it. */
export interface Page<E extends Edge> {
  readonly edges: readonly E[];
  readonly nodes: (...asked: unknown[]) => readonly unknown[];
  readonly pageInfo: () => PageInfo;
  /** Null where it was not asked for. */
  readonly totalCount: number | null | (() => Promise<number>);
}

/** What is said of a connection's fields, of every type of node. */
export const CONNECTION = {
  edges: "The page's items, each with its cursor.",
  nodes: "The page's items without their cursors.",
  pageInfo: "Where the page stands in the whole list.",
  totalCount: "How many there are in all, over every page.",
  cursor: "The item's place in the list: give it as `after` to go on from here. Opaque.",
} as const;

/** Makes the connection and edge types of a core type: `ClaimConnection`, `ClaimEdge`. `what` is what its items are called. */
export function connectionOf(name: string, what: string, node: () => ClassType | object): ClassType {
  @ObjectType(`${name}Edge`, { description: `One of the ${what} of a page.` })
  class Edge {
    @Field(() => String, { description: CONNECTION.cursor })
    cursor!: string;

    @Field(() => node() as ClassType, { description: "The item itself." })
    node!: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.` })
  class Connection {
    @Field(() => [Edge], { description: CONNECTION.edges })
    edges!: Edge[];

    @Field(() => [node() as ClassType], { description: CONNECTION.nodes })
    nodes!: unknown[];

    @Field(() => PageInfo, { description: CONNECTION.pageInfo })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: CONNECTION.totalCount })
    totalCount!: number;
  }
  return Connection;
}
