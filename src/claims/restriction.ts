import { originsOf } from "./origins.js";

/**
 * What is to be seen by those who may not see restricted sources: the graph as if these, their citations, and the claims that have no other or
 * that are about such a source, were not there. It is worked out where something is written, and marked on all that it concerns.
 */

/** A source, and those that it was taken from. */
export interface ChainedSource {
  readonly restricted: boolean;
  readonly derivedFrom: readonly string[];
}

/** A citation, and where its source took it from. */
export interface ChainedCitation {
  readonly source: string;
  readonly takenFrom: readonly string[];
  readonly ownWords: boolean | null;
}

/** What a claim is marked with; null where it is open from when it was recorded. */
export interface ClaimMark {
  readonly restricted: true | null;
  /** When an open source was first cited for it, where that was later than it was recorded. */
  readonly openSince: string | null;
}

/** Where the chain of an open source ends for those who see open ones only: ids in order. What leads to a restricted source leads nowhere. */
export function openOriginsOf(id: string, sources: ReadonlyMap<string, ChainedSource>): readonly string[] {
  return originsOf(id, (one) => sources.get(one)!.derivedFrom.filter((from) => !sources.get(from)!.restricted));
}

/** As {@link openOriginsOf}, of a citation. What was taken from a restricted source counts as the citing source's own words. */
export function openOriginsOfCitation(
  { source, takenFrom, ownWords }: ChainedCitation,
  sources: ReadonlyMap<string, ChainedSource>,
): readonly string[] {
  if (ownWords) return [source];
  if (takenFrom.length === 0) return openOriginsOf(source, sources);
  const origins = takenFrom.flatMap((id) => (sources.get(id)!.restricted ? [source] : openOriginsOf(id, sources)));
  return [...new Set(origins)].sort();
}

/** How a claim is marked that is about, or said by, a restricted source, or is not; `firstCited`: when an open source was first cited for it. */
export function claimMark(recordedAt: string, firstCited: string | null, aboutRestricted: boolean): ClaimMark {
  if (aboutRestricted || firstCited === null) return { restricted: true, openSince: null };
  return { restricted: null, openSince: firstCited > recordedAt ? firstCited : null };
}
