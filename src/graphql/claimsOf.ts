import type { GraphQLResolveInfo } from "graphql";
import { claimSortKeys, type ClaimOrder as Order } from "../cypher/claimPage.js";
import { readClaimFilter } from "../cypher/filter.js";
import { readMoment } from "../cypher/moment.js";
import { textOf } from "../cypher/rows.js";
import type { Ontology } from "../ontology/ontology.js";
import type { AsOf, ClaimFilter, ClaimOrder } from "./filter.input.js";
import type { EntityNode } from "./loaders.js";
import { childPage, type NodeList, type PageArgs } from "./pages.js";

/** What a list of claims is asked with. */
export interface AskedClaims {
  readonly where: ClaimFilter | null;
  readonly orderBy: ClaimOrder[] | null;
  readonly asOf?: AsOf | null;
  readonly page: PageArgs;
}

/** A page of the claims that belong to an entity, by predicate where no order is asked for. */
export function claimsOf(
  entity: EntityNode,
  { name, of }: Pick<NodeList, "name" | "of">,
  { where, orderBy, asOf = null, page }: AskedClaims,
  ontology: Ontology,
  info: GraphQLResolveInfo,
) {
  const loaders = entity.loaders.at(readMoment(asOf, entity.loaders.moment));
  const { scope, meets } = readClaimFilter(ontology, where);
  const order = (orderBy as Order[] | null) ?? [{ field: "PREDICATE", direction: "ASC" }];
  const keys = claimSortKeys("c", order, loaders.moment);
  const list: NodeList = { ...{ name, of, keys, scope }, meets: { leaf: { is: "claim", meets } } };
  return childPage(loaders, entity.id, list, where, page, info, ([id]) => ({
    node: () => loaders.claimThere(textOf(id)),
  }));
}
