import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { readMoment } from "../cypher/moment.js";
import { badInput } from "../cypher/refusal.js";
import { AS_OF, ID_ARG, MAX_FIRST } from "./args.js";
import { conflictById } from "./conflictNode.js";
import type { Context } from "./context.js";
import { duplicateById } from "./duplicateNode.js";
import { AsOf } from "./filter.input.js";
import { claimAsked, entitiesAsked } from "./lists.js";
import { Node } from "./node.type.js";

@Resolver()
export class NodeResolver {
  /** Has one argument and no other: by this field Relay asks again for a part of an answer, and its compiler takes it for no such field with two. */
  @Query(() => Node, {
    nullable: true,
    description: "Whatever has this id; null where there is nothing of it. As of another moment, `nodes` has it.",
  })
  node(@Arg("id", () => ID, ID_ARG) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return byId(id, context, info);
  }

  @Query(() => [Node], {
    nullable: "itemsAndList",
    description: "Whatever has these ids, in their order, null where there is nothing; at most 200.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "The ids." }) ids: readonly string[],
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): readonly unknown[] {
    if (ids.length > MAX_FIRST)
      throw badInput("TOO_MANY_IDS", `has ${ids.length} ids; at most ${MAX_FIRST} are answered at once`, ["ids"]);
    const then = thenOf(asOf, context);
    return ids.map((id) => byId(id, then, info)); // one that fails is null by itself
  }
}

/** A context as of a moment. */
function thenOf(asOf: AsOf | null, context: Context): Context {
  return { ...context, loaders: context.loaders.at(readMoment(asOf, context.loaders.moment)) };
}

/** The letter before an id's underscore tells what it is that of; entities have none. */
function byId(id: string, context: Context, info: GraphQLResolveInfo): unknown {
  const { loaders } = context;
  if (id.startsWith("c_")) return loaders.claim(id, claimAsked(info, context));
  if (id.startsWith("q_")) return loaders.citation(id);
  if (id.startsWith("x_")) return conflictById(id, context);
  if (id.startsWith("d_")) return duplicateById(id, context);
  return loaders.entity(id, entitiesAsked([info.fieldNodes], info, context));
}
