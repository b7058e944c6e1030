import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { foldName } from "../../src/claims/foldName.js";
import { MOST_SHARERS, NamePairs, type NameLikeness } from "../../src/claims/namePairs.js";

/** Names of other things, so that common words are common and rare ones rare. */
const OTHERS = [
  ...["Acme Corp", "Wayne Corp", "Stark Corp", "Cyberdyne Cluster", "Tyrell Cluster", "Northern Cluster"],
  ...["The Texas Phase 1", "The Nevada Phase 2", "The Ohio Phase 3", "شركة النور", "شركة الأفق"],
];

/** What is found between the first two of some entities, each given by its names; null where the two are never brought together. */
function between(one: readonly string[], other: readonly string[], others: readonly string[] = OTHERS) {
  const names = new NamePairs();
  for (const each of [one, other, ...others.map((name) => [name])]) names.add(each.map(foldName));
  const met = [...names.pairs()].some((pair) => pair?.join() === "0,1");
  return met ? names.likeness([0, 1]) : null;
}

describe("two names are alike", () => {
  test.each<[one: string, other: string, by: NameLikeness["by"]]>([
    ["Globex", "GLOBEX", "SAME_NAME"],
    ["تِسلا", "تسلا", "SAME_NAME"],
    ["مجموعة أوستن", "مجموعة اوستن", "SAME_NAME"],
    ["xAI", "x.AI", "SAME_LETTERS"],
    ["Giga Texas", "Gigatexas", "SAME_LETTERS"],
    ["Jean Zay", "Zay, Jean", "SAME_LETTERS"],
    ["Initech", "Initeck", "ONE_MISTAKE"],
    ["Initech", "Intiech", "ONE_MISTAKE"],
    ["Initech", "Inittech", "ONE_MISTAKE"],
    ["إيلون ماسك", "إيلون ماسكك", "ONE_MISTAKE"],
    ["Globex", "Globex Corp", "RARE_WORDS"],
    ["The Umbrella Cluster", "Umbrella", "RARE_WORDS"],
    ["Soylent Green Research", "Soylent Green Reserch Corp", "RARE_WORDS"],
  ])("%s and %s: %s", (one, other, by) => {
    const found = between([one], [other]);
    expect(found?.by).toBe(by);
    expect(found!.strength).toBeGreaterThan(0.4);
    expect(found!.strength).toBeLessThan(1);
  });

  test.each<[why: string, one: string, other: string]>([
    ["of the words that many have", "Acme Corp", "Globex Corp"],
    ["another number", "Colossus 1", "Colossus 2"],
    ["another number in a word", "Hopper H100", "Hopper H200"],
    ["another letter", "Cluster A", "Cluster B"],
    ["one number of two", "Neom 2 Phase 2", "Neom 2 Phase 1"],
    ["a number that only one has", "Condor Galaxy 1", "Condor Galaxy 2"],
    ["rare words of their own", "Oak Ridge Frontier", "Oak Ridge Summit"],
    ["a short word, where a letter tells more", "Maya", "Mara"],
  ])("and are not, or hardly, for %s: %s and %s", (_, one, other) => {
    expect(between([one], [other])?.strength ?? 0).toBeLessThan(0.4);
  });
});

it("takes the best of all the names that two have", () => {
  expect(between(["Something", "Initech"], ["Else", "INITECH"])).toMatchObject({ by: "SAME_NAME", names: ["initech"] });
  const one = between(["Globex"], ["Globex"])!.strength;
  const two = between(["Globex", "غلوبكس"], ["Globex", "غلوبكس"])!.strength;
  expect(two).toBeGreaterThan(one);
});

it("takes a name for less, the more go by it, and for nothing where very many do", () => {
  const shared = (sharers: number) =>
    between(["Same"], ["Same"], [...Array<string>(sharers - 2).fill("Same"), ...OTHERS]);
  const strengths = [2, 3, 8, MOST_SHARERS].map((sharers) => shared(sharers)!.strength);
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  expect(strengths[0]).toBe(0.8);
  expect(strengths[2]).toBe(0.4);
  expect(shared(MOST_SHARERS + 1)).toBeNull();
});

it("makes no pair of 257 things of one name, nor of one beside them whose name is nearly that", () => {
  const names = new NamePairs();
  for (let count = 0; count < 257; count++) names.add(["anonymized chinese system"]);
  names.add(["anonymised chinese system"]);
  names.add(["anonymized chinese systems"]);
  const pairs = [...names.pairs()].filter((pair) => pair !== null);
  const alike = pairs.filter((pair) => names.likeness(pair));
  expect(alike.filter((pair) => pair.join() !== "257,258")).toEqual([]);
  expect(pairs.length).toBeLessThan(10);
});

it("brings together whatever is alike by writing, as a look at every pair finds it", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "1", " "), minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 2, maxLength: 12 }), (texts) => {
      const names = new NamePairs();
      for (const text of texts) names.add([foldName(text) || "x"]);
      const met = new Set([...names.pairs()].flatMap((pair) => (pair ? [pair.join()] : [])));
      for (let one = 0; one < texts.length; one++) {
        for (let other = one + 1; other < texts.length; other++) {
          const found = names.likeness([one, other]);
          if (found) expect(met, `${found.by} ${texts[one]} ${texts[other]}`).toContain(`${one},${other}`);
        }
      }
    }),
  );
});
