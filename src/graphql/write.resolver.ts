import { Arg, ID, Mutation, Resolver } from "type-graphql";
import { ID_ARG } from "./args.js";
import { RankEnum } from "./enums.js";
import { refuse } from "./unanswered.resolver.js";
import { CitationInput, ClaimInput, EntityChange, EntityInput, SourceInput } from "./write.input.js";
import {
  AddEntitiesPayload,
  AddSourcePayload,
  AssertClaimsPayload,
  ClaimPayload,
  EntitiesPayload,
  EntityPayload,
  MergeEntitiesPayload,
} from "./write.type.js";

const REASON = { description: "Why; kept in the history." };

/** The mutations that the schema has; this version refuses them, each by its name. */
@Resolver()
export class WriteResolver {
  @Mutation(() => AddSourcePayload, { nullable: true, description: "Records a source." })
  addSource(@Arg("input", () => SourceInput, { description: "The source." }) _input: SourceInput): never {
    return refuse("addSource");
  }

  @Mutation(() => AddEntitiesPayload, { nullable: true, description: "Records entities: all of them, or none." })
  addEntities(@Arg("input", () => [EntityInput], { description: "The entities." }) _input: EntityInput[]): never {
    return refuse("addEntities");
  }

  @Mutation(() => AssertClaimsPayload, { nullable: true, description: "Asserts claims: all of them, or none." })
  assertClaims(@Arg("input", () => [ClaimInput], { description: "The claims." }) _input: ClaimInput[]): never {
    return refuse("assertClaims");
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Withdraws a claim; it stays, with its history." })
  retractClaim(@Arg("id", () => ID, ID_ARG) _id: string, @Arg("reason", () => String, REASON) _reason: string): never {
    return refuse("retractClaim");
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Puts another claim in a claim's place." })
  supersedeClaim(
    @Arg("id", () => ID, ID_ARG) _id: string,
    @Arg("by", () => ClaimInput, { description: "The claim that takes its place." }) _by: ClaimInput,
    @Arg("reason", () => String, REASON) _reason: string,
  ): never {
    return refuse("supersedeClaim");
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Gives a claim further citations." })
  citeClaim(
    @Arg("id", () => ID, ID_ARG) _id: string,
    @Arg("citations", () => [CitationInput], { description: "The citations." }) _citations: CitationInput[],
  ): never {
    return refuse("citeClaim");
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Ranks a claim." })
  rankClaim(
    @Arg("id", () => ID, ID_ARG) _id: string,
    @Arg("rank", () => RankEnum, { description: "Its rank from now on." }) _rank: string,
    @Arg("reason", () => String, REASON) _reason: string,
  ): never {
    return refuse("rankClaim");
  }

  @Mutation(() => EntityPayload, { nullable: true, description: "Corrects an entity's names, aliases or description." })
  updateEntity(
    @Arg("id", () => ID, ID_ARG) _id: string,
    @Arg("change", () => EntityChange, { description: "What is to be changed." }) _change: EntityChange,
    @Arg("reason", () => String, REASON) _reason: string,
  ): never {
    return refuse("updateEntity");
  }

  @Mutation(() => MergeEntitiesPayload, { nullable: true, description: "Makes two entities one; it can be undone." })
  mergeEntities(
    @Arg("keep", () => ID, { description: "The entity that is kept." }) _keep: string,
    @Arg("merge", () => ID, { description: "The entity that becomes part of it." }) _merge: string,
    @Arg("reason", () => String, REASON) _reason: string,
  ): never {
    return refuse("mergeEntities");
  }

  @Mutation(() => EntitiesPayload, { nullable: true, description: "Undoes a merge." })
  unmergeEntities(
    @Arg("id", () => ID, { description: "The id that was merged." }) _id: string,
    @Arg("reason", () => String, REASON) _reason: string,
  ): never {
    return refuse("unmergeEntities");
  }

  @Mutation(() => EntitiesPayload, { nullable: true, description: "Remembers that two entities are not the same." })
  keepApart(
    @Arg("a", () => ID, { description: "The one." }) _a: string,
    @Arg("b", () => ID, { description: "The other." }) _b: string,
    @Arg("reason", () => String, REASON) _reason: string,
  ): never {
    return refuse("keepApart");
  }
}
