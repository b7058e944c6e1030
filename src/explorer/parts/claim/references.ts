import type { Visit } from "../../visit.js";
import { linkTo } from "../../visit.js";
import { count, say } from "../../words.js";
import type { PageCitation, PageClaim } from "./types.js";

/** The address of a claim, or of one of its quotes, as it is written down elsewhere. */
export function claimAddress(visit: Visit, id: string, quote?: number): string {
  const path = linkTo({ ...visit, search: withoutInterface(visit.search) }, `/c/${id}`);
  return `${visit.base}${path.slice(1)}${quote === undefined ? "" : `#q${quote}`}`;
}

/** Who follows a reference reads in a language of their own. */
function withoutInterface(search: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(search);
  kept.delete("ui");
  return kept;
}

/** A quote with who says it where and when, and the claim that it stands for: plain text, the words as they are, nothing added to them. */
export function quoteReference(visit: Visit, claim: PageClaim, citation: PageCitation, number: number): string {
  const { language } = visit;
  const { quote, translation, source } = citation;
  const about = [
    ...(source.authors.length > 0 ? [source.authors.map(({ name }) => name).join(", ")] : []),
    source.name,
    ...(source.publisher ? [source.publisher.name] : []),
    source.sourceTypeLabel,
    ...(source.publishedAt ? [source.publishedAt] : []),
  ];
  return [
    `“${quote}”`,
    ...(translation ? [`${say(language, "translated")}: “${translation.text}”`] : []),
    `— ${about.join(", ")}`,
    ...(source.url ? [source.url] : []),
    `${say(language, "claim")}: ${claim.statement}`,
    `${claimAddress(visit, claim.id, number)} (${claim.id})`,
  ].join("\n");
}

/** A claim as a bibliography has it: what it says, how it is supported, and where it stands. */
export function claimReference(visit: Visit, claim: PageClaim): string {
  const { language } = visit;
  const { citations, sources, origins } = claim.support;
  const support = [
    count(language, "citations", citations),
    count(language, "sources", sources),
    count(language, "origins", origins),
  ].join(", ");
  const recorded = say(language, "recordedOn", { date: claim.recordedAt.slice(0, 10) });
  return `“${claim.statement}.” Sanad, ${claim.id}, ${recorded}; ${support}. ${claimAddress(visit, claim.id)}`;
}
