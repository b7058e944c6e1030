import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { readMoment } from "../cypher/moment.js";
import type { EntitiesAsked } from "../cypher/reading.js";
import { OF_ENTITY } from "../cypher/wanted.js";
import type { Ontology } from "../ontology/ontology.js";
import { AFTER, AS_OF, BEFORE, FIRST_FIFTY, ID_ARG, LANG, LAST, ORDER_BY, WHERE } from "./args.js";
import { CitationConnection } from "./citation.type.js";
import { ClaimConnection } from "./claim.type.js";
import { entitiesOf } from "./claim.resolver.js";
import { claimsOf } from "./claimsOf.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import { labelOf } from "./labels.js";
import { citationsOfSource, entitiesAsked, entitiesBy } from "./lists.js";
import type { EntityNode } from "./loaders.js";
import { childPage, onceAsked } from "./pages.js";
import { whenReady, type Ready } from "./ready.js";
import { Source, StoredText } from "./source.type.js";

/** A source beside what every entity has: who made it, its text, its chain, and what was taken from it. */
@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: "One source; null where there is none of this id." })
  async source(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { ontology, loaders: now }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const loaders = now.at(readMoment(asOf, now.moment));
    const asked = entitiesAsked([info.fieldNodes], info, { ontology, loaders });
    const entity = await loaders.entity(id, asked);
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
  restricted(@Root() { id, loaders }: EntityNode) {
    return whenReady(loaders.entityThere(id, linked(OF_ENTITY.restricted)), ({ restricted }) => restricted);
  }

  @FieldResolver(() => [Entity], { description: "Who wrote it." })
  authors(@Root() source: EntityNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return linksOf(source, "authors", info, ontology);
  }

  @FieldResolver(() => Entity, { nullable: true, description: "Who published it." })
  publisher(@Root() source: EntityNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return whenReady(linksOf(source, "publisher", info, ontology), ([publisher]) => publisher ?? null);
  }

  @FieldResolver(() => [Source], { description: "The sources that it takes from." })
  derivedFrom(@Root() source: EntityNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return linksOf(source, "derivedFrom", info, ontology);
  }

  @FieldResolver(() => [Source], { description: "The sources that take from it." })
  repeatedBy(@Root() source: EntityNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return linksOf(source, "repeatedBy", info, ontology);
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
    @Ctx() { ontology }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { loaders } = source;
    const args = { first, after, last, before };
    const list = onceAsked(loaders, info, args, () =>
      citationsOfSource(args, info.fieldNodes, info, { ontology, loaders }),
    );
    return childPage(loaders, source.id, list, args, ({ citation }, cursor) => ({ node: citation, cursor }));
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
    const args = { where, orderBy, first, after, last, before };
    return claimsOf(source, { name: "claims of source", of: { type: "claimsOfSource" } }, args, ontology, info);
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

/** What a source leads to, in the order of the ids. */
function linksOf(
  { id, loaders }: EntityNode,
  link: "authors" | "publisher" | "derivedFrom" | "repeatedBy",
  info: GraphQLResolveInfo,
  ontology: Ontology,
): Ready<readonly EntityNode[]> {
  return whenReady(loaders.entityThere(id, linked(OF_ENTITY[link])), (source) =>
    entitiesOf([source[link] ?? []].flat(), loaders, info, ontology),
  );
}

function linked(columns: number): EntitiesAsked {
  return entitiesBy({ columns, linked: 0 });
}
