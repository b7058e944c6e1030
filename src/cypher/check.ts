import type { Predicate } from "../ontology/ontology.js";
import { columns, quoted } from "./names.js";
import { EDGE_PROPERTIES } from "./record.js";
import { CLAIM_PROPERTIES } from "./rows.js";
import type { Statement } from "./statement.js";

/** Statements by which the check command looks through the whole graph. */

/** Every claim: its own properties, `subjects`, `objects`, what its edge must carry (`properties`), and how many `citations`. */
export function claimsToProject(): Statement {
  const properties = EDGE_PROPERTIES.map((property) => `c.${property}`).join(", ");
  const text = [
    "MATCH (c:Claim)",
    "WITH c, [(c)-[:SUBJECT]->(s:Entity) | s.id] AS subjects, [(c)-[:OBJECT]->(o:Entity) | o.id] AS objects,",
    "[(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS attributedTo",
    `RETURN ${columns("c", CLAIM_PROPERTIES)}, subjects, objects, attributedTo, [${properties}] AS properties, COUNT { MATCH (c)-[:HAS_CITATION]->(q:Citation) } AS citations`,
  ].join("\n");
  return { name: "check.claims", text, params: {} };
}

/** Every entity: `id`, `kind` and its `labels`. */
export function entitiesToCheck(): Statement {
  const text = "MATCH (e:Entity) RETURN e.id AS id, e.kind AS kind, labels(e) AS labels";
  return { name: "check.entities", text, params: {} };
}

/** Every edge of a predicate: `claim`, `subject`, `object`, and what it carries. */
export function edgesOf(predicate: Predicate): Statement {
  const properties = EDGE_PROPERTIES.map((property) => `e.${property}`).join(", ");
  const text = [
    `MATCH (s:Entity)-[e:${quoted(predicate.name)}]->(o:Entity)`,
    `RETURN e.claimId AS claim, s.id AS subject, o.id AS object, [${properties}] AS properties`,
  ].join("\n");
  return { name: "check.edges", text, params: {} };
}

/** Every citation that has a source: `id`, `source`, `quote`, `start`, `end`, `textHash`, `verification`. */
export function quotesToVerify(): Statement {
  const text = [
    "MATCH (q:Citation)-[:HAS_SOURCE]->(s:Source)",
    "RETURN q.id AS id, s.id AS source, q.quote AS quote, q.start AS start, q.end AS end, q.textHash AS textHash, q.verification AS verification",
    "ORDER BY source, id",
  ].join("\n");
  return { name: "check.quotes", text, params: {} };
}

/** Every citation: `id`, and of how many `claims` and from how many `sources` it is. */
export function citationEnds(): Statement {
  const text = [
    "MATCH (q:Citation)",
    "RETURN q.id AS id, COUNT { MATCH (q)<-[:HAS_CITATION]-(c:Claim) } AS claims, COUNT { MATCH (q)-[:HAS_SOURCE]->(s:Source) } AS sources",
  ].join("\n");
  return { name: "check.citations", text, params: {} };
}
