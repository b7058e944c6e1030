import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Quantity as Amount } from "../claims/claim.js";
import { meantLanguage } from "../claims/language.js";
import { claimStatement, inLanguage, quantityPhrase } from "../claims/statement.js";
import { claimCount, claimPage, type ClaimOrder as Order } from "../cypher/claimPage.js";
import { claimFacets, claimSources, saidCount, sourceCount, type FacetsWanted } from "../cypher/facets.js";
import { readMoment } from "../cypher/moment.js";
import type { ClaimsAsked } from "../cypher/reading.js";
import { contentOf, localizedOf } from "../cypher/rows.js";
import type { Row, Value } from "../cypher/statement.js";
import { IDENTIFIED, OF_CLAIM } from "../cypher/wanted.js";
import type { Ontology } from "../ontology/ontology.js";
import { AFTER, AS_OF, BEFORE, FIRST, FIRST_FIFTY, ID_ARG, LANG, LAST, ORDER_BY, WHERE } from "./args.js";
import { Citation, CitationConnection } from "./citation.type.js";
import { conflictsOf } from "./claimConflicts.js";
import { Claim, ClaimConnection, ClaimEvent, Quantity, Support } from "./claim.type.js";
import { ClaimConflict } from "./conflict.type.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import { facetNodes, facetsWanted, type FacetCounts } from "./facets.js";
import { labelOf } from "./labels.js";
import { citationsOfClaim, claimAsked, claimsWanted, entityAsked } from "./lists.js";
import { readAlong, together, type ClaimNode, type EntityNode, type Loaders } from "./loaders.js";
import { childPage, itemsOfPage, onceAsked, pageOf, rowCursor, windowOf, type PageArgs } from "./pages.js";
import { allReady, whenReady, type Ready } from "./ready.js";
import { selectedBeneath, selectsPage } from "./selection.js";
import { Source } from "./source.type.js";
import { wording } from "./wording.js";

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: "One claim; null where there is none." })
  claim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { ontology, loaders: now }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const loaders = now.at(readMoment(asOf, now.moment));
    return loaders.claim(id, claimAsked(info, { ontology, loaders }));
  }

  @Query(() => ClaimConnection, { nullable: true, description: "Claims of every predicate." })
  async claims(
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("orderBy", () => [ClaimOrder], ORDER_BY) orderBy: ClaimOrder[] | null,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("last", () => Int, LAST) last: number | null,
    @Arg("before", () => String, BEFORE) before: string | null,
    @Ctx() { ontology, levels, statistics, loaders: now }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const loaders = now.at(readMoment(asOf, now.moment));
    const { moment } = loaders;
    const args = { first, after, last, before };
    const order = (orderBy ?? []) as Order[];
    const selected = selectedBeneath(info.fieldNodes, info);
    const all = together([claimsWanted(itemsOfPage(selected, info), info, { ontology, loaders })], moment)!;
    const claims = { ...all, lists: readAlong(first, all.lists) };
    const request = { where, orderBy: order, moment, statistics, claims, ...windowOf(args) };
    const { statement, list, keys } = claimPage(ontology, request);
    const options = { moment, ...(statistics && { statistics }) };
    const [rows, counted, facets] = await Promise.all([
      selectsPage(selected) ? levels.read(statement) : [],
      selected.has("totalCount") ? levels.read(claimCount(ontology, where, options)) : null,
      facetsOf(facetsWanted(info), where, options, { ontology, levels }),
    ]);
    const edge = (row: Row) => ({
      node: loaders.takeClaim(row["claim"] as readonly Value[], claims),
      cursor: rowCursor(list, keys, row),
    });
    const page = pageOf(rows, args, edge, counted && Number(counted[0]!["total"]));
    return { ...page, facets: () => facetNodes(facets, loaders) };
  }

  @FieldResolver(() => String, {
    description: "One readable sentence, made from the ontology's words: “Cortex uses 50,000 × H100”.",
  })
  statement(
    @Root() claim: ClaimNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): Ready<string> {
    const { subject, object, loaders } = claim;
    const ends = object === null ? [subject] : [subject, object];
    return whenReady(wording(ends, lang, { ontology, loaders }), (words) => claimStatement(contentOf(claim), words));
  }

  @FieldResolver(() => String, { description: "What its predicate is called." })
  predicateLabel(
    @Root() { predicate }: ClaimNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string {
    return labelOf("predicates", predicate, lang, ontology);
  }

  @FieldResolver(() => Entity, { description: "The entity that it is about." })
  subject(@Root() claim: ClaimNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return claim.loaders.entityThere(claim.subject, entityAsked(info, ontology));
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The entity that it leads to; null where it is about a value.",
  })
  object(@Root() claim: ClaimNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    if (claim.object === null) return null;
    return claim.loaders.entityThere(claim.object, entityAsked(info, ontology));
  }

  @FieldResolver(() => Quantity, { nullable: true, description: "Its amount; null where it has none." })
  quantity(@Root() { amount, unit, bound }: ClaimNode) {
    return amount === null ? null : { amount, unit, bound };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Its value in words; null where it is about something else.",
  })
  text(
    @Root() { textLanguages, textTexts }: ClaimNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string | null {
    if (!textLanguages) return null;
    return inLanguage(localizedOf(textLanguages, textTexts!), ontology, lang ?? ontology.languages[0]);
  }

  @FieldResolver(() => [Entity], {
    description: "Whom the source names as having said so; none where the source speaks for itself.",
  })
  attributedTo(@Root() claim: ClaimNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    const speakers = new Set(claim.attributedTo); // two who were merged are one
    return entitiesOf(speakers, claim.loaders, info, ontology);
  }

  @FieldResolver(() => [Citation], {
    description: "Where it stands. At most `first` of them: `support` has the count, `citationPages` the rest.",
  })
  citations(
    @Root() claim: ClaimNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const list = citationList(claim, { first }, false, context, info);
    return whenReady(claim.loaders.childPage(claim.id, list), ({ items }) =>
      items.slice(0, first).map(({ citation }) => citation),
    );
  }

  @FieldResolver(() => CitationConnection, { description: "Where it stands, page by page." })
  citationPages(
    @Root() claim: ClaimNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("last", () => Int, LAST) last: number | null,
    @Arg("before", () => String, BEFORE) before: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const args = { first, after, last, before };
    const list = citationList(claim, args, true, context, info);
    return childPage(claim.loaders, claim.id, list, args, ({ citation }, cursor) => ({ node: citation, cursor }));
  }

  @FieldResolver(() => Support, { description: "How many say so, and how many voices that really is." })
  support(@Root() claim: ClaimNode) {
    return whenReady(claim.loaders.support(claim.id), (support) => ({ ...support, origins: support.origins.length }));
  }

  @FieldResolver(() => [Source], { description: "The sources where the chain of sources ends." })
  origins(@Root() { id, loaders }: ClaimNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return whenReady(loaders.support(id), ({ origins }) => entitiesOf(origins, loaders, info, ontology));
  }

  @FieldResolver(() => [ClaimConflict], { description: "The claims that cannot hold together with it." })
  conflicts(@Root() claim: ClaimNode, @Ctx() context: Context) {
    return conflictsOf(claim, context);
  }

  @FieldResolver(() => [Claim], { description: "The claims whose place it took." })
  supersedes(@Root() { id, loaders }: ClaimNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    const asked = claimAsked(info, { ontology, loaders });
    return whenReady(loaders.claim(id, SUCCESSION), (claim) =>
      allReady([...(claim?.earlier ?? [])].sort().map((one) => loaders.claimThere(one, asked))),
    );
  }

  @FieldResolver(() => Claim, { nullable: true, description: "The claim that took its place." })
  supersededBy(@Root() { id, loaders }: ClaimNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return whenReady(loaders.claim(id, SUCCESSION), (claim) => {
      const later = claim?.later?.[0];
      if (later === undefined) return null;
      return loaders.claimThere(later, claimAsked(info, { ontology, loaders }));
    });
  }

  @FieldResolver(() => [ClaimEvent], { description: "What was done with it here, in order." })
  history(@Root() { id, loaders }: ClaimNode) {
    return whenReady(loaders.claim(id, HISTORY), (claim) => claim?.events ?? []);
  }
}

/** Something beside a claim, that is read with it where it is seen that it will be asked for. */
function beside(columns: number): ClaimsAsked {
  return { wanted: { ...IDENTIFIED, columns }, lists: [] };
}
const SUCCESSION = beside(OF_CLAIM.succession);
const HISTORY = beside(OF_CLAIM.history);

/** Entities by their ids, in the order of these. */
export function entitiesOf(
  ids: Iterable<string>,
  loaders: Loaders,
  info: GraphQLResolveInfo,
  ontology: Ontology,
): Ready<readonly EntityNode[]> {
  const asked = entityAsked(info, ontology);
  return allReady([...new Set(ids)].sort().map((id) => loaders.entityThere(id, asked)));
}

@Resolver(() => Quantity)
export class QuantityResolver {
  @FieldResolver(() => String, { description: "As it reads: “at least 100,000”, “$6.6 billion”." })
  text(
    @Root() quantity: Amount,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string {
    const [first] = ontology.languages;
    return quantityPhrase(quantity, { ontology, lang: meantLanguage(ontology.languages, lang ?? first) ?? first });
  }
}

/** The facets that are wanted of the claims that meet a filter. */
async function facetsOf(
  wanted: FacetsWanted | null,
  where: unknown,
  options: Parameters<typeof claimFacets>[2],
  { ontology, levels }: Pick<Context, "ontology" | "levels">,
): Promise<FacetCounts> {
  const [said, sources] = await Promise.all([
    wanted?.said ? levels.read(claimFacets(ontology, where, options)) : [],
    wanted?.sources ? levels.read(claimSources(ontology, where, options)) : [],
  ]);
  return { said: said.map(saidCount), sources: sources.map(sourceCount) };
}

function citationList(
  { loaders }: ClaimNode,
  args: PageArgs,
  isPage: boolean,
  { ontology }: Context,
  info: GraphQLResolveInfo,
) {
  return onceAsked(loaders, info, args, () =>
    citationsOfClaim(args, info.fieldNodes, isPage, info, { ontology, loaders }),
  );
}
