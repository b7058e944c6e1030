import type { Predicate } from "../ontology/ontology.js";
import { columns, quoted } from "./names.js";
import { NOW_IN_FULL } from "./moment.js";
import { EDGE_PROPERTIES } from "./record.js";
import { CHANGED_PROPERTIES, CLAIM_PROPERTIES, takenFrom } from "./rows.js";
import type { Statement } from "./statement.js";

/** Statements by which the check command looks through the whole graph. */

/** All that an edge has of its claim: what it is recorded with, what has been changed since, and the ids that its ends were given where those have been merged. */
export const PROJECTED_PROPERTIES = [...EDGE_PROPERTIES, ...CHANGED_PROPERTIES, "subjectGiven", "objectGiven"] as const;

/** Every claim: its own properties, `subjects`, `objects`, what its edge must carry (`properties`), and how many `citations`. */
export function claimsToProject(): Statement {
  const properties = [...EDGE_PROPERTIES, ...CHANGED_PROPERTIES].map((property) => `c.${property}`).join(", ");
  const text = [
    "MATCH (c:Claim)",
    "WITH c, [(c)-[:SUBJECT]->(s:Entity) | s.id] AS subjects, [(c)-[:OBJECT]->(o:Entity) | o.id] AS objects,",
    "head([(c)-[x:SUBJECT]->(s:Entity) | x.given]) AS subjectGiven, head([(c)-[x:OBJECT]->(o:Entity) | x.given]) AS objectGiven,",
    "[(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS attributedTo",
    `RETURN ${columns("c", CLAIM_PROPERTIES)}, c.restricted AS restricted, c.openSince AS openSince, subjects, objects, attributedTo, [${properties}, subjectGiven, objectGiven] AS properties, COUNT { MATCH (c)-[:HAS_CITATION]->(q:Citation) } AS citations`,
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
  const properties = PROJECTED_PROPERTIES.map((property) => `e.${property}`).join(", ");
  const text = [
    `MATCH (s:Entity)-[e:${quoted(predicate.name)}]->(o:Entity)`,
    `RETURN e.claimId AS claim, s.id AS subject, o.id AS object, [${properties}] AS properties`,
  ].join("\n");
  return { name: "check.edges", text, params: {} };
}

/** Every entity with what it is called, and the folded names by which it is found: `id`, `nameTexts`, `aliasTexts`, `mergedTexts`, `folded`. */
export function namesToCheck(): Statement {
  const text =
    "MATCH (e:Entity) RETURN e.id AS id, e.nameTexts AS nameTexts, e.aliasTexts AS aliasTexts, e.mergedTexts AS mergedTexts, [(e)-[:HAS_NAME]->(n:Name) | n.folded] AS folded";
  return { name: "check.names", text, params: {} };
}

/** Every entity that has ids in registers: `id`, what it says of them, and the `keys` by which it is found. */
export function entityIdentifiersToCheck(): Statement {
  const text =
    "MATCH (e:Entity) WITH e, [(e)<-[:IDENTIFIES]-(i:Identifier) | i.id] AS keys WHERE e.identifierSchemes IS NOT NULL OR size(keys) > 0 RETURN e.id AS id, e.identifierSchemes AS identifierSchemes, e.identifierValues AS identifierValues, keys";
  return { name: "check.entityIdentifiers", text, params: {} };
}

/** Every id in a register: `id`, and the `entities` that it leads to. */
export function identifiersToCheck(): Statement {
  const text = "MATCH (i:Identifier) RETURN i.id AS id, [(i)-[:IDENTIFIES]->(e:Entity) | e.id] AS entities";
  return { name: "check.identifiers", text, params: {} };
}

/** Every entity that was merged: `id`, and `into` which others. */
export function mergedToCheck(): Statement {
  const text = "MATCH (m:Merged) RETURN m.id AS id, [(m)-[:MERGED_INTO]->(n) | n.id] AS into";
  return { name: "check.merged", text, params: {} };
}

/** Every citation that has a source: `id`, `claim`, `source`, `basis`, `quote`, `start`, `end`, `textHash`, `verification`. */
export function quotesToVerify(): Statement {
  const text = [
    "MATCH (q:Citation)-[:HAS_SOURCE]->(s:Source)",
    "RETURN q.id AS id, head([(q)<-[:HAS_CITATION]-(c:Claim) | c.id]) AS claim, s.id AS source, q.basis AS basis, q.quote AS quote, q.start AS start, q.end AS end, q.textHash AS textHash, q.verification AS verification",
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

/** Every source as it is marked: `id`, `restricted`, `derivedFrom`, `origins`, `openOrigins`. */
export function sourceMarks(): Statement {
  const text = [
    "MATCH (s:Source)",
    "RETURN s.id AS id, s.restricted AS restricted, s.origins AS origins, s.openOrigins AS openOrigins, [(s)-[:DERIVED_FROM]->(o:Source) | o.id] AS derivedFrom ORDER BY id",
  ].join("\n");
  return { name: "check.sourceMarks", text, params: {} };
}

/** Every citation of a claim as it is marked: `id`, `claim`, `source`, `takenFrom`, `ownWords`, `recordedAt`, `restricted`, `origins`, `openOrigins`. */
export function citationMarks(): Statement {
  const text = [
    "MATCH (c:Claim)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)",
    `RETURN q.id AS id, c.id AS claim, s.id AS source, ${takenFrom(NOW_IN_FULL)} AS takenFrom, q.ownWords AS ownWords,`,
    "q.recordedAt AS recordedAt, q.restricted AS restricted, q.origins AS origins, q.openOrigins AS openOrigins ORDER BY id",
  ].join("\n");
  return { name: "check.citationMarks", text, params: {} };
}
