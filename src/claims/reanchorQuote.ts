import { anchorAt, occurrencesOf, type QuoteAnchor } from "./quoteAnchor.js";

/**
 * Finds a quote in another version of its source's text; null where its words no longer stand there, or at no place that is not `taken` (by its start). Of
 * several places that one is chosen whose surroundings are those that the quote had, else the one nearest to where it stood.
 */
export function reanchorQuote(
  text: string,
  { quote, prefix, suffix, start }: QuotePlace,
  taken: ReadonlySet<number> = new Set(),
): QuoteAnchor | null {
  let best: { readonly anchor: QuoteAnchor; readonly likeness: number; readonly distance: number } | null = null;
  for (const place of occurrencesOf(text, quote)) {
    if (taken.has(place)) continue;
    const anchor = anchorAt(text, quote, place);
    const likeness = Number(anchor.prefix === prefix) + Number(anchor.suffix === suffix);
    const distance = Math.abs(place - (start ?? 0));
    if (!best || likeness > best.likeness || (likeness === best.likeness && distance < best.distance)) {
      best = { anchor, likeness, distance };
    }
  }
  return best?.anchor ?? null;
}

/** A quote, and where it stood in the version in which it was found. */
export interface QuotePlace {
  readonly quote: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly start: number | null;
}
