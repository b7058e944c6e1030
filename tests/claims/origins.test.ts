import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originsOf } from "../../src/claims/origins.js";

function origins(from: string, sources: Readonly<Record<string, readonly string[]>>): string[] {
  return originsOf(from, (id) => sources[id] ?? []);
}

describe("originsOf", () => {
  test.each<[string, Record<string, string[]>, string[]]>([
    ["a source that is derived from nothing is its own", {}, ["a"]],
    ["the end of a chain", { a: ["b"], b: ["c"] }, ["c"]],
    ["several ends, each once and in order", { a: ["d", "b", "c"], b: ["e"], c: ["e"] }, ["d", "e"]],
    ["the smallest of a circle without an end", { a: ["c"], c: ["b"], b: ["c"] }, ["b"]],
    ["the smallest of the circle that one is in", { a: ["b"], b: ["c"], c: ["a"] }, ["a"]],
    ["a source derived from itself", { a: ["a"] }, ["a"]],
    ["a circle that has a way out is passed through", { a: ["b"], b: ["a", "c"] }, ["c"]],
    ["an end, and a circle beside it", { a: ["z", "c"], c: ["b"], b: ["c"] }, ["b", "z"]],
    ["two circles, the first leading to the second", { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] }, ["c"]],
    ["two circles without an end", { a: ["c", "e"], c: ["b"], b: ["c"], e: ["d"], d: ["e"] }, ["b", "d"]],
  ])("%s", (_what, sources, expected) => {
    expect(origins("a", sources)).toEqual(expected);
  });

  test("follows a chain of any length", () => {
    expect(originsOf("0", (id) => (id === "100000" ? [] : [String(Number(id) + 1)]))).toEqual(["100000"]);
  });

  test("gives every source an origin, and its repeater all of these", () => {
    const id = fc.constantFrom(..."abcdefg");
    const graph = fc.dictionary(id, fc.uniqueArray(id, { maxLength: 3 }), { noNullPrototype: true });
    fc.assert(
      fc.property(graph, (sources) => {
        for (const [repeater, derivedFrom] of Object.entries(sources)) {
          const own = origins(repeater, sources);
          expect(own.length).toBeGreaterThan(0);
          const inherited = new Set(derivedFrom.flatMap((source) => origins(source, sources)));
          if (derivedFrom.length > 0) expect(own).toEqual([...inherited].sort());
          for (const origin of own) expect(origins(origin, sources)).toEqual([origin]);
        }
      }),
    );
  });
});
