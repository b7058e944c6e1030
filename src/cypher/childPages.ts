import { Block } from "./block.js";
import type { LinkLeaf, Scope, Tree } from "./condition.js";
import { type MatchWriter, type LinkEnds } from "./match.js";
import { countedBySaid, countedBySource, MOST_SOURCES, type FacetsWanted } from "./facets.js";
import { counts, CURRENT, known, type Moment } from "./moment.js";
import { quoted, where } from "./names.js";
import { keyColumns, keyNames, orderBy, withinWindow, type SortKey, type Window } from "./order.js";
import type { Value } from "./statement.js";
import { citationColumns, entityColumns, type EntityWanted } from "./wanted.js";
import type { Predicate } from "../ontology/ontology.js";

/**
 * A list that belongs to a node: an entity's claims, the claims between it and others, a claim's or a source's citations, the claims that cite a source.
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
  readonly brings: Brought;
}

/** What is brought of each item of a list, beside its ids. */
export interface Brought {
  /** Whether it brings the values by which it is ordered, of which cursors are made. */
  readonly cursors: boolean;
  /** Of the entity at the other end of a claim, or of the source that is cited. */
  readonly entity: EntityWanted;
  /** Of a citation. */
  readonly citation: number;
  /** Whether more than the id is wanted of the claims that it names. */
  readonly claims: boolean;
}

/** Of a list that is not filtered: current claims, all of them. */
export const UNFILTERED: Pick<ChildList, "scope" | "meets"> = {
  scope: CURRENT,
  meets: { all: [] },
};

/** Lists of a node: the clauses that bind them one after another, and the names of the columns. */
export interface Lists {
  readonly lines: readonly string[];
  /**
   * For each list the column `l0 ...` of its items; `t0 ...`, where it is counted, how long the whole list is, or 0 for a first page that is not full;
   * `f0 ...` and `g0 ...`, what it says and which sources it cites, where that is.
   */
  readonly columns: readonly string[];
  readonly params: Readonly<Record<string, Value>>;
}

/**
 * How some lists of a node that is bound are read. An item of a list of claims is `[keys, claim]`, of a relation `[keys, claim, entity]`, of a claim's
 * citations `[keys, citation, source]`, of a source's `[keys, citation, claim]`: the keys of the order where cursors are wanted, a claim's id, and the
 * columns of others. `prefix` tells the columns from those of other lists in the statement.
 */
export function readLists(n: string, lists: readonly ChildList[], match: MatchWriter, prefix = ""): Lists {
  const params: Record<string, Value> = {};
  const lines: string[] = [];
  const columns: string[] = [];
  for (const [index, list] of lists.entries()) {
    const { keys, backward = false, brings } = list;
    const name = (letter: string) => `${letter}${prefix}${index}`;
    const limit = `limit${prefix}${index}`;
    params[limit] = list.limit;
    const bound = boundBy(list).join(", ");
    const ordered = orderBy(keys, backward);
    const within = withinWindow(list.name, keys, list, match.param);
    const page = [
      `CALL (${n}) { ${matched(n, list, match)}`,
      `WITH ${bound}, ${keyColumns(keys)}`,
      ...(within === "" ? [] : [`${within} WITH ${bound}, ${keyNames(keys)}`]),
      `${ordered} LIMIT $${limit}`,
      `RETURN collect([${[brings.cursors ? `[${keyNames(keys)}]` : "null", ...item(list, match.param)].join(", ")}]) AS ${name("l")} }`,
    ];
    lines.push(page.join(" "));
    columns.push(name("l"));
    const whole = (column: string, counted: string, only = "") => {
      lines.push(
        `CALL (${n}${only === "" ? "" : `, ${name("l")}`}) { ${only}${matched(n, list, match)} ${counted} AS ${column} }`,
      );
      columns.push(column);
    };
    // of a first page that is not full all is known
    const isFull = `WITH ${name("l")} WHERE size(${name("l")}) >= $${limit} `;
    if (list.count) whole(name("t"), "RETURN count(*)", within === "" ? isFull : "");
    if (list.facets?.said) {
      whole(name("f"), `WITH c ${countedBySaid()} RETURN collect([kind, predicate, modality, claims])`);
    }
    if (list.facets?.sources) {
      params["most"] = MOST_SOURCES;
      const most = "WITH source, claims ORDER BY claims DESC, source LIMIT $most";
      const counted = `WITH c ${countedBySource(list.moment, match.param)} ${most}`;
      whole(name("g"), `${counted} RETURN collect([source, claims])`);
    }
  }
  return { lines, columns, params };
}

/** At which place an item names its claim. */
export function claimIn({ of }: ChildList): number {
  return of.type === "citationsOfSource" ? 2 : 1;
}

/** The clauses that bind the items of a list. */
function matched(n: string, list: ChildList, match: MatchWriter): string {
  const found = `MATCH ${pattern(n, list)}${where(conditions(list, match.param))}`;
  // of two speakers who were merged a claim has two edges to the one that they are, and a source may be cited for it twice
  const isSpeaker = list.of.type === "claims" && list.of.role === "SPEAKER";
  const onceEach = isSpeaker || list.of.type === "claimsOfSource";
  const block = new Block(onceEach ? [found, "WITH DISTINCT c"] : [found], [...boundBy(list)]);
  match.moment = list.moment;
  match.narrowLink(block, endsOf(list), list.meets);
  return block.text;
}

/**
 * How a list is found from its node: by a claim `c`, or by the edge `r` that is its projection. One name is never that of a node in one list
 * and of an edge in another: an engine may take the one for the other.
 */
function pattern(n: string, { of }: ChildList): string {
  switch (of.type) {
    case "relation": {
      const type = quoted(of.predicate.name);
      const ends = of.direction === "OUT" ? of.predicate.objects : of.predicate.subjects;
      const label = ends.length === 1 ? quoted(ends[0]!.type) : "Entity";
      return of.direction === "OUT" ? `(${n})-[r:${type}]->(o:${label})` : `(${n})<-[r:${type}]-(o:${label})`;
    }
    case "values":
      return `(${n})<-[:SUBJECT]-(c:Claim)`;
    case "claims":
      return `(${n})<-[:${of.role === "SPEAKER" ? "ATTRIBUTED_TO" : of.role}]-(c:Claim)`;
    case "citationsOfClaim":
      return `(${n})-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(s:Source)`;
    case "citationsOfSource":
    case "claimsOfSource":
      return `(${n})<-[:HAS_SOURCE]-(q:Citation)<-[:HAS_CITATION]-(c:Claim)`;
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
      return ["q", "s"];
    case "citationsOfSource":
      return ["q", "c"];
  }
}

/** What is returned of each item; of the past only the id of the entity that it leads to, for what it was then is asked of itself. */
function item({ of, moment, brings }: ChildList, param: (value: Value) => string): readonly string[] {
  const entity = (e: string) =>
    moment.knownAt === null ? entityColumns(e, brings.entity, moment, param) : `[${e}.id]`;
  switch (of.type) {
    case "relation":
      return ["r.claimId", entity("o")];
    case "values":
    case "claims":
    case "claimsOfSource":
      return ["c.id"];
    case "citationsOfClaim":
      return [citationColumns(brings.citation, moment), entity("s")];
    case "citationsOfSource":
      return [citationColumns(brings.citation, moment), "c.id"];
  }
}
