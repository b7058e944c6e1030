import type { CitedSource } from "./types.js";

/** What reference managers call sorts of sources; others are pages of the web. */
const TYPES: Readonly<Record<string, string>> = {
  ARTICLE: "magazineArticle",
  NEWS_REPORT: "newspaperArticle",
  POST: "blogPost",
  FILING: "document",
  REPORT: "report",
  ANALYSIS: "report",
  PAPER: "journalArticle",
  BOOK: "book",
  DATASET: "dataset",
  RECORD: "dataset",
};

/** A source as a ContextObject in a span (COinS), by which reference managers take it from the page. */
export function contextObject({
  name,
  sourceType,
  url,
  publishedAt,
  language,
  authors,
  publisher,
}: CitedSource): string {
  const given = new URLSearchParams({
    ctx_ver: "Z39.88-2004",
    rft_val_fmt: "info:ofi/fmt:kev:mtx:dc",
    "rft.type": TYPES[sourceType] ?? "webpage",
    "rft.title": name,
  });
  for (const author of authors) given.append("rft.creator", author.name);
  if (publisher) given.set("rft.publisher", publisher.name);
  if (publishedAt) given.set("rft.date", publishedAt);
  if (url) given.set("rft.identifier", url);
  if (language) given.set("rft.language", language);
  return given.toString();
}
