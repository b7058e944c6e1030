import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, sortName } from "../../src/claims/foldName.js";

describe("foldName", () => {
  test.each([
    ["case", ["Tesla", "TESLA", "tesla", "ｔｅｓｌａ"], "tesla"],
    ["spaces", ["  Elon \t Musk\n", "Elon\u00A0Musk"], "elon musk"],
    ["Latin diacritics, composed or not", ["Zürich", "Zu\u0308rich", "ZURICH"], "zurich"],
    ["letters without a decomposition", ["Straße", "STRASSE", "straẞe"], "strasse"],
    ["Scandinavian and Polish letters", ["Łódź Øresund"], "lodz oresund"],
    ["the Turkish dotted and dotless i", ["İstanbul", "ıstanbul", "Istanbul"], "istanbul"],
    ["the final sigma", ["Σίσυφος", "ΣΙΣΥΦΟΣ"], "σισυφοσ"],
    ["tashkeel", ["تِسْلَا", "تسلا"], "تسلا"],
    ["the dagger alif and Quranic marks", ["هٰذا", "هذا", "هذاۖ"], "هذا"],
    ["tatweel", ["إيلـــون ماسك", "ايلون ماسك"], "ايلون ماسك"],
    ["alef forms", ["أحمد", "احمد", "إحمد", "ٱحمد"], "احمد"],
    ["alef with madda", ["آمال", "امال"], "امال"],
    ["hamza on waw and yeh", ["مؤسسة رئيس", "موسسة رييس"], "موسسه رييس"],
    ["alef maksura and teh marbuta", ["مستشفى", "مستشفي"], "مستشفي"],
    ["teh marbuta", ["شركة", "شركه"], "شركه"],
    ["Persian letters", ["کتابی", "كتابي"], "كتابي"],
    ["presentation forms", ["ﺗﺴﻼ"], "تسلا"],
    ["Arabic-Indic and Persian digits", ["١٠٠ ۱۰۰", "100 100"], "100 100"],
    ["digits of other scripts", ["१२३", "123"], "123"],
    ["apostrophes", ["Tom's Hardware", "Tom’s Hardware", "Toms Hardware"], "toms hardware"],
    ["hyphens and other punctuation", ["GPT-4", "GPT–4", "gpt 4", "(GPT) 4!"], "gpt 4"],
    ["Arabic punctuation", ["ماسك، إيلون؟"], "ماسك ايلون"],
    ["invisible marks", ["\u200FTesla\u200E", "Te\u200Csla", "Te\u00ADsla", "\uFEFFTesla"], "tesla"],
    ["trade mark signs", ["Tesla™", "Tesla®", "© Tesla"], "tesla"],
  ])("ignores %s", (_what, written, folded) => {
    for (const text of written) expect(foldName(text)).toBe(folded);
  });

  test.each([
    ["C++", "c++"],
    ["C#", "c#"],
    ["A + B", "a b"],
    ["Grok 1.5", "grok 1 5"],
    ["हिन्दी", "हिन्दी"],
    ["がぎ", "がぎ"],
    ["한국어", "한국어"],
  ])("keeps what tells names apart: %s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test("keeps the signs of a name that has nothing else, so that it can be found", () => {
    expect(foldName(" !!! ")).toBe("!!!");
    expect(foldName("")).toBe("");
  });

  test("is idempotent, and leaves no capital, diacritic or doubled space", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."أإآٱؤئىةکیـًٰٓٔ٣۴ '-\u200Cاا\u0301iİßΣ+#x™") }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldName(text);
        expect(foldName(folded)).toBe(folded);
        expect(folded).toBe(folded.toLowerCase());
        expect(folded).not.toMatch(/\s{2}|^\s|\s$|[\u0300-\u036F\u064B-\u0655\u0640]/u);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test("folds every single character to a fixed point", () => {
    const moving: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      if (codePoint >= 0xac00 && codePoint <= 0xd7a3) continue; // Hangul syllables, one rule
      if (codePoint >= 0xe0200 || (codePoint >= 0x20000 && codePoint < 0xe0000)) continue; // ideographs, private use
      const folded = foldName(`a${String.fromCodePoint(codePoint)}a`);
      if (foldName(folded) !== folded) moving.push(codePoint.toString(16));
    }
    expect(moving).toEqual([]);
  });
});

describe("sortName", () => {
  test("is the folded form, of most names", () => {
    for (const name of ["Élan", "أطلس", "C++", "😀", "𠮷野家"]) expect(sortName(name)).toBe(foldName(name));
  });

  test("has one order, by code points and by UTF-16 code units", () => {
    const names = fc.string({
      unit: fc.constantFrom(..."a é ا 﨎 ﹳ ﷽ � \uE000 😀 𠀀 \u{F0000}".split(" ")),
      maxLength: 4,
    });
    fc.assert(
      fc.property(names, names, (a, b) => {
        const [first, second] = [sortName(a), sortName(b)];
        const byCodePoint = Buffer.compare(Buffer.from(first), Buffer.from(second)); // as UTF-8 does
        expect(first < second ? -1 : first > second ? 1 : 0).toBe(byCodePoint);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});
