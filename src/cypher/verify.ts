import type { CitationRow } from "./rows.js";
import type { Statement } from "./statement.js";

/** Statements by which quotes are sought again in copies of their sources' texts. */

/** A source by which its copy is found. */
export interface CopiedSource {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
}

/** The next sources after an id, in order: rows as {@link CopiedSource}. */
export function sourcesAfter(after: string, limit: number): Statement {
  const text = [
    "MATCH (s:Source) WHERE s.id > $after",
    "RETURN s.id AS id, s.name AS name, s.url AS url ORDER BY id LIMIT $limit",
  ].join("\n");
  return { name: "verify.sources", text, params: { after, limit } };
}

/** A quote that is sought again, with where it stood. */
export type SoughtQuote = Pick<CitationRow, "id" | "claim" | "quote" | "basis" | "start" | "end" | "prefix" | "suffix">;

/** The quotes from a source that claims now rest on, those retracted and superseded left out: rows as {@link SoughtQuote}. */
export function quotesToSeek(source: string): Statement {
  const text = [
    "UNWIND $sources AS source MATCH (s:Source {id: source})<-[:HAS_SOURCE]-(q:Citation) MATCH (q)<-[:HAS_CITATION]-(c:Claim) WHERE c.status = 'ACTIVE'",
    "RETURN q.id AS id, c.id AS claim, q.quote AS quote, q.basis AS basis, q.start AS start, q.end AS end, q.prefix AS prefix, q.suffix AS suffix",
  ].join("\n");
  return { name: "verify.quotes", text, params: { sources: [source] } };
}
