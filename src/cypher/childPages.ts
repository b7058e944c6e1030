import { Block } from "./block.js";
import type { LinkLeaf, Scope, Tree } from "./condition.js";
import { MatchWriter, type LinkEnds } from "./match.js";
import { countedBySaid, countedBySource, MOST_SOURCES, type FacetsWanted } from "./facets.js";
import { counts, CURRENT, known, type Moment } from "./moment.js";
import { quoted } from "./names.js";
import { keyColumns, keyNames, orderBy, withinWindow, type SortKey, type Window } from "./order.js";
import { citationProperties, takenFrom } from "./rows.js";
import type { Statement, Value } from "./statement.js";
import type { Predicate } from "../ontology/ontology.js";

/**
 * A list that belongs to a node: an entity's claims, the claims between it and others, a claim's or a source's citations, the claims that cite a source.
 * All nodes of a level and all their lists are read by one statement.
 */
export interface ChildList extends Window {
  readonly of:
    | { readonly type: "relation"; readonly predicate: Predicate; readonly direction: "OUT" | "IN" }
    | { readonly type: "values"; readonly predicate: Predicate }
    | { readonly type: "claims"; readonly role: "SUBJECT" | "OBJECT" | "SPEAKER" }
    | { readonly type: "citationsOfClaim" }
    | { readonly type: "citationsOfSource" }
    | { readonly type: "claimsOfSource" };
  /** The list's name and the shape of its filter, for cursors. */
  readonly name: string;
  /** Which claims are looked at, and what they, or the entities at their other end, must meet. */
  readonly scope: Scope;
  readonly meets: Tree<LinkLeaf>;
  readonly moment: Moment;
  readonly keys: readonly SortKey[];
  /** Whether to count the whole list. */
  readonly count: boolean;
  /** By what to count it, where it is one of claims; left out: by nothing. */
  readonly facets?: FacetsWanted | null;
}

/** Of a list that is not filtered: current claims, all of them. */
export const UNFILTERED: Pick<ChildList, "scope" | "meets"> = {
  scope: CURRENT,
  meets: { all: [] },
};

/**
 * The statement that reads some lists of some nodes: one row a node, with its `id`, and for each list the column `l0 ...` of its items,
 * and `t0 ...`, the whole list's length, where it is counted; `f0 ...` and `g0 ...`, what it says and which sources it cites, where that is.
 */
export function childPages(ids: readonly string[], lists: readonly ChildList[]): Statement {
  const match = new MatchWriter();
  const limits: Record<string, Value> = {};
  const lines = [`UNWIND $ids AS id MATCH (n:${labelOf(lists)} {id: id})`];
  const returned = ["id"];
  for (const [index, list] of lists.entries()) {
    const { keys, backward = false } = list;
    const limit = `limit${index}`;
    limits[limit] = list.limit;
    const bound = boundBy(list).join(", ");
    const ordered = orderBy(keys, backward);
    const page = [
      `CALL (n) { ${matched(list, match)}`,
      `WITH ${bound}, ${keyColumns(keys)}`,
      withinWindow(list.name, keys, list, match.param),
      `WITH ${bound}, ${keyNames(keys)} ${ordered} LIMIT $${limit}`,
      `RETURN collect([[${keyNames(keys)}], ${item(list)}]) AS l${index} }`,
    ];
    lines.push(page.filter((part) => part !== "").join(" "));
    returned.push(`l${index}`);
    const whole = (column: string, counted: string) => {
      lines.push(`CALL (n) { ${matched(list, match)} ${counted} AS ${column} }`);
      returned.push(column);
    };
    if (list.count) whole(`t${index}`, "RETURN count(*)");
    if (list.facets?.said) {
      whole(`f${index}`, `WITH c ${countedBySaid()} RETURN collect([kind, predicate, modality, claims])`);
    }
    if (list.facets?.sources) {
      limits["most"] = MOST_SOURCES;
      const most = "WITH source, claims ORDER BY claims DESC, source LIMIT $most";
      whole(
        `g${index}`,
        `WITH c ${countedBySource(list.moment, match.param)} ${most} RETURN collect([source, claims])`,
      );
    }
  }
  lines.push(`RETURN ${returned.join(", ")}`);
  return { name: "children.page", text: lines.join("\n"), params: { ids, p: match.params, ...limits } };
}

function labelOf(lists: readonly ChildList[]): string {
  return lists[0]!.of.type === "citationsOfClaim" ? "Claim" : "Entity";
}

/** The clauses that bind the items of a list. */
function matched(list: ChildList, match: MatchWriter): string {
  const holds = conditions(list, match.param);
  const found = `MATCH ${pattern(list)}${holds.length > 0 ? ` WHERE ${holds.join(" AND ")}` : ""}`;
  // of two speakers who were merged a claim has two edges to the one that they are, and a source may be cited for it twice
  const isSpeaker = list.of.type === "claims" && list.of.role === "SPEAKER";
  const onceEach = isSpeaker || list.of.type === "claimsOfSource";
  const block = new Block(onceEach ? [found, "WITH DISTINCT c"] : [found], [...boundBy(list)]);
  match.moment = list.moment;
  match.narrowLink(block, endsOf(list), list.meets);
  return block.text;
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
    case "claimsOfSource":
      return "(n)<-[:HAS_SOURCE]-(q:Citation)<-[:HAS_CITATION]-(c:Claim)";
  }
}

function conditions({ of, scope, moment }: ChildList, param: (value: Value) => string): string[] {
  switch (of.type) {
    case "relation":
      return counts("r", scope, moment, param);
    case "values":
      return [`c.predicate = ${param(of.predicate.name)}`, ...counts("c", scope, moment, param)];
    case "claims":
      return counts("c", scope, moment, param);
    case "citationsOfClaim":
      return known("q", moment, param);
    case "citationsOfSource":
    case "claimsOfSource":
      return [...known("q", moment, param), ...counts("c", scope, moment, param)];
  }
}

function endsOf({ of }: ChildList): LinkEnds {
  return of.type === "relation" ? { edge: "r", node: "o" } : { claim: "c" };
}

function boundBy({ of }: ChildList): readonly string[] {
  switch (of.type) {
    case "relation":
      return ["r", "o"];
    case "values":
    case "claims":
    case "claimsOfSource":
      return ["c"];
    case "citationsOfClaim":
      return ["n", "q", "s"];
    case "citationsOfSource":
      return ["n", "q", "c"];
  }
}

/** What is returned of each item: ids, or a citation whole, since it is read by its list only. */
function item({ of, moment }: ChildList): string {
  switch (of.type) {
    case "relation":
      return "r.claimId, o.id";
    case "values":
    case "claims":
    case "claimsOfSource":
      return "c.id";
    case "citationsOfClaim":
      return `n.id, s.id, ${takenFrom(moment)}, ${citationProperties(moment)
        .map((property) => `q.${property}`)
        .join(", ")}`;
    case "citationsOfSource":
      return `c.id, n.id, ${takenFrom(moment)}, ${citationProperties(moment)
        .map((property) => `q.${property}`)
        .join(", ")}`;
  }
}
