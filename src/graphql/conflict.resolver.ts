import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { AFTER, AS_OF, FIRST, ID_ARG, LANG } from "./args.js";
import { readMoment } from "../cypher/moment.js";
import type { ConflictKind } from "../claims/conflicts.js";
import { ConflictList, type ConflictItem } from "./conflictList.js";
import { conflictById, type ConflictNode } from "./conflictNode.js";
import { ClaimConflict, Conflict, ConflictConnection } from "./conflict.type.js";
import type { Context } from "./context.js";
import { ConflictKindEnum } from "./enums.js";
import { nodesOf } from "./facets.js";
import { AsOf } from "./filter.input.js";
import { pageOf, windowOf } from "./pages.js";
import { selectedBeneath } from "./selection.js";

@Resolver()
export class ConflictResolver {
  @Query(() => ConflictConnection, {
    nullable: true,
    description:
      "Claims that cannot all hold, two by two, those first of which one was recorded last; then sources that are derived from one another in a circle. Only claims that stand are compared.",
  })
  async conflicts(
    @Arg("about", () => ID, {
      nullable: true,
      description: "Only those in which this entity is a claim's subject or object, or one of the sources.",
    })
    about: string | null,
    @Arg("kind", () => ConflictKindEnum, { nullable: true, description: "Only those of this kind." })
    kind: ConflictKind | null,
    @Arg("predicate", () => String, {
      nullable: true,
      description: "Only those in which a claim is of this predicate, by the ontology's name.",
    })
    predicate: string | null,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    windowOf({ first });
    const loaders = context.loaders.at(readMoment(asOf, context.loaders.moment));
    const filter = { about: about ?? null, kind: kind ?? null, predicate: predicate ?? null };
    const list = new ConflictList({ ...context, loaders }, filter);
    const selected = selectedBeneath(info.fieldNodes, info);
    const counted = selected.has("totalCount") || selected.has("facets");
    const found = await list.page({ first, after }, counted);
    const edge = (item: ConflictItem) => ({ node: item.node, cursor: list.cursorOf(item) });
    return {
      ...pageOf(found.rows, { first, after }, edge, found.total),
      facets: {
        kinds: () => nodesOf("ConflictKind", found.kinds, loaders),
        predicates: () => nodesOf("predicates", found.predicates, loaders),
      },
    };
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

@Resolver(() => Conflict)
export class ConflictExplanationResolver {
  @FieldResolver(() => String, { description: "Why they cannot all hold, in a sentence." })
  explanation(@Root() { explain }: ConflictNode, @Arg("lang", () => String, LANG) lang: string | null) {
    return explain(lang ?? null);
  }
}

@Resolver(() => ClaimConflict)
export class ClaimConflictExplanationResolver {
  @FieldResolver(() => String, { description: "Why they cannot both hold, in a sentence." })
  explanation(
    @Root() { explain }: Pick<ConflictNode, "explain">,
    @Arg("lang", () => String, LANG) lang: string | null,
  ) {
    return explain(lang ?? null);
  }
}
