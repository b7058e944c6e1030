import type { ComponentChildren } from "preact";
import { directionOf } from "../words.js";

/** Attributes of words in their language; where that is not told, they are of none, and not of the page's. */
export function inLanguage(language: string | null): { lang: string; dir: "ltr" | "rtl" } {
  return { lang: language ?? "", dir: language === null ? "ltr" : directionOf(language) };
}

interface Props {
  readonly language: string | null;
  /** Where it was taken from. */
  readonly cite?: string | null;
  readonly children: ComponentChildren;
}

/** A source's words, verbatim, in their language and direction. */
export function Quotation({ language, cite, children }: Props) {
  return (
    <blockquote {...inLanguage(language)} {...(cite && { cite })}>
      {children}
    </blockquote>
  );
}
