import { textWidth } from "./textWidth.js";

/** How much room a label has: the size of its letters, the width of its lines, and how many there may be. */
export interface LabelRoom {
  readonly size: number;
  readonly width: number;
  readonly lines: number;
}

/** A label in lines, broken between words, within a word that is wider than a line, and cut with an ellipsis where it has more lines than there is room for. */
export function wrapLabel(text: string, { size, width, lines }: LabelRoom): string[] {
  const fits = (line: string) => textWidth(line, size) <= width;
  const wrapped: string[] = [];
  let line = "";
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") wrapped.push(line);
    const pieces = fits(word) ? [word] : broken(word, fits);
    wrapped.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
  }
  if (line !== "") wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  return [...wrapped.slice(0, lines - 1), cut(wrapped.slice(lines - 1).join(" "), fits)];
}

const SEGMENTER = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The pieces of a word that is too wide, each as long as fits. */
function broken(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of SEGMENTER.segment(word)) {
    if (piece !== "" && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** As much of a line as fits with an ellipsis after it. */
function cut(line: string, fits: (text: string) => boolean): string {
  let kept = "";
  for (const { segment } of SEGMENTER.segment(line)) {
    if (!fits(`${kept}${segment}…`)) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
