import { comparisonKey } from "../../claims/conflicts.js";
import { claimsById } from "../../cypher/lookups.js";
import { ENDS, moveEdges, moveEnds, setComparisonKeys, type Move } from "../../cypher/merged.js";
import { NOW_IN_FULL } from "../../cypher/moment.js";
import { contentOf, rowsOf, textOf, type ClaimRow } from "../../cypher/rows.js";
import type { Kind, Ontology } from "../../ontology/ontology.js";
import type { Run } from "../port.js";

/** Has what leads to an entity of a kind lead to another: claims' ends, their edges, sources' makers; and says anew with what the claims are compared. */
export async function moveClaims(run: Run, ontology: Ontology, kind: Kind, move: Move): Promise<void> {
  const moved = new Set<string>();
  for (const type of ENDS) {
    const rows = await run(moveEnds(type, move));
    if (type === "SUBJECT" || type === "OBJECT") for (const { id } of rows) moved.add(textOf(id));
  }
  for (const { name, value, subjects, objects } of ontology.predicates.values()) {
    if (value !== "ENTITY") continue;
    if (subjects.includes(kind)) await run(moveEdges(name, "subject", move));
    if (objects.includes(kind)) await run(moveEdges(name, "object", move));
  }
  if (moved.size === 0) return;
  const claims = rowsOf<ClaimRow>(await run(claimsById([...moved], NOW_IN_FULL)));
  const rows = claims.map((claim) => ({ id: claim.id, key: comparisonKey(contentOf(claim), ontology) }));
  await run(setComparisonKeys(rows));
}
