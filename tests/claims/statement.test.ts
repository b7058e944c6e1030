import { describe, expect, test } from "vitest";
import type { ClaimContent, Quantity } from "../../src/claims/claim.js";
import { claimStatement, quantityPhrase } from "../../src/claims/statement.js";
import { chips, content, nameOf, testOntology } from "./testOntology.js";

function say(change: Partial<ClaimContent>, lang = "en"): string {
  return claimStatement(content(change), { ontology: testOntology, nameOf, lang });
}

const noObject = { object: null };

describe("claimStatement", () => {
  test.each<[Partial<ClaimContent>, string, string]>([
    [{ quantity: chips(50_000) }, "Cortex uses 50,000 × H100", "Cortex يستخدم 50,000 × H100"],
    [{}, "Cortex uses H100", "Cortex يستخدم H100"],
    [{ quantity: chips(85_000, "ABOUT") }, "Cortex uses about 85,000 × H100", "Cortex يستخدم نحو 85,000 × H100"],
    [
      { subject: "giga-texas", quantity: chips(50_000), modality: "PLANNED", validFrom: "2024-10" },
      "The Giga Texas cluster uses 50,000 × H100 (planned, by 2024-10)",
      "مجموعة Giga Texas يستخدم 50,000 × H100 (مخطط له، بحلول 2024-10)",
    ],
    [
      { subject: "giga-texas", modality: "PLANNED", validTo: "2024-10" },
      "The Giga Texas cluster uses H100 (planned, until 2024-10)",
      "مجموعة Giga Texas يستخدم H100 (مخطط له، حتى 2024-10)",
    ],
    [
      { predicate: "OWNS", object: "giga-texas" },
      "Cortex owns the Giga Texas cluster",
      "Cortex يملك مجموعة Giga Texas",
    ],
    [
      {
        predicate: "COST",
        ...noObject,
        quantity: { amount: 2e9, unit: "USD", bound: "AT_LEAST" },
        modality: "ESTIMATED",
      },
      "Cortex cost at least $2 billion (estimated)",
      "كلفة Cortex ما لا يقل عن 2 مليار دولار (تقدير)",
    ],
    [
      { predicate: "MOTTO", ...noObject, text: { en: "the [most] {powerful}", ar: "الأقوى" }, modality: "OPINION" },
      "Cortex is called “the [most] {powerful}” (opinion)",
      "يسمى Cortex «الأقوى» (رأي)",
    ],
    [
      { predicate: "STARTED_ON", ...noObject, date: "2024-09" },
      "Cortex started on 2024-09",
      "Cortex started on 2024-09",
    ],
    [{ predicate: "STARTED_ON", ...noObject }, "Cortex started", "Cortex started"],
    [{ predicate: "FORGOTTEN", quantity: chips(5) }, "Cortex – 5 H100", "Cortex – 5 H100"],
  ])("%j", (change, english, arabic) => {
    expect(say(change)).toBe(english);
    expect(say(change, "ar")).toBe(arabic);
  });

  test.each<[string | null, string | null, string, string]>([
    ["2024-10", "2024-10", "in 2024-10", "في 2024-10"],
    ["2024-10-29", "2024-10-29", "on 2024-10-29", "في 2024-10-29"],
    ["2024-07", "2024-09", "2024-07 to 2024-09", "من 2024-07 إلى 2024-09"],
    ["2024-09", null, "from 2024-09", "اعتبارًا من 2024-09"],
    [null, "2024-12", "until 2024-12", "حتى 2024-12"],
  ])("from %s to %s reads %s", (validFrom, validTo, english, arabic) => {
    expect(say({ validFrom, validTo })).toBe(`Cortex uses H100 (${english})`);
    expect(say({ validFrom, validTo }, "ar")).toBe(`Cortex يستخدم H100 (${arabic})`);
  });

  test("reads in the default language where the template or the words are not in the one asked for", () => {
    expect(say({ quantity: chips(1_000, "AT_MOST") }, "tlh")).toBe("Cortex uses at most 1,000 × H100");
  });

  test("takes a regional form of a language for the language", () => {
    expect(say({ quantity: chips(85_000, "ABOUT") }, "ar-EG")).toContain("نحو 85,000");
  });

  test("has no invisible marks", () => {
    expect(say({ quantity: { amount: -5, unit: "MW", bound: "ABOUT" } }, "ar")).not.toMatch(/\p{Cf}/u);
  });
});

describe("quantityPhrase", () => {
  test.each<[Quantity, string, string]>([
    [{ amount: 1e10, unit: "USD", bound: "ABOUT" }, "about $10 billion", "نحو 10 مليارات دولار"],
    [{ amount: 6.6e9, unit: "USD", bound: "EXACT" }, "$6.6 billion", "6.6 مليار دولار"],
    [{ amount: 1.57e11, unit: "USD", bound: "EXACT" }, "$157 billion", "157 مليار دولار"],
    [{ amount: 1.5e12, unit: "USD", bound: "AT_MOST" }, "at most $1.5 trillion", "ما لا يزيد على 1.5 تريليون دولار"],
    [{ amount: 3e6, unit: "USD", bound: "EXACT" }, "$3 million", "3 ملايين دولار"],
    [{ amount: 1_234_567, unit: "USD", bound: "EXACT" }, "$1,234,567", "1,234,567 دولار"],
    [{ amount: 999_999, unit: "chip", bound: "EXACT" }, "999,999", "999,999"],
    [{ amount: 0, unit: "chip", bound: "EXACT" }, "0", "0"],
    [{ amount: 0.125, unit: "MW", bound: "EXACT" }, "0.125 MW", "0.125 MW"],
    [{ amount: 7, unit: "unheard of", bound: "EXACT" }, "7", "7"],
  ])("%j", (quantity, english, arabic) => {
    expect(quantityPhrase(quantity, { ontology: testOntology, lang: "en" })).toBe(english);
    expect(quantityPhrase(quantity, { ontology: testOntology, lang: "ar" })).toBe(arabic);
  });
});
