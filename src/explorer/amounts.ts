import { figure, type Language } from "./words.js";

/** The units of the ontology, as readers call them. */
export type Units = readonly { readonly name: string; readonly label: string }[];

/** An amount, large ones in words where that leaves nothing out: `29,000`, `10 billion`, `10,000,000,001`. */
export function amountPhrase(language: Language, amount: number): string {
  return isRound(amount) ? inWords(language).format(amount) : figure(language, amount);
}

/** From the least to the greatest, with the unit: `29,000–50,000 chips`, `10–20 billion US dollars`. */
export function spreadPhrase(
  language: Language,
  { min, max, unit }: { readonly min: number; readonly max: number; readonly unit: string },
  units: Units,
): string {
  const range =
    isRound(min) && isRound(max)
      ? inWords(language).formatRange(min, max)
      : `${figure(language, min)}–${figure(language, max)}`;
  return `${range} ${unitLabel(unit, units)}`;
}

export function unitLabel(unit: string, units: Units): string {
  return units.find(({ name }) => name === unit)?.label ?? unit;
}

/** A million or more, and no more precise than three digits behind the point of its scale. */
function isRound(amount: number): boolean {
  if (amount < 1e6) return false;
  return amount % 10 ** (3 * Math.floor(Math.log10(amount) / 3) - 3) === 0;
}

function inWords(language: Language): Intl.NumberFormat {
  const options = { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(language === "ar" ? "ar-u-nu-latn" : "en", options);
}
