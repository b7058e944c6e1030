import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { claimCount } from "../cypher/claimPage.js";
import { WHERE } from "./args.js";
import type { Context } from "./context.js";
import { ExportFormatEnum } from "./enums.js";
import { Export } from "./export.type.js";
import { ClaimFilter } from "./filter.input.js";

@Resolver()
export class ExportResolver {
  @Query(() => Export, { nullable: true, description: "Claims as a file to download." })
  async export(
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("format", () => ExportFormatEnum, { description: "The file's format." }) format: string,
    @Ctx() { ontology, levels, loaders, statistics, fileOf }: Context,
  ) {
    const file = fileOf(format, where);
    const [row] = await levels.read(claimCount(ontology, where, { moment: loaders.moment, statistics }));
    return { ...file, claims: Number(row!["total"]) };
  }
}
