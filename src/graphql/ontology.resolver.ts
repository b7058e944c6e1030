import type { GraphQLEnumType, GraphQLEnumValue, GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { IdentifierScheme, Kind, Ontology as Loaded, Predicate, Unit } from "../ontology/ontology.js";
import { LANG } from "./args.js";
import type { Context } from "./context.js";
import { LABELLED_ENUMS, labelOfValue } from "./enumLabels.js";
import { textIn } from "./labels.js";
import {
  Ontology,
  OntologyEnum,
  OntologyEnumValue,
  OntologyIdentifierScheme,
  OntologyKind,
  OntologyPredicate,
  OntologyUnit,
} from "./ontology.type.js";

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

  @FieldResolver(() => [OntologyUnit], { description: "The units of amounts, in the ontology's order." })
  units(@Root() ontology: Loaded): readonly Unit[] {
    return [...ontology.units.values()];
  }

  @FieldResolver(() => [OntologyEnum], {
    description: "The enums whose values are shown to readers or chosen in forms, with labels for them.",
  })
  enums(@Info() { schema }: GraphQLResolveInfo): readonly GraphQLEnumType[] {
    return LABELLED_ENUMS.map((name) => schema.getType(name) as GraphQLEnumType);
  }
}

@Resolver(() => OntologyEnum)
export class OntologyEnumResolver {
  @FieldResolver(() => [OntologyEnumValue], { description: "Its values, in their order." })
  values(@Root() type: GraphQLEnumType): readonly EnumValue[] {
    const of = type.name as EnumValue["of"];
    return type.getValues().map(({ name, description }) => ({ of, name, description }));
  }
}

/** A value of an enum of the schema. */
type EnumValue = Pick<GraphQLEnumValue, "name" | "description"> & { readonly of: (typeof LABELLED_ENUMS)[number] };

@Resolver(() => OntologyEnumValue)
export class OntologyEnumValueResolver {
  @FieldResolver(() => String, { description: "What it is called." })
  label(
    @Root() { of, name }: EnumValue,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ) {
    return labelOfValue(of, name, lang, ontology);
  }
}

@Resolver(() => OntologyUnit)
export class OntologyUnitResolver {
  @FieldResolver(() => String, { description: "What it is called." })
  label(@Root() unit: Unit, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() { ontology }: Context) {
    return textIn(unit.label, lang, ontology);
  }
}

@Resolver(() => OntologyIdentifierScheme)
export class OntologyIdentifierSchemeResolver {
  @FieldResolver(() => String, { description: "What it is called." })
  label(
    @Root() scheme: IdentifierScheme,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ) {
    return textIn(scheme.label, lang, ontology);
  }
}

@Resolver(() => OntologyKind)
export class OntologyKindResolver {
  @FieldResolver(() => String, { description: "What one of them is called." })
  label(@Root() kind: Kind, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() { ontology }: Context) {
    return textIn(kind.label, lang, ontology);
  }

  @FieldResolver(() => String, { description: "What several of them are called." })
  plural(@Root() kind: Kind, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() { ontology }: Context) {
    return textIn(kind.plural, lang, ontology);
  }

  @FieldResolver(() => String, { description: "What they are." })
  description(@Root() kind: Kind, @Arg("lang", () => String, LANG) lang: string | null, @Ctx() { ontology }: Context) {
    return textIn(kind.description, lang, ontology);
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
  label(
    @Root() predicate: Predicate,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ) {
    return textIn(predicate.label, lang, ontology);
  }

  @FieldResolver(() => String, { description: "What it means." })
  description(
    @Root() predicate: Predicate,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ) {
    return textIn(predicate.description, lang, ontology);
  }
}
