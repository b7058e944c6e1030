import { loosen, type LooseText } from "./looseText.js";
import { anchorAt, occurrencesOf, type QuoteAnchor } from "./quoteAnchor.js";
import { reanchorQuote, type QuotePlace } from "./reanchorQuote.js";
import { placedWords, type PlacedWord } from "./searchWords.js";
import type { Span } from "./snippet.js";

/** What has become of a quote in another copy of its source's text. */
export type Found =
  /** It stands where it stood, or for one that had no place, somewhere. */
  | { readonly outcome: "STANDS"; readonly place: QuoteAnchor }
  /** It stands elsewhere, to the letter. */
  | { readonly outcome: "MOVED"; readonly place: QuoteAnchor }
  /** It stands with other white space or typography: see {@link loosen}. */
  | { readonly outcome: "STANDS_FOLDED"; readonly place: QuoteAnchor }
  /** Its words no longer stand there; the passage that has most of them, where one has half or more. */
  | { readonly outcome: "GONE"; readonly nearest: Passage | null };

/** A part of a text that may be what has become of a quote; `likeness` is the share of the quote's words that stand in it, up to 1. */
export interface Passage extends Span {
  readonly likeness: number;
}

/** The starts of places that other citations of the same words have been given already. */
export type Taken = ReadonlySet<number>;

/** A copy of a source's text, in which its quotes are sought. What only some quotes need of it is made when the first of them does. */
export class CopiedText {
  #loose: LooseText | null = null;
  #words: readonly PlacedWord[] | null = null;
  /** Of each word, which of the words it is, in their order. */
  readonly #indexes = new Map<string, number[]>();

  constructor(readonly text: string) {}

  /** Finds a quote again: to the letter, else loosely, else what is nearest to it. `taken` are places at which it is not. */
  find(quote: QuotePlace, taken: Taken = new Set()): Found {
    const exact = reanchorQuote(this.text, quote, taken);
    if (exact)
      return { outcome: quote.start === null || quote.start === exact.start ? "STANDS" : "MOVED", place: exact };
    const loose = this.#findLoosely(quote, taken);
    if (loose) return { outcome: "STANDS_FOLDED", place: loose };
    return { outcome: "GONE", nearest: this.#nearest(quote.quote) };
  }

  /** Of several places the one nearest to where it stood. */
  #findLoosely({ quote, start }: QuotePlace, taken: Taken): QuoteAnchor | null {
    this.#loose ??= loosen(this.text);
    const { text, starts } = this.#loose;
    const sought = loosen(quote).text.trim();
    const places = occurrencesOf(text, sought)
      .map((at) => ({ start: starts[at]!, end: starts[at + sought.length]! }))
      .filter((place) => !taken.has(place.start))
      .sort((a, b) => Math.abs(a.start - (start ?? 0)) - Math.abs(b.start - (start ?? 0)));
    const [place] = places;
    return place ? anchorAt(this.text, this.text.slice(place.start, place.end).trimEnd(), place.start) : null;
  }

  /**
   * Slides over the text's words a window as long as the quote and a half, and takes the part of it, from the first to the last of the quote's
   * words, that has the most of them; of two, the shorter. What stands in the place of words that the quote has before and after these is added.
   */
  #nearest(quote: string): Passage | null {
    const words = this.#placedWords();
    const missing = new Map<string, number>();
    const sought = placedWords(quote).map(({ word }) => word);
    for (const word of sought) missing.set(word, (missing.get(word) ?? 0) + 1);
    const wanted = sought.length;
    const hits = [...missing.keys()].flatMap((word) => this.#indexes.get(word) ?? []).sort((a, b) => a - b);
    const length = Math.ceil(wanted * 1.5);
    let best = { found: 0, length: Infinity, first: 0, last: 0 };
    let found = 0;
    let from = 0;
    for (const [to, last] of hits.entries()) {
      found += take(missing, words[last]!.word);
      while (last - hits[from]! >= length || (from < to && missing.get(words[hits[from]!]!.word)! < 0)) {
        found -= giveBack(missing, words[hits[from++]!]!.word);
      }
      const first = hits[from]!;
      const shorter = found === best.found && last - first < best.length;
      if (found > best.found || shorter) best = { found, length: last - first, first, last };
    }
    if (best.found === 0 || best.found / wanted < LEAST_LIKENESS) return null;
    const first = Math.max(0, best.first - sought.indexOf(words[best.first]!.word));
    const after = wanted - 1 - sought.lastIndexOf(words[best.last]!.word);
    const last = Math.min(words.length - 1, best.last + after);
    return { start: words[first]!.start, end: words[last]!.end, likeness: best.found / wanted };
  }

  #placedWords(): readonly PlacedWord[] {
    if (this.#words) return this.#words;
    this.#words = placedWords(this.text);
    for (const [index, { word }] of this.#words.entries()) {
      const indexes = this.#indexes.get(word);
      if (indexes) indexes.push(index);
      else this.#indexes.set(word, [index]);
    }
    return this.#words;
  }
}

const LEAST_LIKENESS = 0.5;

/** One of the words is in the window; whether the quote still wanted it. */
function take(missing: Map<string, number>, word: string): number {
  const left = missing.get(word)!;
  missing.set(word, left - 1);
  return left > 0 ? 1 : 0;
}

/** As {@link take}, when it leaves the window. */
function giveBack(missing: Map<string, number>, word: string): number {
  const left = missing.get(word)!;
  missing.set(word, left + 1);
  return left >= 0 ? 1 : 0;
}
