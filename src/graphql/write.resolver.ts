import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Rank } from "../claims/claim.js";
import { addEntities } from "../store/curate/addEntities.js";
import { addSource } from "../store/curate/addSource.js";
import { assertClaims, claimProblems } from "../store/curate/assertClaims.js";
import { citeClaim } from "../store/curate/citeClaim.js";
import type { Changed, Curation } from "../store/curate/curation.js";
import type * as inputs from "../store/curate/inputs.js";
import { keepApart } from "../store/curate/keepApart.js";
import { mergeEntities } from "../store/curate/mergeEntities.js";
import { rankClaim } from "../store/curate/rankClaim.js";
import { restoreClaim } from "../store/curate/restoreClaim.js";
import { restrictSource } from "../store/curate/restrictSource.js";
import { retractClaim } from "../store/curate/retractClaim.js";
import { supersedeClaim } from "../store/curate/supersedeClaim.js";
import { unmergeEntities } from "../store/curate/unmergeEntities.js";
import { updateEntity } from "../store/curate/updateEntity.js";
import { ID_ARG } from "./args.js";
import type { Context } from "./context.js";
import { RankEnum } from "./enums.js";
import { CitationInput, ClaimInput, EntityChange, EntityInput, SourceInput } from "./write.input.js";
import {
  AddEntitiesPayload,
  AddSourcePayload,
  AssertClaimsPayload,
  ClaimPayload,
  EntitiesPayload,
  EntityPayload,
  MergeEntitiesPayload,
  Problem,
  RestrictSourcePayload,
} from "./write.type.js";
import { allReady } from "./ready.js";

const REASON = { description: "Why; kept in the history." };

/** What curators do: each mutation is one transaction. What it answers with is read after it, through loaders that have read nothing yet. */
@Resolver()
export class WriteResolver {
  @Mutation(() => AddSourcePayload, {
    nullable: true,
    description:
      "Records a source. Of one address there is one: sent again with another text, that is its text from now on.",
  })
  async addSource(
    @Arg("input", () => SourceInput, { description: "The source." }) input: inputs.SourceInput,
    @Ctx() context: Context,
  ) {
    const { id, ...done } = await addSource(curationOf(context), input);
    return { source: await context.loaders.anew().entityThere(id), ...done };
  }

  @Mutation(() => AddEntitiesPayload, {
    nullable: true,
    description: "Records entities: all of them, or none. One of a kind and names that are here already is that one.",
  })
  async addEntities(
    @Arg("input", () => [EntityInput], { description: "The entities." }) input: inputs.EntityInput[],
    @Ctx() context: Context,
  ) {
    const { ids, created } = await addEntities(curationOf(context), input);
    return { entities: await entities(context, ids), created };
  }

  @Mutation(() => AssertClaimsPayload, {
    nullable: true,
    description:
      "Asserts claims: all of them, or none. One that is here already is given the citations that are new, and stays as it is otherwise.",
  })
  async assertClaims(
    @Arg("input", () => [ClaimInput], { description: "The claims." }) input: inputs.ClaimInput[],
    @Ctx() context: Context,
  ) {
    const { ids, ...counts } = await assertClaims(curationOf(context), input);
    const loaders = context.loaders.anew();
    return { claims: await allReady(ids.map((id) => loaders.claimThere(id))), ...counts };
  }

  @Query(() => [Problem], {
    nullable: true,
    description: "What `assertClaims` would refuse, for those who may assert; nothing is written.",
  })
  checkClaims(
    @Arg("input", () => [ClaimInput], { description: "The claims." }) input: inputs.ClaimInput[],
    @Ctx() { ontology, levels, loaders }: Context,
  ) {
    return claimProblems(levels, ontology, input, loaders.moment);
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Withdraws a claim; it stays, with its history." })
  async retractClaim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    return claimPayload(context, await retractClaim(curationOf(context), id, reason));
  }

  @Mutation(() => ClaimPayload, {
    nullable: true,
    description: "Has a claim count again that was withdrawn or superseded.",
  })
  async restoreClaim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    return claimPayload(context, await restoreClaim(curationOf(context), id, reason));
  }

  @Mutation(() => ClaimPayload, {
    nullable: true,
    description: "Puts another claim in a claim's place. The answer's claim is the one whose place is taken.",
  })
  async supersedeClaim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("by", () => ClaimInput, { description: "The claim that takes its place." }) by: inputs.ClaimInput,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    return claimPayload(context, await supersedeClaim(curationOf(context), id, by, reason));
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Gives a claim further citations." })
  async citeClaim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("citations", () => [CitationInput], { description: "The citations." }) citations: inputs.CitationInput[],
    @Ctx() context: Context,
  ) {
    return claimPayload(context, await citeClaim(curationOf(context), id, citations));
  }

  @Mutation(() => ClaimPayload, { nullable: true, description: "Ranks a claim." })
  async rankClaim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("rank", () => RankEnum, { description: "Its rank from now on." }) rank: Rank,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    return claimPayload(context, await rankClaim(curationOf(context), id, rank, reason));
  }

  @Mutation(() => EntityPayload, { nullable: true, description: "Corrects an entity's names, aliases or description." })
  async updateEntity(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("change", () => EntityChange, { description: "What is to be changed." }) change: inputs.EntityChange,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    return entityPayload(context, await updateEntity(curationOf(context), id, change, reason));
  }

  @Mutation(() => MergeEntitiesPayload, { nullable: true, description: "Makes two entities one; it can be undone." })
  async mergeEntities(
    @Arg("keep", () => ID, { description: "The entity that is kept." }) keep: string,
    @Arg("merge", () => ID, { description: "The entity that becomes part of it." }) merge: string,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    const done = await mergeEntities(curationOf(context), keep, merge, reason);
    return { ...(await entityPayload(context, done)), mergedId: merge };
  }

  @Mutation(() => EntitiesPayload, {
    nullable: true,
    description: "Undoes a merge. The answer's entities are the one that it was part of, and itself.",
  })
  async unmergeEntities(
    @Arg("id", () => ID, { description: "The id that was merged." }) id: string,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    const { ids, changed } = await unmergeEntities(curationOf(context), id, reason);
    return { entities: await entities(context, ids), changed };
  }

  @Mutation(() => RestrictSourcePayload, {
    nullable: true,
    description:
      "Restricts a source, or opens it. A restricted one, its citations, and claims that have no other or are about it are shown to curators only.",
  })
  async restrictSource(
    @Arg("id", () => ID, { description: "The source." }) id: string,
    @Arg("restricted", () => Boolean, { description: "Whether it is restricted from now on, or open." })
    restricted: boolean,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    const { changed } = await restrictSource(curationOf(context), id, restricted, reason);
    return { source: await context.loaders.anew().entityThere(id), changed };
  }

  @Mutation(() => EntitiesPayload, { nullable: true, description: "Remembers that two entities are not the same." })
  async keepApart(
    @Arg("a", () => ID, { description: "The one." }) a: string,
    @Arg("b", () => ID, { description: "The other." }) b: string,
    @Arg("reason", () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    const { ids, changed } = await keepApart(curationOf(context), a, b, reason);
    return { entities: await entities(context, ids), changed };
  }
}

/** For whom a change is made: no mutation is called for anybody who is no curator. */
function curationOf({ store, ontology, access, viewer }: Context): Curation {
  return { store, ontology, access, by: viewer.name! };
}

async function claimPayload({ loaders }: Context, { id, changed }: Changed) {
  return { claim: await loaders.anew().claimThere(id), changed };
}

async function entityPayload({ loaders }: Context, { id, changed }: Changed) {
  return { entity: await loaders.anew().entityThere(id), changed };
}

function entities({ loaders }: Context, ids: readonly string[]) {
  const fresh = loaders.anew();
  return allReady(ids.map((id) => fresh.entityThere(id)));
}
