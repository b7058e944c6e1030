import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorQuote, verifyQuote } from "../../src/claims/quoteAnchor.js";

const TEXT = "كشفت Tesla عن مجموعة Cortex AI في أغسطس. Tesla نشرت 29000 وحدة في Giga Texas.";

describe("anchorQuote", () => {
  test("finds a quote with the text around it", () => {
    expect(anchorQuote(TEXT, "29000 وحدة")).toEqual({
      start: TEXT.indexOf("29000"),
      end: TEXT.indexOf("29000") + "29000 وحدة".length,
      prefix: TEXT.slice(TEXT.indexOf("29000") - 32, TEXT.indexOf("29000")),
      suffix: " في Giga Texas.",
    });
  });

  test("asks which one is meant when it stands there more than once", () => {
    expect(anchorQuote(TEXT, "Tesla")).toMatchObject({
      fault: "AMBIGUOUS",
      occurrences: 2,
      message: "The quote stands 2 times in the text; `occurrence` must say which, from 1 to 2.",
    });
    expect(anchorQuote(TEXT, "Tesla", 1)).toMatchObject({ start: TEXT.indexOf("Tesla") });
    expect(anchorQuote(TEXT, "Tesla", 2)).toMatchObject({ start: TEXT.lastIndexOf("Tesla") });
    expect(anchorQuote("aaa", "aa", 2)).toMatchObject({ start: 1, end: 3, prefix: "a", suffix: "" });
  });

  test.each([3, 0, -1, 1.5])("refuses occurrence %s of two", (occurrence) => {
    expect(anchorQuote(TEXT, "Tesla", occurrence)).toMatchObject({ fault: "NO_SUCH_OCCURRENCE", occurrences: 2 });
  });

  test("refuses a second occurrence of what stands there once", () => {
    const message = "The quote stands once in the text; there is no occurrence 2.";
    expect(anchorQuote(TEXT, "Cortex", 2)).toMatchObject({ fault: "NO_SUCH_OCCURRENCE", message });
  });

  test("says how far a quote agrees that is not in the text, and which character differs", () => {
    const near = { matched: "Tom", start: 4, textContinues: "’s Hardware", quoteContinues: "'s Hardware" };
    expect(anchorQuote("By: Tom’s Hardware", "Tom's Hardware")).toEqual({
      fault: "NOT_FOUND",
      near,
      message:
        'The quote is not in the text. Its first 3 characters ("Tom") stand at 4, ' +
        'but then the text goes on "’s Hardware" (U+2019) where the quote has "\'s Hardware" (U+0027).',
    });
  });

  test("says so when the text ends before the quote does", () => {
    expect(anchorQuote("Giga Texas", "Texas.")).toMatchObject({
      message:
        'The quote is not in the text. Its first 5 characters ("Texas") stand at 5, but then the text ends there where the quote has "." (U+002E).',
    });
  });

  test.each(["", "  \n"])("refuses an empty quote: %j", (quote) => {
    expect(anchorQuote("no such space", quote)).toMatchObject({
      fault: "NOT_FOUND",
      message: "The quote is empty.",
      near: null,
    });
  });

  test("has no hint for a quote of which nothing is there", () => {
    expect(anchorQuote("abc", "xyz")).toMatchObject({ fault: "NOT_FOUND", near: null });
    expect(anchorQuote("", "xyz")).toMatchObject({ fault: "NOT_FOUND", near: null });
    expect(anchorQuote("😀", "😁")).toMatchObject({ fault: "NOT_FOUND", near: null }); // they share half a surrogate pair
  });

  test("takes whole characters only as prefix and suffix", () => {
    const text = `${"😀".repeat(20)}a quote${"😀".repeat(20)}`;
    expect(anchorQuote(`x${text}`, "a quote")).toMatchObject({ prefix: "😀".repeat(16), suffix: "😀".repeat(16) });
    expect(anchorQuote(text, "quote")).toMatchObject({ prefix: `${"😀".repeat(15)}a `, suffix: "😀".repeat(16) });
  });

  test("finds any part of any text, and what it finds verifies", () => {
    const chars = fc.constantFrom("a", "b", "😀", "é", "ا", "ل", " ");
    const text = fc.string({ unit: chars, minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 20 }), (whole, at, length) => {
        const characters = [...whole];
        const quote = characters.slice(at % characters.length, (at % characters.length) + length + 1).join("");
        if (quote.trim() === "") return;
        const first = anchorQuote(whole, quote, 1);
        if ("fault" in first) throw new Error(first.message);
        expect(whole.slice(first.start, first.end)).toBe(quote);
        expect(whole.slice(0, first.start).endsWith(first.prefix)).toBe(true);
        expect(whole.slice(first.end).startsWith(first.suffix)).toBe(true);
        expect(first.prefix + first.suffix).not.toMatch(/\p{Cs}/u); // no half of a surrogate pair
        expect(verifyQuote(whole, quote, first.start, first.end)).toBe(true);
      }),
    );
  });
});

describe("verifyQuote", () => {
  test.each([
    ["the quote at its place", "Cortex", 21, 27, true],
    ["another place", "Cortex", 22, 28, false],
    ["a wrong end", "Cortex", 21, 28, false],
    ["a place before the text", "Cortex", -6, 0, false],
    ["a place past the text", "Cortex", 1000, 1006, false],
    ["an empty quote", "", 3, 3, false],
  ])("%s", (_what, quote, start, end, expected) => {
    expect(verifyQuote(TEXT, quote, start, end)).toBe(expected);
  });
});
