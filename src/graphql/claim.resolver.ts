import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { claimStatement, inLanguage } from "../claims/statement.js";
import { claimCount, claimPage, type ClaimOrder as Order } from "../cypher/claimPage.js";
import { readClaimCondition } from "../cypher/filter.js";
import { contentOf, localizedOf, rowsOf, type ClaimRow } from "../cypher/rows.js";
import { AFTER, AS_OF, FIRST, FIRST_FIFTY, ID_ARG, LANG, ORDER_BY, WHERE } from "./args.js";
import { Citation, CitationConnection } from "./citation.type.js";
import { CITATION_KEYS_OF_CLAIM, citationNode } from "./citation.resolver.js";
import { conflictsOf } from "./claimConflicts.js";
import { Claim, ClaimConnection, ClaimEvent, Quantity, Support } from "./claim.type.js";
import { ClaimConflict } from "./conflict.type.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { nameIn } from "./entity.resolver.js";
import { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import { typedClaim, type ClaimNode } from "./loaders.js";
import { checkFirst, childPage, pageOf, refuseAsOf, rowCursor, selects } from "./pages.js";
import { Source } from "./source.type.js";

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: "One claim; null where there is none." })
  claim(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { loaders }: Context,
  ) {
    refuseAsOf(asOf);
    return loaders.claim(id);
  }

  @Query(() => ClaimConnection, { nullable: true, description: "Claims of every predicate." })
  async claims(
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("orderBy", () => [ClaimOrder], ORDER_BY) orderBy: ClaimOrder[] | null,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Ctx() { ontology, levels }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    refuseAsOf(asOf);
    checkFirst(first);
    const order = (orderBy ?? []) as Order[];
    const { statement, list, keys } = claimPage(ontology, {
      where,
      orderBy: order,
      after: after ?? null,
      limit: first + 1,
    });
    const [rows, counted] = await Promise.all([
      levels.read(statement),
      selects(info, "totalCount") ? levels.read(claimCount(ontology, where)) : null,
    ]);
    const edge = (row: ClaimRow) => ({ node: () => typedClaim(row), cursor: rowCursor(list, keys, { ...row }) });
    return pageOf(rowsOf<ClaimRow>(rows), { first, after }, edge, counted && Number(counted[0]!["total"]));
  }

  @FieldResolver(() => String, {
    description: "One readable sentence, made from the ontology's words: “Cortex uses 50,000 × H100”.",
  })
  async statement(
    @Root() claim: ClaimNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology, loaders }: Context,
  ): Promise<string> {
    const ends = [claim.subject, ...(claim.object === null ? [] : [claim.object])];
    const entities = await Promise.all(ends.map((id) => loaders.entityThere(id)));
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    const nameOf = (id: string, language: string) => nameIn(byId.get(id)!, language, ontology);
    return claimStatement(contentOf(claim), { ontology, nameOf, lang: lang ?? ontology.languages[0] });
  }

  @FieldResolver(() => Entity, { description: "The entity that it is about." })
  subject(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    return loaders.entityThere(claim.subject);
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The entity that it leads to; null where it is about a value.",
  })
  object(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    return claim.object === null ? null : loaders.entityThere(claim.object);
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
  attributedTo(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    return Promise.all([...claim.attributedTo].sort().map((id) => loaders.entityThere(id)));
  }

  @FieldResolver(() => [Citation], {
    description: "Where it stands. At most `first` of them: `support` has the count, `citationPages` the rest.",
  })
  async citations(
    @Root() claim: ClaimNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = await citationPage(claim, { first }, context, info);
    return page.edges.map(({ node }) => node());
  }

  @FieldResolver(() => CitationConnection, { description: "Where it stands, page by page." })
  citationPages(
    @Root() claim: ClaimNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return citationPage(claim, { first, after }, context, info);
  }

  @FieldResolver(() => Support, { description: "How many say so, and how many voices that really is." })
  async support(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    const support = await loaders.support(claim.id);
    return { ...support, origins: support.origins.length };
  }

  @FieldResolver(() => [Source], { description: "The sources where the chain of sources ends." })
  async origins(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    const { origins } = await loaders.support(claim.id);
    return Promise.all(origins.map((id) => loaders.entityThere(id)));
  }

  @FieldResolver(() => [ClaimConflict], { description: "The claims that cannot hold together with it." })
  conflicts(@Root() claim: ClaimNode, @Ctx() context: Context) {
    return conflictsOf(claim, context);
  }

  @FieldResolver(() => [Claim], { description: "The claims whose place it took." })
  async supersedes(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    const ids = (await loaders.succession.load(claim.id))?.supersedes ?? [];
    return Promise.all([...ids].sort().map((id) => loaders.claimThere(id)));
  }

  @FieldResolver(() => Claim, { nullable: true, description: "The claim that took its place." })
  async supersededBy(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    const id = (await loaders.succession.load(claim.id))?.supersededBy[0];
    return id === undefined ? null : loaders.claimThere(id);
  }

  @FieldResolver(() => [ClaimEvent], { description: "What was done with it here, in order." })
  history(@Root() claim: ClaimNode, @Ctx() { loaders }: Context) {
    return loaders.history.load(claim.id);
  }
}

function citationPage(
  claim: ClaimNode,
  args: { first: number; after?: string | null },
  { ontology, loaders }: Context,
  info: GraphQLResolveInfo,
) {
  const where = readClaimCondition(ontology, null);
  const of = { type: "citationsOfClaim" } as const;
  const list = { name: "citations of claim", of, where, keys: CITATION_KEYS_OF_CLAIM };
  return childPage(loaders, claim.id, list, args, info, (columns) => ({ node: () => citationNode(columns) }));
}
