import { Arg, Int, Query, Resolver } from "type-graphql";
import { ErrorCode, SanadError } from "../errors.js";
import { AFTER, FIRST } from "./args.js";
import { DuplicateConnection } from "./duplicate.type.js";

/** The queries that the schema has and this version refuses, each by its name. */
@Resolver()
export class UnansweredResolver {
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
}

export function refuse(field: string): never {
  throw new SanadError(ErrorCode.NOT_IMPLEMENTED, `${field} is not answered by this version`);
}
