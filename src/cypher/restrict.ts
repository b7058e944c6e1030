import type { Predicate } from "../ontology/ontology.js";
import { NOW_IN_FULL } from "./moment.js";
import { quoted } from "./names.js";
import { takenFrom } from "./rows.js";
import type { Statement, Value } from "./statement.js";

/** Statements that restrict and open sources, and mark what that concerns: sources, citations, claims and their edges. A mark is `true`, or not there. */

/** Whether an entity is restricted, and its kind: one row, `kind`, `restricted`; none where there is no such entity. */
export function entityRestriction(id: string): Statement {
  const text =
    "UNWIND [$id] AS id MATCH (e:Entity {id: id}) RETURN e.kind AS kind, e.restricted IS NOT NULL AS restricted";
  return { name: "restrict.entity", text, params: { id } };
}

/** Restricts a source, or opens it: a row. */
export function setRestricted(id: string, restricted: boolean): Statement {
  const text = "UNWIND [$id] AS id MATCH (s:Source {id: id}) SET s.restricted = $restricted RETURN id";
  return { name: "restrict.source", text, params: { id, restricted: restricted || null } };
}

/** Those of some sources that are restricted, or whose chains lead to such: `id`. Other ids are passed over. */
export function restrictedAmong(ids: readonly string[]): Statement {
  const text =
    "UNWIND $ids AS id MATCH (s:Source {id: id}) WHERE s.restricted IS NOT NULL OR s.openOrigins IS NOT NULL RETURN id";
  return { name: "restrict.among", text, params: { ids } };
}

/** Sources with a step of their chains: `id`, `restricted`, `derivedFrom`, `origins`. */
export function sourceChains(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (s:Source {id: id})",
    "RETURN id, s.restricted IS NOT NULL AS restricted, s.origins AS origins, [(s)-[:DERIVED_FROM]->(o:Source) | o.id] AS derivedFrom",
  ].join("\n");
  return { name: "restrict.chains", text, params: { ids } };
}

/** The sources that were taken from some: `id`. */
export function repeatersOf(ids: readonly string[]): Statement {
  const text = "UNWIND $ids AS id MATCH (s:Source {id: id})<-[:DERIVED_FROM]-(r:Source) RETURN DISTINCT r.id AS id";
  return { name: "restrict.repeaters", text, params: { ids } };
}

/** The citations from some sources, and those that name one of them as where it was taken from: `id`. */
export function citationsNear(ids: readonly string[]): readonly Statement[] {
  return ["HAS_SOURCE", "DERIVED_FROM"].map((type) => ({
    name: `restrict.citations.${type}`,
    text: `UNWIND $ids AS id MATCH (s:Source {id: id})<-[:${type}]-(q:Citation) RETURN DISTINCT q.id AS id`,
    params: { ids },
  }));
}

/** Citations as they are marked by: `id`, `claim`, `source`, `takenFrom`, `ownWords`, `origins`. */
export function citationsToMark(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (q:Citation {id: id})-[:HAS_SOURCE]->(s:Source) MATCH (q)<-[:HAS_CITATION]-(c:Claim)",
    `RETURN id, c.id AS claim, s.id AS source, ${takenFrom(NOW_IN_FULL)} AS takenFrom, q.ownWords AS ownWords, q.origins AS origins`,
  ].join("\n");
  return { name: "restrict.citationsToMark", text, params: { ids } };
}

/** The claims of which an entity is an end, or a speaker: `id`. */
export function claimsAbout(id: string): readonly Statement[] {
  return ["SUBJECT", "OBJECT", "ATTRIBUTED_TO"].map((type) => ({
    name: `restrict.claims.${type}`,
    text: `UNWIND [$id] AS id MATCH (e:Entity {id: id})<-[:${type}]-(c:Claim) RETURN c.id AS id`,
    params: { id },
  }));
}

/** Claims as they are marked by: `id`, `predicate`, `subject`, `object`, `recordedAt`, `firstCited`, `aboutRestricted`, and their marks so far, `restricted` and `openSince`. */
export function claimsToMark(ids: readonly string[]): Statement {
  const about = ["SUBJECT", "OBJECT", "ATTRIBUTED_TO"].map(
    (type) => `COUNT { MATCH (c)-[:${type}]->(e:Entity) WHERE e.restricted IS NOT NULL }`,
  );
  const text = [
    "UNWIND $ids AS id MATCH (c:Claim {id: id})",
    "CALL (c) { MATCH (c)-[:HAS_CITATION]->(q:Citation) WHERE q.restricted IS NULL RETURN min(q.recordedAt) AS firstCited }",
    `WITH id, c, firstCited, ${about.join(" + ")} AS about`,
    "RETURN id, c.predicate AS predicate, head([(c)-[:SUBJECT]->(s:Entity) | s.id]) AS subject, head([(c)-[:OBJECT]->(o:Entity) | o.id]) AS object,",
    "c.recordedAt AS recordedAt, firstCited, about > 0 AS aboutRestricted, c.restricted AS restricted, c.openSince AS openSince",
  ].join("\n");
  return { name: "restrict.claimsToMark", text, params: { ids } };
}

/** Notes where chains end for those who see open sources only; null where that is where they end for all. A row for each. */
export function markOrigins(
  rows: readonly { readonly id: string; readonly openOrigins: readonly string[] | null }[],
): Statement {
  const text = "UNWIND $rows AS r MATCH (s:Source {id: r.id}) SET s.openOrigins = r.openOrigins RETURN s.id AS id";
  return { name: "restrict.markOrigins", text, params: { rows } };
}

/** As {@link markOrigins}, of citations, which are also restricted as their sources are. */
export function markCitations(
  rows: readonly {
    readonly id: string;
    readonly restricted: true | null;
    readonly openOrigins: readonly string[] | null;
  }[],
): Statement {
  const text =
    "UNWIND $rows AS r MATCH (q:Citation {id: r.id}) SET q.restricted = r.restricted, q.openOrigins = r.openOrigins RETURN q.id AS id";
  return { name: "restrict.markCitations", text, params: { rows } };
}

/** A claim with its marks and its ends. */
export interface MarkedClaim {
  readonly id: string;
  readonly subject: string;
  readonly object: string | null;
  readonly restricted: true | null;
  readonly openSince: string | null;
}

/** Marks claims. A row for each. */
export function markClaims(claims: readonly MarkedClaim[]): Statement {
  const text =
    "UNWIND $rows AS r MATCH (c:Claim {id: r.id}) SET c.restricted = r.restricted, c.openSince = r.openSince RETURN c.id AS id";
  return { name: "restrict.markClaims", text, params: { rows: values(claims) } };
}

/** Marks the edges of claims between entities. A row for each. */
export function markEdges(predicate: Predicate, claims: readonly MarkedClaim[]): Statement {
  const text = [
    "UNWIND $rows AS r MATCH (s:Entity {id: r.subject}) MATCH (o:Entity {id: r.object})",
    `MATCH (s)-[e:${quoted(predicate.name)}]->(o) WHERE e.claimId = r.id`,
    "SET e.restricted = r.restricted, e.openSince = r.openSince RETURN e.claimId AS id",
  ].join("\n");
  return { name: "restrict.markEdges", text, params: { rows: values(claims) } };
}

/** Rows are plain data of the types that a parameter takes. */
function values(rows: readonly object[]): Value {
  return rows as unknown as Value;
}
