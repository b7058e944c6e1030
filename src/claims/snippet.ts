import type { Meanings } from "./searchQuery.js";
import { placedWords, type PlacedWord } from "./searchWords.js";

/** A part of a text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text, or the parts of it around the words that were found, and where these stand in it. */
export interface Snippet {
  readonly text: string;
  readonly matched: readonly Span[];
}

/** What stands for parts that are left out. */
const GAP = "…";

/** How much of a text is shown on either side of a word, and up to which length all of it is. */
const AROUND = 80;
const WHOLE = 240;

/**
 * The words that were found with those around them. It is the text as written, without any mark-up, cut between words only; parts that are left
 * out are told by `…`. The words found are told by their places, whole words each.
 */
export function snippetOf(text: string, sought: readonly Meanings[]): Snippet {
  const words = placedWords(text);
  const found = words.filter(({ word }) => sought.some((meanings) => meanings.has(word)));
  const parts = text.length <= WHOLE ? [{ start: 0, end: text.length }] : partsAround(text, words, found, sought);
  let shown = "";
  const matched: Span[] = [];
  for (const { start, end } of parts) {
    if (start > 0) shown += shown === "" ? GAP : ` ${GAP} `;
    const offset = shown.length - start;
    for (const word of found) {
      if (word.start >= start && word.end <= end) matched.push({ start: word.start + offset, end: word.end + offset });
    }
    shown += text.slice(start, end);
  }
  return { text: (parts.at(-1)?.end ?? 0) < text.length ? `${shown}${GAP}` : shown, matched };
}

/** A part around the place where each sought word is met best, in the order of the text; those that touch are one. */
function partsAround(
  text: string,
  words: readonly PlacedWord[],
  found: readonly PlacedWord[],
  sought: readonly Meanings[],
): Span[] {
  const chosen = sought.flatMap((meanings) => {
    const [best] = found
      .filter(({ word }) => meanings.has(word))
      .sort((a, b) => meanings.get(a.word)! - meanings.get(b.word)! || a.start - b.start);
    return best ? [best] : [];
  });
  const parts: { start: number; end: number }[] = [];
  for (const { start, end } of chosen.sort((a, b) => a.start - b.start)) {
    const part = {
      start: start <= AROUND ? 0 : words.find((word) => word.start >= start - AROUND)!.start,
      end: end >= text.length - AROUND ? text.length : words.findLast((word) => word.end <= end + AROUND)!.end,
    };
    const before = parts.at(-1);
    if (before && part.start <= before.end + 1) before.end = Math.max(before.end, part.end);
    else parts.push(part);
  }
  return parts;
}
