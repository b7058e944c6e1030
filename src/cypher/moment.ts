import { interval, parsePartialDate } from "../claims/partialDate.js";
import type { Scope } from "./condition.js";
import { firstDay, lastDay } from "./dates.js";
import { badInput, type Path } from "./refusal.js";
import type { Value } from "./statement.js";

/**
 * As of when something is answered. `validAt` is the world's time: a claim counts where the days in which it holds and those of the date have
 * one in common (an end that is not said is open). `knownAt` is this database's time: what was recorded by then, and not retracted yet.
 */
export interface Moment {
  /** First and last day; null: whenever. */
  readonly validAt: { readonly from: string; readonly to: string } | null;
  /** ISO 8601, UTC, milliseconds; null: now. */
  readonly knownAt: string | null;
}

/** Now, and whenever in the world. */
export const NOW: Moment = { validAt: null, knownAt: null };

/** Reads the argument `asOf`: what it does not give is as it was above. Null where it is not given. */
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
  };
}

/** What counts where a filter names neither ranks nor statuses, or there is none. */
export const CURRENT: Scope = { namesRank: false, namesStatus: false };

/** What must hold of a claim `c`, or of its edge, to be looked at at all: that it is known, that it is current unless the filter says otherwise, that it is valid. */
export function counts(c: string, scope: Scope, moment: Moment, param: (value: Value) => string): string[] {
  const holds: string[] = [];
  if (moment.knownAt !== null) {
    const then = param(moment.knownAt);
    holds.push(`${c}.recordedAt <= ${then}`);
    if (!scope.namesStatus) holds.push(`coalesce(${c}.retractedAt > ${then}, ${c}.status = 'ACTIVE')`);
  } else if (!scope.namesStatus) holds.push(`${c}.status = 'ACTIVE'`);
  if (!scope.namesRank) holds.push(`${c}.rank <> 'DEPRECATED'`);
  if (moment.validAt !== null) {
    const { from, to } = moment.validAt;
    holds.push(`(${c}.validFrom IS NULL OR ${firstDay(`${c}.validFrom`)} <= ${param(to)})`);
    holds.push(`(${c}.validTo IS NULL OR ${lastDay(`${c}.validTo`)} >= ${param(from)})`);
  }
  return holds;
}

/** The status that a claim `c` had at the moment, as an expression. */
export function statusOf(c: string, moment: Moment, param: (value: Value) => string): string {
  if (moment.knownAt === null) return `${c}.status`;
  return `CASE WHEN ${c}.retractedAt > ${param(moment.knownAt)} THEN 'ACTIVE' ELSE ${c}.status END`;
}

/** What must hold of an entity or a citation to be known at the moment. */
export function known(variable: string, moment: Moment, param: (value: Value) => string): string[] {
  return happened(`${variable}.recordedAt`, moment, param);
}

/** That something had happened by the moment, of whose time this is the expression. */
export function happened(time: string, moment: Moment, param: (value: Value) => string): string[] {
  return moment.knownAt === null ? [] : [`${time} <= ${param(moment.knownAt)}`];
}
