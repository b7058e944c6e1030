import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CopiedText, type Found } from "../../src/claims/copiedText.js";
import { loosen } from "../../src/claims/looseText.js";
import { anchorQuote, type QuoteAnchor } from "../../src/claims/quoteAnchor.js";

const TEXT =
  "كشفت Tesla عن مجموعة Cortex AI في أغسطس. نشرت “Tesla” 29000 وحدة في Giga Texas، وهي تتدرب قبل الموعد المحدد.";

/** A quote as it stands in the text. */
function quoted(quote: string) {
  return { quote, ...(anchorQuote(TEXT, quote) as QuoteAnchor) };
}

function find(copy: string, quote: string): Found & { readonly reads?: string | null } {
  const found = new CopiedText(copy).find(quoted(quote));
  const span = found.outcome === "GONE" ? found.nearest : found.place;
  return { ...found, reads: span && copy.slice(span.start, span.end) };
}

describe("a quote in another copy", () => {
  test("stands, or has moved, to the letter", () => {
    expect(find(TEXT, "29000 وحدة").outcome).toBe("STANDS");
    expect(find(`قائمة\n${TEXT}`, "29000 وحدة")).toMatchObject({
      outcome: "MOVED",
      reads: "29000 وحدة",
      place: { start: TEXT.indexOf("29000") + 6 },
    });
  });

  test.each([
    ["another space", TEXT.replace("29000 ", "29000\u00A0")],
    ["a line break and its indentation", TEXT.replace("29000 ", "29000\n\t ")],
    ["marks of direction", TEXT.replace("29000 ", "\u200E29000\u200E \u200F")],
    ["straight quotation marks", TEXT.replace("“Tesla”", '"Tesla"')],
    ["tatweel", TEXT.replace("وحدة", "وحـــدة")],
    ["decomposed letters", TEXT.normalize("NFD")],
  ])("stands with %s", (_, copy) => {
    const quote = "في أغسطس. نشرت “Tesla” 29000 وحدة في Giga Texas";
    const found = find(copy, quote);
    expect(found.outcome).toBe("STANDS_FOLDED");
    expect(loosen(found.reads!).text).toBe(loosen(quote).text);
  });

  test.each([
    ["a figure", "29000", "92000"],
    ["a word", "نشرت", "باعت"],
    ["a diacritic", "وحدة", "وَحدة"],
    ["a letter's case", "Giga", "giga"],
    ["last word", "Texas", "Nevada"],
  ])("with another %s is gone, and the nearest passage is told", (_, was, is) => {
    const quote = "نشرت “Tesla” 29000 وحدة في Giga Texas";
    const found = find(`${"مقدمة عن Tesla في تكساس. ".repeat(3)}${TEXT.replace(was, is)}`, quote);
    expect(found).toMatchObject({ outcome: "GONE" });
    expect(found.reads).toBe(quote.replace(was, is));
  });

  test("of which nothing is left is gone, and nothing is near", () => {
    expect(find("نص آخر لا صلة له بما سبق.", "29000 وحدة في Giga Texas")).toMatchObject({
      outcome: "GONE",
      nearest: null,
    });
  });

  test("that had no place stands wherever it is found", () => {
    const place = { quote: "29000 وحدة", prefix: null, suffix: null, start: null };
    expect(new CopiedText(`أ ${TEXT}`).find(place).outcome).toBe("STANDS");
  });

  test("is not found where another citation of the same words is", () => {
    const copy = new CopiedText("a b. a b. a  b.");
    const quote = { quote: "a b", prefix: null, suffix: null, start: 0 };
    const taken = new Set<number>();
    const found = [1, 2, 3, 4].map(() => {
      const one = copy.find(quote, taken);
      if (one.outcome !== "GONE") taken.add(one.place.start);
      return one.outcome;
    });
    expect(found).toEqual(["STANDS", "MOVED", "STANDS_FOLDED", "GONE"]);
  });
});

describe("loosen", () => {
  test("takes a long text in a time that grows with its length only", () => {
    const begun = performance.now();
    loosen("a word, another\n".repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(10_000); // a second or less; with its square, minutes
  });

  test("has a place for each code unit, in order, and the same text when it is loosened again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const { text: loose, starts } = loosen(text);
        expect(starts).toHaveLength(loose.length + 1);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
        expect(loosen(loose).text).toBe(loose);
      }),
      { numRuns: 500 },
    );
  });
});
