import { CopiedText, type Found } from "../../claims/copiedText.js";
import { compareText } from "../../claims/conflicts.js";
import { sourceText } from "../../cypher/batchRows.js";
import { textsOf } from "../../cypher/lookups.js";
import { NOW_IN_FULL } from "../../cypher/moment.js";
import { rowsOf, type TextRow } from "../../cypher/rows.js";
import { quotesToSeek, sourcesAfter, type CopiedSource, type SoughtQuote } from "../../cypher/verify.js";
import type { Store } from "../../store/port.js";
import { matchCopies } from "./matchCopies.js";
import type { NamedCopy } from "./namedCopies.js";
import { readCopy, type CopyText } from "./readCopy.js";

/** What has become of a quote; those that could not be sought because there is no copy, or none that can be read, are told so. */
export type Outcome = Found["outcome"] | "NOT_COPIED" | "UNREADABLE";

export interface VerifiedQuote extends Pick<SoughtQuote, "claim" | "quote" | "start" | "end"> {
  readonly citation: string;
  readonly outcome: Outcome;
  /** Where it stands now; null where it is not. */
  readonly now: { readonly start: number; readonly end: number } | null;
  /** Where it differs by typography, how it stands there; where it is gone, what is nearest to it. */
  readonly passage: string | null;
  /** Of what is nearest: the share of the quote's words that stand in it, up to 1. */
  readonly likeness: number | null;
}

/** A source with its quotes, in the order in which they stood. */
export interface VerifiedSource {
  readonly source: string;
  readonly name: string;
  readonly url: string | null;
  /** The file in which quotes were sought; null where it is the stored text, or there is none. */
  readonly copy: string | null;
  /** Why nothing could be sought, or what is wrong with the stored text: a sentence without its subject. */
  readonly fault: string | null;
  /** The text in which quotes were sought; null where there is none. */
  readonly text: string | null;
  readonly quotes: readonly VerifiedQuote[];
}

/** What is sought through: copies, of which `only` may say that no other source is looked at; or, without any, the stored texts. */
export interface Copies {
  readonly copies: readonly NamedCopy[] | null;
  readonly only: boolean;
}

/**
 * Seeks each source's quotes in its copy, or without copies in its stored text, source by source in the order of their ids; sources of which
 * nothing is quoted are passed over, unless they have a copy. Reads, and changes nothing. One source's text and quotes are in memory at a time.
 * Throws BAD_USER_INPUT as {@link matchCopies} does, before the first.
 */
export async function* verifySources(store: Store, { copies, only }: Copies): AsyncGenerator<VerifiedSource> {
  const pages = () => sourcePages(store);
  const matched = copies && (await matchCopies(copies, pages));
  for await (const page of pages()) {
    for (const source of page) {
      const copy = matched?.get(source.id) ?? null;
      if (only && !copy) continue;
      const quotes = rowsOf<SoughtQuote>(await store.read(quotesToSeek(source.id))).toSorted(byPlace);
      if (quotes.length === 0 && !copy) continue;
      const read = copy ? await readCopy(copy.file) : matched ? null : await storedText(store, source);
      yield verified(source, copy?.file ?? null, read, quotes);
    }
  }
}

/** Those that had no place come last. */
function byPlace(a: SoughtQuote, b: SoughtQuote): number {
  return (a.start ?? Infinity) - (b.start ?? Infinity) || compareText(a.id, b.id);
}

const PAGE = 1000;

async function* sourcePages(store: Store): AsyncGenerator<readonly CopiedSource[]> {
  for (let after = ""; ;) {
    const page = rowsOf<CopiedSource>(await store.read(sourcesAfter(after, PAGE)));
    yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}

/** The stored text; null where none is. */
async function storedText(store: Store, { id }: CopiedSource): Promise<CopyText | null> {
  const [row] = rowsOf<TextRow>(await store.read(textsOf([id], NOW_IN_FULL)));
  if (!row) return null;
  const isWhole = sourceText(row.content, row.language).sha256 === row.sha256;
  return { text: row.content, fault: isWhole ? null : "is not the text that its sha256 tells of" };
}

function verified(
  { id, name, url }: CopiedSource,
  copy: string | null,
  read: CopyText | null,
  quotes: readonly SoughtQuote[],
): VerifiedSource {
  const { text, fault } = read ?? { text: null, fault: null };
  const copied = text === null ? null : new CopiedText(text);
  const taken = new Map<string, Set<number>>();
  const unsought = fault === null ? "NOT_COPIED" : "UNREADABLE";
  return {
    ...{ source: id, name, url, copy, fault, text },
    quotes: quotes.map((quote) => {
      if (!copied) return told(quote, unsought, null, null, null);
      const key = JSON.stringify([quote.claim, quote.quote, quote.basis]);
      const places = taken.get(key) ?? new Set();
      taken.set(key, places); // two citations of one claim that stood in two places are not found in one
      const found = copied.find(quote, places);
      if (found.outcome === "GONE") {
        const { nearest } = found;
        const passage = nearest && copied.text.slice(nearest.start, nearest.end);
        return told(quote, "GONE", null, passage, nearest?.likeness ?? null);
      }
      const { start, end } = found.place;
      places.add(start);
      const passage = found.outcome === "STANDS_FOLDED" ? copied.text.slice(start, end) : null;
      return told(quote, found.outcome, { start, end }, passage, null);
    }),
  };
}

function told(
  { id, claim, quote, start, end }: SoughtQuote,
  outcome: Outcome,
  now: VerifiedQuote["now"],
  passage: string | null,
  likeness: number | null,
): VerifiedQuote {
  return { citation: id, claim, quote, outcome, start, end, now, passage, likeness };
}
