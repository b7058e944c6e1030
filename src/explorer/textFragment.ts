import { isWebAddress } from "../claims/webAddress.js";

/** Words that stand in a text, with what stands beside them. */
export interface Passage {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** A quote of more words is named by its first and last ones: some of those between may be set otherwise where it is read. */
const MOST_WORDS = 12;
const ENDS = 5;

/** A quote of fewer words may stand in a text more than once: words beside it tell which is meant. */
const FEW_WORDS = 5;
const BESIDE = 3;

/**
 * The address of a source at a passage, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/): browsers scroll to it and mark it, others open the source.
 * Null where it is no address of the web.
 */
export function passageAddress(url: string, passage: Passage): string | null {
  if (!isWebAddress(url)) return null;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${textDirective(passage)}`;
}

/** `[prefix-,]start[,end][,-suffix]`, of whole words: browsers look for those only. */
function textDirective({ quote, before, after }: Passage): string {
  const opened = isWithinWord(before, quote) ? `${/\S*$/u.exec(before)![0]}${quote}` : quote;
  const whole = isWithinWord(quote, after) ? `${opened}${/^\S*/u.exec(after)![0]}` : opened;
  const lines = whole
    .trim()
    .split(/\s*\n\s*/u)
    .map(wordsOf);
  const words = lines.flat();
  if (lines.length > 1 || words.length > MOST_WORDS) {
    return `${encoded(lines[0]!.slice(0, ENDS))},${encoded(lines.at(-1)!.slice(-ENDS))}`;
  }
  if (words.length >= FEW_WORDS) return encoded(words);
  const prefix = wordsOf(/[^\n]*$/u.exec(before.slice(0, before.length - (opened.length - quote.length)))![0]);
  const suffix = wordsOf(/^[^\n]*/u.exec(after.slice(whole.length - opened.length))![0]);
  // the first of those words before, and the last of those after, may be cut off
  const [near, next] = [prefix.slice(1).slice(-BESIDE), suffix.slice(0, -1).slice(0, BESIDE)];
  return [
    ...(near.length > 0 ? [`${encoded(near)}-`] : []),
    encoded(words),
    ...(next.length > 0 ? [`-${encoded(next)}`] : []),
  ].join(",");
}

/** Whether a word goes on from one text to the next. */
function isWithinWord(text: string, next: string): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(text) && /^[\p{L}\p{M}\p{N}]/u.test(next);
}

function wordsOf(line: string): string[] {
  return line.split(/\s+/u).filter((word) => word !== "");
}

/** As it stands in an address: `-`, `,` and `&` have a meaning in a text directive. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
}
