import { distance } from "fastest-levenshtein";

/**
 * The candidates that may have been meant by `word`, nearest first, at most three: those that differ in case or separators only,
 * or by few letters for their length. Where some differ in nothing else only they are given; empty where nothing is near.
 */
export function suggest(word: string, candidates: Iterable<string>): string[] {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/gu, "");
  const wanted = plain(word);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const score = distance(wanted, plain(candidate));
    const near = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (score === 0 || (score <= near && score < wanted.length)) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || a.candidate.localeCompare(b.candidate));
  const same = scored.filter(({ score }) => score === 0);
  return (same.length > 0 ? same : scored).slice(0, 3).map(({ candidate }) => candidate);
}

/** The half sentence that offers the suggestions: `; did you mean "OWNS" or "OWNED"?`, empty where there are none. */
export function didYouMean(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return "";
  return `; did you mean ${suggestions.map((name) => JSON.stringify(name)).join(" or ")}?`;
}
