import { interval, parsePartialDate } from "../claims/partialDate.js";
import type { Scope } from "./condition.js";
import { firstDay, lastDay } from "./dates.js";
import { badInput, type Path } from "./refusal.js";
import type { Value } from "./statement.js";

/**
 * As of when something is answered, and to whom. `validAt` is the world's time: a claim counts where the days in which it holds and those of the
 * date have one in common (an end that is not said is open). `knownAt` is this database's time: what was recorded by then, and not retracted yet.
 */
export interface Moment {
  /** First and last day; null: whenever. */
  readonly validAt: { readonly from: string; readonly to: string } | null;
  /** ISO 8601, UTC, milliseconds; null: now. */
  readonly knownAt: string | null;
  /** ALL: whoever may see restricted sources, and what only they say; OPEN: whoever may not, today, of whatever time they ask. */
  readonly sees: "OPEN" | "ALL";
}

/** Now, and whenever in the world, for those who see the least: what forgets to say for whom it asks gives nothing away. */
export const NOW: Moment = { validAt: null, knownAt: null, sees: "OPEN" };

/** As {@link NOW}, of all that there is. */
export const NOW_IN_FULL: Moment = { ...NOW, sees: "ALL" };

/** What tells a moment from others. */
export function momentKey({ validAt, knownAt, sees }: Moment): string {
  return `${sees}${validAt ? `${validAt.from}-${validAt.to}` : ""}@${knownAt ?? ""}`;
}

/** Reads the argument `asOf`: what it does not give is as it was above, and who is asking always is. Null where it is not given. */
export function readMoment(asOf: unknown, above: Moment = NOW, path: Path = ["asOf"]): Moment | null {
  if (asOf === undefined || asOf === null) return null;
  const { validAt, knownAt } = asOf as { validAt?: string | null; knownAt?: string | Date | null };
  if (typeof validAt === "string" && !parsePartialDate(validAt)) {
    const message = `is ${JSON.stringify(validAt)}, which is no date such as 2024, 2024-10 or 2024-10-29`;
    throw badInput("WRONG_DATE", message, [...path, "validAt"]);
  }
  return {
    validAt: typeof validAt === "string" ? interval(validAt) : above.validAt,
    knownAt: knownAt === undefined || knownAt === null ? above.knownAt : new Date(knownAt).toISOString(),
    sees: above.sees,
  };
}

/** What counts where a filter names neither ranks nor statuses, or there is none. */
export const CURRENT: Scope = { namesRank: false, namesStatus: false };

/** What must hold of a claim `c`, or of its edge, to be looked at at all: that it is there, that it is current unless the filter says otherwise, that it is valid. */
export function counts(c: string, scope: Scope, moment: Moment, param: (value: Value) => string): string[] {
  const holds: string[] = [];
  if (moment.knownAt !== null) {
    if (!scope.namesStatus) holds.push(`${statusOf(c, moment, param)} = 'ACTIVE'`);
    if (!scope.namesRank) holds.push(`${rankOf(c, moment, param)} <> 'DEPRECATED'`);
  } else {
    if (!scope.namesStatus) holds.push(`${c}.status = 'ACTIVE'`);
    if (!scope.namesRank) holds.push(`${c}.rank <> 'DEPRECATED'`);
  }
  if (moment.validAt !== null) {
    const { from, to } = moment.validAt;
    holds.push(`(${c}.validFrom IS NULL OR ${firstDay(`${c}.validFrom`)} <= ${param(to)})`);
    holds.push(`(${c}.validTo IS NULL OR ${lastDay(`${c}.validTo`)} >= ${param(from)})`);
  }
  return [...holds, ...asserted(c, moment, param)];
}

/**
 * What must hold of a claim, or of its edge, to be there at all, current or not. For those who see what is open only, a claim is there from when
 * an open source was first cited for it.
 */
export function asserted(c: string, moment: Moment, param: (value: Value) => string): string[] {
  return [...happened(recordedAtSeen(c, moment), moment, param), ...shows(c, moment)];
}

/** Since when a claim is there for whoever asks, as an expression. */
export function recordedAtSeen(c: string, { sees }: Pick<Moment, "sees">): string {
  return sees === "ALL" ? `${c}.recordedAt` : `coalesce(${c}.openSince, ${c}.recordedAt)`;
}

/** The status that a claim `c` had at the moment, as an expression. */
export function statusOf(c: string, moment: Moment, param: (value: Value) => string): string {
  if (moment.knownAt === null) return `${c}.status`;
  const then = param(moment.knownAt);
  const last = `CASE WHEN ${c}.retractedAt > ${then} THEN 'ACTIVE' ELSE ${c}.status END`;
  return `coalesce(${heldAt(c, "thenStatus", then)}, ${last})`;
}

/** The rank that a claim `c` had at the moment, as an expression. */
export function rankOf(c: string, moment: Moment, param: (value: Value) => string): string {
  if (moment.knownAt === null) return `${c}.rank`;
  return `coalesce(${heldAt(c, "thenRank", param(moment.knownAt))}, ${c}.rank)`;
}

/** What a claim, or its edge, had been before the first change after a time; null where nothing has changed since. */
function heldAt(c: string, list: "thenStatus" | "thenRank", time: string): string {
  const changes = `range(0, size(coalesce(${c}.thenUntil, [])) - 1)`;
  return `head([i IN ${changes} WHERE ${c}.thenUntil[i] > ${time} | ${c}.${list}[i]])`;
}

/** What must hold of an entity or a citation to be there at the moment. */
export function known(variable: string, moment: Moment, param: (value: Value) => string): string[] {
  return [...recorded(variable, moment, param), ...shows(variable, moment)];
}

/** As {@link known}, of an entity that is no source, and so never restricted. */
export function recorded(variable: string, moment: Moment, param: (value: Value) => string): string[] {
  return happened(`${variable}.recordedAt`, moment, param);
}

/** What must hold of a source, a citation, a claim or a claim's edge to be shown to those who ask: one test, for the mark is written to all that it concerns. */
export function shows(variable: string, { sees }: Moment): string[] {
  return sees === "ALL" ? [] : [`${variable}.restricted IS NULL`];
}

/** What must hold of a change in the log, and of a node that it is of, to be shown: a change of several nodes shows where this holds of each. */
export function changeShows(
  change: string,
  node: string,
  moment: Moment,
  param: (value: Value) => string,
): readonly string[] {
  const then = happened(`${change}.at`, moment, param);
  if (moment.sees === "ALL") return then;
  // a claim that open sources say may be cited from restricted ones, too: what happens to these citations is told to nobody
  const citation = `MATCH (${node})-[:HAS_CITATION]->(q:Citation)`;
  const cited = `${citation} WHERE q.restricted IS NULL AND q.recordedAt = ${change}.at`;
  const changed = `${citation}-[:HAS_SOURCE]->(s:Source)<-[:CHANGED]-(x:Change) WHERE q.restricted IS NULL AND x.at = ${change}.at`;
  return [
    ...[...then, ...shows(node, moment)],
    // a claim is there from when an open source was first cited for it
    `coalesce(${node}.openSince, ${change}.at) <= ${change}.at`,
    `(${change}.action <> 'CITED' OR COUNT { ${cited} } > 0)`,
    `(${change}.action <> 'QUOTE_CHANGED' OR COUNT { ${changed} } > 0)`,
  ];
}

/** Where the chains of what a citation or a source says end, as far as whoever asks can see: an expression of a list of ids. */
export function originsSeen(variable: string, { sees }: Moment): string {
  return sees === "ALL" ? `${variable}.origins` : `coalesce(${variable}.openOrigins, ${variable}.origins)`;
}

/** That something had happened by the moment, of whose time this is the expression. */
export function happened(time: string, moment: Moment, param: (value: Value) => string): string[] {
  return moment.knownAt === null ? [] : [`${time} <= ${param(moment.knownAt)}`];
}
