import { describe, expect, it } from "vitest";
import { SetDigest } from "../../../src/exchange/copy/digest.js";
import type { Value } from "../../../src/cypher/statement.js";

function digestOf(things: readonly Value[]): string {
  const digest = new SetDigest();
  for (const thing of things) digest.add(thing);
  return digest.hex;
}

const THINGS: readonly Value[] = [
  ["Claim", { id: "a", amount: 1.5 }],
  ["a", "SUBJECT", "b", {}],
  "x",
  null,
  [true, -7],
];

describe("the digest of a set", () => {
  it("is 64 digits, of nothing too", () => {
    expect(digestOf([])).toBe("0".repeat(64));
    expect(digestOf(THINGS)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("is the same in whatever order", () => {
    const digest = digestOf(THINGS);
    expect(digestOf(THINGS.toReversed())).toBe(digest);
    for (const at of THINGS.keys()) expect(digestOf([...THINGS.slice(at), ...THINGS.slice(0, at)])).toBe(digest);
  });

  it.each<[string, readonly Value[]]>([
    ["is missing", THINGS.slice(1)],
    ["is doubled", [...THINGS, THINGS[0]!]],
    ["is there three times", [...THINGS, THINGS[0]!, THINGS[0]!]],
    ["takes another's place", [...THINGS.slice(1), THINGS[1]!]],
  ])("is another where one %s", (_what, others) => {
    expect(digestOf(others)).not.toBe(digestOf(THINGS));
  });

  it.each<[string, Value, Value]>([
    ["the order of keys", { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    ["a key without a value", { a: 1, b: null }, { a: 1 }],
    ["how a whole number is written", { a: 1 }, { a: 1.0 }],
    ["the sign of nothing", { a: -0 }, { a: 0 }],
    ["how a large number is written", { a: 1e21 }, { a: 1000000000000000000000 }],
  ])("does not see %s, which no store keeps", (_what, one, other) => {
    expect(digestOf([one])).toBe(digestOf([other]));
  });

  it.each<[string, Value, Value]>([
    ["a number from its text", { a: 1 }, { a: "1" }],
    ["true from 1", { a: true }, { a: 1 }],
    ["nothing from its text", { a: "null" }, { a: null }],
    ["no text from none", { a: "" }, {}],
    ["a list from its only value", { a: ["x"] }, { a: "x" }],
    ["an empty list from none", { a: [] }, {}],
    ["the order in a list", { a: ["x", "y"] }, { a: ["y", "x"] }],
    ["where one text of a list ends", { a: ["x", "y"] }, { a: ["x,y"] }],
    ["a key from another", { a: 1 }, { b: 1 }],
    ["the last digit", { a: 0.1 + 0.2 }, { a: 0.3 }],
    ["a composed letter from its parts", { a: "é" }, { a: "e\u0301" }],
    ["signs that cannot be seen", { a: "x" }, { a: "x\u200F" }],
    ["half a surrogate pair from another", { a: "\uD800" }, { a: "\uD801" }],
  ])("tells %s", (_what, one, other) => {
    expect(digestOf([one])).not.toBe(digestOf([other]));
  });
});
