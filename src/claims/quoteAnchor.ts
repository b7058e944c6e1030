/**
 * Where a quote stands in its source's text, as the W3C Web Annotation model has it: a position (TextPositionSelector, offsets in UTF-16 code units)
 * and the text around it (TextQuoteSelector), by which the quote can be found again when the text has moved.
 * Quotes are verbatim: nothing is folded or trimmed, so that whoever reads `text.slice(start, end)` reads the quote.
 */
export interface QuoteAnchor {
  readonly start: number;
  readonly end: number;
  /** Up to 32 code units just before the quote; never half a surrogate pair. */
  readonly prefix: string;
  /** Up to 32 code units just after the quote. */
  readonly suffix: string;
}

/** Why a quote has no anchor; `message` is a sentence for whoever wrote the quote. */
export type QuoteFault =
  | { readonly fault: "NOT_FOUND"; readonly message: string; readonly near: NearMiss | null }
  | { readonly fault: "AMBIGUOUS"; readonly message: string; readonly occurrences: number }
  | { readonly fault: "NO_SUCH_OCCURRENCE"; readonly message: string; readonly occurrences: number };

/** How far a quote that is not in the text agrees with it. */
export interface NearMiss {
  /** The longest beginning of the quote that does stand in the text. */
  readonly matched: string;
  /** Where in the text it stands first. */
  readonly start: number;
  /** How the text goes on there, and how the quote does. */
  readonly textContinues: string;
  readonly quoteContinues: string;
}

const CONTEXT = 32;
/** How much of a quote, in code units, is sought in a text that does not have it. */
const MAX_NEAR = 400;
const HINT = 24;

/**
 * Finds a quote in a text. A quote that stands there more than once needs `occurrence`: 1 for the first.
 * Tell an anchor from a fault by `"fault" in result`.
 */
export function anchorQuote(text: string, quote: string, occurrence?: number): QuoteAnchor | QuoteFault {
  const starts = occurrencesOf(text, quote);
  if (starts.length === 0) return notFound(text, quote);
  const occurrences = starts.length;
  if (occurrence === undefined && occurrences > 1) {
    const message = `The quote stands ${occurrences} times in the text; \`occurrence\` must say which, from 1 to ${occurrences}.`;
    return { fault: "AMBIGUOUS", message, occurrences };
  }
  const start = starts[(occurrence ?? 1) - 1];
  if (start === undefined) {
    const times = occurrences === 1 ? "once" : `${occurrences} times`;
    const message = `The quote stands ${times} in the text; there is no occurrence ${occurrence}.`;
    return { fault: "NO_SUCH_OCCURRENCE", message, occurrences };
  }
  return anchorAt(text, quote, start);
}

/** Whether the text has the quote at just this position. */
export function verifyQuote(text: string, quote: string, start: number, end: number): boolean {
  return quote !== "" && start >= 0 && end - start === quote.length && text.startsWith(quote, start);
}

/** Where a quote stands whose place in the text is known. */
export function anchorAt(text: string, quote: string, start: number): QuoteAnchor {
  const end = start + quote.length;
  return { start, end, prefix: before(text, start, CONTEXT), suffix: after(text, end, CONTEXT) };
}

/** Every place where the quote stands; places may overlap. */
export function occurrencesOf(text: string, quote: string): number[] {
  const starts: number[] = [];
  if (quote === "") return starts;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) starts.push(at);
  return starts;
}

function notFound(text: string, quote: string): QuoteFault {
  if (quote.trim() === "") return { fault: "NOT_FOUND", message: "The quote is empty.", near: null };
  const near = nearMiss(text, quote);
  if (!near) return { fault: "NOT_FOUND", message: "The quote is not in the text, nor is its first character.", near };
  const { matched, start, textContinues, quoteContinues } = near;
  const shown = matched.length > HINT ? `…${before(matched, matched.length, HINT)}` : matched;
  const inText = textContinues === "" ? "ends there" : `goes on "${textContinues}" (${codePoint(textContinues)})`;
  const message =
    `The quote is not in the text. Its first ${matched.length} characters ("${shown}") stand at ${start}, ` +
    `but then the text ${inText} where the quote has "${quoteContinues}" (${codePoint(quoteContinues)}).`;
  return { fault: "NOT_FOUND", message, near };
}

/** By bisection: where a beginning of the quote is in the text, every shorter one is. */
function nearMiss(text: string, whole: string): NearMiss | null {
  const quote = after(whole, 0, MAX_NEAR);
  let found = 0;
  let missing = quote.length + (quote === whole ? 0 : 1); // a whole quote is known not to be there
  while (missing - found > 1) {
    const middle = (found + missing) >> 1;
    if (text.includes(quote.slice(0, middle))) found = middle;
    else missing = middle;
  }
  const start = found === 0 ? -1 : text.indexOf(quote.slice(0, found));
  while (start >= 0 && found < whole.length && text[start + found] === whole[found]) found++;
  const matched = before(whole, found, found);
  if (matched === "") return null;
  const from = start + matched.length;
  return {
    matched,
    start,
    textContinues: after(text, from, HINT),
    quoteContinues: after(whole, matched.length, HINT),
  };
}

/** Up to `length` code units that end at `end`; whole characters only. */
function before(text: string, end: number, length: number): string {
  let start = Math.max(0, end - length);
  if (splitsPair(text, start)) start++;
  return text.slice(start, splitsPair(text, end) ? end - 1 : end);
}

/** Up to `length` code units that begin at `start`; whole characters only. */
function after(text: string, start: number, length: number): string {
  const end = Math.min(text.length, start + length);
  return text.slice(start, splitsPair(text, end) ? end - 1 : end);
}

/** Whether a cut at this offset would part the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  const left = text.charCodeAt(offset - 1);
  const right = text.charCodeAt(offset);
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
