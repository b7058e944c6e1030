import { Fragment, type ComponentChildren } from "preact";
import { useVisit } from "../visit.js";
import { count, say, WORDS, type CountedKey, type WordKey } from "../words.js";

interface Props {
  readonly word: WordKey;
  /** What stands for each `{name}`. */
  readonly values: Readonly<Record<string, ComponentChildren>>;
}

/** A sentence of the interface in which things stand that are drawn. */
export function Say({ word, values }: Props) {
  const { language } = useVisit();
  const pieces = WORDS[word][language].split(/\{(\w+)\}/u);
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{index % 2 === 0 ? piece : values[piece]}</Fragment>
      ))}
    </>
  );
}

/** Says words in the visit's language. */
export function useWords() {
  const { language } = useVisit();
  return {
    language,
    say: (key: WordKey, values?: Readonly<Record<string, string | number>>) => say(language, key, values),
    count: (key: CountedKey, number: number) => count(language, key, number),
  };
}
