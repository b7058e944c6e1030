import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import { foldName } from "../../src/claims/foldName.js";
import {
  isOneMistake,
  mayBeMistaken,
  mistakeKeys,
  placedWords,
  searchWords,
  wordKeys,
} from "../../src/claims/searchWords.js";

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.stringMatching(/^[\u0600-\u06FF \u0640\u064B-\u0652]{0,40}$/u),
  fc.stringMatching(/^[a-zA-Z0-9+#'’ .,-]{0,60}$/u),
);

describe("searchWords", () => {
  test.each([
    ["Elon Musk’s companies", ["elon", "musks", "companies"]],
    ["GPT-4, GPT-5 & C++", ["gpt", "4", "5", "c++"]],
    ["إِيـلُونْ  ماسك، شركةُ أَحمد", ["ايلون", "ماسك", "شركه", "احمد"]],
    ["١٠٠٬٠٠٠ وحدة", ["100", "000", "وحده"]],
    ["🦜🚀 !!! + ", []],
    [`${"x".repeat(100)} y`, ["x".repeat(64), "y"]],
  ])("%s", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });
});

describe("placedWords", () => {
  test.each([
    ["Elon Musk’s “Colossus”.", ["Elon", "Musk’s", "Colossus"]],
    ["زادت إِيـلُونْـ، و«ماسكـً» ١٠٠", ["زادت", "إِيـلُونْـ", "و", "ماسكـً", "١٠٠"]],
    ["Straße e\u0301té ﬁne ½ C++ +x", ["Straße", "e\u0301té", "ﬁne", "½", "½", "C++", "x"]],
    ["a\u{1F600}b \u{10400}\u{10401}", ["a", "b", "\u{10400}\u{10401}"]],
  ])("tells where each word stands as it is written: %s", (text, written) => {
    expect(placedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(written);
  });

  test("are the words that are searched by, in their order, each time that they occur", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const placed = placedWords(text);
        expect([...new Set(placed.map(({ word }) => word))]).toEqual(searchWords(text));
        for (const { word, start, end } of placed) {
          expect(start).toBeLessThan(end);
          expect(foldName(text.slice(start, end)).split(" ")).toContain(word);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a mistake of one letter", () => {
  const words = fc.oneof(fc.stringMatching(/^[a-c]{3,12}$/u), fc.stringMatching(/^[ابتل]{3,10}$/u));

  test("is a letter missing, added, another, or two exchanged, and nothing else", () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const exchanged = Array.from({ length: one.length - 1 }, (_, at) =>
          [one.slice(0, at), one[at + 1], one[at], one.slice(at + 2)].join(""),
        );
        const wanted = one !== other && (distance(one, other) === 1 || exchanged.includes(other));
        expect(isOneMistake(one, other)).toBe(wanted);
      }),
      { numRuns: 5000 },
    );
    for (const [one, other] of [
      ["memphis", "memhpis"],
      ["ماسك", "ماسق"],
      ["\u{10400}abc", "abc"],
    ] as const) {
      expect(isOneMistake(one, other)).toBe(true);
    }
    expect(isOneMistake("same", "same")).toBe(false);
  });

  test("leaves a key by which the word is found", () => {
    const letters = [..."abc"];
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c]{4,12}$/u), (sought) => {
        const { heads, tails } = mistakeKeys(sought);
        const near = [...Array(sought.length + 1).keys()].flatMap((at) => [
          sought.slice(0, at) + sought.slice(at + 1),
          ...letters.map((letter) => sought.slice(0, at) + letter + sought.slice(at)),
          ...letters.map((letter) => sought.slice(0, at) + letter + sought.slice(at + 1)),
          sought.slice(0, at) +
            sought
              .slice(at, at + 2)
              .split("")
              .reverse()
              .join("") +
            sought.slice(at + 2),
        ]);
        for (const word of near) {
          if (!isOneMistake(sought, word)) continue;
          const keys = wordKeys(word);
          const found =
            heads.some(({ head, letters }) => head === keys.head && letters === keys.letters) ||
            tails.some(({ tail, letters }) => tail === keys.tail && letters === keys.letters);
          expect(found, `${word} for ${sought}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is not looked for in short words and in numbers", () => {
    expect(["h100", "100000", "gpt", "ai", "ماس"].filter(mayBeMistaken)).toEqual([]);
    expect(["musk", "ماسك"].filter(mayBeMistaken)).toEqual(["musk", "ماسك"]);
  });
});
