/**
 * Dates as sources give them: a year, a month, a day, or a moment with its zone (ISO 8601: `2024`, `2024-10`, `2024-10-29`, `2024-10-29T18:05:00Z`).
 *
 * The rule by which they are compared: **a date is the span of days that it may mean.** `2024` is all of 2024, `2024-10` is 1 to 31 October.
 * - A valid time runs from the first day of `validFrom` to the last day of `validTo`; an end that is not said is open.
 * - Two times overlap when they share a day. So `2024-09` and `2024-09-12` agree, `2024-09` and `2024-10-01` do not.
 * - A moment is the day that is written in it, in its own zone: an article that says "Tuesday" means the Tuesday where it was written.
 * Days are written `YYYY-MM-DD` and compare as text, the same in every engine. The calendar is Gregorian throughout.
 */
export interface PartialDate {
  /** As it was given. */
  readonly text: string;
  readonly precision: "YEAR" | "MONTH" | "DAY" | "MOMENT";
  readonly year: number;
  /** 1 to 12; null where the precision is a year. */
  readonly month: number | null;
  /** 1 to 31; null where the precision is a year or a month. */
  readonly day: number | null;
}

/** First and last day, both included, as `YYYY-MM-DD`. */
export interface DayInterval {
  readonly from: string;
  readonly to: string;
}

const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)?)?$/;

/** Reads a date of reduced precision; null where it is none: `2024-13`, `2024-02-30`, `24-10`, `October 2024`, a time without a zone. */
export function parsePartialDate(text: string): PartialDate | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null;
  const precision = match[4] !== undefined ? "MOMENT" : day !== null ? "DAY" : month !== null ? "MONTH" : "YEAR";
  return { text, precision, year, month, day };
}

/** The days that a date may mean. Throws a RangeError for what is no date: callers check what comes from outside with `parsePartialDate`. */
export function interval(date: string | PartialDate): DayInterval {
  const parsed = typeof date === "string" ? parsePartialDate(date) : date;
  if (!parsed) throw new RangeError(`"${date as string}" is not an ISO 8601 date such as 2024, 2024-10 or 2024-10-29`);
  const { year, month, day } = parsed;
  return {
    from: isoDay(year, month ?? 1, day ?? 1),
    to: isoDay(year, month ?? 12, day ?? daysIn(year, month ?? 12)),
  };
}

/** Whether two times share a day. Null is an open end: not said, so it may be any day. */
export function overlaps(aFrom: string | null, aTo: string | null, bFrom: string | null, bTo: string | null): boolean {
  return startsBy(aFrom, aTo) && startsBy(bFrom, bTo) && startsBy(aFrom, bTo) && startsBy(bFrom, aTo);
}

/** Whether the first day of `from` comes no later than the last day of `to`; true where either is open. */
export function startsBy(from: string | null, to: string | null): boolean {
  return from === null || to === null || interval(from).from <= interval(to).to;
}

export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The weekday of a date that is known to the day; null where it is not, or is no date. */
export function weekdayOf(date: string): Weekday | null {
  const parsed = parsePartialDate(date);
  if (!parsed || parsed.month === null || parsed.day === null) return null;
  const at = new Date(0);
  at.setUTCFullYear(parsed.year, parsed.month - 1, parsed.day);
  return WEEKDAYS[at.getUTCDay()] ?? null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
