import { Field, Int, ObjectType } from "type-graphql";
import { BOUNDS } from "./bounds.js";
import { Claim } from "./claim.type.js";
import { Entity } from "./entity.type.js";
import { Facets } from "./facet.type.js";

@ObjectType({ description: "The claims around an entity, and the entities that they are between." })
export class Around {
  @Field(() => Entity, { description: "The entity in the middle." })
  focus!: Entity;

  @Field(() => [Entity], { description: "The entity in the middle, then the others that the claims are between." })
  entities!: Entity[];

  @Field(() => [Claim], {
    description:
      "The claims, the best supported first: by origins, then citations, then nearness. All hang together with the entity in the middle: where there are more than were asked for, each is the best of those that touch what the others reach.",
  })
  claims!: Claim[];

  @Field(() => Int, { description: "How many claims there are around it, with those that are not given." })
  totalCount!: number;

  @Field(() => Facets, { description: "By what the claims can be narrowed, counted with those that are not given." })
  facets!: Facets;

  @Field(() => Boolean, {
    description: `Whether all that there is was looked at. At most ${BOUNDS.aroundClaims} claims and ${BOUNDS.aroundEntities} entities of one distance are: those of fewer claims first, so what is passed over lies beyond entities in the middle of everything. Where it is false, \`totalCount\` is the least that there are.`,
  })
  complete!: boolean;
}
