/** A text without surrogates that stand alone, which no UTF-8 can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A text of one line, without control characters and what Unicode says is no character, at which some readers end. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, "\uFFFD")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** An address as one may be written: what may not stand in one is percent-encoded, as browsers do. */
export function addressText(address: string): string {
  // eslint-disable-next-line no-control-regex
  const encoded = /[\u0000-\u0020<>"{}|\\^`\u007f]/gu;
  return wellFormed(address.trim()).replace(encoded, (character) => encodeURIComponent(character));
}
