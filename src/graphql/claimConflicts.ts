import { findValueConflicts } from "../claims/conflicts.js";
import type { ClaimsAsked } from "../cypher/reading.js";
import { contentOf } from "../cypher/rows.js";
import { ALL_PROPERTIES_OF_CLAIM, OF_CLAIM } from "../cypher/wanted.js";
import { conflictNode } from "./conflictNode.js";
import type { Context } from "./context.js";
import { WHOLE_CLAIM, type ClaimNode } from "./loaders.js";
import { whenReady } from "./ready.js";

/** The claims that cannot hold together with a claim, each with the conflict that the two make. */
export function conflictsOf({ id, loaders }: ClaimNode, context: Context) {
  return whenReady(loaders.claimThere(id, COMPARED), (claim) => conflictsIn(claim, claim.compared!, context));
}

/** The claim itself, and those that it is compared with. */
const COMPARED: ClaimsAsked = {
  wanted: { ...WHOLE_CLAIM.wanted, columns: ALL_PROPERTIES_OF_CLAIM | OF_CLAIM.comparable },
  lists: [],
};

function conflictsIn(claim: ClaimNode, rows: readonly ClaimNode[], { ontology }: Context) {
  const { loaders } = claim;
  const byId = new Map(rows.map((row) => [row.id, row]));
  // a claim that does not stand, or did not hold then, contradicts nothing
  if (!byId.has(claim.id)) return [];
  const own = contentOf(claim);
  const conflicts = rows
    .filter(({ id }) => id !== claim.id)
    .flatMap((other) => findValueConflicts([own, contentOf(other)], ontology));
  return conflicts.map((found) => {
    const claims = found.claimIds.map((id) => byId.get(id)!);
    const conflict = conflictNode(found, claims, { ontology, loaders });
    const { kind, explain } = conflict;
    return { kind, explain, conflict, claim: claims.find(({ id }) => id !== claim.id)! };
  });
}
