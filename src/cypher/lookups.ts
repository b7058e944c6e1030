import { claimColumns } from "./claimPage.js";
import { asserted, changeShows, counts, CURRENT, happened, known, NOW, shows, type Moment } from "./moment.js";
import { MERGES } from "./merged.js";
import { columns, where } from "./names.js";
import { Params } from "./params.js";
import { citationProperties, ENTITY_PROPERTIES, takenFrom } from "./rows.js";
import type { Statement, Value } from "./statement.js";

/**
 * Statements that look things up by id, many at once. Each answers a row for each id that is there at the moment for whoever asks; the order is
 * not said.
 */

/** A statement over `ids`; `write` is given what makes conditions, and what makes a WHERE of them. */
function lookup(
  name: string,
  ids: readonly string[],
  moment: Moment,
  write: (where: (...holds: readonly string[]) => string, param: (value: Value) => string) => readonly string[],
): Statement {
  const params = new Params();
  const text = write((...holds) => where(holds), params.add).join("\n");
  return { name, text, params: { ids, ...(moment.knownAt !== null && { p: params.values }) } };
}

/** Entities: rows as EntityRow. */
export function entitiesById(ids: readonly string[], moment = NOW): Statement {
  return lookup("entities.byId", ids, moment, (where, param) => [
    `UNWIND $ids AS id MATCH (e:Entity {id: id})${where(...known("e", moment, param))} RETURN ${columns("e", ENTITY_PROPERTIES)}`,
  ]);
}

/** Claims with the ids of their ends and speakers: rows as ClaimRow, as they are now. */
export function claimsById(ids: readonly string[], moment = NOW): Statement {
  return lookup("claims.byId", ids, moment, (where, param) => [
    `UNWIND $ids AS id MATCH (c:Claim {id: id})${where(...asserted("c", moment, param))} RETURN ${claimColumns("c", moment)}`,
  ]);
}

/** Citations with the ids of their claim and source: rows as CitationRow. */
export function citationsById(ids: readonly string[], moment = NOW): Statement {
  return lookup("citations.byId", ids, moment, (where, param) => [
    `UNWIND $ids AS id MATCH (q:Citation {id: id})-[:HAS_SOURCE]->(s:Source)${where(...known("q", moment, param))}`,
    `MATCH (q)<-[:HAS_CITATION]-(c:Claim)${where(...shows("c", moment))}`,
    `RETURN c.id AS claim, s.id AS source, ${takenFrom(moment)} AS takenFrom, ${columns("q", citationProperties(moment))}`,
  ]);
}

/** The citations of claims, with the ids of their claim and source: rows as CitationRow. */
export function citationsOfClaims(ids: readonly string[], moment = NOW): Statement {
  return lookup("claims.citations", ids, moment, (where, param) => [
    `UNWIND $ids AS id MATCH (c:Claim {id: id})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)${where(...known("q", moment, param))}`,
    `RETURN id AS claim, s.id AS source, ${takenFrom(moment)} AS takenFrom, ${columns("q", citationProperties(moment))}`,
  ]);
}

/** Who made a source, and its chain: rows as SourceLinksRow. */
export function sourceLinks(ids: readonly string[], moment = NOW): Statement {
  return lookup("sources.links", ids, moment, (where, param) => {
    const links = (type: string, node: string, label: string, holds = shows(node, moment)) =>
      `[(s)${type}(${node}:${label})${where(...holds)} | ${node}.id]`;
    return [
      "UNWIND $ids AS id MATCH (s:Source {id: id})",
      `RETURN id, s.restricted IS NOT NULL AS restricted, ${links("-[:HAS_AUTHOR]->", "a", "Entity")} AS authors, head(${links("-[:HAS_PUBLISHER]->", "p", "Entity")}) AS publisher,`,
      `${links("-[:DERIVED_FROM]->", "o", "Source")} AS derivedFrom, ${links("<-[:DERIVED_FROM]-", "r", "Source", known("r", moment, param))} AS repeatedBy`,
    ];
  });
}

/** The stored texts of sources: `source`, `content`, `language`, `sha256`, `storedAt`. */
export function textsOf(ids: readonly string[], moment = NOW): Statement {
  return lookup("sources.texts", ids, moment, (where, param) => {
    const holds = [...happened("t.storedAt", moment, param), ...shows("s", moment)];
    return [
      `UNWIND $ids AS id MATCH (s:Source {id: id})-[:HAS_TEXT]->(t:Text)${where(...holds)}`,
      "RETURN id AS source, t.content AS content, t.language AS language, t.sha256 AS sha256, t.storedAt AS storedAt",
    ];
  });
}

/** Every version of the stored texts of sources: as {@link textsOf}, and `until` when it was the text; null where it is. */
export function textVersionsOf(ids: readonly string[], moment = NOW): Statement {
  return lookup("sources.textVersions", ids, moment, (where, param) => {
    const holds = where(...happened("t.storedAt", moment, param), ...shows("s", moment));
    const versions = (type: string, until: string) => [
      `UNWIND $ids AS id MATCH (s:Source {id: id})-[h:${type}]->(t:Text)${holds}`,
      `RETURN id AS source, t.content AS content, t.language AS language, t.sha256 AS sha256, t.storedAt AS storedAt, ${until} AS until`,
    ];
    return [...versions("HAS_TEXT", "null"), "UNION", ...versions("HAD_TEXT", "h.until")];
  });
}

/** Every edge of the chains that begin at some sources: `source` and what it was taken `from`. A chain is followed 20 steps. */
export function derivationsFrom(ids: readonly string[], moment = NOW): Statement {
  return lookup("sources.derivations", ids, moment, (where, param) => {
    const holds = [...known("m", moment, param), ...shows("o", moment)];
    return [
      "UNWIND $ids AS id MATCH (s:Source {id: id})-[:DERIVED_FROM*0..20]->(m:Source)",
      `WITH DISTINCT m MATCH (m)-[:DERIVED_FROM]->(o:Source)${where(...holds)} RETURN m.id AS source, o.id AS from`,
    ];
  });
}

/** The claims that share a comparison key and are current, by their ids: rows as ClaimRow. */
export function claimsByComparisonKey(keys: readonly string[], moment = NOW): Statement {
  const params = new Params();
  const holds = counts("c", CURRENT, moment, params.add).join(" AND ");
  const text = `UNWIND $keys AS key MATCH (c:Claim {comparisonKey: key}) WHERE ${holds} RETURN ${claimColumns("c", moment)} ORDER BY id`;
  return { name: "claims.comparable", text, params: { keys, p: params.values } };
}

/** What took the place of claims and whose place they took: `id`, `supersedes`, `supersededBy`. */
export function successionsOf(ids: readonly string[], moment = NOW): Statement {
  // one takes another's place when that is ended, which may be long after it was itself recorded
  const taken = (earlier: string, later: string) => `coalesce(${earlier}.retractedAt, ${later}.recordedAt)`;
  return lookup("claims.successions", ids, moment, (where, param) => {
    const holds = (other: string, at: string) => [...happened(at, moment, param), ...asserted(other, moment, param)];
    return [
      "UNWIND $ids AS id MATCH (c:Claim {id: id})",
      `RETURN id, [(c)-[:SUPERSEDES]->(o:Claim)${where(...holds("o", taken("o", "c")))} | o.id] AS supersedes,`,
      `[(c)<-[:SUPERSEDES]-(n:Claim)${where(...holds("n", taken("c", "n")))} | n.id] AS supersededBy`,
    ];
  });
}

/**
 * What was done with entities here, and with what is merged into them, in order: `entity`, `of` which of these, the `pair` where it was done with two,
 * `action`, `at`, `by`, `reason`.
 */
export function entityHistoryOf(ids: readonly string[], moment = NOW): Statement {
  return lookup("entities.history", ids, moment, (where, param) => {
    const hidden = "COUNT { MATCH (h)-[:CHANGED]->(x) WHERE x.restricted IS NOT NULL } = 0";
    const holds = where(...changeShows("h", "n", moment, param), ...(moment.sees === "ALL" ? [] : [hidden]));
    const found = [
      `MATCH (n)<-[:CHANGED]-(h:Change)${holds}`,
      "RETURN id AS entity, h.seq AS seq, n.id AS of, h.pair AS pair, h.action AS action, h.at AS at, h.by AS by, h.reason AS reason",
    ];
    return [
      ...["UNWIND $ids AS id MATCH (n:Entity {id: id})", ...found],
      ...["UNION", `UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:${MERGES}]-(n:Merged)`, ...found],
    ];
  });
}

/** How many entities there are of each kind: `kind`, `total`; kinds of which there are none do not show. */
export function countsByKind(moment = NOW): Statement {
  const holds = shows("e", moment).map((one) => ` WHERE ${one}`);
  const text = `MATCH (e:Entity)${holds.join("")} RETURN e.kind AS kind, count(e) AS total`;
  return { name: "entities.countsByKind", text, params: {} };
}
