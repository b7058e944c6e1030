import { quoted } from "./names.js";
import type { Statement } from "./statement.js";

/**
 * An entity that was merged into another is (:Merged)-[:MERGED_INTO]->(the other), without the labels by which entities are found; its edges are the
 * other's, each with the id that it was `given`. What is merged again leads on from there.
 */

/** How far an entity is followed to what it has become: merges of merges. */
export const MAX_MERGES = 20;
export const MERGES = `MERGED_INTO*1..${MAX_MERGES}`;

/** What has become of entities that were merged, of the ids that are such: rows `id`, `kept`. */
export function mergedInto(ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id MATCH (m:Merged {id: id})-[:${MERGES}]->(e:Entity) RETURN id, e.id AS kept`;
  return { name: "merged.into", text, params: { ids } };
}

/** Into which entity one was merged itself, and its kind: a row as {@link MergedNode}; none where it is not merged. */
export function mergedNode(id: string): Statement {
  const text = "MATCH (m:Merged {id: $id})-[:MERGED_INTO]->(n) RETURN m.kind AS kind, n.id AS into";
  return { name: "merged.node", text, params: { id } };
}

export interface MergedNode {
  readonly kind: string;
  /** It may have been merged itself since. */
  readonly into: string;
}

/** All that is merged into an entity, or into what is merged into it: rows `id`. */
export function mergedUnder(id: string): Statement {
  const text = [
    `MATCH (e:Entity {id: $id}) MATCH (e)<-[:${MERGES}]-(m:Merged) RETURN m.id AS id`,
    `UNION MATCH (e:Merged {id: $id}) MATCH (e)<-[:${MERGES}]-(m:Merged) RETURN m.id AS id`,
  ].join("\n");
  return { name: "merged.under", text, params: { id } };
}

/** Whether as many merges lead to an entity, one after another, as are followed: a row where they do. */
export function manyMergesTo(id: string): Statement {
  const text = `MATCH (e:Entity {id: $id}) MATCH (e)<-[:MERGED_INTO*${MAX_MERGES}..${MAX_MERGES}]-(m:Merged) RETURN m.id AS id LIMIT 1`;
  return { name: "merged.many", text, params: { id } };
}

/** Makes an entity part of another; `label` is that of its kind. A row. */
export function putUnder(label: string, id: string, into: string, at: string): Statement {
  const text = [
    "MATCH (m:Entity {id: $id}) MATCH (k:Entity {id: $into})",
    `CREATE (m)-[:MERGED_INTO {at: $at}]->(k) REMOVE m:Entity:${quoted(label)} SET m:Merged RETURN m.id AS id`,
  ].join("\n");
  return { name: "merged.putUnder", text, params: { id, into, at } };
}

/** Makes an entity one by itself again, and keeps that and how long it was part of another. A row. */
export function takeOut(label: string, id: string, at: string): Statement {
  const text = [
    "MATCH (m:Merged {id: $id}) MATCH (m)-[r:MERGED_INTO]->(k) CREATE (m)-[:WAS_MERGED_INTO {at: r.at, until: $at}]->(k)",
    `DELETE r REMOVE m:Merged SET m:Entity:${quoted(label)} RETURN m.id AS id`,
  ].join("\n");
  return { name: "merged.takeOut", text, params: { id, at } };
}

/** The edges by which claims, sources and ids in registers point at entities. */
export const ENDS = ["SUBJECT", "OBJECT", "ATTRIBUTED_TO", "HAS_AUTHOR", "HAS_PUBLISHER", "IDENTIFIES"] as const;

/** What points at entities by each of them. */
const END_LABELS: Readonly<Record<(typeof ENDS)[number], string>> = {
  ...{ SUBJECT: "Claim", OBJECT: "Claim", ATTRIBUTED_TO: "Claim" },
  ...{ HAS_AUTHOR: "Source", HAS_PUBLISHER: "Source", IDENTIFIES: "Identifier" },
};

/** From which entity edges go over to which; of those only that were `given` one of these ids, where it is not null. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly given: readonly string[] | null;
}

/** Moves the ends of claims or sources: a row for each, its `id`. */
export function moveEnds(type: (typeof ENDS)[number], move: Move): Statement {
  return moved(`merged.moveEnds.${type}`, move, "given", [
    `MATCH (a:Entity {id: $from})<-[r:${type}]-(x:${END_LABELS[type]})`,
    `CREATE (x)-[n:${type}]->(b)`,
    "x.id",
  ]);
}

/** Moves the edges of a predicate's claims that go out from an entity, or lead to it: a row for each, the claim's `id`. */
export function moveEdges(predicate: string, end: "subject" | "object", move: Move): Statement {
  const type = quoted(predicate);
  const [match, create] =
    end === "subject"
      ? [`MATCH (a:Entity {id: $from})-[r:${type}]->(x:Entity)`, `CREATE (b)-[n:${type}]->(x)`]
      : [`MATCH (a:Entity {id: $from})<-[r:${type}]-(x:Entity)`, `CREATE (x)-[n:${type}]->(b)`];
  return moved(`merged.moveEdges.${predicate}.${end}`, move, `${end}Given`, [match, create, "n.claimId"]);
}

/** The new edge carries what the old one did; where it is to lead to what it was given, nothing is left to be noted. */
function moved(
  name: string,
  { from, to, given }: Move,
  key: string,
  [match, create, id]: readonly [string, string, string],
): Statement {
  const text = [
    `${match}${given === null ? "" : ` WHERE r.${key} IN $given`}`,
    `MATCH (b:Entity {id: $to}) WITH a, b, x, r, properties(r) AS p, coalesce(r.${key}, $from) AS was`,
    `${create} SET n += p SET n.${key} = CASE WHEN was = $to THEN null ELSE was END DELETE r RETURN ${id} AS id`,
  ].join("\n");
  return { name, text, params: { from, to, ...(given !== null && { given }) } };
}

/** Gives claims their comparison keys anew: a row for each. */
export function setComparisonKeys(rows: readonly { readonly id: string; readonly key: string | null }[]): Statement {
  const text = "UNWIND $rows AS r MATCH (c:Claim {id: r.id}) SET c.comparisonKey = r.key RETURN c.id AS id";
  return { name: "merged.comparisonKeys", text, params: { rows } };
}

/** What entities are called, merged ones too: rows as {@link NamedRow}. */
export function namesOf(ids: readonly string[]): Statement {
  const named = (label: string) =>
    [
      `UNWIND $ids AS id MATCH (e:${label} {id: id})`,
      "RETURN id, e.nameLanguages AS nameLanguages, e.nameTexts AS nameTexts, e.aliasLanguages AS aliasLanguages, e.aliasTexts AS aliasTexts",
    ].join("\n");
  return { name: "merged.names", text: `${named("Entity")}\nUNION\n${named("Merged")}`, params: { ids } };
}

export interface NamedRow {
  readonly id: string;
  readonly nameLanguages: readonly string[];
  readonly nameTexts: readonly string[];
  readonly aliasLanguages: readonly string[] | null;
  readonly aliasTexts: readonly string[] | null;
}

/** Takes away the names by which an entity is found; they are written anew. */
export function dropNames(id: string): Statement {
  const text = "MATCH (e:Entity {id: $id})-[:HAS_NAME]->(n:Name) DETACH DELETE n";
  return { name: "merged.dropNames", text, params: { id } };
}
