import { reanchorQuote } from "../../claims/reanchorQuote.js";
import { textRow, type SourceText } from "../../cypher/batchRows.js";
import type { Properties, Recording } from "../../cypher/record.js";
import { rowsOf, type PlaceBefore } from "../../cypher/rows.js";
import { changeQuotes, putText, quotesOf, retireText, type StoredQuote } from "../../cypher/texts.js";
import type { Run } from "../port.js";
import { logChanges } from "../recordBatch.js";
import { storedTexts } from "./known.js";

/**
 * Makes a text that of a source, and the one before an older version; whether it was another. Quotes that stand in it too are found there anew;
 * those that do not are CHANGED, and keep the version in which they were found.
 */
export async function replaceText(run: Run, source: string, text: SourceText, recording: Recording): Promise<boolean> {
  const before = (await storedTexts(run, [source])).get(source);
  if (before?.sha256 === text.sha256) return false;
  const { at } = recording;
  if (before) await run(retireText(source, at));
  const { id, properties } = textRow(source, text);
  await run(putText(source, id, properties));
  const quotes = rowsOf<StoredQuote>(await run(quotesOf(source)));
  const taken = new Map<string, Set<number>>();
  const changes = quotes.map((quote) => {
    const key = JSON.stringify([quote.claim, quote.quote, quote.basis]);
    const places = taken.get(key) ?? new Set();
    taken.set(key, places); // two citations of one claim that stood in two places are not brought to one
    return { quote, properties: standing(quote, text, places, at) };
  });
  if (changes.length > 0) {
    await run(changeQuotes(changes.map(({ quote, properties }) => ({ id: quote.id, properties }))));
  }
  const gone = changes.filter(
    ({ quote, properties }) => properties["verification"] === "CHANGED" && quote.verification !== "CHANGED",
  );
  await logChanges(run, recording, [
    { label: "Entity", action: "REFETCHED", ids: [source] },
    { label: "Claim", action: "QUOTE_CHANGED", ids: [...new Set(gone.map(({ quote }) => quote.claim))] },
  ]);
  return true;
}

/** What is to be said of a quote beside a new text, and where it stood before. */
function standing(quote: StoredQuote, text: SourceText, taken: Set<number>, until: string): Properties {
  const { start, end, prefix, suffix, textHash, language, verification } = quote;
  const was: PlaceBefore = { until, start, end, prefix, suffix, textHash, language, verification };
  const before = [...(quote.before ?? []), JSON.stringify(was)];
  const anchor = reanchorQuote(text.content, quote, taken);
  if (!anchor) return { before, verification: "CHANGED" };
  taken.add(anchor.start);
  return { before, ...anchor, verification: "VERIFIED", textHash: text.sha256, language: text.language };
}
