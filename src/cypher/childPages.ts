import type { ClaimCondition } from "./filter.js";
import { claimHolds } from "./match.js";
import { quoted } from "./names.js";
import { afterCursor, keyColumns, orderBy, type SortKey } from "./order.js";
import { CITATION_PROPERTIES, TAKEN_FROM } from "./rows.js";
import type { Statement, Value } from "./statement.js";
import type { Predicate } from "../ontology/ontology.js";

/**
 * A list that belongs to a node: an entity's claims, the claims between it and others, a claim's or a source's citations.
 * All nodes of a level and all their lists are read by one statement.
 */
export interface ChildList {
  readonly of:
    | { readonly type: "relation"; readonly predicate: Predicate; readonly direction: "OUT" | "IN" }
    | { readonly type: "values"; readonly predicate: Predicate }
    | { readonly type: "claims"; readonly role: "SUBJECT" | "OBJECT" | "SPEAKER" }
    | { readonly type: "citationsOfClaim" }
    | { readonly type: "citationsOfSource" };
  /** What the claims must meet. */
  readonly where: ClaimCondition;
  readonly keys: readonly SortKey[];
  /** The values of the cursor's keys, after which the page begins. */
  readonly after: readonly Value[] | null;
  /** How many items at most, one more than the page holds. */
  readonly limit: number;
  /** Whether to count the whole list. */
  readonly count: boolean;
}

/**
 * The statement that reads some lists of some nodes: one row a node, with its `id`, and for each list the column `l0 ...` of its items,
 * and `t0 ...`, the whole list's length, where it is counted.
 */
export function childPages(ids: readonly string[], lists: readonly ChildList[]): Statement {
  const params: Record<string, Value> = {};
  const param = (value: Value) => {
    const name = `v${Object.keys(params).length}`;
    params[name] = value;
    return `$p.${name}`;
  };
  const limits: Record<string, Value> = {};
  const lines = [`UNWIND $ids AS id MATCH (n:${labelOf(lists)} {id: id})`];
  const returned = ["id"];
  for (const [index, list] of lists.entries()) {
    const match = `${pattern(list)} WHERE ${conditions(list, param).join(" AND ")}`;
    const limit = `limit${index}`;
    limits[limit] = list.limit;
    const keyNames = list.keys.map((_, key) => `k${key}`);
    const bound = boundBy(list);
    const page = [
      `CALL (n) { MATCH ${match}`,
      `WITH ${bound}, ${keyColumns(list.keys)}`,
      list.after ? `WHERE ${afterCursor(list.keys, param(list.after))}` : "",
      `WITH ${bound}, ${keyNames.join(", ")} ${orderBy(list.keys)} LIMIT $${limit}`,
      `RETURN collect([[${keyNames.join(", ")}], ${item(list)}]) AS l${index} }`,
    ];
    lines.push(page.filter((part) => part !== "").join(" "));
    returned.push(`l${index}`);
    if (!list.count) continue;
    lines.push(`CALL (n) { MATCH ${match} RETURN count(*) AS t${index} }`);
    returned.push(`t${index}`);
  }
  lines.push(`RETURN ${returned.join(", ")}`);
  return { name: "children.page", text: lines.join("\n"), params: { ids, p: params, ...limits } };
}

function labelOf(lists: readonly ChildList[]): string {
  return lists[0]!.of.type === "citationsOfClaim" ? "Claim" : "Entity";
}

/**
 * How a list is found from its node `n`: by a claim `c`, or by the edge `r` that is its projection. One name is never that of a node in one list
 * and of an edge in another: an engine may take the one for the other.
 */
function pattern({ of }: ChildList): string {
  switch (of.type) {
    case "relation": {
      const type = quoted(of.predicate.name);
      const ends = of.direction === "OUT" ? of.predicate.objects : of.predicate.subjects;
      const label = ends.length === 1 ? quoted(ends[0]!.type) : "Entity";
      return of.direction === "OUT" ? `(n)-[r:${type}]->(o:${label})` : `(n)<-[r:${type}]-(o:${label})`;
    }
    case "values":
      return "(n)<-[:SUBJECT]-(c:Claim)";
    case "claims":
      return `(n)<-[:${of.role === "SPEAKER" ? "ATTRIBUTED_TO" : of.role}]-(c:Claim)`;
    case "citationsOfClaim":
      return "(n)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)";
    case "citationsOfSource":
      return "(n)<-[:HAS_SOURCE]-(q:Citation)<-[:HAS_CITATION]-(c:Claim)";
  }
}

function conditions({ of, where }: ChildList, param: (value: Value) => string): string[] {
  if (of.type === "citationsOfClaim") return ["true"];
  const own = claimHolds(of.type === "relation" ? "r" : "c", where, param);
  return of.type === "values" ? [`c.predicate = ${param(of.predicate.name)}`, ...own] : own;
}

function boundBy({ of }: ChildList): string {
  switch (of.type) {
    case "relation":
      return "r, o";
    case "values":
    case "claims":
      return "c";
    case "citationsOfClaim":
      return "n, q, s";
    case "citationsOfSource":
      return "n, q, c";
  }
}

/** What is returned of each item: ids, or a citation whole, since it is read by its list only. */
function item({ of }: ChildList): string {
  switch (of.type) {
    case "relation":
      return "r.claimId, o.id";
    case "values":
    case "claims":
      return "c.id";
    case "citationsOfClaim":
      return `n.id, s.id, ${TAKEN_FROM}, ${CITATION_PROPERTIES.map((property) => `q.${property}`).join(", ")}`;
    case "citationsOfSource":
      return `c.id, n.id, ${TAKEN_FROM}, ${CITATION_PROPERTIES.map((property) => `q.${property}`).join(", ")}`;
  }
}
