import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Quantity as Amount } from "../claims/claim.js";
import { meantLanguage } from "../claims/language.js";
import { claimStatement, inLanguage, quantityPhrase } from "../claims/statement.js";
import { claimCount, claimPage, type ClaimOrder as Order } from "../cypher/claimPage.js";
import { UNFILTERED } from "../cypher/childPages.js";
import { claimFacets, claimSources, saidCount, sourceCount, type FacetsWanted } from "../cypher/facets.js";
import { readMoment } from "../cypher/moment.js";
import { contentOf, localizedOf, nameIn, rowsOf, type ClaimRow } from "../cypher/rows.js";
import { AFTER, AS_OF, BEFORE, FIRST, FIRST_FIFTY, ID_ARG, LANG, LAST, ORDER_BY, WHERE } from "./args.js";
import { Citation, CitationConnection } from "./citation.type.js";
import { CITATION_KEYS_OF_CLAIM, citationNode } from "./citation.resolver.js";
import { conflictsOf } from "./claimConflicts.js";
import { Claim, ClaimConnection, ClaimEvent, Quantity, Support } from "./claim.type.js";
import { ClaimConflict } from "./conflict.type.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import { facetNodes, facetsWanted, type FacetCounts } from "./facets.js";
import { labelOf } from "./labels.js";
import type { ClaimNode } from "./loaders.js";
import { childPage, pageOf, rowCursor, windowOf, type PageArgs, type NodeList } from "./pages.js";
import { selects, selectsPage } from "./selects.js";
import { Source } from "./source.type.js";

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: "One claim; null where there is none." })
  claim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.at(readMoment(asOf, loaders.moment)).claim(id);
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
    const request = { where, orderBy: order, moment, statistics, ...windowOf(args) };
    const { statement, list, keys } = claimPage(ontology, request);
    const options = { moment, ...(statistics && { statistics }) };
    const [rows, counted, facets] = await Promise.all([
      selectsPage(info) ? levels.read(statement) : [],
      selects(info, "totalCount") ? levels.read(claimCount(ontology, where, options)) : null,
      facetsOf(facetsWanted(info), where, options, { ontology, levels }),
    ]);
    const edge = (row: ClaimRow) => ({
      node: () => loaders.typedClaim(row),
      cursor: rowCursor(list, keys, { ...row }),
    });
    const page = pageOf(rowsOf<ClaimRow>(rows), args, edge, counted && Number(counted[0]!["total"]));
    return { ...page, facets: facetNodes(facets, loaders) };
  }

  @FieldResolver(() => String, {
    description: "One readable sentence, made from the ontology's words: “Cortex uses 50,000 × H100”.",
  })
  async statement(
    @Root() claim: ClaimNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): Promise<string> {
    const { loaders } = claim;
    const [subject, object] = await Promise.all([
      loaders.entityThere(claim.subject),
      claim.object === null ? null : loaders.entityThere(claim.object),
    ]);
    const nameOf = (id: string, language: string) =>
      nameIn(id === claim.subject ? subject : object!, language, ontology);
    return claimStatement(contentOf(claim), { ontology, nameOf, lang: lang ?? ontology.languages[0] });
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
  subject(@Root() claim: ClaimNode) {
    return claim.loaders.entityThere(claim.subject);
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The entity that it leads to; null where it is about a value.",
  })
  object(@Root() claim: ClaimNode) {
    return claim.object === null ? null : claim.loaders.entityThere(claim.object);
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
  attributedTo(@Root() claim: ClaimNode) {
    if (claim.attributedTo.length === 0) return [];
    const speakers = new Set(claim.attributedTo); // two who were merged are one
    return Promise.all([...speakers].sort().map((id) => claim.loaders.entityThere(id)));
  }

  @FieldResolver(() => [Citation], {
    description: "Where it stands. At most `first` of them: `support` has the count, `citationPages` the rest.",
  })
  async citations(
    @Root() claim: ClaimNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = await citationPage(claim, { first }, info);
    return page.edges.map(({ node }) => node());
  }

  @FieldResolver(() => CitationConnection, { description: "Where it stands, page by page." })
  citationPages(
    @Root() claim: ClaimNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("last", () => Int, LAST) last: number | null,
    @Arg("before", () => String, BEFORE) before: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return citationPage(claim, { first, after, last, before }, info);
  }

  @FieldResolver(() => Support, { description: "How many say so, and how many voices that really is." })
  async support(@Root() claim: ClaimNode) {
    const support = await claim.loaders.support(claim.id);
    return { ...support, origins: support.origins.length };
  }

  @FieldResolver(() => [Source], { description: "The sources where the chain of sources ends." })
  async origins(@Root() claim: ClaimNode) {
    const { origins } = await claim.loaders.support(claim.id);
    return Promise.all(origins.map((id) => claim.loaders.entityThere(id)));
  }

  @FieldResolver(() => [ClaimConflict], { description: "The claims that cannot hold together with it." })
  conflicts(@Root() claim: ClaimNode, @Ctx() context: Context) {
    return conflictsOf(claim, context);
  }

  @FieldResolver(() => [Claim], { description: "The claims whose place it took." })
  async supersedes(@Root() claim: ClaimNode) {
    const ids = (await claim.loaders.succession.load(claim.id))?.supersedes ?? [];
    return Promise.all([...ids].sort().map((id) => claim.loaders.claimThere(id)));
  }

  @FieldResolver(() => Claim, { nullable: true, description: "The claim that took its place." })
  async supersededBy(@Root() claim: ClaimNode) {
    const id = (await claim.loaders.succession.load(claim.id))?.supersededBy[0];
    return id === undefined ? null : claim.loaders.claimThere(id);
  }

  @FieldResolver(() => [ClaimEvent], { description: "What was done with it here, in order." })
  history(@Root() claim: ClaimNode) {
    return claim.loaders.history.load(claim.id);
  }
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

function citationPage(claim: ClaimNode, args: PageArgs, info: GraphQLResolveInfo) {
  const { loaders } = claim;
  const list: NodeList = {
    ...{ name: "citations of claim", of: { type: "citationsOfClaim" }, keys: CITATION_KEYS_OF_CLAIM },
    ...UNFILTERED,
  };
  return childPage(loaders, claim.id, list, null, args, info, (columns) => ({
    node: () => citationNode(loaders, columns),
  }));
}
