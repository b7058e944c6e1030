import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationId, claimId, conflictId, nameId, parseConflictId } from "../../src/claims/claimId.js";
import { MODALITIES, type ClaimContent } from "../../src/claims/claim.js";
import { chips, content } from "./testOntology.js";

const full: ClaimContent = {
  subject: "tesla",
  predicate: "MOTTO",
  object: null,
  quantity: { amount: 6.6e9, unit: "USD", bound: "ABOUT" },
  text: { en: "power", ar: "قدرة" },
  date: "2024-10-29",
  modality: "PLANNED",
  validFrom: "2024-07",
  validTo: "2024-09",
  attributedTo: ["musk", "merritt"],
};

describe("claimId", () => {
  test("never changes: these ids are in people's data", () => {
    expect(claimId(content({ quantity: chips(50_000) }))).toBe("c_rudtrnbyk7spentwjzzmhcw5i2");
    expect(claimId(full)).toBe("c_4g6irjvc4z3uwvq4bcdrxm2aha");
  });

  test("is the letter, an underscore and 26 characters of base 32", () => {
    expect(claimId(full)).toMatch(/^c_[a-z2-7]{26}$/);
  });

  test.each<[string, Partial<ClaimContent>]>([
    ["subject", { subject: "other" }],
    ["predicate", { predicate: "OTHER" }],
    ["object", { object: "other" }],
    ["amount", { quantity: { amount: 1, unit: "USD", bound: "ABOUT" } }],
    ["unit", { quantity: { amount: 6.6e9, unit: "EUR", bound: "ABOUT" } }],
    ["bound", { quantity: { amount: 6.6e9, unit: "USD", bound: "EXACT" } }],
    ["no quantity", { quantity: null }],
    ["text", { text: { en: "might", ar: "قدرة" } }],
    ["the text's language", { text: { en: "power", fa: "قدرة" } }],
    ["date", { date: "2024-10" }],
    ["modality", { modality: "ACTUAL" }],
    ["validFrom", { validFrom: null }],
    ["validTo", { validTo: null }],
    ["a time at the other end", { validFrom: "2024-09", validTo: "2024-07" }],
    ["speakers", { attributedTo: ["musk"] }],
  ])("tells claims apart by %s", (_what, change) => {
    expect(claimId({ ...full, ...change })).not.toBe(claimId(full));
  });

  test("is the same whatever the order of languages and speakers, the repetition of speakers, and the composition of letters", () => {
    expect(claimId({ ...full, text: { ar: "قدرة", en: "power" } })).toBe(claimId(full));
    expect(claimId({ ...full, attributedTo: ["merritt", "musk", "merritt"] })).toBe(claimId(full));
    expect(claimId({ ...full, text: { en: "Zürich" } })).toBe(claimId({ ...full, text: { en: "Zu\u0308rich" } }));
    expect(claimId(content({ quantity: chips(-0) }))).toBe(claimId(content({ quantity: chips(0) })));
  });

  test.each([NaN, Infinity])("refuses the amount %s", (amount) => {
    expect(() => claimId(content({ quantity: chips(amount) }))).toThrow(RangeError);
  });

  test("does not confuse what stands in one field with what stands in two", () => {
    const id = fc.string({ unit: fc.constantFrom("a", '"', ",", "[", "\\"), maxLength: 3 });
    const claim = fc.record({
      subject: id,
      predicate: id,
      object: fc.option(id),
      modality: fc.constantFrom(...MODALITIES),
      attributedTo: fc.array(id, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        const same =
          JSON.stringify({ ...a, attributedTo: [...new Set(a.attributedTo)].sort() }) ===
          JSON.stringify({ ...b, attributedTo: [...new Set(b.attributedTo)].sort() });
        expect(claimId(content(a)) === claimId(content(b))).toBe(same);
      }),
    );
  });
});

describe("the other ids", () => {
  const citation = { claim: "c_1", source: "article", start: 12, quote: "29000", basis: "STATED" } as const;

  test("never change", () => {
    expect(citationId(citation)).toBe("q_un3ymvqimbjmsnkoqy6wz7l6ul");
    expect(conflictId({ claims: ["c_1", "c_2"] })).toBe("x_1_2");
    expect(conflictId({ circle: "post-1" })).toBe("x_circle_post-1");
    expect(nameId("tesla", "تسلا")).toBe("n_3grc5eeagqdsym2l3rrcihdtpg");
  });

  test("a citation's is that of its claim, source, place, quote and basis", () => {
    const ids = [
      citation,
      { ...citation, claim: "c_2" },
      { ...citation, source: "post" },
      { ...citation, start: null },
      { ...citation, start: 0 },
      { ...citation, quote: "50000" },
      { ...citation, basis: "INFERRED" as const },
    ].map(citationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a conflict's does not depend on the order of its claims, and leads back to them or to the source", () => {
    expect(conflictId({ claims: ["c_2", "c_1"] })).toBe(conflictId({ claims: ["c_1", "c_2"] }));
    for (const key of [{ claims: ["c_1", "c_2"] as const }, { circle: "a_source" }, { circle: "x_1" }]) {
      expect(parseConflictId(conflictId(key))).toEqual(key);
    }
    for (const none of ["x_", "x_1", "x_1_", "x_2_1", "x_1_1", "x_1_2_3", "c_1", "q_1_2"]) {
      expect(parseConflictId(none)).toBeNull();
    }
  });
});
