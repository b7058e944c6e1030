import { createHash } from "node:crypto";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { lastChange, lastChangeMade, type ChangeRow } from "../cypher/changes.js";
import { ErrorCode, SanadError } from "../errors.js";
import { readChanges, type ChangePage } from "../store/changeLog.js";
import { FIRST_FIFTY, LAST, MAX_FIRST, WHERE } from "./args.js";
import { Change } from "./change.type.js";
import { Claim } from "./claim.type.js";
import { followClaims, isSeen, readSince, refusePast } from "./claimFeed.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { ClaimFilter } from "./filter.input.js";
import { claimAsked, entityAsked } from "./lists.js";
import { windowOf } from "./pages.js";

/** How many changes are read together, and how often one field reads: what somebody may not see must not cost more than what they may. */
const PAGE = MAX_FIRST;
const MAX_PAGES = 50;

function tooManyHidden(through: number): SanadError {
  const message = `the ${PAGE * MAX_PAGES} changes after \`since\`, up to ${through}, hold none that you can see, and more are not looked at at once: go on with since: "${through}"`;
  return new SanadError(ErrorCode.TOO_COMPLEX, message);
}

/** The last changes that can be seen before a number, in order. As many are looked at as from the beginning; where none of them can be seen, that is an empty list. */
async function lastChanges({ levels, loaders }: Context, wanted: number, before: string | null) {
  const [end] = await levels.read(lastChange());
  const made = Number(end?.["seq"] ?? 0);
  let through = before === null ? made : Math.min(made, readSince(before, "before") - 1);
  let seen: readonly ChangeRow[] = [];
  for (let pages = 0; seen.length < wanted && through > 0 && pages < MAX_PAGES; pages++) {
    const after = Math.max(0, through - PAGE);
    const { changes } = await readChanges(
      (statement) => levels.read(statement),
      after,
      through - after,
      loaders.moment,
    );
    seen = [...changes.filter(isSeen), ...seen];
    through = after;
  }
  return seen.slice(-wanted);
}

/** What was done here, as the log in the store has it. */
@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => [Change], { nullable: true, description: "What has changed, in order, each once." })
  async changes(
    @Arg("since", () => ID, { nullable: true, description: "The last `seq` seen; left out, from the beginning." })
    since: string | null,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Arg("last", () => Int, LAST) last: number | null | undefined,
    @Arg("before", () => ID, { nullable: true, description: "The `seq` before which those of `last` end." })
    before: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly ChangeRow[]> {
    windowOf({ first, last }); // refuses a page of another size
    if (typeof last === "number") return lastChanges(context, last, before ?? null);
    const { levels, loaders } = context;
    const seen: ChangeRow[] = [];
    let page: ChangePage = { changes: [], through: readSince(since ?? "0"), last: Infinity };
    // what somebody may not see is passed over, so that a page of nothing else is no end
    for (let pages = 0; seen.length < first && page.through < page.last; pages++) {
      if (pages === MAX_PAGES && seen.length > 0) break; // no end either: that is an empty list
      if (pages === MAX_PAGES) throw tooManyHidden(page.through);
      const before = page.through;
      page = await readChanges((statement) => levels.read(statement), before, PAGE, loaders.moment);
      refusePast(before, page.last);
      seen.push(...page.changes.filter(isSeen));
    }
    return seen.slice(0, first);
  }

  @Query(() => String, {
    nullable: true,
    description:
      "In which state the graph is, opaque: another after every change of it, also one that whoever asks does not see, by whichever server it was made; the same while nothing changes. Good for an ETag, beside what else an answer depends on.",
  })
  async revision(@Ctx() { levels }: Context): Promise<string> {
    const [last] = await levels.read(lastChangeMade());
    return createHash("sha256")
      .update(JSON.stringify(last ?? null))
      .digest("base64url")
      .slice(0, 22);
  }

  @Subscription(() => Change, {
    description:
      "What changes about claims, as it changes: in order, each once. A claim that the filter lets pass is one that meets it now; of whatever status and rank it is, unless the filter names those, so that the end of a claim is told, too.",
    subscribe: ({ args, context }: { args: Parameters<typeof followClaims>[0]; context: Context }) =>
      followClaims(args, context),
  })
  claimChanged(
    @Arg("where", () => ClaimFilter, WHERE) _where: ClaimFilter,
    @Arg("since", () => ID, {
      nullable: true,
      description: "The last `seq` seen: nothing is lost, nothing comes twice. Left out, from now on.",
    })
    _since: string,
  ): never {
    throw new TypeError("the source of the subscription gives the changes as they are");
  }

  @FieldResolver(() => Claim, {
    nullable: true,
    description: "The claim that it was done with; null where it was none, or one that cannot be seen.",
  })
  claim(@Root() { claims }: ChangeRow, @Ctx() { ontology, loaders }: Context, @Info() info: GraphQLResolveInfo) {
    const [id] = [...claims].sort();
    return id === undefined ? null : loaders.claim(id, claimAsked(info, { ontology, loaders }));
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The entity that it was done with; null where it was none, or one that cannot be seen.",
  })
  entity(
    @Root() { entities, merged }: ChangeRow,
    @Ctx() { ontology, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const id = [...entities].sort()[0] ?? [...merged].sort()[0];
    return id === undefined ? null : loaders.entity(id, entityAsked(info, ontology));
  }
}
