import { foldLetters, foldName } from "./foldName.js";

/**
 * Words as the search knows them: those of the folded text that hold a letter or a digit. Of a very long one only the beginning counts, for a
 * database's index takes no longer key.
 */

/** A word of a text, folded, and where it stands in the text as it is written, in UTF-16 code units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, each once, in the order in which they are first met. */
export function searchWords(text: string): string[] {
  const words = foldName(text).split(" ");
  return [...new Set(words.filter((word) => LETTER.test(word)).map(beginning))];
}

/**
 * Every word of a text with its place. Folding makes letters of one and none of others, so the text is folded letter by letter with a note of
 * where each came from; diacritics and tatweel at a word's end belong to it.
 */
export function placedWords(text: string): PlacedWord[] {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const next = at + letter.length;
    const made = foldLetters(letter);
    for (let unit = 0; unit < made.length; unit++) {
      starts.push(at);
      ends.push(next);
    }
    if (made === "" && ends.at(-1) === at && SILENT.test(letter)) ends[ends.length - 1] = next;
    folded += made;
    at = next;
  }
  return [...folded.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!LETTER.test(word)) return [];
    const last = index + word.length - 1;
    return [{ word: beginning(word.normalize("NFC")), start: starts[index]!, end: ends[last]! }];
  });
}

/** A maximal run of what {@link foldName} keeps; `+` and `#` stand at the end of a word only. */
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}+#]*/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** What is written with the letter before it, and drops out. */
const SILENT = /^[\p{M}\u0640]$/u;

/** How many letters of a word count. */
const LONGEST_WORD = 64;

function beginning(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join("");
}

/**
 * What a word is looked up by, beside itself: `begin`, its first two letters, where it is sought by its beginning; and `head` and `tail`, its first
 * and its last half (at most four letters), one of which a mistake of one letter leaves as it is.
 */
export interface WordKeys {
  readonly begin: string;
  readonly head: string;
  readonly tail: string;
  /** How many letters it has. */
  readonly letters: number;
}

export function wordKeys(word: string): WordKeys {
  const letters = [...word];
  const half = halfOf(letters.length);
  return {
    begin: letters.slice(0, BEGINNING).join(""),
    head: letters.slice(0, half).join(""),
    tail: letters.slice(-half).join(""),
    letters: letters.length,
  };
}

/** How many letters a beginning has at least. */
export const BEGINNING = 2;

/** Words with fewer letters are near too many others to be taken for them. */
const LEAST_WITH_MISTAKE = 4;

/** Heads and tails of the words that differ from one by a mistake, with how many letters such words have. */
export interface MistakeKeys {
  readonly heads: readonly { readonly head: string; readonly letters: number }[];
  readonly tails: readonly { readonly tail: string; readonly letters: number }[];
}

/** Whether a word may be a mistaken form of another: it has four letters or more, and no digit, for another number is not a mistake. */
export function mayBeMistaken(word: string): boolean {
  return !/\p{N}/u.test(word) && [...word].length >= LEAST_WITH_MISTAKE;
}

/**
 * By which keys every word that {@link isOneMistake} finds near is found. A mistake before the middle leaves the tail, one behind it the head;
 * only where the two letters around the middle are exchanged both are others.
 */
export function mistakeKeys(word: string): MistakeKeys {
  const letters = [...word];
  const heads: { head: string; letters: number }[] = [];
  const tails: { tail: string; letters: number }[] = [];
  for (const length of [letters.length - 1, letters.length, letters.length + 1]) {
    const half = halfOf(length);
    heads.push({ head: letters.slice(0, half).join(""), letters: length });
    tails.push({ tail: letters.slice(-half).join(""), letters: length });
    if (length === letters.length && letters.length === 2 * half) {
      heads.push({ head: [...letters.slice(0, half - 1), letters[half]].join(""), letters: length });
    }
  }
  return { heads, tails };
}

function halfOf(length: number): number {
  return Math.min(4, Math.max(2, Math.floor(length / 2)));
}

/** Whether two words differ by one letter that is missing, added or another, or by two neighbours in the other order. */
export function isOneMistake(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  let [endA, endB] = [a.length, b.length];
  while (endA > same && endB > same && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [restA, restB] = [endA - same, endB - same];
  if (restA <= 1 && restB <= 1) return restA + restB > 0;
  return restA === 2 && restB === 2 && a[same] === b[same + 1] && a[same + 1] === b[same];
}
