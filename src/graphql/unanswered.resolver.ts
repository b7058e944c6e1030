import { Arg, ID, Int, Query, Resolver, Subscription } from "type-graphql";
import { ErrorCode, SanadError } from "../errors.js";
import { AFTER, FIRST, FIRST_FIFTY, WHERE } from "./args.js";
import { Change } from "./change.type.js";
import { DuplicateConnection } from "./duplicate.type.js";
import { ExportFormatEnum } from "./enums.js";
import { Export } from "./export.type.js";
import { ClaimFilter } from "./filter.input.js";

/** The queries that the schema has and this version refuses, each by its name. */
@Resolver()
export class UnansweredResolver {
  @Query(() => Export, { nullable: true, description: "Claims as a file to download." })
  export(
    @Arg("where", () => ClaimFilter, WHERE) _where: ClaimFilter,
    @Arg("format", () => ExportFormatEnum, { description: "The file's format." }) _format: string,
  ): never {
    return refuse("export");
  }

  @Query(() => [Change], { nullable: true, description: "What has changed, in order, each once." })
  changes(
    @Arg("since", () => ID, { nullable: true, description: "The last `seq` seen; left out, from the beginning." })
    _since: string,
    @Arg("first", () => Int, FIRST_FIFTY) _first: number,
  ): never {
    return refuse("changes");
  }

  @Query(() => DuplicateConnection, {
    nullable: true,
    description: "Entities that may be the same thing, for a person to decide.",
  })
  duplicates(
    @Arg("kind", () => String, { nullable: true, description: "Of which kind, by the ontology's name." }) _kind: string,
    @Arg("first", () => Int, FIRST) _first: number,
    @Arg("after", () => String, AFTER) _after: string,
  ): never {
    return refuse("duplicates");
  }

  @Subscription(() => Change, { description: "What changes, as it changes.", subscribe: () => refuse("claimChanged") })
  claimChanged(
    @Arg("where", () => ClaimFilter, WHERE) _where: ClaimFilter,
    @Arg("since", () => ID, {
      nullable: true,
      description: "The last `seq` seen: nothing is lost, nothing comes twice.",
    })
    _since: string,
  ): never {
    return refuse("claimChanged");
  }
}

export function refuse(field: string): never {
  throw new SanadError(ErrorCode.NOT_IMPLEMENTED, `${field} is not answered by this version`);
}
