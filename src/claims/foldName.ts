/**
 * The folded form of a name: what names are indexed and looked up by, so that one who types "tesla", "TESLA" or "تِسلا" finds the same.
 * Two names that readers of English or Arabic would call "written the same way" have one folded form; nothing here knows a language's words.
 *
 * In order:
 * 1. trade mark signs and invisible marks (bidi marks, ZWNJ, soft hyphen, variation selectors) are dropped;
 * 2. compatibility decomposition (NFKD), so that full-width, ligature and presentation forms become plain letters;
 * 3. diacritics of Latin, Greek, Cyrillic, Hebrew and Arabic letters are dropped: hamza above and below and madda among them, so that
 *    أ إ آ are ا, ؤ is و, ئ is ي; also tatweel and apostrophes. Vowel signs of other scripts are letters there, and stay;
 * 4. lower case, and letters that have no decomposition but a plain form: ß ss, ø o, ٱ ا, ى ي, ة ه, ک ك, ی ي; digits of every script are 0-9;
 * 5. all other than letters, marks and numbers becomes a space, save `+` and `#` at a word's end ("C++", "C#"); spaces are collapsed and trimmed;
 * 6. composition (NFC).
 *
 * A name of nothing but signs ("!!!") keeps its signs, or it could not be found at all.
 * Folding is idempotent: `foldName(foldName(x)) === foldName(x)`.
 */
export function foldName(text: string): string {
  const letters = foldLetters(text);
  const words = letters.replace(SIGN_WITHOUT_WORD, " ").replace(NO_WORD, " ").trim();
  return (words === "" ? letters.replace(/\s+/gu, " ").trim() : words).normalize("NFC");
}

/** The steps of {@link foldName} that look at each letter for itself, 1 to 4: what the letters of a text become, wherever they stand. */
export function foldLetters(text: string): string {
  return text
    .replace(DROPPED_BEFORE, "")
    .normalize("NFKD")
    .replace(DROPPED, "")
    .toLowerCase()
    .replace(DECIMAL_DIGIT, digitValue)
    .replace(REPLACED, (letter) => PLAIN_FORM[letter] ?? letter);
}

/**
 * What names are ordered by: their folded form, with the few letters and signs of U+E000 to U+FFFF moved behind all others (into a private
 * plane). One engine compares texts by code point, another by UTF-16 code unit, or now so and now so: without those characters both
 * are one order.
 */
export function sortName(name: string): string {
  return foldName(name).replace(/[\uE000-\uFFFF]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xe2000));
}

/** ™ ℠ would become the letters "tm" and "sm" under NFKD. */
const DROPPED_BEFORE = /[\u2122\u2120\u00AE\u00A9]|\p{Cf}|[\uFE00-\uFE0F]/gu;

/** Combining marks of alphabets that are read without them, tatweel, apostrophes and what stands for one. */
const DROPPED = new RegExp(
  // eslint-disable-next-line no-misleading-character-class -- each mark stands for itself here
  `\\p{Cf}|[${[
    "\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F", // Latin, Greek, Cyrillic
    "\\u0483-\\u0489\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7", // Cyrillic numerals, Hebrew points
    "\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06ED", // tashkeel, dagger alif, Quranic marks
    "\\u0897-\\u089F\\u08CA-\\u08E1\\u08E3-\\u08FF", // Arabic, extended
    "\\u0640", // tatweel
    "'`\\u2018\\u2019\\u201B\\u2032\\u02B9-\\u02BF\\u02C8\\u05F3\\uA78B\\uA78C", // apostrophes
  ].join("")}]`,
  "gu",
);

/** Letters that stand for another but do not decompose into it. */
const PLAIN_FORM: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ς: "σ",
  "\u0671": "\u0627", // ٱ alef wasla
  "\u0649": "\u064A", // ى alef maksura
  "\u06CC": "\u064A", // ی Persian yeh
  "\u0629": "\u0647", // ة teh marbuta
  "\u06C1": "\u0647", // ہ Urdu heh
  "\u06BE": "\u0647", // ھ heh doachashmee
  "\u06D5": "\u0647", // ە Kurdish ae
  "\u06A9": "\u0643", // ک Persian kaf
};
const REPLACED = new RegExp(`[${Object.keys(PLAIN_FORM).join("")}]`, "gu");

const DECIMAL_DIGIT = /(?![0-9])\p{Nd}/gu;
const NO_WORD = /[^\p{L}\p{M}\p{N}+#]+/gu;
const SIGN_WITHOUT_WORD = /(?<![\p{L}\p{M}\p{N}+#])[+#]+/gu;

/** The value of a decimal digit of any script: Unicode encodes the ten digits of each in a row, from zero. */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (codePoint - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(codePoint - zero);
}
