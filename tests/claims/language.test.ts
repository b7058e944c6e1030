import { describe, expect, it } from "vitest";
import { meantLanguage } from "../../src/claims/language.js";

describe("a language tag", () => {
  it.each([
    ["ar", "ar"],
    ["AR", "ar"],
    ["ar-EG", "ar"],
    ["ar_EG", "ar"],
    [" ar ", "ar"],
    ["en-GB", "en"],
    ["pt-BR", "pt-BR"],
    ["pt", null],
    ["fr", null],
    ["", null],
    ["constructor", null],
    ["__proto__", null],
    ["not a tag!", null],
  ])("%j means %j of en, ar and pt-BR", (tag, meant) => {
    expect(meantLanguage(["en", "ar", "pt-BR"], tag)).toBe(meant);
  });
});
