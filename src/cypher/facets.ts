import type { Ontology } from "../ontology/ontology.js";
import { readClaimFilter } from "./filter.js";
import { MatchWriter, type MatchOptions } from "./match.js";
import { known, type Moment } from "./moment.js";
import { Params } from "./params.js";
import { textOf } from "./rows.js";
import type { Row, Statement, Value } from "./statement.js";

/**
 * How many claims of a list say the same sort of thing, or cite the same source. What they say is counted by all of it at once, for there are few
 * combinations: whoever wants fewer adds up. A list of claims is counted as it is found; `c` stands for a claim in what is written here.
 */

/** Which facets of a list are wanted. */
export interface FacetsWanted {
  /** Kinds of subjects, predicates, modalities. */
  readonly said: boolean;
  readonly sources: boolean;
}

/** How many claims there are of a kind of subject, a predicate and a modality together. */
export type SaidCount = readonly [kind: string, predicate: string, modality: string, claims: number];

/** How many claims cite a source. */
export type SourceCount = readonly [source: string, claims: number];

/** How many sources are told, those that most claims cite. */
export const MOST_SOURCES = 20;

/** Goes on from claims to their counts by what they say: binds `kind`, `predicate`, `modality`, `claims`. */
export function countedBySaid(...kept: readonly string[]): string {
  const grouped = [...kept, "f.kind AS kind", "c.predicate AS predicate", "c.modality AS modality"];
  return `MATCH (c)-[:SUBJECT]->(f:Entity) WITH ${grouped.join(", ")}, count(c) AS claims`;
}

/** Goes on from claims to the counts of their sources: binds `source`, `claims`. */
export function countedBySource(moment: Moment, param: (value: Value) => string, ...kept: readonly string[]): string {
  const there = known("fq", moment, param);
  const where = there.length > 0 ? ` WHERE ${there.join(" AND ")}` : "";
  const cited = `MATCH (c)-[:HAS_CITATION]->(fq:Citation)-[:HAS_SOURCE]->(f:Source)${where}`;
  const grouped = [...kept, "f.id AS source"].join(", ");
  return `${cited} WITH DISTINCT ${[...kept, "c", "f"].join(", ")} WITH ${grouped}, count(c) AS claims`;
}

/** What the claims that meet a filter say: rows as {@link SaidCount}, their columns by name. */
export function claimFacets(
  ontology: Ontology,
  where: unknown,
  options: Pick<MatchOptions, "moment" | "statistics"> = {},
): Statement {
  const match = matched(ontology, where, options);
  match.line(countedBySaid());
  match.line("RETURN kind, predicate, modality, claims");
  return { name: "facets.claims", text: match.text, params: { p: match.params } };
}

/** Which sources the claims that meet a filter cite, those of most claims first: rows as {@link SourceCount}. */
export function claimSources(
  ontology: Ontology,
  where: unknown,
  options: Pick<MatchOptions, "moment" | "statistics"> = {},
): Statement {
  const match = matched(ontology, where, options);
  match.line(countedBySource(match.moment, match.param));
  match.line("RETURN source, claims ORDER BY claims DESC, source LIMIT $most");
  return { name: "facets.sources", text: match.text, params: { p: match.params, most: MOST_SOURCES } };
}

function matched(
  ontology: Ontology,
  where: unknown,
  options: Pick<MatchOptions, "moment" | "statistics">,
): MatchWriter {
  const match = new MatchWriter(options);
  match.matchClaims(readClaimFilter(ontology, where));
  match.line("WITH c");
  return match;
}

/** The count in a row that tells what claims say. */
export function saidCount({ kind, predicate, modality, claims }: Row): SaidCount {
  return [textOf(kind), textOf(predicate), textOf(modality), Number(claims)];
}

/** The count in a row that tells of a source. */
export function sourceCount({ source, claims }: Row): SourceCount {
  return [textOf(source), Number(claims)];
}

/** As {@link claimFacets}, of several sets of claims that are known by their ids: with each row which set it is of, `nth`. */
export function facetsOfSets(sets: readonly (readonly string[])[]): Statement {
  const text = [...EACH_OF_SETS, countedBySaid("nth"), "RETURN nth, kind, predicate, modality, claims"].join("\n");
  return { name: "facets.ofSets", text, params: { rows: rowsOfSets(sets) } };
}

/** As {@link claimSources}, of several sets of claims, all their sources: with each row which set it is of, `nth`. */
export function sourcesOfSets(sets: readonly (readonly string[])[], moment: Moment): Statement {
  const params = new Params();
  const counted = countedBySource(moment, params.add, "nth");
  const text = [...EACH_OF_SETS, counted, "RETURN nth, source, claims"].join("\n");
  return { name: "facets.sourcesOfSets", text, params: { rows: rowsOfSets(sets), p: params.values } };
}

const EACH_OF_SETS = ["UNWIND $rows AS r MATCH (c:Claim {id: r.id})", "WITH r.nth AS nth, c"];

function rowsOfSets(sets: readonly (readonly string[])[]): Value {
  return sets.flatMap((ids, nth) => ids.map((id) => ({ nth, id })));
}
