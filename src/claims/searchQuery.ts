import { BEGINNING, isOneMistake, mayBeMistaken, placedWords, searchWords } from "./searchWords.js";

/** A word that is sought. */
export interface SoughtWord {
  readonly word: string;
  /** Whether it is met by words that only begin with it, as the last one is, which may not be typed to its end. */
  readonly asBeginning: boolean;
  /** Whether it is met by words that differ by a mistake. */
  readonly withMistake: boolean;
}

/** The words of a text that is sought, each once, in their order. */
export function soughtWords(text: string): SoughtWord[] {
  const last = placedWords(text).at(-1)?.word;
  return searchWords(text).map((word) => ({
    word,
    asBeginning: word === last && [...word].length >= BEGINNING,
    withMistake: mayBeMistaken(word),
  }));
}

/** How well a word meets the one that is sought: as it is, as one that begins so, or with a mistake. The less, the better. */
export type Quality = 0 | 1 | 2;

/** Which words meet a sought one, and how well. */
export type Meanings = ReadonlyMap<string, Quality>;

/** How many words a sought one may stand for, of each sort. */
export interface MeaningLimits {
  readonly beginnings: number;
  readonly mistakes: number;
}

/**
 * Those of some words that meet a sought one, and the sought one itself: the shortest of those that begin so, the first of those with a mistake.
 * `complete` tells whether these are all.
 */
export function meaningsOf(
  sought: SoughtWord,
  words: Iterable<string>,
  limits: MeaningLimits,
): { readonly meanings: Meanings; readonly complete: boolean } {
  const [beginnings, mistaken] = [new Set<string>(), new Set<string>()];
  for (const word of words) {
    if (word === sought.word) continue;
    if (sought.asBeginning && word.startsWith(sought.word)) beginnings.add(word);
    else if (sought.withMistake && !/\p{N}/u.test(word) && isOneMistake(sought.word, word)) mistaken.add(word);
  }
  const meanings = new Map<string, Quality>([[sought.word, 0]]);
  const shortestFirst = [...beginnings].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const word of shortestFirst.slice(0, limits.beginnings)) meanings.set(word, 1);
  for (const word of [...mistaken].sort().slice(0, limits.mistakes)) meanings.set(word, 2);
  const complete = beginnings.size <= limits.beginnings && mistaken.size <= limits.mistakes;
  return { meanings, complete };
}

/** That each sought word is met only as it is. */
export function exactly(words: readonly SoughtWord[]): readonly Meanings[] {
  return words.map(({ word }) => new Map([[word, 0]]));
}

/** How well a text's words meet all sought ones: as the one that is met worst. Null where one is not met. */
export function qualityOf(words: readonly string[], sought: readonly Meanings[]): Quality | null {
  let worst: Quality = 0;
  for (const meanings of sought) {
    let best: Quality | undefined;
    for (const word of words) {
      const quality = meanings.get(word);
      if (quality !== undefined && (best === undefined || quality < best)) best = quality;
      if (best === 0) break;
    }
    if (best === undefined) return null;
    if (best > worst) worst = best;
  }
  return worst;
}

/** Where words were found. */
export type SearchPlace = "NAME" | "ALIAS" | "QUOTE";

/** A place in the order of what is found: the less, the better. Equal ranks are ordered by `name`, then by `id`. */
export interface Ranked {
  readonly rank: number;
  /** What entities are ordered by; empty for claims. */
  readonly name: string;
  readonly id: string;
}

/**
 * The rank of what was found: first what is called just so; then words as they are before words that begin so before words with a mistake, and
 * within each names before aliases before quotes.
 */
export function rankOf(place: SearchPlace, quality: Quality, isWhole: boolean): number {
  const [placeRank, places] = [PLACES.indexOf(place), PLACES.length];
  return isWhole ? placeRank : places + quality * places + placeRank;
}

const PLACES: readonly SearchPlace[] = ["NAME", "ALIAS", "QUOTE"];

/** The rank as clients see it, from 1 downwards to above 0. */
export function scoreOf(rank: number): number {
  return (100 - 8 * rank) / 100;
}

export function compareRanked(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
