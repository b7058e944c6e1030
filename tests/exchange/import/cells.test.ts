import { describe, expect, test } from "vitest";
import { readAddress } from "../../../src/exchange/import/readAddress.js";
import { readAmount } from "../../../src/exchange/import/readAmount.js";
import { isDateForm, readDate } from "../../../src/exchange/import/readDate.js";
import { quotesOf, recordText } from "../../../src/exchange/import/recordText.js";

describe("numbers", () => {
  test.each([
    ["50000", 1, 50000, null],
    ["50,000", 1, 50000, null],
    ["1,234,567.5", 1, 1234567.5, null],
    ["-0.3", 1, -0.3, null],
    [".5", 1, 0.5, null],
    // as decimals are moved and not multiplied: 9.9e22 * 1e-15 would be 99000000.00000001
    ["9.90E+22", 1e-15, 99000000, null],
    ["6.93401E+11", 1e-9, 693.401, null],
    ["2.5", 1000, 2500, null],
    ["3", 1.5, 4.5, null],
    ["~500", 1, 500, "ABOUT"],
    [">= 40", 1, 40, "AT_LEAST"],
    ["≤3", 1, 3, "AT_MOST"],
  ] as const)("%s times %d", (cell, factor, amount, bound) => {
    expect(readAmount(cell, factor)).toEqual({ amount, bound });
  });

  test.each(["about forty", "1,23", "12-14", "1.000,5", "NaN", "Infinity", "0x10", ""])("%s is none", (cell) => {
    expect(readAmount(cell, 1)).toMatchObject({ code: "NOT_A_NUMBER" });
  });

  test("what would not be held exactly is refused, with what to do", () => {
    const { message } = readAmount("9.90E+22", 1) as { message: string };
    expect(message).toMatch(/9\.90E\+22 is past 2\^53 .* larger unit and a `factor`/u);
    expect(readAmount("1e400", 1)).toMatchObject({ code: "AMOUNT_TOO_LARGE" });
  });
});

describe("dates", () => {
  const forms = ["m/d/yyyy", "yyyy-mm", "yyyy"];
  test.each([
    ["7/22/2025", "2025-07-22"],
    ["11/1/2019", "2019-11-01"],
    ["2021-07", "2021-07"],
    ["2018", "2018"],
  ])("%s", (cell, date) => {
    expect(readDate(cell, forms)).toEqual({ date });
  });

  test.each(["22/7/2025", "2/30/2025", "2025-13", "Q4 2024", "7/22/25", "7/22/2025 "])("%s is none", (cell) => {
    expect(readDate(cell, forms)).toMatchObject({ code: "NOT_A_DATE" });
  });

  test("a cell that two forms read as two dates is refused, and one that they read alike is not", () => {
    const both = ["m/d/yyyy", "d/m/yyyy"];
    expect(readDate("3/4/2025", both)).toEqual({
      code: "AMBIGUOUS_DATE",
      message: '"3/4/2025" may be 2025-03-04 or 2025-04-03',
    });
    expect(readDate("3/3/2025", both)).toEqual({ date: "2025-03-03" });
    expect(readDate("25/4/2025", both)).toEqual({ date: "2025-04-25" });
  });

  test("forms of dates", () => {
    expect(["m/d/yyyy", "dd.mm.yyyy", "yyyy-mm-dd", "yyyy/m", "yyyy"].filter((form) => !isDateForm(form))).toEqual([]);
    expect(["d/yyyy", "m/d", "yy", "month yyyy", "yyyy yyyy", ""].filter(isDateForm)).toEqual([]);
  });
});

describe("addresses", () => {
  test.each([
    ["https://archive.example/B3#selection-585.0-597.43", "https://archive.example/B3", ""],
    ["https://a.example/p#:~:text=The%20machine%2C,in", "https://a.example/p", ""],
    ["https://a.example/#/a/page", "https://a.example/#/a/page", ""],
    ["https://v.example/w?v=1 (at 15:01)", "https://v.example/w?v=1", "(at 15:01)"],
  ])("%s", (cell, url, rest) => {
    expect(readAddress(cell)).toEqual({ url, rest });
  });

  test.each(["a letter", "ftp://a.example", "www.a.example", "https://me:secret@a.example"])("%s is none", (cell) => {
    expect(readAddress(cell)).toMatchObject({ code: "NOT_A_URL" });
  });
});

describe("records", () => {
  const cells = new Map([
    ["Name", " Nimbus "],
    ["Chip", "H100"],
    ["Empty", " "],
    ["Count", "7"],
    ["Quote", "It said:\nName:  Nimbus "],
  ]);
  const text = recordText({ number: 2, cells, surplus: 0 });

  test("have a line for each cell that is not empty, as it stands", () => {
    expect(text.content).toBe("Name:  Nimbus \nChip: H100\nCount: 7\nQuote: It said:\nName:  Nimbus ");
  });

  test("are quoted by lines that follow each other, each where it stands and not where its words stand again", () => {
    const quotes = quotesOf(text, ["Count", "Name", "Chip", "Empty"]);
    expect(quotes.map(({ quote }) => quote)).toEqual(["Name:  Nimbus \nChip: H100\nCount: 7"]);
    const [chip, quote] = quotesOf(text, ["Quote", "Chip"]);
    expect([chip!.quote, chip!.anchor.start]).toEqual(["Chip: H100", 15]);
    expect([quote!.quote, quote!.anchor.start]).toEqual(["Quote: It said:\nName:  Nimbus ", 35]);
    expect(text.content.slice(quote!.anchor.start, quote!.anchor.end)).toBe(quote!.quote);
  });
});
