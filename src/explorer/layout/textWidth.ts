/**
 * How wide each letter of Inter at weight 500 is, in thousandths of the font's size, rounded up to twenty: measured in a browser, so that a drawing can be laid out without
 * one. Letters with marks are as wide as without.
 */
const WIDTHS: Readonly<Record<number, string>> = {
  260: "ijl",
  280: " I‘’",
  320: "!',.:;·",
  340: "`t",
  360: "|",
  380: "()/[\\]f",
  400: "r",
  420: "1",
  440: "{}",
  480: "-^_“”",
  500: '"°–',
  540: "*?s",
  560: "kxz",
  580: "7JLacvy",
  600: "Fe",
  620: "25Ebdghnopqu£«»",
  640: "3689#ß",
  660: "04$&BPRSTZ",
  680: "+<=>~×÷",
  700: "KY",
  720: "AVX",
  740: "CDU",
  760: "GHN",
  780: "OQ",
  840: "w→",
  900: "m",
  920: "M…",
  1000: "%@—",
  1020: "Wæ",
};

const BY_LETTER: ReadonlyMap<string, number> = new Map(
  Object.entries(WIDTHS).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);

/** About how wide letters of other scripts are: of Arabic in Naskh, which joins them; of those that fill a square; of all others. */
const ARABIC = 520;
const SQUARE = 1000;
const OTHER = 700;

/** About how wide a text is in the pages' sans face, in the unit of `size`: never narrower than a browser draws it, as far as the face has its letters. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text.normalize("NFD")) width += widthOf(letter);
  return (width * size) / 1000;
}

function widthOf(letter: string): number {
  const known = BY_LETTER.get(letter);
  if (known !== undefined) return known;
  if (/[\p{Mn}\p{Cf}]/u.test(letter)) return 0;
  if (/\p{Script=Arabic}/u.test(letter)) return ARABIC;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(letter)
    ? SQUARE
    : OTHER;
}
