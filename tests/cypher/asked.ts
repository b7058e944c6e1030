import type { Brought, ChildList } from "../../src/cypher/childPages.js";
import type { ClaimsAsked, EntitiesAsked } from "../../src/cypher/reading.js";
import type { Row } from "../../src/cypher/statement.js";
import { ALL_PROPERTIES_OF_ENTITY, NAMED, OF_CITATION, OF_CLAIM, OF_ENTITY } from "../../src/cypher/wanted.js";

/** All bits of some groups. */
function allOf(groups: Readonly<Record<string, number>>): number {
  return Object.values(groups).reduce((sum, bit) => sum | bit, 0);
}

/** Nothing of an item of a list but what tells it. */
export const BRINGS_LITTLE: Brought = { cursors: true, entity: NAMED, citation: 0, claims: false };

/** All that can be brought of an item. */
export const BRINGS_ALL: Brought = {
  cursors: true,
  entity: { columns: allOf(OF_ENTITY), linked: ALL_PROPERTIES_OF_ENTITY },
  citation: allOf(OF_CITATION),
  claims: true,
};

/** All that can be read of claims. */
export function allOfClaims(lists: readonly ChildList[] = []): ClaimsAsked {
  const all = ALL_PROPERTIES_OF_ENTITY;
  return { wanted: { columns: allOf(OF_CLAIM), ends: all, speakers: all, origins: all }, lists, most: 50 };
}

/** All that can be read of entities, with the claims that their lists name. */
export function allOfEntities(lists: readonly ChildList[] = [], along: ClaimsAsked | null = null): EntitiesAsked {
  return { wanted: BRINGS_ALL.entity, lists, along };
}

/** The id of an entity's or a claim's row. */
export function idOf(row: Row): string {
  const { entity, claim } = row as unknown as { entity?: readonly string[]; claim?: readonly (readonly string[])[] };
  return (entity ?? claim![0]!)[0]!;
}
