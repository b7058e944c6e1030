import { claimColumns } from "./claimPage.js";
import { currentClaim } from "./current.js";
import { columns } from "./names.js";
import { CITATION_PROPERTIES, ENTITY_PROPERTIES, TAKEN_FROM } from "./rows.js";
import type { Statement } from "./statement.js";

/** Statements that look things up by id, many at once. Each answers a row for each id that there is; the order is not said. */

/** Entities: rows as EntityRow. */
export function entitiesById(ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN ${columns("e", ENTITY_PROPERTIES)}`;
  return { name: "entities.byId", text, params: { ids } };
}

/** Claims with the ids of their ends and speakers: rows as ClaimRow. */
export function claimsById(ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN ${claimColumns("c")}`;
  return { name: "claims.byId", text, params: { ids } };
}

/** Citations with the ids of their claim and source: rows as CitationRow. */
export function citationsById(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (q:Citation {id: id})-[:HAS_SOURCE]->(s:Source)",
    "MATCH (c:Claim)-[:HAS_CITATION]->(q)",
    `RETURN c.id AS claim, s.id AS source, ${TAKEN_FROM} AS takenFrom, ${columns("q", CITATION_PROPERTIES)}`,
  ].join("\n");
  return { name: "citations.byId", text, params: { ids } };
}

/** Who made a source, and its chain: `id`, and ids in `authors`, `publisher`, `derivedFrom`, `repeatedBy`. */
export function sourceLinks(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (s:Source {id: id})",
    "RETURN id, [(s)-[:HAS_AUTHOR]->(a:Entity) | a.id] AS authors, head([(s)-[:HAS_PUBLISHER]->(p:Entity) | p.id]) AS publisher,",
    "[(s)-[:DERIVED_FROM]->(o:Source) | o.id] AS derivedFrom, [(r:Source)-[:DERIVED_FROM]->(s) | r.id] AS repeatedBy",
  ].join("\n");
  return { name: "sources.links", text, params: { ids } };
}

/** The stored texts of sources: `source`, `content`, `language`, `sha256`, `storedAt`. */
export function textsOf(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (s:Source {id: id})-[:HAS_TEXT]->(t:Text)",
    "RETURN id AS source, t.content AS content, t.language AS language, t.sha256 AS sha256, t.storedAt AS storedAt",
  ].join("\n");
  return { name: "sources.texts", text, params: { ids } };
}

/** What supports claims, a row a citation: the claim's `id`, the `source`, and what the source took it from (see the seeds' `derivedFrom`). */
export function supportOf(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)",
    `RETURN id, s.id AS source, ${TAKEN_FROM} AS takenFrom, q.ownWords AS ownWords`,
  ].join("\n");
  return { name: "claims.support", text, params: { ids } };
}

/** Every edge of the chains that begin at some sources: `source` and what it was taken `from`. A chain is followed 20 steps. */
export function derivationsFrom(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (s:Source {id: id})-[:DERIVED_FROM*0..20]->(m:Source)",
    "WITH DISTINCT m MATCH (m)-[:DERIVED_FROM]->(o:Source) RETURN m.id AS source, o.id AS from",
  ].join("\n");
  return { name: "sources.derivations", text, params: { ids } };
}

/** The claims that share a comparison key, by their ids: rows as ClaimRow. */
export function claimsByComparisonKey(keys: readonly string[]): Statement {
  const text = `UNWIND $keys AS key MATCH (c:Claim {comparisonKey: key}) WHERE ${currentClaim("c")} RETURN ${claimColumns("c")} ORDER BY id`;
  return { name: "claims.comparable", text, params: { keys } };
}

/** What took the place of claims and whose place they took: `id`, `supersedes`, `supersededBy`. */
export function successionsOf(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (c:Claim {id: id})",
    "RETURN id, [(c)-[:SUPERSEDES]->(o:Claim) | o.id] AS supersedes, [(n:Claim)-[:SUPERSEDES]->(c) | n.id] AS supersededBy",
  ].join("\n");
  return { name: "claims.successions", text, params: { ids } };
}

/** What was done with claims here, in order: `claim`, `action`, `at`, `by`, `reason`. */
export function historyOf(ids: readonly string[]): Statement {
  const text = [
    "UNWIND $ids AS id MATCH (c:Claim {id: id})<-[:CHANGED]-(h:Change)",
    "RETURN id AS claim, h.seq AS seq, h.action AS action, h.at AS at, h.by AS by, h.reason AS reason ORDER BY claim, seq",
  ].join("\n");
  return { name: "claims.history", text, params: { ids } };
}

/** How many entities there are of each kind: `kind`, `total`; kinds of which there are none do not show. */
export function countsByKind(): Statement {
  return {
    name: "entities.countsByKind",
    text: "MATCH (e:Entity) RETURN e.kind AS kind, count(e) AS total",
    params: {},
  };
}
