import { NOW_IN_FULL } from "./moment.js";
import { takenFrom } from "./rows.js";
import type { Statement } from "./statement.js";

/** Statements that bring a graph of an older layout up to date. */

/** Every source: `id`. */
export function allSources(): Statement {
  return { name: "migrate.sources", text: "MATCH (s:Source) RETURN s.id AS id", params: {} };
}

/** Every source that was taken from another: `id`, `from`. */
export function allDerivations(): Statement {
  const text = "MATCH (s:Source)-[:DERIVED_FROM]->(o:Source) RETURN s.id AS id, o.id AS from";
  return { name: "migrate.derivations", text, params: {} };
}

/** Every citation: `id`, `source`, `takenFrom`, `ownWords`, and when its claim was recorded. */
export function allCitations(): Statement {
  const text = [
    "MATCH (c:Claim)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)",
    `RETURN q.id AS id, s.id AS source, ${takenFrom(NOW_IN_FULL)} AS takenFrom, q.ownWords AS ownWords, c.recordedAt AS recordedAt`,
  ].join("\n");
  return { name: "migrate.citations", text, params: {} };
}

/** Says of citations when they were recorded. */
export function setRecordedAt(rows: readonly { readonly id: string; readonly recordedAt: string }[]): Statement {
  const text = "UNWIND $rows AS r MATCH (q:Citation {id: r.id}) SET q.recordedAt = r.recordedAt RETURN q.id AS id";
  return { name: "migrate.recordedAt", text, params: { rows: rows } };
}
