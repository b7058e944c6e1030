import { expect, test } from "vitest";
import { nested, paragraphsOf, type Passage } from "../../src/explorer/passages.js";

const TEXT = "😀 one two three\r\n\r\nfour شركة five\n";

const at = (words: string): Passage => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

test("a text is split at both ends of every passage, and is all there", () => {
  const passages = [at("one two"), at("two three\r\n\r\nfour"), at("شرك")];
  const paragraphs = paragraphsOf(TEXT, passages);
  const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces);
  expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
  for (const { start, text } of pieces) expect(TEXT.slice(start, start + text.length)).toBe(text);
  expect(paragraphs.map(({ start, begins }) => ({ start, begins }))).toEqual([
    { start: 0, begins: [0, 1] },
    { start: TEXT.indexOf("four"), begins: [2] },
  ]);
  expect(pieces.map(({ text, passages, begins }) => [text, passages, begins])).toEqual([
    ["😀 ", [], []],
    ["one ", [0], [0]],
    ["two", [0, 1], [1]],
    [" three\r\n\r\n", [1], []],
    ["four", [1], []],
    [" ", [], []],
    ["شرك", [2], [2]],
    ["ة five\n", [], []],
  ]);
});

test("passages within others stand under these, those that only overlap beside them", () => {
  const passages = [
    { start: 0, end: 10 },
    { start: 0, end: 5 },
    { start: 2, end: 4 },
    { start: 6, end: 12 },
  ];
  expect(nested([0, 1, 2, 3], passages)).toEqual([
    { index: 0, within: [{ index: 1, within: [{ index: 2, within: [] }] }] },
    { index: 3, within: [] },
  ]);
});

test("the longest text and very many quotes take a moment", () => {
  const long = "word ".repeat(200_000);
  const passages = Array.from({ length: 5_000 }, (_, index) => ({ start: index * 150, end: index * 150 + 400 }));
  const pieces = paragraphsOf(long, passages).flatMap((paragraph) => paragraph.pieces);
  expect(pieces.map(({ text }) => text).join("")).toBe(long);
});
