import { claimsToProject, edgesOf, PROJECTED_PROPERTIES } from "../cypher/check.js";
import type { Projection } from "../cypher/record.js";
import { makeEdges, removeEdges } from "../cypher/rebuild.js";
import { rowsOf } from "../cypher/rows.js";
import type { Value } from "../cypher/statement.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Store } from "../store/port.js";
import { edgeFault, type Edge, type ProjectedClaim } from "./checkGraph.js";

/** How many edges were taken away, and how many made. */
export interface Rebuilt {
  readonly removed: number;
  readonly made: number;
}

/**
 * Makes the edges what they must be, from the claims, which are the truth: those that have no such claim, or are not as it has them, are taken away, and those
 * that are missing made. In one transaction; edges that are right stay. A claim without just one subject and one object gets none.
 */
export async function rebuildEdges(store: Store, ontology: Ontology): Promise<Rebuilt> {
  return store.write(async (run) => {
    const claims = rowsOf<ProjectedClaim>(await run(claimsToProject()));
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    let [removed, made] = [0, 0];
    for (const predicate of ontology.predicates.values()) {
      const { name } = predicate;
      const edges = rowsOf<Edge>(await run(edgesOf(predicate)));
      const wrong = new Set(edges.filter((edge) => edgeFault(edge, byId.get(edge.claim), name, false)).map(keyOf));
      const right = new Set<string>();
      for (const edge of edges) {
        if (wrong.has(keyOf(edge))) continue;
        if (right.has(edge.claim)) wrong.add(keyOf(edge)); // the second of one claim looks like the first: both go
        right.add(edge.claim);
      }
      const gone = [...new Map(edges.map((edge) => [keyOf(edge), edge])).values()].filter((edge) =>
        wrong.has(keyOf(edge)),
      );
      if (gone.length > 0) removed += (await run(removeEdges(name, gone))).length;
      for (const { claim } of gone) right.delete(claim);
      const missing = claims.flatMap((claim) =>
        right.has(claim.id) ? [] : (projectionOf(claim, ontology, name) ?? []),
      );
      if (missing.length > 0) made += (await run(makeEdges(name, missing))).length;
    }
    return { removed, made };
  });
}

function keyOf({ claim, subject, object }: Edge): string {
  return JSON.stringify([claim, subject, object]);
}

/** The edge that a claim must have; null where it must have none of this predicate. */
function projectionOf(claim: ProjectedClaim, ontology: Ontology, predicate: string): Projection | null {
  const { id, subjects, objects } = claim;
  const [subject, object] = [subjects[0], objects[0]];
  if (claim.predicate !== predicate || ontology.predicates.get(predicate)!.value !== "ENTITY") return null;
  if (subject === undefined || object === undefined || subjects.length > 1 || objects.length > 1) return null;
  const properties = PROJECTED_PROPERTIES.map((name, index): [string, Value] => [
    name,
    claim.properties[index] ?? null,
  ]);
  return { subject, object, properties: { ...Object.fromEntries(properties), claimId: id } };
}
