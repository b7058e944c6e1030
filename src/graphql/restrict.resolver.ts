import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { restrictSource } from "../store/restrictSource.js";
import type { Context } from "./context.js";
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
    const { store, ontology, access, viewer } = context;
    const changed = await restrictSource(store, ontology, { source: id, restricted, reason }, viewer.name!, access);
    return { source: await context.loaders.anew().entityThere(id), changed };
  }
}
