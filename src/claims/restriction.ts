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

/** The sources that a citation names as where its own took it from, as far as they are seen. Where none is, its source's own words are all that is seen. */
export function seenOf(
  source: string,
  takenFrom: readonly string[],
  isSeen: (id: string) => boolean,
): readonly string[] {
  const seen = takenFrom.filter(isSeen);
  return seen.length === 0 && takenFrom.length > 0 ? [source] : seen;
}

/** As {@link openOriginsOf}, of a citation. */
export function openOriginsOfCitation(
  { source, takenFrom, ownWords }: ChainedCitation,
  sources: ReadonlyMap<string, ChainedSource>,
): readonly string[] {
  const isSeen = (id: string) => !sources.get(id)!.restricted;
  if (ownWords || (takenFrom.length > 0 && !takenFrom.some(isSeen))) return [source];
  const from = takenFrom.length > 0 ? takenFrom.filter(isSeen) : [source];
  return [...new Set(from.flatMap((id) => openOriginsOf(id, sources)))].sort();
}

/** How a claim is marked that is about, or said by, a restricted source, or is not; `firstCited`: when an open source was first cited for it. */
export function claimMark(recordedAt: string, firstCited: string | null, aboutRestricted: boolean): ClaimMark {
  if (aboutRestricted || firstCited === null) return { restricted: true, openSince: null };
  return { restricted: null, openSince: firstCited > recordedAt ? firstCited : null };
}
