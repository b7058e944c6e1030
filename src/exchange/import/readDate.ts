import { parsePartialDate } from "../../claims/partialDate.js";

/** A cell's date as ISO 8601, or what is wrong with it. */
export type ReadDate = { readonly date: string } | { readonly code: string; readonly message: string };

/** Whether a form of dates says where the year stands, and a month where it says a day: `m/d/yyyy`, `yyyy-mm`, `dd.mm.yyyy`, `yyyy`. */
export function isDateForm(form: string): boolean {
  const parts = form.match(PART) ?? [];
  const has = (letter: string) => parts.filter((part) => part.startsWith(letter)).length;
  return has("y") === 1 && has("m") <= 1 && has("d") <= has("m") && !/[a-z]/iu.test(form.replace(PART, ""));
}

/** Reads a date that is written in one of some forms; a cell that two of them read as two dates is refused. */
export function readDate(cell: string, forms: readonly string[]): ReadDate {
  const read = new Set(forms.flatMap((form) => inForm(cell, form) ?? []));
  const [date] = read;
  if (date === undefined) {
    const message = `${JSON.stringify(cell)} is no date of the form ${forms.join(" or ")}`;
    return { code: "NOT_A_DATE", message };
  }
  if (read.size === 1) return { date };
  return { code: "AMBIGUOUS_DATE", message: `${JSON.stringify(cell)} may be ${[...read].join(" or ")}` };
}

function inForm(cell: string, form: string): string | null {
  const { pattern, order } = patternOf(form);
  const match = pattern.exec(cell);
  if (!match) return null;
  const part = (letter: string) => match[order.indexOf(letter) + 1];
  const [year, month, day] = [part("y"), part("m"), part("d")].map((digits, index) =>
    order.includes("ymd"[index]!) ? digits! : null,
  );
  const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")]
    .filter((given) => given !== null && given !== undefined)
    .join("-");
  return parsePartialDate(date) && date;
}

const PART = /yyyy|mm?|dd?/gu;
const patterns = new Map<string, { readonly pattern: RegExp; readonly order: readonly string[] }>();

function patternOf(form: string) {
  const known = patterns.get(form);
  if (known) return known;
  const order: string[] = [];
  const text = form.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(PART, (part) => {
    order.push(part[0]!);
    return part === "yyyy" ? "(\\d{4})" : part.length === 2 ? "(\\d{2})" : "(\\d{1,2})";
  });
  const made = { pattern: new RegExp(`^${text}$`, "u"), order };
  patterns.set(form, made);
  return made;
}
