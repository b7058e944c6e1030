import { quoted } from "./names.js";
import { putProjections, type Projection } from "./record.js";
import type { Statement } from "./statement.js";

/** Statements by which edges are made anew from the claims whose projection they are. */

/** An edge by its ends and the claim that it names, if it names one. */
export interface EdgeKey {
  readonly subject: string;
  readonly object: string;
  readonly claim: string | null;
}

/** Takes away every edge of a predicate between two entities that names a claim: a row for each. */
export function removeEdges(predicate: string, edges: readonly EdgeKey[]): Statement {
  const text = [
    `UNWIND $rows AS r MATCH (s:Entity {id: r.subject})-[e:${quoted(predicate)}]->(o:Entity {id: r.object})`,
    "WHERE coalesce(e.claimId, '') = r.claim DELETE e RETURN r.claim AS claim",
  ].join("\n");
  const rows = edges.map(({ subject, object, claim }) => ({ subject, object, claim: claim ?? "" }));
  return { name: `rebuild.remove.${predicate}`, text, params: { rows: rows } };
}

/** Makes edges of a predicate: a row for each. */
export function makeEdges(predicate: string, edges: readonly Projection[]): Statement {
  return { ...putProjections(predicate, edges), name: `rebuild.make.${predicate}` };
}
