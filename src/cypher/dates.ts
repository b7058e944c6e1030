import { interval } from "../claims/partialDate.js";
import type { Sign } from "./condition.js";

/**
 * Dates of reduced precision as the days that they may mean (see `claims/partialDate.ts` for the rule), in Cypher: stored as they were given,
 * `2024`, `2024-10`, `2024-10-29` or a moment, they are compared as text by their first and last day.
 */

/** The first day that a stored date may mean: `2024-01-01` for 2024. */
export function firstDay(date: string): string {
  return `substring(${date} + '-01-01', 0, 10)`;
}

/** The last day; that of a month is taken for its 31st, whether it has one or not, which {@link comparesDate} allows for. */
export function lastDay(date: string): string {
  return `CASE WHEN size(${date}) = 7 THEN ${date} + '-31' ELSE substring(${date} + '-12-31', 0, 10) END`;
}

/** How a stored date compares with the days `from` to `to`, which are expressions; false or null where there is no date. */
export function comparesDate(date: string, sign: Sign, from: string, to: string): string {
  switch (sign) {
    case "eq":
      return `(${firstDay(date)} <= ${to} AND ${lastDay(date)} >= ${from})`;
    case "gt":
      return `${firstDay(date)} > ${to}`;
    case "gte":
      return `${firstDay(date)} >= ${from}`;
    case "lt":
      return `${lastDay(date)} < ${from}`;
    case "lte":
      return `${lastDay(date)} <= ${to}`;
  }
}

/** A last day that is the last of its month, as the 31st: no stored month then ends after it. */
export function throughMonth(day: string): string {
  return day === interval(day.slice(0, 7)).to ? `${day.slice(0, 8)}31` : day;
}
