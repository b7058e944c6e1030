import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { AFTER, AS_OF, FIRST, ID_ARG } from "./args.js";
import { readMoment } from "../cypher/moment.js";
import { ConflictList } from "./conflictList.js";
import { conflictById } from "./conflictNode.js";
import { Conflict, ConflictConnection } from "./conflict.type.js";
import type { Context } from "./context.js";
import { AsOf } from "./filter.input.js";
import { pageOf, windowOf } from "./pages.js";
import { selects } from "./selects.js";

@Resolver()
export class ConflictResolver {
  @Query(() => ConflictConnection, {
    nullable: true,
    description:
      "Claims that cannot all hold, two by two, and sources that are derived from one another in a circle. Only claims that stand are compared.",
  })
  async conflicts(
    @Arg("about", () => ID, {
      nullable: true,
      description: "Only those in which this entity is a claim's subject or object, or one of the sources.",
    })
    about: string | null,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    windowOf({ first });
    const list = new ConflictList(
      { ...context, loaders: context.loaders.at(readMoment(asOf, context.loaders.moment)) },
      about ?? null,
    );
    const { rows, total } = await list.page({ first, after }, selects(info, "totalCount"));
    return pageOf(rows, { first, after }, (item) => ({ node: item.node, cursor: list.cursorOf(item) }), total);
  }

  @Query(() => Conflict, { nullable: true, description: "One conflict; null where there is none, or no more." })
  conflict(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { ontology, loaders }: Context,
  ) {
    return conflictById(id, { ontology, loaders: loaders.at(readMoment(asOf, loaders.moment)) });
  }
}
