import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { restrictSource } from "../store/restrictSource.js";
import type { Context } from "./context.js";
import { Loaders } from "./loaders.js";
import { requireRole } from "./rights.js";
import { RestrictSourcePayload } from "./source.type.js";

@Resolver()
export class RestrictResolver {
  @Mutation(() => RestrictSourcePayload, {
    nullable: true,
    description:
      "Restricts a source, or opens it. A restricted one, its citations, and claims that have no other or are about it are shown to curators only.",
  })
  async restrictSource(
    @Arg("id", () => ID, { description: "The source." }) id: string,
    @Arg("restricted", () => Boolean, { description: "Whether it is restricted from now on, or open." })
    restricted: boolean,
    @Arg("reason", () => String, { description: "Why; kept in the history." }) reason: string,
    @Ctx() context: Context,
  ) {
    requireRole(context, "curator");
    const { store, ontology, access, viewer, levels } = context;
    const changed = await restrictSource(store, ontology, { source: id, restricted, reason }, viewer.name!, access);
    // what this request has read before is of a graph that is no more
    const loaders = new Loaders(ontology, levels, context.loaders.moment);
    return { source: () => loaders.entityThere(id), changed };
  }
}
