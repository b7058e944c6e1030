import type { Statement } from "./statement.js";

/** Statements about the version of the graph's form, which is kept in the graph itself. */

/** The version: one row, `version`; none where it was never noted. */
export function readLayout(): Statement {
  return { name: "layout.read", text: "MATCH (l:Layout {id: 'layout'}) RETURN l.version AS version", params: {} };
}

/** Notes the version. */
export function writeLayout(version: number): Statement {
  const text = "MERGE (l:Layout {id: 'layout'}) SET l.version = $version RETURN l.version AS version";
  return { name: "layout.write", text, params: { version } };
}
