import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meaningsOf, soughtWords } from "../../src/claims/searchQuery.js";
import { searchWords } from "../../src/claims/searchWords.js";
import { snippetOf } from "../../src/claims/snippet.js";

/** Half a character. */
const LONELY = /\p{Cs}/u;

/** The snippet for a sought text, and its marked parts. */
function shown(text: string, sought: string): readonly [snippet: string, marked: readonly string[]] {
  const words = searchWords(text);
  const snippet = snippetOf(
    text,
    soughtWords(sought).map((word) => meaningsOf(word, words, { beginnings: 10, mistakes: 10 }).meanings),
  );
  return [snippet.text, snippet.matched.map(({ start, end }) => snippet.text.slice(start, end))];
}

describe("a snippet", () => {
  test.each([
    ["Elon Musk’s companies", "musk comp", ["Elon Musk’s companies", ["Musk’s", "companies"]]],
    ["كلّفت إِيـلُونْ ماسك ١٠٠ مليار", "ايلون 100", ["كلّفت إِيـلُونْ ماسك ١٠٠ مليار", ["إِيـلُونْ", "١٠٠"]]],
    ["<b>Memphis</b> & memphis", "memfis", ["<b>Memphis</b> & memphis", []]],
    ["<b>Memphis</b> & memphis", "memphs", ["<b>Memphis</b> & memphis", ["Memphis", "memphis"]]],
  ])("of a short text is the text as it is written: %s, for %s", (text, sought, wanted) => {
    expect(shown(text, sought)).toEqual(wanted);
  });

  test("of a long text is the parts around the words, cut between words", () => {
    const filler = (word: string) => `${word} `.repeat(60).trim();
    const text = `${filler("before")} the first ${filler("between")} “second”, ${filler("behind")}.`;
    const [snippet, marked] = shown(text, "second first");
    expect(snippet).toMatch(/^…(before )+the first( between)+ … (between )+“second”,( behind)+…$/u);
    expect(marked).toEqual(["first", "second"]);
    expect(snippet.length).toBeLessThan(400);
  });

  test("of a long text shows its beginning and its end where the words stand there", () => {
    const text = `(Alpha) ${"word ".repeat(100)} omega!`;
    expect(shown(text, "alpha")[0]).toMatch(/^\(Alpha\) (word )+word…$/u);
    expect(shown(text, "omega")[0]).toMatch(/^…word .*omega!$/u);
    expect(shown(text, "alpha omega")[0]).toMatch(/^\(Alpha\) .* … word.* omega!$/u);
  });

  test("marks parts of itself, whatever the text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), fc.nat(), (text, pick) => {
        const words = searchWords(text);
        fc.pre(words.length > 0);
        const word = words[pick % words.length]!;
        const [snippet, marked] = shown(text, word);
        expect(marked.length).toBeGreaterThan(0);
        for (const part of marked)
          expect(searchWords(part).some((one) => one.startsWith(word) || one === word)).toBe(true);
        if (!LONELY.test(text)) expect(snippet).not.toMatch(LONELY);
      }),
    );
  });
});
