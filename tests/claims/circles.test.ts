import fc from "fast-check";
import { expect, test } from "vitest";
import { circlesOf, type Derivation } from "../../src/claims/circles.js";

const derivations = (text: string): Derivation[] =>
  text.split(" ").map((pair) => ({ source: pair[0]!, from: pair[1]! }));

test.each([
  ["ab bc", []],
  ["ab ba", [["a", "b"]]],
  ["aa ab", [["a"]]],
  ["ca ab bc cd xa", [["a", "b", "c"]]],
  [
    "ab ba cd dc bc",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["ab bc ca bd db", [["a", "b", "c", "d"]]],
])("the circles of %s", (text, expected) => {
  expect(circlesOf(derivations(text))).toEqual(expected);
});

test("are those who come back to themselves, told apart by whom they come to", () => {
  const id = fc.integer({ min: 0, max: 7 }).map(String);
  fc.assert(
    fc.property(fc.array(fc.record({ source: id, from: id }), { maxLength: 14 }), (edges) => {
      const reached = (start: string) => {
        const found = new Set<string>();
        const walk = (at: string) => {
          for (const { source, from } of edges) {
            if (source !== at || found.has(from)) continue;
            found.add(from);
            walk(from);
          }
        };
        walk(start);
        return found;
      };
      const expected = new Map<string, string[]>();
      for (const start of [...new Set(edges.map(({ source }) => source))].sort()) {
        if (!reached(start).has(start)) continue;
        const circle = [...reached(start)].filter((other) => reached(other).has(start)).sort();
        expected.set(circle[0]!, circle);
      }
      expect(circlesOf(edges)).toEqual([...expected.values()]);
    }),
  );
});

test("of a chain longer than calls can be deep", () => {
  const length = 50_000;
  const chain = Array.from({ length }, (_, index) => ({ source: `${index}`, from: `${(index + 1) % length}` }));
  expect(circlesOf(chain)[0]).toHaveLength(length);
});
