import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { bestAround, compareSupport, type MetClaim } from "../claims/surroundings.js";
import { claimsAroundThatMeet, type ClaimWithOther } from "../cypher/around.js";
import type { ClaimFilter as Filter } from "../cypher/condition.js";
import { readClaimFilter } from "../cypher/filter.js";
import { readMoment } from "../cypher/moment.js";
import { degreesOf } from "../cypher/paths.js";
import { badInput } from "../cypher/refusal.js";
import { rowsOf } from "../cypher/rows.js";
import { AS_OF, ID_ARG, WHERE } from "./args.js";
import { Around } from "./around.type.js";
import { BOUNDS } from "./bounds.js";
import type { Context } from "./context.js";
import { claimNodes, entityNodes } from "./lists.js";
import { facetNodes, facetsOfClaims } from "./facets.js";
import { AsOf, ClaimFilter } from "./filter.input.js";
import { allReady } from "./ready.js";

/** How many claims away things may be. */
const MAX_DEPTH = 3;

/** How many claims are given: more than a picture can show. */
const MAX_CLAIMS = 120;

@Resolver()
export class AroundResolver {
  @Query(() => Around, {
    nullable: true,
    description:
      "The claims between entities in the neighbourhood of one, whichever way each claim points; null where there is no such entity.",
  })
  async around(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("depth", () => Int, {
      description: `How many claims away the farthest are, 1 to ${MAX_DEPTH}.`,
      defaultValue: 2,
    })
    depth: number,
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("first", () => Int, { description: `How many claims at most, 1 to ${MAX_CLAIMS}.`, defaultValue: MAX_CLAIMS })
    first: number,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() now: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    checkRange("WRONG_DEPTH", "depth", depth, MAX_DEPTH, "claims are");
    checkRange("WRONG_FIRST", "first", first, MAX_CLAIMS, "claims are given");
    const filter = readClaimFilter(now.ontology, where);
    const loaders = now.loaders.at(readMoment(asOf, now.loaders.moment));
    const focus = await loaders.entity(id);
    if (!focus) return null;
    const { found, complete } = await walk(focus.id, depth, filter, { ...now, loaders });
    const claims = await supported(found, { ...now, loaders });
    const best = bestAround(focus.id, claims, first);
    const counted = await facetsOfClaims(
      found.map((claim) => claim.id),
      info,
      loaders,
    );
    const entities = new Set([focus.id, ...best.flatMap(({ ends }) => ends)]);
    return {
      focus,
      entities: entityNodes([...entities], loaders),
      claims: claimNodes(
        best.sort(compareSupport).map((one) => one.id),
        loaders,
      ),
      totalCount: claims.length,
      facets: facetNodes(counted, loaders),
      complete,
    };
  }
}

function checkRange(code: string, argument: string, value: number, most: number, what: string): void {
  if (value >= 1 && value <= most) return;
  throw badInput(code, `is ${value}; 1 to ${most} ${what}`, [argument]);
}

/** A claim before it is known how well it is supported. */
type Found = Pick<MetClaim, "id" | "ends" | "level">;

/** Walks outwards, a claim at a time, as far as the bounds allow; `complete` is whether they let everything be looked at. */
async function walk(focus: string, depth: number, filter: Filter, { levels, loaders }: Context) {
  const found = new Map<string, Found>();
  const seen = new Set([focus]);
  let complete = true;
  let frontier: readonly string[] = [focus];
  for (let level = 1; level <= depth && frontier.length > 0; level++) {
    // whoever is in the middle is looked at in any case; of the others those of fewer claims first
    const left = BOUNDS.aroundClaims - found.size;
    const chosen = level === 1 ? frontier : await leastClaimed(frontier, left, { levels, loaders });
    if (chosen.length < frontier.length) complete = false;
    if (chosen.length === 0) break;
    type Row = { id: string; said: readonly ClaimWithOther[]; told: readonly ClaimWithOther[] };
    const statement = claimsAroundThatMeet(chosen, filter, BOUNDS.aroundClaims, loaders.moment);
    const next = new Set<string>();
    for (const { id, said, told } of rowsOf<Row>(await levels.read(statement))) {
      if (Math.max(said.length, told.length) === BOUNDS.aroundClaims) complete = false;
      for (const [claim, other] of [...said, ...told]) {
        if (!found.has(claim)) found.set(claim, { id: claim, ends: [id, other], level });
        if (!seen.has(other)) next.add(other);
      }
    }
    for (const id of next) seen.add(id);
    frontier = [...next].sort();
  }
  return { found: [...found.values()], complete };
}

/** Those of some entities whose claims together are no more than may be looked at, the least claimed first. */
async function leastClaimed(
  ids: readonly string[],
  most: number,
  { levels, loaders }: Pick<Context, "levels" | "loaders">,
): Promise<string[]> {
  const some = ids.slice(0, BOUNDS.aroundEntities);
  const rows = rowsOf<{ id: string; claims: number }>(await levels.read(degreesOf(some, loaders.moment)));
  let left = most;
  return [...rows]
    .sort((a, b) => a.claims - b.claims || (a.id < b.id ? -1 : 1))
    .filter(({ claims }) => (left -= claims) >= 0)
    .map(({ id }) => id);
}

/** How well each claim is supported. */
async function supported(found: readonly Found[], { loaders }: Context): Promise<MetClaim[]> {
  const supports = await allReady(found.map(({ id }) => loaders.support(id)));
  return found.map((claim, index) => {
    const { citations, origins } = supports[index]!;
    return { ...claim, citations, origins: origins.length };
  });
}
