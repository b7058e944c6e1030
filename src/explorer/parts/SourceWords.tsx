import { Fragment } from "preact";
import { directionOf } from "../words.js";

interface Props {
  readonly text: string;
  /** A BCP 47 tag; null where it is not told. */
  readonly language: string | null;
  /** The parts that are marked, in order, in UTF-16 code units. */
  readonly marked?: readonly { readonly start: number; readonly end: number }[];
}

/** What a source says, in its own letters and direction. */
export function SourceWords({ text, language, marked = [] }: Props) {
  return (
    <blockquote class="short" {...(language !== null && { lang: language, dir: directionOf(language) })}>
      <Marked text={text} spans={marked} />
    </blockquote>
  );
}

/** A text with parts of it marked. */
export function Marked({ text, spans }: { readonly text: string; readonly spans: NonNullable<Props["marked"]> }) {
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
