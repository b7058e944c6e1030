import { describe, expect, it, test } from "vitest";
import { duplicateId, parseDuplicateId } from "../../src/claims/claimId.js";
import { contradictions, sharedNeighbours, type ComparedClaim } from "../../src/claims/duplicateClaims.js";
import { byWeight, scoreOf, type Evidence } from "../../src/claims/duplicates.js";
import { identifierEvidence, identifierForm } from "../../src/claims/identifierForm.js";
import { chips, comparable, testOntology } from "./testOntology.js";
import { comparisonKey } from "../../src/claims/conflicts.js";

const sameName: Evidence = { by: "SAME_NAME", names: ["globex"], sharers: 2, strength: 0.8 };
const sameId: Evidence = { by: "SAME_IDENTIFIER", scheme: "LEI", values: ["a", "A"] };
const otherId: Evidence = { by: "OTHER_IDENTIFIER", scheme: "LEI", values: ["a", "b"] };
const proposed: Evidence = { by: "PROPOSED", claim: "c_1", sources: ["s"] };
const contradiction: Evidence = { by: "CONTRADICTION", claims: ["c_1", "c_2"] };
const related: Evidence = { by: "RELATED", claim: "c_1" };
const neighbour = (claims: number): Evidence => {
  return { by: "SAME_NEIGHBOUR", neighbour: { predicate: "OWNS", role: "OBJECT", other: "xai" }, claims };
};

describe("a score", () => {
  it("is highest for an id, then for what a source says, then for a name", () => {
    expect([[sameId], [proposed], [sameName], []].map(scoreOf)).toEqual([0.95, 0.85, 0.8, 0]);
  });

  it("rises with each sign and never leaves 0 to 1", () => {
    expect(scoreOf([sameId, proposed, sameName])).toBeGreaterThan(scoreOf([sameId]));
    expect(scoreOf([sameId, proposed, sameName, ...Array<Evidence>(50).fill(neighbour(2))])).toBeLessThanOrEqual(1);
    expect(scoreOf(Array<Evidence>(50).fill(contradiction))).toBe(0);
  });

  it("rises with neighbours, more with those of whom little is said, and with many of them no more than to a bound", () => {
    const by = (...claims: number[]) => scoreOf([sameName, ...claims.map(neighbour)]);
    expect(by(2)).toBeGreaterThan(by(100));
    expect(by(100)).toBeGreaterThan(by());
    expect(by(2, 2)).toBeGreaterThan(by(2));
    expect(by(...Array<number>(50).fill(2))).toBeCloseTo(0.88);
    expect(by(Infinity)).toBe(by());
  });

  it("falls with what speaks against it, an id most, and not to nothing", () => {
    const against = [contradiction, related, otherId].map((one) => scoreOf([sameName, one]));
    expect(against).toEqual([0.68, 0.48, 0.4]);
    expect(scoreOf([sameName, otherId, otherId, otherId, otherId])).toBe(0.24);
  });

  it("is explained with the strongest sign first and what is against it last", () => {
    const evidence = [contradiction, neighbour(2), sameName, otherId, sameId];
    expect([...evidence].sort(byWeight)).toEqual([sameId, sameName, neighbour(2), otherId, contradiction]);
  });
});

test.each<[one: string, other: string, same: boolean]>([
  ["Q42", "q 42", true],
  ["529900-T8BM49AURSDO55", "529900T8BM49AURSDO55", true],
  ["Q42", "Q421", false],
  ["http://www.example.org/about/", "https://example.org/about#team", true],
  ["https://EXAMPLE.org", "https://example.org/", true],
  ["https://example.org/a?id=1", "https://example.org/a?id=2", false],
  ["https://example.org:8443/", "https://example.org/", false],
  ["https://example.org/About", "https://example.org/about", false],
  ["--", "…", false],
])("the ids %s and %s are one but for writing: %s", (one, other, same) => {
  expect(identifierForm(one) === identifierForm(other)).toBe(same);
});

test("ids are compared register by register; other addresses say nothing", () => {
  const lei = ["LEI", "529900T8BM49AURSDO55"] as const;
  const written = ["LEI", "529900 T8BM49AURSDO55"] as const;
  expect(identifierEvidence([["WIKIDATA", "Q1"], lei], [["WIKIDATA", "Q2"], written])).toEqual([
    { by: "OTHER_IDENTIFIER", scheme: "WIKIDATA", values: ["Q1", "Q2"] },
    { by: "SAME_IDENTIFIER", scheme: "LEI", values: [lei[1], written[1]] },
  ]);
  expect(identifierEvidence([lei], [["ROR", lei[1]]])).toEqual([]);
  expect(identifierEvidence([["URL", "https://a.org"]], [["URL", "https://b.org"]])).toEqual([]);
});

test("neighbours are shared by the same predicate in the same role only, and each counts once", () => {
  const claim = (id: string, predicate: string, role: "SUBJECT" | "OBJECT", other: string) => {
    return { claim: id, predicate, role, other };
  };
  const ours = [
    ...[claim("c_1", "OWNS", "OBJECT", "xai"), claim("c_2", "OWNS", "OBJECT", "xai")],
    ...[claim("c_3", "USES_CHIP", "SUBJECT", "h100"), claim("c_4", "OWNS", "SUBJECT", "b")],
  ];
  const theirs = [claim("c_5", "OWNS", "OBJECT", "xai"), claim("c_6", "USES_CHIP", "OBJECT", "h100")];
  expect(sharedNeighbours(ours, theirs, "b")).toEqual({
    shared: [{ predicate: "OWNS", role: "OBJECT", other: "xai" }],
    related: "c_4",
  });
  expect(sharedNeighbours(theirs, ours, "c").related).toBeNull();
});

test("claims about two contradict each other where they would about one", () => {
  const claim = (id: string, change: Parameters<typeof comparable>[1]): ComparedClaim => {
    const made = comparable(id, change);
    return { ...made, comparisonKey: comparisonKey(made, testOntology)! };
  };
  const uses = (id: string, subject: string, amount: number) => claim(id, { subject, quantity: chips(amount) });
  const isIn = (id: string, subject: string, object: string) => claim(id, { subject, predicate: "LOCATED_IN", object });
  const ours = [uses("c_1", "cortex", 29_000), uses("c_2", "cortex", 30_000), isIn("c_3", "cortex", "austin")];
  expect(contradictions(ours, [uses("c_4", "copy", 50_000), isIn("c_5", "copy", "memphis")], testOntology)).toEqual([
    { by: "CONTRADICTION", claims: ["c_1", "c_4"] },
    { by: "CONTRADICTION", claims: ["c_3", "c_5"] },
  ]);
  expect(contradictions(ours, [isIn("c_5", "copy", "austin")], testOntology)).toEqual([]);
});

describe("the id of a pair", () => {
  test.each<[one: string, other: string]>([
    ["tesla", "xai"],
    ["e_aaa", "e_aab"],
    ["1_2", "3_4_"],
    ["a", "a_"],
  ])("of %s and %s leads back to them, in whichever order it is made, and holds no dot", (one, other) => {
    const id = duplicateId([other, one]);
    expect(id).toBe(duplicateId([one, other]));
    expect(parseDuplicateId(id)).toEqual([one, other]);
    expect(id).not.toContain(".");
  });

  test.each(["", "d_", "d_1", "d_1_a", "d_1_b_a", "d_1_a_a", "d_01_a_b", "d_9_a_b", "d_2_a_b", "x_1_a_b", "d_1_a_"])(
    "is not %j",
    (id) => expect(parseDuplicateId(id)).toBeNull(),
  );
});
