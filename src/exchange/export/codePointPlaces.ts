import type { CitationRow } from "../../cypher/rows.js";

/** Where a quote stands in its source's text, in Unicode code points: start, and end beyond it. */
export interface CodePointPlace {
  readonly start: number;
  readonly end: number;
}

/** Where a citation's quote stands, in code points; null where that is not known. */
export type CodePointPlaces = (citation: CitationRow) => Promise<CodePointPlace | null>;

/** A version of a source's text. */
export interface StoredText {
  readonly content: string;
  readonly sha256: string;
}

/**
 * Places in code points, as the Web Annotation model counts them, of citations whose places are in UTF-16 code units. A text is read when its first
 * citation comes; kept is only where its characters beyond U+FFFF stand, which are two units and one code point each.
 * `versionsOf` answers all versions of the text of a source. A place in a text that is not stored has no answer.
 */
export function codePointPlaces(versionsOf: (source: string) => Promise<readonly StoredText[]>): CodePointPlaces {
  /** By source, then by the text's hash: the second code unit of each wide character, in order. */
  const known = new Map<string, Promise<ReadonlyMap<string, readonly number[]>>>();
  const read = async (source: string) => {
    const versions = await versionsOf(source);
    return new Map(versions.map(({ sha256, content }) => [sha256, wideCharacters(content)]));
  };
  return async ({ source, start, end, textHash }) => {
    if (start === null || end === null || textHash === null) return null;
    if (!known.has(source)) known.set(source, read(source));
    const wide = (await known.get(source)!).get(textHash);
    return wide ? { start: start - countBefore(wide, start), end: end - countBefore(wide, end) } : null;
  };
}

function wideCharacters(content: string): readonly number[] {
  return Array.from(content.matchAll(/[\u{10000}-\u{10FFFF}]/gu), ({ index }) => index + 1);
}

/** How many of some ascending numbers are smaller. */
function countBefore(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
