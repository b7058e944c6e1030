import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { ChainSearch, type Chain, type Side } from "../claims/chains.js";
import { claimsAround, degreesOf } from "../cypher/paths.js";
import { readMoment } from "../cypher/moment.js";
import { badInput, tooComplex } from "../cypher/refusal.js";
import { NAMED } from "../cypher/wanted.js";
import { rowsOf } from "../cypher/rows.js";
import { AS_OF } from "./args.js";
import { BOUNDS } from "./bounds.js";
import type { Context } from "./context.js";
import { AsOf } from "./filter.input.js";
import { claimNodes, entitiesBy, entityNodes } from "./lists.js";
import { windowOf } from "./pages.js";
import { Path } from "./path.type.js";
import { allReady } from "./ready.js";

/** How long chains may be. */
const MAX_LENGTH = 6;

@Resolver()
export class PathResolver {
  @Query(() => [Path], {
    nullable: true,
    description: `The shortest chains of claims between two entities, whichever way each claim points: by length, then by how many origins their claims have added up, the most first, then by the claims' ids. No entity stands twice in a chain. Of an entity to itself there is one, of no claims; null where there is no such entity. It is refused as TOO_COMPLEX, and never answered in part, where more than ${BOUNDS.pathClaims} claims would have to be looked at.`,
  })
  async paths(
    @Arg("from", () => ID, { description: "The one end." }) from: string,
    @Arg("to", () => ID, { description: "The other end." }) to: string,
    @Arg("maxLength", () => Int, {
      description: `How many claims a chain has at most, 1 to ${MAX_LENGTH}.`,
      defaultValue: 4,
    })
    maxLength: number,
    @Arg("first", () => Int, { description: "How many chains at most, 1 to 200.", defaultValue: 3 }) first: number,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() now: Context,
  ) {
    windowOf({ first });
    const context = { ...now, loaders: now.loaders.at(readMoment(asOf, now.loaders.moment)) };
    if (maxLength < 1 || maxLength > MAX_LENGTH) {
      const message = `is ${maxLength}; a chain has 1 to ${MAX_LENGTH} claims`;
      throw badInput("WRONG_MAX_LENGTH", message, ["maxLength"]);
    }
    const ends = await allReady([from, to].map((id) => context.loaders.entity(id, entitiesBy(NAMED))));
    if (!ends[0] || !ends[1]) return null;
    const [begin, end] = [ends[0].id, ends[1].id]; // of one that was merged it is that of what it is now
    const reader = new Reader(context);
    const chains: Chain[] = begin === end ? [{ nodes: [begin], claims: [], strength: 0 }] : [];
    const search = new ChainSearch(begin, end);
    for (let length = 1; begin !== end && length <= maxLength && chains.length < first; length++) {
      while (search.reach < length) await reader.expand(search);
      chains.push(...(await strongest(search, length, first - chains.length, context)));
    }
    return chains.map((chain) => pathNode(chain, context));
  }
}

/** The strongest chains of a length. */
async function strongest(search: ChainSearch, length: number, first: number, { loaders }: Context): Promise<Chain[]> {
  const claims = [...search.candidates(length)];
  if (claims.length === 0) return [];
  if (claims.length > BOUNDS.pathCandidates) {
    const message = `meets ${claims.length} claims that may be part of a chain of ${length}; at most ${BOUNDS.pathCandidates} are weighed`;
    throw tooComplex(message, ["paths"]);
  }
  const supports = await allReady(claims.map((claim) => loaders.support(claim)));
  const origins = new Map(claims.map((claim, index) => [claim, supports[index]!.origins.length]));
  const chains = search.chains(length, first, (claim) => origins.get(claim)!, BOUNDS.pathSteps);
  if (chains) return chains;
  throw tooComplex(`takes more than ${BOUNDS.pathSteps} steps among ${claims.length} claims, which is the most`, [
    "paths",
  ]);
}

function pathNode({ nodes, claims, strength }: Chain, { loaders }: Context) {
  return {
    length: claims.length,
    origins: strength,
    nodes: entityNodes(nodes, loaders),
    claims: claimNodes(claims, loaders),
  };
}

/** Reads what a search needs, of the cheaper side each time. */
class Reader {
  /** How many claims each entity has a part in, as far as that is known. */
  readonly #degrees = new Map<string, number>();
  #read = 0;

  constructor(private readonly context: Context) {}

  /** Takes the side of a search a claim farther that has the fewer claims to be read. */
  async expand(search: ChainSearch): Promise<void> {
    const side = await this.#cheaper(search);
    const ids = search.unknown(side);
    this.#read += this.#cost(ids).known;
    if (this.#read > BOUNDS.pathClaims) {
      throw tooComplex(`must look at ${this.#read} claims; at most ${BOUNDS.pathClaims} are looked at`, ["paths"]);
    }
    type Around = { id: string; said: readonly [string, string][]; told: readonly [string, string][] };
    const rows =
      ids.length === 0
        ? []
        : rowsOf<Around>(await this.context.levels.read(claimsAround(ids, this.context.loaders.moment)));
    search.expand(side, new Map(rows.map(({ id, said, told }) => [id, [...said, ...told]])));
  }

  /** Counts claims only where that decides: whoever is met by a claim has at least that one. */
  async #cheaper(search: ChainSearch): Promise<Side> {
    const sides = { from: search.unknown("from"), to: search.unknown("to") };
    for (const [side, other] of [["from", "to"] as const, ["to", "from"] as const]) {
      const [own, others] = [this.#cost(sides[side]), this.#cost(sides[other])];
      if (own.uncounted.length === 0 && own.known <= others.known + others.uncounted.length) return side;
    }
    await this.#count([...new Set([...this.#cost(sides.from).uncounted, ...this.#cost(sides.to).uncounted])]);
    return this.#cost(sides.from).known <= this.#cost(sides.to).known ? "from" : "to";
  }

  #cost(ids: readonly string[]): { readonly known: number; readonly uncounted: readonly string[] } {
    return {
      known: ids.reduce((sum, id) => sum + (this.#degrees.get(id) ?? 0), 0),
      uncounted: ids.filter((id) => !this.#degrees.has(id)),
    };
  }

  async #count(ids: readonly string[]): Promise<void> {
    const rows = rowsOf<{ id: string; claims: number }>(
      await this.context.levels.read(degreesOf(ids, this.context.loaders.moment)),
    );
    for (const { id, claims } of rows) this.#degrees.set(id, claims);
  }
}
