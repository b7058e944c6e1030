import { columns } from "./names.js";
import type { Properties } from "./record.js";
import { CITATION_PLACE, type CitationPlace } from "./rows.js";
import type { Statement } from "./statement.js";

/** Statements by which a source's text is replaced by another version of it; the older ones stay, each with the time until which it was the text. */

/** A quote as its citation has it. */
export interface StoredQuote extends CitationPlace {
  readonly id: string;
  readonly claim: string;
  readonly quote: string;
  readonly basis: string;
  readonly before: readonly string[] | null;
}

/** Every quote from a source: rows as {@link StoredQuote}. */
export function quotesOf(source: string): Statement {
  const text = [
    "MATCH (s:Source {id: $source})<-[:HAS_SOURCE]-(q:Citation) MATCH (q)<-[:HAS_CITATION]-(c:Claim)",
    `RETURN q.id AS id, c.id AS claim, q.quote AS quote, q.basis AS basis, q.before AS before, ${columns("q", CITATION_PLACE)} ORDER BY id`,
  ].join("\n");
  return { name: "texts.quotes", text, params: { source } };
}

/** Makes the text of a source an older version: a row where there was one. */
export function retireText(source: string, at: string): Statement {
  const text = [
    "MATCH (s:Source {id: $source})-[h:HAS_TEXT]->(t:Text)",
    "CREATE (s)-[:HAD_TEXT {until: $at}]->(t) DELETE h RETURN t.id AS id",
  ].join("\n");
  return { name: "texts.retire", text, params: { source, at } };
}

/** Gives a source its text; one that it had before becomes it again. A row. */
export function putText(source: string, id: string, properties: Properties): Statement {
  const text = [
    "MATCH (s:Source {id: $source}) MERGE (t:Text {id: $id}) ON CREATE SET t += $properties",
    "WITH s, t CREATE (s)-[:HAS_TEXT]->(t) RETURN t.id AS id",
  ].join("\n");
  return { name: "texts.put", text, params: { source, id, properties } };
}

/** Says anew where quotes stand and in which version: a row for each. */
export function changeQuotes(rows: readonly { readonly id: string; readonly properties: Properties }[]): Statement {
  const text = "UNWIND $rows AS r MATCH (q:Citation {id: r.id}) SET q += r.properties RETURN q.id AS id";
  return { name: "texts.changeQuotes", text, params: { rows } };
}
