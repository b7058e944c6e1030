import { findValueConflicts } from "../claims/conflicts.js";
import { contentOf } from "../cypher/rows.js";
import { conflictNode } from "./conflictNode.js";
import type { Context } from "./context.js";
import type { ClaimNode } from "./loaders.js";

/** The claims that cannot hold together with a claim, each with the conflict that the two make. */
export async function conflictsOf(claim: ClaimNode, { ontology }: Context) {
  const { loaders } = claim;
  if (claim.comparisonKey === null) return [];
  const rows = (await loaders.comparable.load(claim.comparisonKey)).map((row) => loaders.typedClaim(row));
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
