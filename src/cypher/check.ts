import type { Predicate } from "../ontology/ontology.js";
import { quoted } from "./names.js";
import { EDGE_PROPERTIES } from "./record.js";
import type { Statement } from "./statement.js";

/** Statements by which the check command looks through the whole graph. */

/** Every claim that leads to an entity: `id`, `predicate`, how many `subjects` and `objects`, one of each, and what its edge must carry. */
export function claimsToProject(): Statement {
  const properties = EDGE_PROPERTIES.map((property) => `c.${property}`).join(", ");
  const text = [
    "MATCH (c:Claim)",
    "WITH c, [(c)-[:SUBJECT]->(s:Entity) | s.id] AS subjects, [(c)-[:OBJECT]->(o:Entity) | o.id] AS objects",
    `RETURN c.id AS id, c.predicate AS predicate, subjects, objects, [${properties}] AS properties, COUNT { MATCH (c)-[:HAS_CITATION]->(q:Citation) } AS citations`,
  ].join("\n");
  return { name: "check.claims", text, params: {} };
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

/** Every citation: `id`, `source`, `quote`, `start`, `end`, `textHash`, `verification`. */
export function quotesToVerify(): Statement {
  const text = [
    "MATCH (q:Citation)-[:HAS_SOURCE]->(s:Source)",
    "RETURN q.id AS id, s.id AS source, q.quote AS quote, q.start AS start, q.end AS end, q.textHash AS textHash, q.verification AS verification",
    "ORDER BY source, id",
  ].join("\n");
  return { name: "check.quotes", text, params: {} };
}
