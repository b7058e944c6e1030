import { describe, expect, test } from "vitest";
import type { Bound } from "../../src/claims/claim.js";
import { boundOfSum, contestsOf, groupClaims, totalOf, type TotalClaim } from "../../src/claims/totals.js";
import { conversion, isUnitCode } from "../../src/ontology/unitCode.js";
import { content, testOntology } from "./testOntology.js";

function claim(id: string, amount: number, change: Partial<TotalClaim> = {}): TotalClaim {
  const quantity = { amount, unit: "chip", bound: "EXACT" } as const;
  return {
    ...content({ quantity }),
    id,
    rank: "NORMAL",
    status: "ACTIVE",
    recordedAt: "2026-01-01",
    sources: ["article"],
    ...change,
  };
}

const total = (
  claims: readonly TotalClaim[],
  including: readonly ("CONFLICTING" | "REPEATED")[] = [],
  origins: Record<string, number> = {},
) => {
  const groups = groupClaims(claims, []);
  expect(groups).toHaveLength(1);
  const contests = contestsOf(groups[0]!, testOntology);
  return totalOf(groups[0]!, contests, new Set(including), (id) => origins[id] ?? 1, testOntology);
};

describe("groups", () => {
  test("are by all that is asked for, and one claim is in several", () => {
    const groups = groupClaims(
      [
        claim("a", 1, { attributedTo: ["musk", "merritt"], validFrom: "2024-10" }),
        claim("b", 2, { attributedTo: ["musk"], modality: "PLANNED", validFrom: "2024" }),
        claim("c", 3, { quantity: null, validFrom: "2024" }),
        claim("d", 4),
      ],
      ["SPEAKER", "YEAR"],
    );
    expect(
      groups.map(({ keys, modality, unit, claims }) => [...keys, modality, unit, ...claims.map(({ id }) => id)]),
    ).toEqual([
      ["merritt", "2024", "ACTUAL", "chip", "a"],
      ["musk", "2024", "ACTUAL", "chip", "a"],
      ["musk", "2024", "PLANNED", "chip", "b"],
      [null, "2024", "ACTUAL", null, "c"],
      [null, null, "ACTUAL", "chip", "d"],
    ]);
  });

  test("never mix units or modalities, even where nothing is grouped by", () => {
    const usd = { quantity: { amount: 5, unit: "USD", bound: "EXACT" } } as const;
    const groups = groupClaims([claim("a", 1), claim("b", 2, usd), claim("c", 3, { modality: "ESTIMATED" })], []);
    expect(groups.map(({ modality, unit }) => [modality, unit])).toEqual([
      ["ACTUAL", "USD"],
      ["ACTUAL", "chip"],
      ["ESTIMATED", "chip"],
    ]);
  });
});

describe("of claims about one value", () => {
  test("the preferred one is counted, else the one with most origins, else the last recorded, else that with the smallest id", () => {
    const [a, b] = [claim("a", 10), claim("b", 20)];
    expect(total([a, b]).counted).toEqual(["a"]);
    expect(total([b, a]).counted).toEqual(["a"]);
    expect(total([a, { ...b, recordedAt: "2026-02-01" }]).counted).toEqual(["b"]);
    expect(total([{ ...a, recordedAt: "2026-02-01" }, b], [], { b: 2 }).counted).toEqual(["b"]);
    expect(total([{ ...a, rank: "PREFERRED" }, b], [], { b: 2 }).counted).toEqual(["a"]);
  });

  test("the others are left out as conflicting or as repeated, and counted where that is asked for", () => {
    const claims = [claim("a", 10), claim("b", 20), claim("c", 10, { attributedTo: ["musk"] })];
    const quantity = (sum: number, max: number) => ({ sum, min: 10, max, unit: "chip", bound: "EXACT" });
    expect(total(claims)).toEqual({
      ...{ counted: ["a"], conflicted: 0, leftOut: { conflicting: 1, repeated: 1 }, quantity: quantity(10, 10) },
    });
    expect(total(claims, ["REPEATED"])).toMatchObject({
      counted: ["a", "c"],
      conflicted: 0,
      quantity: quantity(20, 10),
    });
    expect(total(claims, ["CONFLICTING"])).toEqual({
      ...{ counted: ["a", "b"], conflicted: 2, leftOut: { conflicting: 0, repeated: 1 }, quantity: quantity(30, 20) },
    });
    expect(total(claims, ["CONFLICTING", "REPEATED"])).toEqual({
      ...{
        counted: ["a", "b", "c"],
        conflicted: 3,
        leftOut: { conflicting: 0, repeated: 0 },
        quantity: quantity(40, 20),
      },
    });
  });

  test("at different times, or of different things, all are counted", () => {
    const at = (validFrom: string) => ({ validFrom, validTo: validFrom });
    expect(total([claim("a", 10, at("2023")), claim("b", 20, at("2024"))]).counted).toEqual(["a", "b"]);
    expect(total([claim("a", 10), claim("b", 10, { subject: "memphis" })]).counted).toEqual(["a", "b"]);
    // of what is compared with nothing, only the very same is a repetition
    const opinion = { modality: "OPINION" } as const;
    const said = (id: string, amount: number, speaker: string) =>
      claim(id, amount, { ...opinion, attributedTo: [speaker] });
    expect(total([said("a", 10, "x"), said("b", 10, "y"), said("c", 20, "z")])).toMatchObject({
      ...{ counted: ["a", "c"], leftOut: { conflicting: 0, repeated: 1 } },
    });
  });

  test("one that conflicts with two that do not conflict is told from them", () => {
    const at = (validFrom: string, validTo: string) => ({ validFrom, validTo });
    const claims = [
      claim("a", 10, at("2022", "2023")),
      claim("b", 20, at("2023", "2024")),
      claim("c", 30, at("2024", "2025")),
    ];
    expect(total(claims)).toMatchObject({ counted: ["a", "c"], leftOut: { conflicting: 1, repeated: 0 } });
    expect(total(claims, [], { b: 2 })).toMatchObject({ counted: ["b"], leftOut: { conflicting: 2, repeated: 0 } });
  });
});

describe("a sum", () => {
  test.each<[Bound[], Bound]>([
    [[], "EXACT"],
    [["EXACT"], "EXACT"],
    [["EXACT", "AT_LEAST"], "AT_LEAST"],
    [["AT_MOST", "EXACT"], "AT_MOST"],
    [["AT_LEAST", "AT_MOST"], "ABOUT"],
    [["ABOUT", "AT_LEAST"], "ABOUT"],
    [["ABOUT", "EXACT"], "ABOUT"],
  ])("of %j is %s", (bounds, expected) => {
    expect(boundOfSum(new Set(bounds))).toBe(expected);
  });

  test("loses nothing of small amounts beside great ones", () => {
    const amounts = [1e16, 0.1, 1, -1e16, 0.2];
    const { quantity } = total(amounts.map((amount, index) => claim(`${index}`, amount, { subject: `s${index}` })));
    expect(quantity!.sum).toBeCloseTo(1.3, 12);
  });

  test("of claims without amounts is none", () => {
    expect(total([claim("a", 1, { quantity: null }), claim("b", 1, { quantity: null })])).toEqual({
      ...{ counted: ["a", "b"], conflicted: 0, leftOut: { conflicting: 0, repeated: 0 }, quantity: null },
    });
  });
});

describe("units", () => {
  test.each([
    ["MW", "GW", 1500, 1.5],
    ["MW", "kW", 1.5, 1500],
    ["MW", "W", 100, 1e8],
    ["kWh", "MWh", 500, 0.5],
    ["km", "m", 2, 2000],
    ["MW", "MW", 0.3, 0.3],
  ])("%s become %s by a factor", (from, to, amount, expected) => {
    expect(conversion(from, to)!(amount)).toBe(expected);
  });

  test.each([
    ["MW", "MWh"],
    ["MW", "nothing"],
    ["C", "K"],
    ["toString", "toString"],
  ])("%s and %s do not", (from, to) => {
    expect(conversion(from, to)).toBeNull();
  });

  test("have codes that are symbols of measures, but not of temperature", () => {
    for (const code of ["MW", "GW", "kg", "ha", "GB"]) expect(isUnitCode(code), code).toBe(true);
    for (const code of ["", "USD", "chip", "C", "K", "__proto__"]) expect(isUnitCode(code), code).toBe(false);
  });
});
