import { directionOf } from "../words.js";

interface Props {
  readonly quote: string;
  /** A BCP 47 tag; null where it is not known. */
  readonly language: string | null;
}

/** Words of a source within a line, in their language and direction. */
export function Quote({ quote, language }: Props) {
  return (
    <q class="quote" {...(language !== null && { lang: language, dir: directionOf(language) })}>
      {quote}
    </q>
  );
}
