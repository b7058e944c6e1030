import { findValueConflicts } from "../claims/conflicts.js";
import { contentOf } from "../cypher/rows.js";
import { conflictNode } from "./conflictNode.js";
import type { Context } from "./context.js";
import { typedClaim, type ClaimNode } from "./loaders.js";

/** The claims that cannot hold together with a claim, each with the conflict that the two make. */
export async function conflictsOf(claim: ClaimNode, context: Context) {
  if (claim.comparisonKey === null) return [];
  const rows = await context.loaders.comparable.load(claim.comparisonKey);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const own = contentOf(claim);
  const conflicts = rows
    .filter(({ id }) => id !== claim.id)
    .flatMap((other) => findValueConflicts([own, contentOf(other)], context.ontology));
  return conflicts.map((found) => {
    const claims = found.claimIds.map((id) => byId.get(id)!);
    const conflict = conflictNode(found, claims, context);
    const { kind, explanation } = conflict;
    return { kind, explanation, conflict, claim: typedClaim(claims.find(({ id }) => id !== claim.id)!) };
  });
}
