import { readFileSync } from "node:fs";

/** A change that makes a good file faulty, and how the file is refused then. */
export interface FaultCase {
  readonly title: string;
  /** Each stands once in the good file, and is replaced. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
  readonly message: string;
}

/** What marks the line that the refusal must name; it is taken off. */
const MARK = " #!";

/**
 * Reads cases as they are written in a file, like a patch: a title, lines that are taken away after `-`, lines that stand there instead
 * after `+` (in the same order, where there are several), the message after `=`. Between two cases are two line breaks and a title.
 */
export function readCases(file: string): readonly FaultCase[] {
  const blocks = readFileSync(file, "utf8").split(/\n\n(?=[^ \n+=-])/u);
  return blocks.map((block) => {
    const [title = "", ...parts] = block.trimEnd().split(/\n(?=[+=-] )/u);
    const ofSign = (sign: string) => {
      const signed = parts.filter((part) => part.startsWith(sign));
      // what goes on below a sign is indented by its two characters
      return signed.map((part) => part.slice(2).replaceAll("\n  ", "\n"));
    };
    const to = ofSign("+");
    return {
      title,
      changes: ofSign("-").map((from, index) => ({ from, to: to[index]! })),
      message: ofSign("=").join("\n"),
    };
  });
}

/** The faulty text, and the line of its mark. */
export function makeFaulty(
  good: string,
  changes: FaultCase["changes"],
): { readonly text: string; readonly line: number } {
  const text = changes.reduce((so, { from, to }) => {
    if (so.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not stand just once in the text`);
    return so.replace(from, () => to);
  }, good);
  const lines = text.split("\n").flatMap((line, index) => (line.includes(MARK) ? [index + 1] : []));
  if (lines.length !== 1) throw new Error(`the mark stands on ${lines.length} lines`);
  return { text: text.replace(MARK, ""), line: lines[0]! };
}
