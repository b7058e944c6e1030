import { quoted } from "./names.js";
import type { Statement, Value } from "./statement.js";

/** Statements that read a whole graph in pages and write it into another store, whatever the two engines are. */

/** The labels by which every node is told apart; each node has exactly one of them, and an `id` that is unique under it. */
export const NODE_LABELS = [
  ...([
    "Entity",
    "Merged",
    "Version",
    "Name",
    "Identifier",
    "Text",
    "Claim",
    "Citation",
    "Change",
    "Log",
    "Word",
  ] as const),
] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

/** The labels of what a store keeps for itself, which is not copied. */
const OWN_LABELS = ["Layout", "Copy", "Import", "SanadWriteLock"] as const;

/** How many nodes of a label there are: one row, `total`. */
export function countNodes(label: NodeLabel): Statement {
  return { name: `copy.count.${label}`, text: `MATCH (n:${label}) RETURN count(n) AS total`, params: {} };
}

/** Nodes that are neither the graph's nor the store's own, of which a copy knows nothing: a row for each set of `labels`, a few of them at most. */
export function strangers(): Statement {
  const known = [...NODE_LABELS, ...OWN_LABELS].map((label) => `NOT n:${label}`).join(" AND ");
  const text = `MATCH (n) WHERE ${known} RETURN DISTINCT labels(n) AS labels LIMIT 5`;
  return { name: "copy.strangers", text, params: {} };
}

/** The next ids of the nodes of a label, in order: a row for each, `id`. */
export function idsAfter(label: NodeLabel, after: string, limit: number): Statement {
  const text = `MATCH (n:${label}) WHERE n.id > $after WITH n.id AS id ORDER BY id LIMIT $limit RETURN id ORDER BY id`;
  return { name: `copy.ids.${label}`, text, params: { after, limit } };
}

/** Nodes of a label by their ids: `id`, `labels`, `properties`. */
export function nodesById(label: NodeLabel, ids: readonly string[]): Statement {
  const text = [
    `UNWIND $ids AS id MATCH (n:${label} {id: id})`,
    "RETURN id, labels(n) AS labels, properties(n) AS properties",
  ].join("\n");
  return { name: `copy.nodes.${label}`, text, params: { ids } };
}

/** The edges that go out from some nodes of a label: `from`, `type`, `to`, `labels` of the end, `properties`. */
export function edgesFrom(label: NodeLabel, ids: readonly string[]): Statement {
  const text = [
    `UNWIND $ids AS id MATCH (n:${label} {id: id})-[e]->(m)`,
    "RETURN id AS from, type(e) AS type, m.id AS to, labels(m) AS labels, properties(e) AS properties",
  ].join("\n");
  return { name: `copy.edges.${label}`, text, params: { ids } };
}

/** A node or an edge's properties on their way from one store to another. */
export type CopiedProperties = Readonly<Record<string, Value>>;

/** New nodes of the same labels. A row for each. */
export function putNodes(label: NodeLabel, others: readonly string[], rows: readonly CopiedProperties[]): Statement {
  const labels = others.map((other) => `:${quoted(other)}`).join("");
  const text = `UNWIND $rows AS r CREATE (n:${label}${labels} {id: r.id}) SET n += r RETURN n.id AS id`;
  return { name: `copy.putNodes.${label}`, text, params: { rows } };
}

/** New edges of one type between two labels. A row for each. */
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

/** How far a copy into a store has come. */
export interface CopyNote {
  /** What it is copied from. */
  readonly source: string;
  readonly stage: string;
  /** The id of the stage's last node that is copied. */
  readonly after: string;
  /** How many of the stage's nodes are. */
  readonly done: number;
}

/** How far a copy into this store has come: one row, a {@link CopyNote}; none where no copy has begun, or it is whole. */
export function copyNote(): Statement {
  const text =
    "MATCH (p:Copy {id: 'copy'}) RETURN p.source AS source, p.stage AS stage, p.after AS after, p.done AS done";
  return { name: "copy.note", text, params: {} };
}

/** Notes how far the copy has come, in the transaction of what was copied, so that it is resumed just there. */
export function noteCopy({ source, stage, after, done }: CopyNote): Statement {
  const text = "MERGE (p:Copy {id: 'copy'}) SET p.source = $source, p.stage = $stage, p.after = $after, p.done = $done";
  return { name: "copy.noteProgress", text, params: { source, stage, after, done } };
}

/** Forgets that there was a copy, once it is whole and proven. */
export function forgetCopy(): Statement {
  return { name: "copy.forget", text: "MATCH (p:Copy {id: 'copy'}) DELETE p", params: {} };
}

/** Deletes some nodes of a label with their edges: one row, `deleted`. */
export function deleteSome(label: NodeLabel, limit: number): Statement {
  const text = `MATCH (n:${label}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS deleted`;
  return { name: `copy.delete.${label}`, text, params: { limit } };
}

/** Numbers the changes that come after a number, though the graph knows of fewer; it never goes back. */
export function countChangesFrom(seq: number): Statement {
  const text = "MERGE (l:Log {id: 'log'}) ON CREATE SET l.seq = 0 WITH l WHERE l.seq < $seq SET l.seq = $seq";
  return { name: "copy.countChangesFrom", text, params: { seq } };
}
