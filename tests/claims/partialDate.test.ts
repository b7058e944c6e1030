import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interval, overlaps, parsePartialDate, startsBy, WEEKDAYS, weekdayOf } from "../../src/claims/partialDate.js";

describe("parsePartialDate", () => {
  test.each([
    ["2024", "YEAR", 2024, null, null],
    ["2024-10", "MONTH", 2024, 10, null],
    ["2024-10-29", "DAY", 2024, 10, 29],
    ["2024-02-29", "DAY", 2024, 2, 29],
    ["2024-10-29T18:05:00Z", "MOMENT", 2024, 10, 29],
    ["2024-10-29T18:05+03:00", "MOMENT", 2024, 10, 29],
    ["2024-10-29T18:05:00.123-05:30", "MOMENT", 2024, 10, 29],
  ])("reads %s", (text, precision, year, month, day) => {
    expect(parsePartialDate(text)).toEqual({ text, precision, year, month, day });
  });

  test.each([
    ["no such month", "2024-13"],
    ["no such month", "2024-00"],
    ["no such day", "2024-02-30"],
    ["no such day", "2023-02-29"],
    ["no such day", "1900-02-29"],
    ["no such day", "2024-04-31"],
    ["no such day", "2024-10-00"],
    ["a year of two digits", "24-10"],
    ["a year of five digits", "12024"],
    ["one digit for a month", "2024-1"],
    ["no zone", "2024-10-29T18:05:00"],
    ["no such hour", "2024-10-29T24:00:00Z"],
    ["words", "October 2024"],
    ["space around", " 2024"],
    ["Arabic-Indic digits", "٢٠٢٤"],
    ["nothing", ""],
  ])("refuses %s: %s", (_what, text) => {
    expect(parsePartialDate(text)).toBeNull();
    expect(() => interval(text)).toThrow(RangeError);
  });
});

describe("interval", () => {
  test.each([
    ["2024", "2024-01-01", "2024-12-31"],
    ["2024-10", "2024-10-01", "2024-10-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2000-02", "2000-02-01", "2000-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2024-10-29", "2024-10-29", "2024-10-29"],
    ["2024-10-29T23:30:00-05:00", "2024-10-29", "2024-10-29"],
  ])("%s is the days from %s to %s", (date, from, to) => {
    expect(interval(date)).toEqual({ from, to });
  });
});

describe("overlaps", () => {
  test.each([
    ["a day in its month", "2024-09", "2024-09", "2024-09-12", "2024-09-12", true],
    ["a day after the month", "2024-09", "2024-09", "2024-10-01", "2024-10-01", false],
    ["an open end", "2024-09", null, "2030", "2030", true],
    ["an open end that begins later", "2024-09", null, "2024-08", "2024-08", false],
    ["an open beginning", null, "2024-09", "2024-09-30", null, true],
    ["an open beginning that ends before", null, "2024-09", "2024-10", null, false],
    ["nothing said", null, null, null, null, true],
    ["nothing said and a day", null, null, "2024-10-29", "2024-10-29", true],
    ["a time that ends before it begins", "2024-10", "2024-09", null, null, false],
  ])("%s", (_what, aFrom, aTo, bFrom, bTo, expected) => {
    expect(overlaps(aFrom, aTo, bFrom, bTo)).toBe(expected);
    expect(overlaps(bFrom, bTo, aFrom, aTo)).toBe(expected);
  });

  test("agrees with a search day by day", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-02-${String(n).padStart(2, "0")}`);
    const end = fc.option(fc.oneof(day, fc.constantFrom("2024", "2024-02", "2024-01", "2024-03")));
    const days = [
      "2024-01-15",
      "2024-03-15",
      ...Array.from({ length: 29 }, (_, i) => `2024-02-${String(i + 1).padStart(2, "0")}`),
    ];
    const holds = (on: string, from: string | null, to: string | null): boolean =>
      startsBy(from, on) && startsBy(on, to);
    fc.assert(
      fc.property(end, end, end, end, (aFrom, aTo, bFrom, bTo) => {
        const shared = days.some((on) => holds(on, aFrom, aTo) && holds(on, bFrom, bTo));
        // A day outside those searched can be shared only where both go on past them.
        if (shared) expect(overlaps(aFrom, aTo, bFrom, bTo)).toBe(true);
        if (!overlaps(aFrom, aTo, bFrom, bTo)) expect(shared).toBe(false);
      }),
    );
  });
});

describe("weekdayOf", () => {
  test.each([
    ["2024-10-29", "Tuesday"],
    ["2024-10-31", "Thursday"],
    ["2024-10-29T23:30:00-05:00", "Tuesday"],
    ["0050-01-01", "Saturday"],
    ["2024-10", null],
    ["2024", null],
    ["2024-02-30", null],
  ])("%s is a %s", (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  test("goes through the week day by day", () => {
    const days = Array.from({ length: 28 }, (_, i) => weekdayOf(`2026-02-${String(i + 1).padStart(2, "0")}`));
    expect(days).toEqual([...WEEKDAYS, ...WEEKDAYS, ...WEEKDAYS, ...WEEKDAYS]); // 1 February 2026 was a Sunday
  });
});
