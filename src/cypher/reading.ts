import { claimIn, readLists, type ChildList } from "./childPages.js";
import { MatchWriter } from "./match.js";
import { asserted, known, type Moment } from "./moment.js";
import { rowOf, type Row, type Statement, type Value } from "./statement.js";
import { entityColumns, IDENTIFIED, readClaim, type ClaimWanted, type EntityWanted } from "./wanted.js";
import { where } from "./names.js";

/** Claims to be read, each with lists of its citations. */
export interface ClaimsAsked {
  readonly wanted: ClaimWanted;
  readonly lists: readonly ChildList[];
  /** Of how many at most, where they are read along; where rows name more, none is. */
  readonly most?: number;
}

/** Claims of which only the ids are wanted. */
export const ONLY_IDS: ClaimsAsked = { wanted: IDENTIFIED, lists: [] };

/** Entities to be read, each with lists that belong to it. */
export interface EntitiesAsked {
  readonly wanted: EntityWanted;
  readonly lists: readonly ChildList[];
  /** The claims of the lists that are read along; null: none. */
  readonly along: ClaimsAsked | null;
}

/** A statement, and what its answer is told by. */
export interface Reading {
  readonly statement: Statement;
  /** The columns of its rows, where these come as lists, in one row with the claims that were read along. */
  readonly columns: readonly string[] | null;
}

/** What a reading has answered: its rows, and the claims that were read along, each once. */
export interface Answered {
  readonly rows: readonly Row[];
  readonly claims: readonly (readonly Value[])[];
}

/** Tells the answer of a reading. */
export function answered({ columns }: Reading, answer: readonly Row[]): Answered {
  if (columns === null) return { rows: answer, claims: [] };
  const { rows, claims } = answer[0] as unknown as { readonly rows: Value[][]; readonly claims: Value[][] };
  return { rows: rows.map((values) => rowOf(columns, values)), claims };
}

/** Entities by their ids, in no order: a row for each that is there, with its columns as `entity` and those of its lists. */
export function entitiesRead(ids: readonly string[], asked: EntitiesAsked, moment: Moment): Reading {
  const match = new MatchWriter({ moment });
  const { param } = match;
  match.line(`UNWIND ${param(ids)} AS id MATCH (n:Entity {id: id})${where(known("n", moment, param))}`);
  const lists = readLists("n", asked.lists, match);
  for (const line of lists.lines) match.line(line);
  const columns = { entity: entityColumns("n", asked.wanted, moment, param), ...sameNames(lists.columns) };
  const end = endWith(match, columns, "", asked.along && { claims: asked.along, ids: claimsNamed(asked.lists) });
  return readingOf("entities.byId", match, { ...lists.params, ...end.params }, end.columns);
}

/** Lists of entities, or of claims, that are known by their ids: a row for each, with its `id` and the columns of its lists. */
export function listsRead(
  ids: readonly string[],
  lists: readonly ChildList[],
  along: ClaimsAsked | null = null,
): Reading {
  const match = new MatchWriter({ moment: lists[0]!.moment });
  const label = lists[0]!.of.type === "citationsOfClaim" ? "Claim" : "Entity";
  match.line(`UNWIND ${match.param(ids)} AS id MATCH (n:${label} {id: id})`);
  const { lines, columns, params } = readLists("n", lists, match);
  for (const line of lines) match.line(line);
  const end = endWith(match, sameNames(["id", ...columns]), "", along && { claims: along, ids: claimsNamed(lists) });
  return readingOf("children.page", match, { ...params, ...end.params }, end.columns);
}

/** Claims by their ids, in no order: a row for each that is there, with its columns and those of its lists as the list `claim`. */
export function claimsRead(ids: readonly string[], asked: ClaimsAsked, moment: Moment): Reading {
  const match = new MatchWriter({ moment });
  match.line(`UNWIND ${match.param(ids)} AS id ${claimFound(match)}`);
  const { lines, list, params } = claimList("c", asked, match);
  for (const line of lines) match.line(line);
  match.line(`RETURN ${list} AS claim`);
  return readingOf("claims.byId", match, params, null);
}

/** How claims that are bound are read: clauses, after which the expression of the list of a claim's columns, and then those of its lists, can stand. */
export function claimList(
  c: string,
  { wanted, lists: asked }: ClaimsAsked,
  match: MatchWriter,
  kept: readonly string[] = [],
) {
  const lists = readLists(c, asked, match, "c");
  const { lines, bound, list } = readClaim(c, "p", wanted, match.moment, match.param);
  const all = [c, ...kept, ...lists.columns, ...bound];
  return {
    // many properties are read sooner all at once than one by one
    lines: [...lists.lines, ...lines, `WITH ${all.join(", ")}, properties(${c}) AS p`],
    list: `[${[list, ...lists.columns].join(", ")}]`,
    params: lists.params,
  };
}

/** Claims that are read along with the rows that name them; `ids` is the expression of the list of those that a row names. */
export interface Along {
  readonly claims: ClaimsAsked;
  readonly ids: string;
}

/**
 * Ends a statement with the columns of its rows, in an order. What is read along is read once, however many rows name it: far away from a database a
 * statement costs more than to carry rows through another step.
 */
export function endWith(
  match: MatchWriter,
  columns: Readonly<Record<string, string>>,
  order: string,
  along: Along | null,
): { readonly params: Readonly<Record<string, Value>>; readonly columns: readonly string[] | null } {
  const names = Object.keys(columns);
  const named = names.map((name) => (columns[name] === name ? name : `${columns[name]} AS ${name}`));
  if (along === null) {
    match.line(`RETURN ${[named.join(", "), order].join(" ").trim()}`);
    return { params: {}, columns: null };
  }
  match.line(`WITH ${[[...named, `${along.ids} AS named`].join(", "), order].join(" ").trim()}`);
  match.line(`WITH collect([${names.join(", ")}]) AS rows, collect(named) AS named`);
  const { lines, list, params } = claimList("c", along.claims, match);
  const { most } = along.claims;
  const size = "reduce(sum = 0, some IN named | sum + size(some))";
  const ids = most === undefined ? "named" : `CASE WHEN ${size} <= ${match.param(most)} THEN named ELSE [] END`;
  match.line(`CALL (named) { UNWIND ${ids} AS some UNWIND some AS id WITH DISTINCT id ${claimFound(match)}`);
  for (const line of lines) match.line(line);
  match.line(`RETURN collect(${list}) AS claims }`);
  match.line("RETURN rows, claims");
  return { params, columns: names };
}

function claimFound({ moment, param }: MatchWriter): string {
  return `MATCH (c:Claim {id: id})${where(asserted("c", moment, param))}`;
}

/** The expression of the list of the claims that lists name, of those whose claims are wanted. */
export function claimsNamed(lists: readonly ChildList[]): string {
  const named = lists.flatMap((list, index) => (list.brings.claims ? [`[x IN l${index} | x[${claimIn(list)}]]`] : []));
  return named.length > 0 ? named.join(" + ") : "[]";
}

export function sameNames(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

export function readingOf(
  name: string,
  { text, params }: MatchWriter,
  more: Readonly<Record<string, Value>>,
  columns: Reading["columns"],
): Reading {
  return { statement: { name, text, params: { p: params, ...more } }, columns };
}
