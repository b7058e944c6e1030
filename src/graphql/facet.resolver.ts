import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { nameIn } from "../cypher/rows.js";
import { LANG } from "./args.js";
import { ClaimConnection } from "./claim.type.js";
import { ConflictConnection } from "./conflict.type.js";
import type { Context } from "./context.js";
import { Entity } from "./entity.type.js";
import { labelOfValue } from "./enumLabels.js";
import { ConflictFacets, Facet, Facets } from "./facet.type.js";
import type { FacetNode, WithFacets } from "./facets.js";
import { labelOf } from "./labels.js";
import { entityAsked } from "./lists.js";

@Resolver(() => Facet)
export class FacetResolver {
  @FieldResolver(() => String, { description: "What the value is called." })
  async label(
    @Root() { of, value, loaders }: FacetNode,
    @Arg("lang", () => String, LANG) lang: string | null,
    @Ctx() { ontology }: Context,
  ): Promise<string> {
    if (of === "source") return nameIn(await loaders.entityThere(value), lang ?? ontology.languages[0], ontology);
    return of === "kinds" || of === "predicates"
      ? labelOf(of, value, lang, ontology)
      : labelOfValue(of, value, lang, ontology);
  }

  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The entity whose id the value is; null where it is none.",
  })
  entity(@Root() { of, value, loaders }: FacetNode, @Ctx() { ontology }: Context, @Info() info: GraphQLResolveInfo) {
    return of === "source" ? loaders.entityThere(value, entityAsked(info, ontology)) : null;
  }
}

@Resolver(() => ConflictConnection)
export class ConflictFacetsResolver {
  @FieldResolver(() => ConflictFacets, { description: "By what the list can be narrowed." })
  facets(@Root() { facets }: { readonly facets: unknown }) {
    return facets;
  }
}

@Resolver(() => ClaimConnection)
export class ClaimFacetsResolver {
  @FieldResolver(() => Facets, { description: "By what the list can be narrowed." })
  facets(@Root() { facets }: WithFacets) {
    return facets();
  }
}
