import { Ctx, Query, Resolver } from "type-graphql";
import type { Context, ViewerIdentity } from "./context.js";
import { Viewer } from "./viewer.type.js";

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, {
    nullable: true,
    description: "Who is asking, so that a page can leave out what they may not do.",
  })
  viewer(@Ctx() { viewer }: Context): ViewerIdentity {
    return viewer;
  }
}
