/** A text without what is set or saved differently from one copy to the next, and where in the text as it is written its code units come from. */
export interface LooseText {
  readonly text: string;
  /** Of each code unit of `text`, where what it was made of begins; and last, where all ends. */
  readonly starts: readonly number[];
}

/**
 * Lets go of what is typography: every run of white space is one space, signs that do not show (soft hyphens, marks of direction, joiners) and
 * tatweel are dropped, quotation marks and apostrophes are straight, dashes are hyphens, ligatures and `…` are their letters, and letters are
 * composed (NFC). Words, case, diacritics, digits and all other signs stay: another of them is another wording.
 */
export function loosen(text: string): LooseText {
  const starts: number[] = [];
  const parts: string[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const shown = cluster.replace(UNSEEN, "");
    const made = /^\s+$/u.test(shown) ? " " : plain(shown);
    if (made === " " && parts.at(-1) === " ") continue; // unseen signs stood between two spaces
    for (let unit = 0; unit < made.length; unit++) starts.push(index);
    if (made !== "") parts.push(made);
  }
  return { text: parts.join(""), starts: [...starts, text.length] };
}

/** A run of white space with the unseen signs in it, or a letter or sign with its marks. */
const CLUSTER = /\s[\s\p{Cf}\u0640]*|\P{M}[\p{M}\p{Cf}\u0640]*|\p{M}+/gu;
const UNSEEN = /[\p{Cf}\u0640]/gu;

function plain(cluster: string): string {
  if (/^[\0-\x7F]*$/u.test(cluster)) return cluster;
  return cluster.normalize("NFC").replace(SIGN, (sign) => SIGNS.get(sign) ?? sign);
}

const SIGNS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["'", "\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4"],
      ['"', "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB"],
      ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"],
      ["...", "\u2026"],
      ["ff", "\uFB00"],
      ["fi", "\uFB01"],
      ["fl", "\uFB02"],
      ["ffi", "\uFB03"],
      ["ffl", "\uFB04"],
    ] as const
  ).flatMap(([letters, signs]) => [...signs].map((sign) => [sign, letters])),
);
const SIGN = new RegExp(`[${[...SIGNS.keys()].join("")}]`, "gu");
