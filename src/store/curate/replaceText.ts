import { reanchorQuote } from "../../claims/reanchorQuote.js";
import { textRow, type SourceText } from "../../cypher/batchRows.js";
import type { Properties, Recording } from "../../cypher/record.js";
import { rowsOf } from "../../cypher/rows.js";
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
  const changes = quotes.map((quote) => ({ quote, properties: standing(quote, text) }));
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

/** What is to be said of a quote beside a new text. */
function standing(quote: StoredQuote, text: SourceText): Properties {
  const anchor = reanchorQuote(text.content, quote);
  if (!anchor) return { verification: "CHANGED" };
  const { start, end, prefix, suffix } = anchor;
  const { sha256: textHash, language } = text;
  return { verification: "VERIFIED", start, end, prefix, suffix, textHash, language };
}
