import { quoted } from "./names.js";
import type { Statement, Value } from "./statement.js";

/** Statements that read a whole graph in pages and write it into another store, whatever the two engines are. */

/** The labels by which every node is told apart; each node has exactly one of them, and an `id` that is unique under it. */
export const NODE_LABELS = ["Entity", "Name", "Text", "Claim", "Citation", "Change", "Log"] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

/** A page of the nodes of a label in the order of their ids: `id`, `labels`, `properties`. */
export function nodesAfter(label: NodeLabel, after: string, limit: number): Statement {
  const text = [
    `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit`,
    "RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id",
  ].join("\n");
  return { name: `copy.nodes.${label}`, text, params: { after, limit } };
}

/** The edges that go out from some nodes of a label: `from`, `type`, `to`, `labels` of the end, `properties`. */
export function edgesFrom(label: NodeLabel, ids: readonly string[]): Statement {
  const text = [
    `UNWIND $ids AS id MATCH (n:${label} {id: id}) MATCH (n)-[e]->(m)`,
    "RETURN id AS from, type(e) AS type, m.id AS to, labels(m) AS labels, properties(e) AS properties",
  ].join("\n");
  return { name: `copy.edges.${label}`, text, params: { ids } };
}

/** A node or an edge's properties on their way from one store to another. */
export type CopiedProperties = Readonly<Record<string, Value>>;

/** Nodes of the same labels: made where they are not there. A row for each. */
export function putNodes(
  label: NodeLabel,
  others: readonly string[],
  rows: readonly { readonly id: string; readonly properties: CopiedProperties }[],
): Statement {
  const labels = others.map((other) => `:${quoted(other)}`).join("");
  const text = [
    `UNWIND $rows AS r MERGE (n:${label} {id: r.id}) SET n += r.properties`,
    ...(labels === "" ? [] : [`SET n${labels}`]),
    "RETURN n.id AS id",
  ].join("\n");
  return { name: `copy.putNodes.${label}`, text, params: { rows } };
}

/** Edges of one type between two labels. A row for each. */
export function putEdges(
  type: string,
  from: NodeLabel,
  to: NodeLabel,
  rows: readonly { readonly from: string; readonly to: string; readonly properties: CopiedProperties }[],
): Statement {
  const text = [
    `UNWIND $rows AS r MATCH (a:${from} {id: r.from}) MATCH (b:${to} {id: r.to})`,
    `CREATE (a)-[e:${quoted(type)}]->(b) SET e += r.properties RETURN a.id AS id`,
  ].join("\n");
  return { name: "copy.putEdges", text, params: { rows } };
}

/** How far a copy into this store has come: one row, `source`, `stage`, `after`; none where no copy has begun. */
export function copyProgress(): Statement {
  const text = "MATCH (p:Copy {id: 'copy'}) RETURN p.source AS source, p.stage AS stage, p.after AS after";
  return { name: "copy.progress", text, params: {} };
}

/** Notes how far the copy has come, in the transaction of what was copied, so that it is resumed just there. */
export function noteCopyProgress(source: string, stage: string, after: string): Statement {
  const text = [
    "MERGE (p:Copy {id: 'copy'}) SET p.source = $source, p.stage = $stage, p.after = $after",
    "RETURN p.stage AS stage",
  ].join("\n");
  return { name: "copy.noteProgress", text, params: { source, stage, after } };
}

/** Forgets that there was a copy, once it is whole and proven. */
export function forgetCopyProgress(): Statement {
  return { name: "copy.forget", text: "MATCH (p:Copy {id: 'copy'}) DELETE p", params: {} };
}
