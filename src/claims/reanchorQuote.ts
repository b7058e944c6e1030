import { anchorQuote, type QuoteAnchor } from "./quoteAnchor.js";

/**
 * Finds a quote in another version of its source's text; null where its words no longer stand there. Of several places that one is taken whose
 * surroundings are those that the quote had, else the one nearest to where it stood.
 */
export function reanchorQuote(text: string, { quote, prefix, suffix, start }: QuotePlace): QuoteAnchor | null {
  const places: QuoteAnchor[] = [];
  for (let occurrence = 1; ; occurrence++) {
    const anchor = anchorQuote(text, quote, occurrence);
    if ("fault" in anchor) break;
    places.push(anchor);
  }
  const likeness = (place: QuoteAnchor) => Number(place.prefix === prefix) + Number(place.suffix === suffix);
  const distance = (place: QuoteAnchor) => Math.abs(place.start - (start ?? 0));
  places.sort((a, b) => likeness(b) - likeness(a) || distance(a) - distance(b));
  return places[0] ?? null;
}

/** A quote, and where it stood in the version in which it was found. */
export interface QuotePlace {
  readonly quote: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly start: number | null;
}
