import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { inLanguage } from "../claims/statement.js";
import type { IdentifierScheme, Kind, Localized, Ontology as Loaded, Predicate } from "../ontology/ontology.js";
import { LANG } from "./args.js";
import type { Context } from "./context.js";
import { Ontology, OntologyIdentifierScheme, OntologyKind, OntologyPredicate } from "./ontology.type.js";

@Resolver(() => Ontology)
export class OntologyResolver {
  @Query(() => Ontology, {
    nullable: true,
    description: "What the graph is about: its kinds and predicates, labelled.",
  })
  ontology(@Ctx() { ontology }: Context): Loaded {
    return ontology;
  }

  @FieldResolver(() => [OntologyKind], { description: "The kinds, in the ontology's order." })
  kinds(@Root() ontology: Loaded): readonly Kind[] {
    return [...ontology.kinds.values()];
  }

  @FieldResolver(() => [OntologyIdentifierScheme], { description: "The registers of ids, in the ontology's order." })
  identifierSchemes(@Root() ontology: Loaded): readonly IdentifierScheme[] {
    return [...ontology.identifierSchemes.values()];
  }

  @FieldResolver(() => [OntologyPredicate], { description: "The predicates, in the ontology's order." })
  predicates(@Root() ontology: Loaded): readonly Predicate[] {
    return [...ontology.predicates.values()];
  }
}

@Resolver(() => OntologyIdentifierScheme)
export class OntologyIdentifierSchemeResolver {
  @FieldResolver(() => String, { description: "What it is called." })
  label(
    @Root() scheme: IdentifierScheme,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() context: Context,
  ) {
    return textIn(scheme.label, lang, context);
  }
}

@Resolver(() => OntologyKind)
export class OntologyKindResolver {
  @FieldResolver(() => String, { description: "What one of them is called." })
  label(@Root() kind: Kind, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() context: Context) {
    return textIn(kind.label, lang, context);
  }

  @FieldResolver(() => String, { description: "What several of them are called." })
  plural(@Root() kind: Kind, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() context: Context) {
    return textIn(kind.plural, lang, context);
  }

  @FieldResolver(() => String, { description: "What they are." })
  description(@Root() kind: Kind, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() context: Context) {
    return textIn(kind.description, lang, context);
  }

  @FieldResolver(() => Int, { description: "How many of them are here." })
  async count(@Root() kind: Kind, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.countsByKind()).get(kind.name) ?? 0;
  }

  @FieldResolver(() => [OntologyPredicate], { description: "What may be said of them." })
  predicates(@Root() kind: Kind, @Ctx() { ontology }: Context): readonly Predicate[] {
    return [...ontology.predicates.values()].filter(({ subjects }) => subjects.includes(kind));
  }
}

@Resolver(() => OntologyPredicate)
export class OntologyPredicateResolver {
  @FieldResolver(() => String, { description: "What it is called." })
  label(@Root() predicate: Predicate, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() context: Context) {
    return textIn(predicate.label, lang, context);
  }

  @FieldResolver(() => String, { description: "What it means." })
  description(
    @Root() predicate: Predicate,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() context: Context,
  ) {
    return textIn(predicate.description, lang, context);
  }
}

function textIn(text: Localized, lang: string | null, { ontology }: Context): string {
  return inLanguage(text, ontology, lang ?? ontology.languages[0])!;
}
