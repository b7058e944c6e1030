/** A text as an encoding of one byte a letter has it; what it lacks as an entity. */
export function encoded(text: string, charset: string): Buffer {
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = [...text].flatMap((letter) => {
    const byte = letters.indexOf(letter);
    return byte < 0 ? [...Buffer.from(`&#x${letter.codePointAt(0)!.toString(16)};`)] : [byte];
  });
  return Buffer.from(bytes);
}
