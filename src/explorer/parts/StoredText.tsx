import { inLanguage } from "./Quotation.js";
import { useWords } from "./Say.js";

interface Props {
  /** Which of the page's quotes it is around. */
  readonly number: number;
  readonly language: string | null;
  readonly context: {
    readonly before: string;
    readonly quote: string;
    readonly after: string;
    readonly cutBefore: boolean;
    readonly cutAfter: boolean;
  };
}

/** A quote in the stored text. Nothing stands between the mark and its letters, so that Arabic stays joined where it begins or ends within a word. */
export function StoredText({ number, language, context }: Props) {
  const { say } = useWords();
  const { before, quote, after, cutBefore, cutAfter } = context;
  return (
    <div class="stored" role="region" aria-label={say("storedTextAround", { number })} tabIndex={0}>
      <p {...inLanguage(language)}>
        {cutBefore && <span class="faint">… </span>}
        {before}
        <mark>{quote}</mark>
        {after}
        {cutAfter && <span class="faint"> …</span>}
      </p>
    </div>
  );
}
