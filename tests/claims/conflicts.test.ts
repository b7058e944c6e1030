import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOUNDS, MODALITIES, type Quantity } from "../../src/claims/claim.js";
import { circleExplanation, conflictExplanation } from "../../src/claims/conflictExplanation.js";
import { comparisonKey, findValueConflicts, type ComparableClaim, type Conflict } from "../../src/claims/conflicts.js";
import { chips, comparable, nameOf, testOntology } from "./testOntology.js";

type Change = Partial<ComparableClaim>;

/** The kinds of conflict between two claims, in whatever order they come. */
function between(a: Change, b: Change): string[] {
  const found = find(comparable("a", a), comparable("b", b));
  expect(find(comparable("b", a), comparable("a", b)).map(({ kind }) => kind)).toEqual(found.map(({ kind }) => kind));
  return found.map(({ kind }) => kind);
}

function find(...claims: ComparableClaim[]): Conflict[] {
  return findValueConflicts(claims, testOntology);
}

function usd(amount: number, bound: Quantity["bound"] = "EXACT"): Quantity {
  return { amount, unit: "USD", bound };
}

const cost = { predicate: "COST", object: null };
const few = { quantity: chips(29_000) };
const many = { quantity: chips(50_000) };

describe("two amounts", () => {
  test("that cannot both hold are a conflict, with their spread", () => {
    expect(find(comparable("b", many), comparable("a", few))).toEqual([
      { kind: "VALUE", claimIds: ["a", "b"], spread: { min: 29_000, max: 50_000, unit: "chip" } },
    ]);
  });

  test.each<[Quantity["bound"], number, Quantity["bound"], number, boolean]>([
    ["EXACT", 50_000, "EXACT", 50_000, false],
    ["EXACT", 50_000, "EXACT", 50_001, true],
    ["ABOUT", 50_000, "EXACT", 45_000, false],
    ["ABOUT", 50_000, "EXACT", 55_000, false],
    ["ABOUT", 50_000, "EXACT", 55_001, true],
    ["ABOUT", 50_000, "ABOUT", 60_000, false], // up to 55,000, and down from 54,000
    ["ABOUT", 50_000, "ABOUT", 62_000, true],
    ["AT_LEAST", 50_000, "EXACT", 50_000, false],
    ["AT_LEAST", 50_000, "EXACT", 49_999, true],
    ["AT_LEAST", 50_000, "ABOUT", 46_000, false],
    ["AT_LEAST", 50_000, "ABOUT", 45_000, true],
    ["AT_LEAST", 50_000, "AT_MOST", 50_000, false],
    ["AT_LEAST", 50_000, "AT_MOST", 49_000, true],
    ["AT_LEAST", 50_000, "AT_LEAST", 90_000, false],
    ["AT_MOST", 50_000, "AT_MOST", 1, false],
    ["AT_MOST", 50_000, "EXACT", 50_001, true],
    ["ABOUT", 0.7, "EXACT", 0.63, false], // 0.7 - 0.07 is not 0.63 in binary
    ["ABOUT", -10, "EXACT", -11, false],
  ])("%s %d and %s %d", (aBound, a, bBound, b, expected) => {
    const kinds = between({ quantity: chips(a, aBound) }, { quantity: chips(b, bBound) });
    expect(kinds).toEqual(expected ? ["VALUE"] : []);
  });

  test.each<[string, Change, Change]>([
    ["of different subjects", few, { ...many, subject: "memphis" }],
    ["of different objects", few, { ...many, object: "h200" }],
    ["of different units", few, { quantity: { amount: 5, unit: "rack", bound: "EXACT" } }],
    [
      "of a predicate that can hold several",
      { ...cost, predicate: "RAISED", quantity: usd(1) },
      { ...cost, predicate: "RAISED", quantity: usd(2) },
    ],
    ["beside none", few, {}],
    ["of a predicate that the ontology does not know", { ...few, predicate: "X" }, { ...many, predicate: "X" }],
    ["that are one claim listed twice", { ...few, id: "same" }, { ...few, id: "same" }],
  ])("%s are none", (_what, a, b) => {
    expect(between(a, b)).toEqual([]);
  });

  test("of a functional predicate are compared without an object", () => {
    expect(between({ ...cost, quantity: usd(2e9) }, { ...cost, quantity: usd(3e9) })).toEqual(["VALUE"]);
  });
});

describe("claims are compared", () => {
  test.each<[string, string, boolean]>([
    ["ACTUAL", "ACTUAL", true],
    ["PLANNED", "PLANNED", true],
    ["ESTIMATED", "ESTIMATED", true],
    ["ESTIMATED", "ACTUAL", true],
    ["PLANNED", "ACTUAL", false],
    ["PLANNED", "ESTIMATED", false],
    ["OPINION", "ACTUAL", false],
    ["OPINION", "OPINION", false],
  ])("%s with %s: %s", (a, b, expected) => {
    const modality = (name: string) => MODALITIES.find((one) => one === name) ?? "ACTUAL";
    expect(between({ ...few, modality: modality(a) }, { ...many, modality: modality(b) })).toEqual(
      expected ? ["VALUE"] : [],
    );
  });

  test.each<[string, Change, Change, boolean]>([
    ["neither says when", {}, {}, true],
    ["one does not say when", {}, { validFrom: "2024-10", validTo: "2024-10" }, true],
    [
      "in one month",
      { validFrom: "2024-10", validTo: "2024-10" },
      { validFrom: "2024-10-29", validTo: "2024-10-29" },
      true,
    ],
    ["one after the other", { validTo: "2024-09" }, { validFrom: "2024-10" }, false],
    ["one from within the other's time", { validFrom: "2024-09" }, { validFrom: "2024-10" }, true],
  ])("when %s: %s", (_what, a, b, expected) => {
    expect(between({ ...few, ...a }, { ...many, ...b })).toEqual(expected ? ["VALUE"] : []);
  });

  test.each<[string, Change, Change, boolean]>([
    ["two milestones", { validTo: "2024-10" }, { validTo: "2024-12" }, false],
    ["two milestones given as beginnings", { validFrom: "2024-10" }, { validFrom: "2024-12" }, false],
    ["one milestone", { validTo: "2024-12" }, { validFrom: "2024-12" }, true],
    ["a milestone, and a plan without a date", { validTo: "2024-12" }, {}, true],
    ["a milestone in a period", { validTo: "2024-12" }, { validFrom: "2024-07", validTo: "2025-07" }, true],
  ])("when plans are for %s", (_what, a, b, expected) => {
    const plan = { modality: "PLANNED" } as const;
    expect(between({ ...few, ...plan, ...a }, { ...many, ...plan, ...b })).toEqual(expected ? ["VALUE"] : []);
  });

  test.each<[string, Change, boolean]>([
    ["preferred", { rank: "PREFERRED" }, true],
    ["deprecated", { rank: "DEPRECATED" }, false],
    ["superseded", { status: "SUPERSEDED" }, false],
    ["retracted", { status: "RETRACTED" }, false],
  ])("when one is %s", (_what, change, expected) => {
    expect(between(few, { ...many, ...change })).toEqual(expected ? ["VALUE"] : []);
  });
});

describe("a predicate that holds one value at a time", () => {
  const motto = { predicate: "MOTTO", object: null };
  const started = { predicate: "STARTED_ON", object: null };

  test.each<[string, Change, Change, boolean]>([
    ["two places", { predicate: "LOCATED_IN", object: "memphis" }, { predicate: "LOCATED_IN", object: "austin" }, true],
    [
      "one place twice",
      { predicate: "LOCATED_IN", object: "memphis" },
      { predicate: "LOCATED_IN", object: "memphis" },
      false,
    ],
    [
      "two places one after the other",
      { predicate: "LOCATED_IN", object: "memphis", validTo: "2023" },
      { predicate: "LOCATED_IN", object: "austin", validFrom: "2024" },
      false,
    ],
    [
      "two owners, of a predicate that can hold several",
      { predicate: "OWNS", object: "memphis" },
      { predicate: "OWNS", object: "austin" },
      false,
    ],
    ["two texts", { ...motto, text: { en: "Fast" } }, { ...motto, text: { en: "Slow" } }, true],
    ["one text in two spellings", { ...motto, text: { ar: "أقوى" } }, { ...motto, text: { ar: "اقوي" } }, false],
    ["texts in different languages", { ...motto, text: { en: "Fast" } }, { ...motto, text: { ar: "سريع" } }, false],
    ["two dates", { ...started, date: "2024-09" }, { ...started, date: "2024-07" }, true],
    ["a date and a closer one", { ...started, date: "2024-09" }, { ...started, date: "2024-09-12" }, false],
    [
      "opinions",
      { ...motto, text: { en: "Fast" }, modality: "OPINION" },
      { ...motto, text: { en: "Slow" }, modality: "OPINION" },
      false,
    ],
  ])("%s", (_what, a, b, expected) => {
    expect(between(a, b)).toEqual(expected ? ["EXCLUSIVE"] : []);
  });
});

describe("a date and a weekday", () => {
  const dated = (date: string) => ({ subject: "post", predicate: "PUBLISHED_ON", object: null, date });
  const named = (text: Record<string, string>) => ({
    subject: "post",
    predicate: "PUBLISHED_ON_WEEKDAY",
    object: null,
    text,
  });

  test.each<[string, Change, Change, boolean]>([
    ["another weekday in English", dated("2024-10-29"), named({ en: "Thursday" }), true],
    ["another weekday in Arabic", dated("2024-10-29"), named({ ar: "يوم الخميس" }), true],
    ["the same weekday", dated("2024-10-29"), named({ ar: "الثلاثاء", en: "tuesday" }), false],
    ["a date that is not known to the day", dated("2024-10"), named({ en: "Thursday" }), false],
    ["words that are no weekday", dated("2024-10-29"), named({ en: "last week" }), false],
    ["different sources", dated("2024-10-29"), { ...named({ en: "Thursday" }), subject: "other" }, false],
    ["two dates", dated("2024-10-29"), dated("2024-10-31"), false],
  ])("%s", (what, a, b, expected) => {
    const found = between(a, b);
    if (what === "two dates") expect(found).toEqual(["EXCLUSIVE"]);
    else expect(found).toEqual(expected ? ["DATES"] : []);
  });
});

describe("comparisonKey", () => {
  test.each<[Change, string | null]>([
    [few, "cortex.USES_CHIP.h100.chip"],
    [{ ...cost, quantity: usd(1) }, "cortex.COST..USD"],
    [{ predicate: "LOCATED_IN" }, "cortex.LOCATED_IN"],
    [{ predicate: "PUBLISHED_ON", object: null, date: "2024" }, "cortex.PUBLISHED_ON"],
    [{ predicate: "PUBLISHED_ON_WEEKDAY", object: null, text: { en: "Monday" } }, "cortex.PUBLISHED_ON"],
    [{}, null],
    [{ predicate: "OWNS" }, null],
    [{ ...few, modality: "OPINION" }, null],
    [{ predicate: "UNKNOWN" }, null],
  ])("%j has the key %s", (change, key) => {
    expect(comparisonKey(comparable("a", change), testOntology)).toBe(key);
  });

  test("is shared by all claims that conflict, and conflicts do not depend on the order of claims", () => {
    const change = fc.record({
      subject: fc.constantFrom("cortex", "memphis"),
      predicate: fc.constantFrom("USES_CHIP", "COST", "RAISED", "LOCATED_IN"),
      object: fc.constantFrom("h100", "h200"),
      quantity: fc.record({
        amount: fc.constantFrom(1, 2, 30),
        unit: fc.constantFrom("chip", "USD"),
        bound: fc.constantFrom(...BOUNDS),
      }),
      modality: fc.constantFrom(...MODALITIES),
      validFrom: fc.constantFrom(null, "2024", "2025-03"),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const claims = changes.map((one, index) => comparable(`c${String(index)}`, one));
        const found = find(...claims);
        expect(find(...[...claims].reverse())).toEqual(found);
        for (const { claimIds } of found) {
          const keys = claimIds
            .map((id) => claims.find((claim) => claim.id === id))
            .map((claim) => claim && comparisonKey(claim, testOntology));
          expect(new Set(keys).size).toBe(1);
          expect(keys[0]).toEqual(expect.any(String));
        }
      }),
    );
  });
});

describe("conflictExplanation", () => {
  function explain(lang: string, ...changes: Change[]): string {
    const claims = changes.map((change, index) => comparable(String(index), change));
    const [conflict] = find(...claims);
    if (!conflict) throw new Error("no conflict");
    return conflictExplanation(conflict, claims, { ontology: testOntology, nameOf, lang });
  }

  test.each<[Change, Change, string, string]>([
    [
      few,
      { ...many, modality: "ESTIMATED" },
      "Two figures for “Cortex uses H100” that cannot both hold: 29,000 and 50,000 (estimated).",
      "رقمان لعبارة «Cortex يستخدم H100» لا يمكن أن يصحّا معًا: 29,000 و50,000 (تقدير).",
    ],
    [
      { ...cost, quantity: usd(2e9) },
      { ...cost, quantity: usd(3e9, "ABOUT"), validFrom: "2024" },
      "Two figures for “Cortex cost …” that cannot both hold: $2 billion and about $3 billion (from 2024).",
      "رقمان لعبارة «كلفة Cortex …» لا يمكن أن يصحّا معًا: 2 مليار دولار ونحو 3 مليارات دولار (اعتبارًا من 2024).",
    ],
    [
      { predicate: "LOCATED_IN", object: "memphis" },
      { predicate: "LOCATED_IN", object: "austin" },
      "“Cortex is in …” can have only one value at a time, and two are given: Memphis and Austin.",
      "لا تحتمل عبارة «Cortex في …» إلا قيمة واحدة في الوقت نفسه، وقد وردت قيمتان: ممفيس وأوستن.",
    ],
    [
      { subject: "cortex", predicate: "PUBLISHED_ON", object: null, date: "2024-10-29" },
      { subject: "cortex", predicate: "PUBLISHED_ON_WEEKDAY", object: null, text: { en: "Thursday", ar: "الخميس" } },
      "“Cortex” is dated 2024-10-29, a Tuesday, and also to another weekday: Thursday.",
      "تاريخ «Cortex» هو 2024-10-29، وهو يوم الثلاثاء، وورد له يوم آخر: الخميس.",
    ],
  ])("%j and %j", (a, b, english, arabic) => {
    expect(explain("en", a, b)).toBe(english);
    expect(explain("ar", a, b)).toBe(arabic);
  });

  test("names the sources that are derived from one another", () => {
    expect(circleExplanation(["memphis", "austin"], { ontology: testOntology, nameOf, lang: "en" })).toBe(
      "These sources are derived from one another in a circle: Memphis and Austin.",
    );
  });
});
