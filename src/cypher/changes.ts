import type { Ontology } from "../ontology/ontology.js";
import { allOf, type ClaimLeaf, type Tree } from "./condition.js";
import { readClaimFilter } from "./filter.js";
import { MatchWriter } from "./match.js";
import { changeShows, type Moment } from "./moment.js";
import { where } from "./names.js";
import { Params } from "./params.js";
import type { Row, Statement } from "./statement.js";
import type { Statistics } from "./statistics.js";

/** Statements about the log of changes, whose numbers are those of the order in which they were committed. */

/** A change, with what it was done with: ids. */
export interface ChangeRow {
  readonly seq: number;
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  /** Those that are seen at the moment. */
  readonly claims: readonly string[];
  /** Those that are seen at the moment. */
  readonly entities: readonly string[];
  /** Entities that have been merged into others since. */
  readonly merged: readonly string[];
}

/** The number of the last change: one row, `seq`; none where nothing was ever changed. */
export function lastChange(): Statement {
  return { name: "changes.last", text: "MATCH (l:Log {id: 'log'}) RETURN l.seq AS seq", params: {} };
}

/** Which change was the last, and when it was made, which no other change of another graph has in common with it: one row, `seq`, `at`; none where nothing was ever changed. */
export function lastChangeMade(): Statement {
  const text = [
    "MATCH (l:Log {id: 'log'}) WITH l.seq AS seq, 'h_' + toString(l.seq) AS id",
    "CALL (id) { MATCH (h:Change {id: id}) RETURN collect(h.at) AS made }",
    "RETURN seq, head(made) AS at",
  ].join("\n");
  return { name: "changes.lastMade", text, params: {} };
}

/**
 * The changes of the numbers after `after`, of which there are at most `limit`, and how far the log goes: one row, of `last` and `changes`, which
 * {@link changesOf} reads; none where nothing was ever changed.
 */
export function changesAfter(after: number, limit: number, moment: Moment): Statement {
  const params = new Params();
  const seen = (variable: string) => where(changeShows("h", variable, moment, params.add));
  const text = [
    "MATCH (l:Log {id: 'log'})",
    "CALL () { UNWIND $ids AS id MATCH (h:Change {id: id})",
    `WITH h, [(h)-[:CHANGED]->(c:Claim)${seen("c")} | c.id] AS claims, [(h)-[:CHANGED]->(e:Entity)${seen("e")} | e.id] AS entities,`,
    "[(h)-[:CHANGED]->(m:Merged) | m.id] AS merged",
    "RETURN collect([h.seq, h.action, h.at, h.by, h.reason, claims, entities, merged]) AS changes }",
    "RETURN l.seq AS last, changes",
  ].join("\n");
  const ids = Array.from({ length: limit }, (_, index) => changeId(after + 1 + index));
  return {
    name: "changes.page",
    text,
    params: { ids, ...(Object.keys(params.values).length > 0 && { p: params.values }) },
  };
}

/** The changes in the row of {@link changesAfter}, in their order. */
export function changesOf(row: Row | undefined): readonly ChangeRow[] {
  type Columns = readonly [
    ...[seq: number, action: string, at: string, by: string, reason: string | null],
    ...[claims: readonly string[], entities: readonly string[], merged: readonly string[]],
  ];
  const rows = (row?.["changes"] ?? []) as unknown as readonly Columns[];
  return rows
    .map(([seq, action, at, by, reason, claims, entities, merged]) => {
      return { seq, action, at, by, reason, claims, entities, merged };
    })
    .sort((one, other) => one.seq - other.seq);
}

/** The id of a change: by it a page is found without a look at the others. */
export function changeId(seq: number): string {
  return `h_${seq}`;
}

/**
 * Which of some claims meet a filter now: rows of `id`. Of those that the filter says nothing of, every status and rank counts: a change that
 * ends a claim is one that whoever follows it wants to hear of.
 */
export function claimsAmong(
  ontology: Ontology,
  where: unknown,
  ids: readonly string[],
  { moment, statistics }: { readonly moment: Moment; readonly statistics?: Statistics | undefined },
): Statement {
  const among: Tree<ClaimLeaf> = {
    leaf: { is: "compared", property: "id", test: { by: "in", values: ids }, negated: false },
  };
  const meets = allOf([among, readClaimFilter(ontology, where).meets]);
  const match = new MatchWriter({ moment, ...(statistics && { statistics }) });
  match.matchClaims({ scope: { namesRank: true, namesStatus: true }, meets });
  match.line("RETURN c.id AS id");
  return { name: "changes.claims", text: match.text, params: { p: match.params } };
}
