/** A stretch of a text from which quotes were taken, in UTF-16 code units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** A run of a text all of which stands in the same passages. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  /** Which passages it stands in, by their places in the list; none where nothing is quoted. */
  readonly passages: readonly number[];
  /** Which of them begin with it. */
  readonly begins: readonly number[];
}

/** A line of a text with the line breaks after it. */
export interface Paragraph {
  readonly start: number;
  readonly pieces: readonly Piece[];
  /** The passages that begin in it, in order. */
  readonly begins: readonly number[];
}

/**
 * Splits a text into paragraphs and these into pieces, at both ends of every passage, so that passages may overlap as they like. All pieces one after another are the text,
 * letter for letter. Passages are in the order in which they begin.
 */
export function paragraphsOf(content: string, passages: readonly Passage[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let next = 0;
  let open: number[] = [];
  for (const { index: start, 0: text } of content.matchAll(/[^\r\n]+[\r\n]*|[\r\n]+/gu)) {
    const end = start + text.length;
    const cuts = new Set([start, end]);
    const first = next;
    while (next < passages.length && passages[next]!.start < end) next++;
    const here = [...open, ...range(first, next)];
    for (const index of here) {
      const passage = passages[index]!;
      if (passage.start > start) cuts.add(passage.start);
      if (passage.end < end) cuts.add(passage.end);
    }
    const places = [...cuts].sort((a, b) => a - b);
    const pieces = places.slice(0, -1).map((place, number): Piece => {
      const within = here.filter((index) => passages[index]!.start <= place && passages[index]!.end > place);
      return {
        start: place,
        text: content.slice(place, places[number + 1]),
        passages: within,
        begins: within.filter((index) => passages[index]!.start === place),
      };
    });
    paragraphs.push({ start, pieces, begins: range(first, next) });
    open = here.filter((index) => passages[index]!.end > end);
  }
  return paragraphs;
}

/** A passage, by its place in the list, with those within it. */
export interface Nested {
  readonly index: number;
  readonly within: readonly Nested[];
}

/** Puts passages that lie within others under these. They are in the order in which they begin, the longer first. */
export function nested(indexes: readonly number[], passages: readonly Passage[]): Nested[] {
  const top: Nested[] = [];
  const open: { index: number; within: Nested[] }[] = [];
  for (const index of indexes) {
    const { end } = passages[index]!;
    while (open.length > 0 && passages[open.at(-1)!.index]!.end < end) open.pop();
    const node = { index, within: [] };
    (open.at(-1)?.within ?? top).push(node);
    open.push(node);
  }
  return top;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** The part of an address that leads to a quote in the reading room of its source: to its passage, or, where it has no place in the text, to itself. */
export function fragmentOf({ id, start, end }: { id: string; start: number | null; end: number | null }): string {
  return start === null || end === null ? `q-${id}` : `q-${start}-${end}`;
}
