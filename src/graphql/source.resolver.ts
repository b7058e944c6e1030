import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { UNFILTERED } from "../cypher/childPages.js";
import { readMoment } from "../cypher/moment.js";
import { AFTER, AS_OF, BEFORE, FIRST_FIFTY, ID_ARG, LANG, LAST, ORDER_BY, WHERE } from "./args.js";
import { CitationConnection } from "./citation.type.js";
import { CITATION_KEYS_OF_SOURCE, citationNode } from "./citation.resolver.js";
import { ClaimConnection } from "./claim.type.js";
import { claimsOf } from "./claimsOf.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import { labelOf } from "./labels.js";
import type { EntityNode } from "./loaders.js";
import { childPage, type NodeList } from "./pages.js";
import { Source, StoredText } from "./source.type.js";

/** A source beside what every entity has: who made it, its text, its chain, and what was taken from it. */
@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: "One source; null where there is none of this id." })
  async source(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { loaders }: Context,
  ) {
    const entity = await loaders.at(readMoment(asOf, loaders.moment)).entity(id);
    return entity?.__typename === "Source" ? entity : null;
  }

  @FieldResolver(() => String, { description: "What one of its sort is called." })
  sourceTypeLabel(
    @Root() { sourceType }: EntityNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string {
    return labelOf("sourceTypes", sourceType!, lang, ontology);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether only curators see it, its citations, and claims that have no other or are about it. For others there is no such source.",
  })
  async restricted(@Root() source: EntityNode) {
    return (await source.loaders.sourceLinks.load(source.id))?.restricted ?? false;
  }

  @FieldResolver(() => [Entity], { description: "Who wrote it." })
  async authors(@Root() source: EntityNode) {
    return entities(source.loaders, (await source.loaders.sourceLinks.load(source.id))?.authors);
  }

  @FieldResolver(() => Entity, { nullable: true, description: "Who published it." })
  async publisher(@Root() source: EntityNode) {
    const publisher = (await source.loaders.sourceLinks.load(source.id))?.publisher;
    return publisher ? source.loaders.entityThere(publisher) : null;
  }

  @FieldResolver(() => [Source], { description: "The sources that it takes from." })
  async derivedFrom(@Root() source: EntityNode) {
    return entities(source.loaders, (await source.loaders.sourceLinks.load(source.id))?.derivedFrom);
  }

  @FieldResolver(() => [Source], { description: "The sources that take from it." })
  async repeatedBy(@Root() source: EntityNode) {
    return entities(source.loaders, (await source.loaders.sourceLinks.load(source.id))?.repeatedBy);
  }

  @FieldResolver(() => StoredText, { nullable: true, description: "Its text as stored here; null where none is." })
  async text(@Root() { id, loaders }: EntityNode) {
    if (loaders.moment.knownAt === null) return loaders.text.load(id);
    return (await versionsOf(id, loaders)).at(-1) ?? null;
  }

  @FieldResolver(() => [StoredText], {
    description:
      "Its text in every version that was stored here, the oldest first: quotes are positions in the one whose hash they name.",
  })
  textVersions(@Root() { id, loaders }: EntityNode) {
    return versionsOf(id, loaders);
  }

  @FieldResolver(() => CitationConnection, {
    description: "Every quote that was taken from it, in the order of the text.",
  })
  citations(
    @Root() source: EntityNode,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("last", () => Int, LAST) last: number | null,
    @Arg("before", () => String, BEFORE) before: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    const list: NodeList = {
      ...{ name: "citations of source", of: { type: "citationsOfSource" }, keys: CITATION_KEYS_OF_SOURCE },
      ...UNFILTERED,
    };
    const { loaders } = source;
    return childPage(loaders, source.id, list, null, { first, after, last, before }, info, (columns) => ({
      node: () => citationNode(loaders, columns),
    }));
  }

  @FieldResolver(() => ClaimConnection, {
    description: "The claims that cite it, each once, by predicate where no order is asked for.",
  })
  claimsCited(
    @Root() source: EntityNode,
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("orderBy", () => [ClaimOrder], ORDER_BY) orderBy: ClaimOrder[] | null,
    @Arg("first", () => Int, FIRST_FIFTY) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("last", () => Int, LAST) last: number | null,
    @Arg("before", () => String, BEFORE) before: string | null,
    @Ctx() { ontology }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = { where, orderBy, page: { first, after, last, before } };
    return claimsOf(source, { name: "claims of source", of: { type: "claimsOfSource" } }, asked, ontology, info);
  }
}

/** By the time until which each was the text; the last is the one that is. */
async function versionsOf(id: string, loaders: Context["loaders"]) {
  const last = "~"; // after every date
  const versions = [...(await loaders.textVersions.load(id))];
  versions.sort((a, b) => ((a.until ?? last) < (b.until ?? last) ? -1 : 1));
  const { knownAt } = loaders.moment;
  const current = knownAt === null ? -1 : versions.findIndex(({ until }) => until === null || until > knownAt);
  if (current < 0) return versions;
  return versions
    .slice(0, current + 1)
    .map((version, index) => (index === current ? { ...version, until: null } : version));
}

/** Entities by their ids, in the order of their ids. */
function entities(loaders: Context["loaders"], ids: readonly string[] = []) {
  return Promise.all([...new Set(ids)].sort().map((id) => loaders.entityThere(id)));
}
