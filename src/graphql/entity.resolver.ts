import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { readMoment } from "../cypher/moment.js";
import { identifierOwners } from "../cypher/record.js";
import { unknownName } from "../cypher/refusal.js";
import { localizedOf, nameIn, rowsOf } from "../cypher/rows.js";
import { identifierKey } from "../claims/claimId.js";
import { identifierUrl } from "../claims/identifiers.js";
import { inLanguage } from "../claims/statement.js";
import { AFTER, AS_OF, BEFORE, FIRST, ID_ARG, LANG, LAST, ORDER_BY, WHERE } from "./args.js";
import { ClaimConnection } from "./claim.type.js";
import { claimsOf } from "./claimsOf.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { EntityEvent } from "./entityEvent.type.js";
import { ClaimRoleEnum } from "./enums.js";
import { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import type { Identifier } from "./identifier.type.js";
import { labelOf } from "./labels.js";
import { claimsInRole, entitiesAsked } from "./lists.js";
import type { EntityNode } from "./loaders.js";

/** What every entity answers; the ontology's types have these same resolvers. */
@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Entity, { nullable: true, description: "One entity, of whatever kind; null where there is none." })
  entity(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { ontology, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const then = loaders.at(readMoment(asOf, loaders.moment));
    return then.entity(id, entitiesAsked([info.fieldNodes], info, { ontology, loaders: then }));
  }

  @Query(() => Entity, {
    nullable: true,
    description: "The entity that has an id in a register of the ontology; null where none has it.",
  })
  async entityByIdentifier(
    @Arg("scheme", () => String, { description: "The register, by the ontology's name: `WIKIDATA`." }) scheme: string,
    @Arg("value", () => String, { description: "The id there: `Q95`." }) value: string,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Ctx() { loaders, levels, ontology }: Context,
  ) {
    const { identifierSchemes } = ontology;
    if (!identifierSchemes.has(scheme)) throw unknownName("scheme", scheme, identifierSchemes.keys(), ["scheme"]);
    const [owner] = rowsOf<{ entity: string }>(await levels.read(identifierOwners([identifierKey(scheme, value)])));
    return owner ? loaders.at(readMoment(asOf, loaders.moment)).entity(owner.entity) : null;
  }

  @FieldResolver(() => String, { description: "What one of its kind is called." })
  kindLabel(
    @Root() { kind }: EntityNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string {
    return labelOf("kinds", kind, lang, ontology);
  }

  @FieldResolver(() => String, {
    description: "Its name; never null: where there is none in the language, another's is given.",
  })
  name(
    @Root() entity: EntityNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string {
    const [first] = ontology.languages;
    // in the ontology's first language it is read with every entity
    return (lang ?? first) === first ? entity.name : nameIn(entity, lang!, ontology);
  }

  @FieldResolver(() => String, { nullable: true, description: "What it is, as far as the sources say." })
  description(
    @Root() entity: EntityNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): string | null {
    const texts = localizedOf(entity.descriptionLanguages ?? [], entity.descriptionTexts ?? []);
    return inLanguage(texts, ontology, lang ?? ontology.languages[0]);
  }

  @FieldResolver()
  names(@Root() { nameLanguages, nameTexts }: EntityNode) {
    return nameLanguages.map((language, index) => ({ language, text: nameTexts[index]! }));
  }

  @FieldResolver()
  aliases(@Root() entity: EntityNode): readonly string[] {
    return [...new Set([...(entity.aliasTexts ?? []), ...(entity.mergedTexts ?? [])])];
  }

  @FieldResolver()
  identifiers(
    @Root() { identifierSchemes, identifierValues }: EntityNode,
    @Ctx() { ontology }: Context,
  ): readonly Identifier[] {
    const identifiers = (identifierSchemes ?? []).map((scheme, index) => ({
      scheme,
      value: identifierValues![index]!,
    }));
    return identifiers.map((identifier) => ({ ...identifier, url: identifierUrl(identifier, ontology) }));
  }

  @FieldResolver(() => [EntityEvent], {
    description: "What was done with it here, and with what is merged into it, in order.",
  })
  async history(@Root() entity: EntityNode) {
    const events = await entity.loaders.entityHistory.load(entity.id);
    const once = new Map<number, (typeof events)[number]>(); // one that was done with two of which one is the other now is told of this one
    for (const event of events) if (event.of === entity.id || !once.has(event.seq)) once.set(event.seq, event);
    return [...once.values()]
      .sort((a, b) => a.seq - b.seq)
      .map(({ pair, ...event }) => ({ ...event, other: pair?.find((id) => id !== event.of) ?? null }));
  }

  @FieldResolver(() => ClaimConnection, {
    description: "The claims that it has a part in, by default as their subject.",
  })
  claims(
    @Root() entity: EntityNode,
    @Arg("role", () => ClaimRoleEnum, { description: "Its part in them.", defaultValue: "SUBJECT" }) role: "SUBJECT",
    @Arg("where", () => ClaimFilter, WHERE) where: ClaimFilter | null,
    @Arg("orderBy", () => [ClaimOrder], ORDER_BY) orderBy: ClaimOrder[] | null,
    @Arg("asOf", () => AsOf, AS_OF) asOf: AsOf | null,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
    @Arg("last", () => Int, LAST) last: number | null,
    @Arg("before", () => String, BEFORE) before: string | null,
    @Ctx() { ontology }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const args = { where, orderBy, asOf, first, after, last, before };
    return claimsOf(entity, claimsInRole(role), args, ontology, info);
  }
}
