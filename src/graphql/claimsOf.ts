import type { GraphQLResolveInfo } from "graphql";
import { readMoment } from "../cypher/moment.js";
import type { Ontology } from "../ontology/ontology.js";
import { claimList, type ListArgs } from "./lists.js";
import type { EntityNode } from "./loaders.js";
import { childPage, onceAsked, type NodeList } from "./pages.js";

/** A page of the claims that belong to an entity. */
export function claimsOf(
  entity: EntityNode,
  of: Pick<NodeList, "name" | "of">,
  args: ListArgs,
  ontology: Ontology,
  info: GraphQLResolveInfo,
) {
  const loaders = entity.loaders.at(readMoment(args.asOf, entity.loaders.moment));
  const reading = { ontology, loaders };
  const list = onceAsked(loaders, info, args, () => claimList(of, args, info.fieldNodes, info, reading));
  return childPage(loaders, entity.id, list, args, ({ claim }, cursor) => ({
    node: loaders.claimMet(claim, list.claims),
    cursor,
  }));
}
