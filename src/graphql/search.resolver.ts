import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Query, Resolver } from "type-graphql";
import { compareRanked, scoreOf } from "../claims/searchQuery.js";
import { snippetOf, type Snippet } from "../claims/snippet.js";
import { readMoment } from "../cypher/moment.js";
import { SEARCH_LIMITS } from "../cypher/search.js";
import { AFTER, AS_OF, FIRST } from "./args.js";
import type { Context } from "./context.js";
import { facetNodes, facetsOfClaims, nodesOf } from "./facets.js";
import { AsOf, ClaimFilter } from "./filter.input.js";
import type { Loaders } from "./loaders.js";
import { claimNode, entityNode } from "./lists.js";
import { pageOf, windowOf } from "./pages.js";
import { selectedBeneath } from "./selection.js";
import { SearchConnection } from "./search.type.js";
import { Search, type Hit } from "./searcher.js";

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    nullable: true,
    description:
      "Finds entities by their names and aliases, and claims by their quotes, the best first. All words must be met: as they are, the last one also as a beginning (from two letters), and those of four letters or more that hold no digit also with one mistake; case, diacritics, tatweel, hamza and alef forms and the script of digits do not count. First comes what is called just so; then words as they are before beginnings before mistakes, and within each names before aliases before quotes. Claims that are deprecated, superseded or retracted are not found.",
  })
  async search(
    @Arg("text", () => String, {
      description: `The words sought: 1 to ${SEARCH_LIMITS.words} words in ${SEARCH_LIMITS.text} characters.`,
    })
    text: string,
    @Arg("kinds", () => [String], {
      nullable: true,
      description:
        "Of which kinds, by the ontology's names: then entities only are found. Left out, entities of every kind, and claims.",
    })
    kinds: readonly string[] | null | undefined,
    @Arg("claims", () => ClaimFilter, {
      nullable: true,
      description:
        "What claims must meet: then claims only are found, and of these only such. Not to be given together with `kinds`.",
    })
    claims: ClaimFilter | null | undefined,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null | undefined,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() now: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    windowOf({ first });
    const context = { ...now, loaders: now.loaders.at(readMoment(asOf, now.loaders.moment)) };
    const search = new Search(context, text, kinds ?? null, claims ?? null);
    const from = typeof after === "string" ? search.placeOf(after) : null;
    const following = (hits: readonly Hit[]) => (from ? hits.filter((hit) => compareRanked(hit, from) > 0) : hits);
    const selected = selectedBeneath(info.fieldNodes, info);
    const toTheEnd = ["totalCount", "complete", "facets"].some((field) => selected.has(field));
    const found = await search.find((hits) => !toTheEnd && following(hits).length > first);
    const edge = (hit: Hit) => {
      let snippet: Promise<Snippet> | undefined;
      const snippetOnce = () => (snippet ??= textOf(hit, context).then((whole) => snippetOf(whole, found.sought)));
      return {
        cursor: search.cursorOf(hit),
        score: scoreOf(hit.rank),
        match: hit.place,
        snippet: async () => (await snippetOnce()).text,
        matched: async () => (await snippetOnce()).matched,
        node: (hit.citation === null ? entityNode : claimNode)(hit.id, context.loaders),
      };
    };
    const page = pageOf(following(found.hits), { first, after }, edge, found.hits.length);
    return { ...page, complete: found.complete, facets: await facetsFound(found.hits, info, context.loaders) };
  }
}

/** The facets of all that was found: the entities' kinds, and what of the claims is selected. */
async function facetsFound(hits: readonly Hit[], info: GraphQLResolveInfo, loaders: Loaders) {
  const claims = hits.filter(({ citation }) => citation !== null).map(({ id }) => id);
  const facets = facetNodes(await facetsOfClaims(claims, info, loaders), loaders);
  const kinds = hits.flatMap(({ kind }) => (kind === null ? [] : [[kind, 1] as const]));
  return { ...facets, kinds: () => nodesOf("kinds", kinds, loaders) };
}

/** The text in which the words were found, as it is written. */
async function textOf({ text, citation }: Hit, { loaders }: Context): Promise<string> {
  return text ?? (await loaders.citation(citation!))?.quote ?? "";
}
