import type { Bound } from "../../claims/claim.js";

/** A cell's amount and the bound that its sign says, or what is wrong with it. */
export type ReadAmount =
  { readonly amount: number; readonly bound: Bound | null } | { readonly code: string; readonly message: string };

/**
 * Reads a number as tables have it: `50000`, `50,000`, `0.3`, `9.90E+22`, `-5`; with a sign before it that says how it is meant: `~500`, `>1000`, `≤ 3`.
 * `factor` brings it to the unit in which it is kept. What is past 2^53 then is refused, for it would not be held exactly.
 */
export function readAmount(cell: string, factor: number): ReadAmount {
  const [, sign = "", digits, exponent = "0"] = FORM.exec(cell) ?? [];
  if (digits === undefined) {
    return { code: "NOT_A_NUMBER", message: `${JSON.stringify(cell)} is no number such as 50000, 50,000 or 9.90E+22` };
  }
  const amount = scaled(digits.replaceAll(",", ""), Number(exponent), factor);
  if (!(Math.abs(amount) <= Number.MAX_SAFE_INTEGER)) {
    const message = `${cell} is past 2^53 and would not be held exactly; give the amount a larger unit and a \`factor\``;
    return { code: "AMOUNT_TOO_LARGE", message };
  }
  return { amount, bound: SIGNS[sign] ?? null };
}

/** A power of ten moves the decimal point only, so that no digit is lost: 9.90E+22 × 1e-15 is 99000000. */
function scaled(digits: string, exponent: number, factor: number): number {
  const power = Math.round(Math.log10(factor));
  if (Number(`1e${power}`) === factor) return Number(`${digits}e${exponent + power}`);
  return Number(`${digits}e${exponent}`) * factor;
}

const FORM = /^(~|≈|>=|≥|>|<=|≤|<)?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)(?:[eE]([+-]?\d{1,3}))?$/u;

const SIGNS: Readonly<Record<string, Bound>> = {
  ...{ "~": "ABOUT", "≈": "ABOUT" },
  ...{ ">=": "AT_LEAST", "≥": "AT_LEAST", ">": "AT_LEAST" },
  ...{ "<=": "AT_MOST", "≤": "AT_MOST", "<": "AT_MOST" },
};
