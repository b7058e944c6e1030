import type { Mentioned } from "../names.js";
import type { Numbered, PageClaim } from "./types.js";

type Source = PageClaim["origins"][number] | Numbered["citation"]["source"];

/** A quote of the page, and from which other sources its own took it; none where it is the source's own. */
interface ChainQuote {
  readonly number: number;
  readonly takenFrom: readonly string[];
}

/** A source of the chain: from which others it took what is cited, and which quotes of it are on the page. */
export interface ChainSource {
  readonly source: Pick<Source, "id" | "name" | "names" | "sourceType" | "sourceTypeLabel" | "publishedAt">;
  readonly takenFrom: readonly string[];
  readonly quotes: readonly ChainQuote[];
  readonly isOrigin: boolean;
}

/** Who said it, in which origin; `wrote`: as its author, where nobody else is named as having said so. */
export interface ChainSpeaker {
  readonly entity: Mentioned;
  readonly origins: readonly string[];
  readonly wrote: boolean;
}

/** Where a claim comes from: who says so, in which origins, who repeats them. */
export interface Chain {
  readonly speakers: readonly ChainSpeaker[];
  readonly sources: ReadonlyMap<string, ChainSource>;
}

interface Draft {
  readonly source: ChainSource["source"];
  readonly takenFrom: Set<string>;
  readonly quotes: ChainQuote[];
}

/** A source as it is nested in the answer, some steps back. */
interface Nested {
  readonly id: string;
  readonly derivedFrom?: readonly Nested[];
}

/** Reads the chain from a claim's citations. What a citation names as where its source took it from goes before what is told of the whole source. */
export function chainOf(claim: Pick<PageClaim, "origins" | "attributedTo">, citations: readonly Numbered[]): Chain {
  const origins = new Set(claim.origins.map(({ id }) => id));
  const drafts = new Map<string, Draft>();
  const draft = (source: ChainSource["source"]): Draft => {
    const known = drafts.get(source.id) ?? { source, takenFrom: new Set(), quotes: [] };
    drafts.set(source.id, known);
    return known;
  };
  const isEnd = ({ id, derivedFrom = [] }: Nested) => derivedFrom.every((from) => from.id === id);
  const follow = (source: ChainSource["source"] & Nested, from: readonly (ChainSource["source"] & Nested)[]) => {
    const { takenFrom } = draft(source);
    for (const one of from) {
      if (one.id === source.id) continue;
      const isNew = !takenFrom.has(one.id);
      takenFrom.add(one.id);
      if (isNew && !isEnd(one)) follow(one, one.derivedFrom as readonly (ChainSource["source"] & Nested)[]);
      else draft(one);
    }
  };
  for (const { number, citation } of citations) {
    const { source, derivedFrom } = citation;
    const from = derivedFrom.length > 0 ? derivedFrom : source.derivedFrom;
    follow(source, from);
    draft(source).quotes.push({ number, takenFrom: from.map(({ id }) => id).filter((id) => id !== source.id) });
  }
  for (const origin of claim.origins) draft(origin);
  joinOrigins(drafts, origins);
  return {
    speakers: speakersOf(claim),
    sources: new Map(
      [...drafts].map(([id, { source, takenFrom, quotes }]) => [
        id,
        { source, takenFrom: [...takenFrom], quotes, isOrigin: origins.has(id) },
      ]),
    ),
  };
}

/** A chain longer than was asked for breaks off: what is no origin and is not told to come from anywhere comes from the origins to which nothing leads. */
function joinOrigins(drafts: ReadonlyMap<string, Draft>, origins: ReadonlySet<string>): void {
  const reached = new Set([...drafts.values()].flatMap(({ takenFrom }) => [...takenFrom]));
  const loose = [...origins].filter((id) => !reached.has(id) && drafts.get(id)!.quotes.length === 0);
  if (loose.length === 0) return;
  for (const [id, { takenFrom }] of drafts) {
    if (!origins.has(id) && takenFrom.size === 0) for (const origin of loose) takenFrom.add(origin);
  }
}

function speakersOf({ attributedTo, origins }: Pick<PageClaim, "origins" | "attributedTo">): ChainSpeaker[] {
  if (attributedTo.length > 0) {
    const all = origins.map(({ id }) => id);
    return attributedTo.map((entity) => ({ entity, origins: all, wrote: false }));
  }
  const authors = new Map<string, { entity: Mentioned; origins: string[] }>();
  for (const { id, authors: named } of origins) {
    for (const entity of named) {
      const known = authors.get(entity.id) ?? { entity, origins: [] };
      known.origins.push(id);
      authors.set(entity.id, known);
    }
  }
  return [...authors.values()].map((author) => ({ ...author, wrote: true }));
}
