import type { NodeLabel } from "./copy.js";
import { changeShows, type Moment } from "./moment.js";
import { quoted, where } from "./names.js";
import { Params } from "./params.js";
import type { Statement } from "./statement.js";

/** Statements that read what belongs to some nodes: the edges of one type, with all that they carry. */

/** The edges of a type that go out from nodes of a label: `from`, `type`, `to`, `labels` of the end, `properties`. */
export function edgesOut(label: NodeLabel, type: string, ids: readonly string[]): Statement {
  const text = [
    `UNWIND $ids AS id MATCH (n:${label} {id: id})-[e:${quoted(type)}]->(m)`,
    "RETURN id AS from, type(e) AS type, m.id AS to, labels(m) AS labels, properties(e) AS properties",
  ].join("\n");
  return { name: `closure.out.${type}`, text, params: { ids } };
}

/** As {@link edgesOut}, of those that lead to nodes of a label; `labels` are those of the node from which they go out. */
export function edgesIn(label: NodeLabel, type: string, ids: readonly string[]): Statement {
  const text = [
    `UNWIND $ids AS id MATCH (n:${label} {id: id})<-[e:${quoted(type)}]-(m)`,
    "RETURN m.id AS from, type(e) AS type, id AS to, labels(m) AS labels, properties(e) AS properties",
  ].join("\n");
  return { name: `closure.in.${type}`, text, params: { ids } };
}

/** The changes of nodes of a label that whoever asks may know of, as {@link edgesIn} has them. */
export function changesIn(label: NodeLabel, ids: readonly string[], moment: Moment): Statement {
  const params = new Params();
  const holds = [...changeShows("m", "n", moment, params.add)];
  if (moment.sees !== "ALL" && label !== "Claim") {
    holds.push("COUNT { MATCH (m)-[:CHANGED]->(x) WHERE x.restricted IS NOT NULL } = 0");
  }
  const text = [
    `UNWIND $ids AS id MATCH (n:${label} {id: id})<-[e:CHANGED]-(m:Change)${where(holds)}`,
    "RETURN m.id AS from, type(e) AS type, id AS to, labels(m) AS labels, properties(e) AS properties",
  ].join("\n");
  return { name: "closure.changes", text, params: { ids } };
}
