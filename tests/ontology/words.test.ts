import { describe, expect, test } from "vitest";
import { parseStatementTemplate, placeholdersOf } from "../../src/ontology/statementTemplate.js";
import { didYouMean, suggest } from "../../src/ontology/suggest.js";

describe("suggestions", () => {
  const predicates = ["OWNS", "USES_CHIP", "ADDS_CHIP", "LOCATED_IN", "CONTROLS"];

  test.each([
    ["uses_chip", ["USES_CHIP"]],
    ["usesChip", ["USES_CHIP"]],
    ["uses chip", ["USES_CHIP"]],
    ["USES_CHIPS", ["USES_CHIP"]],
    ["OWN", ["OWNS"]],
    ["OWNZ", ["OWNS"]],
    ["LOCATED_AT", ["LOCATED_IN"]],
    ["", []],
    ["INVESTS_IN", []],
  ])("for %j are %j", (word, expected) => {
    expect(suggest(word, predicates)).toEqual(expected);
  });

  test("are the nearest first, at most three, each once, and of equals in the alphabet's order", () => {
    const candidates = ["abcxxx", "abcdex", "abcxef", "abcdef", "abcdex", "zzzzzz", "abcdxx"];
    expect(suggest("abcdeg", candidates)).toEqual(["abcdef", "abcdex", "abcdxx"]);
  });

  test("a short word has few that are near", () => {
    expect(suggest("AB", ["XY", "AX", "ABC"])).toEqual(["ABC", "AX"]);
  });

  test("make half a sentence", () => {
    expect(didYouMean([])).toBe("");
    expect(didYouMean(["OWNS"])).toBe('; did you mean "OWNS"?');
    expect(didYouMean(["OWNS", 'A "B"'])).toBe('; did you mean "OWNS" or "A \\"B\\""?');
  });
});

describe("a template", () => {
  test("is words, placeholders and groups", () => {
    expect(parseStatementTemplate("{subject} uses[ {quantity} ×] {object}!")).toEqual({
      faults: [],
      parts: [
        { placeholder: "subject" },
        " uses",
        { optional: [" ", { placeholder: "quantity" }, " ×"] },
        " ",
        { placeholder: "object" },
        "!",
      ],
    });
  });

  test("of no placeholder is itself; of nothing is nothing", () => {
    expect(parseStatementTemplate("مجموعة").parts).toEqual(["مجموعة"]);
    expect(parseStatementTemplate("").parts).toEqual([]);
  });

  test("names its placeholders, those in groups too", () => {
    expect([...placeholdersOf(parseStatementTemplate("{subject}[ {quantity}] {date}").parts!)]).toEqual([
      "subject",
      "quantity",
      "date",
    ]);
  });

  test.each([
    ["{subjekt}", ["{subjekt} is none of {subject}, {object}, {quantity}, {text}, {date}"]],
    ["{ subject }", ["{ subject } is none of {subject}, {object}, {quantity}, {text}, {date}"]],
    ["{}", ["{} is none of {subject}, {object}, {quantity}, {text}, {date}"]],
    ["a [b", ["a [ without its ]"]],
    ["a ]b", ["a ] without its ["]],
    ["[a [b]]", ["a [ inside another group", "a ] without its ["]],
    ["{a {subject}", ["a { without its pair"]],
    [
      "} {x} ]",
      ["a } without its pair", "{x} is none of {subject}, {object}, {quantity}, {text}, {date}", "a ] without its ["],
    ],
  ])("%j is faulty, and each fault is told", (template, faults) => {
    expect(parseStatementTemplate(template)).toEqual({ parts: null, faults });
  });
});
