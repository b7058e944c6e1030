/** A question answered by hand: one statement, and the JSON that the GraphQL answer has under `data`. */
export interface HandWritten {
  /** Its rows have one column, a list. */
  readonly text: string;
  readonly params: (variables: Variables) => object;
  readonly answer: (rows: readonly unknown[], variables: Variables) => unknown;
}

export type Variables = Readonly<Record<string, string>>;

/** That a claim's edge counts: what GraphQL's answers leave out unless asked for. */
export function holds(edge: string): string {
  return `${edge}.status = 'ACTIVE' AND ${edge}.rank <> 'DEPRECATED'`;
}

/** The columns of a claim, without its ends. */
export const CLAIM = `c.id, c.predicate, c.amount, c.unit, c.bound, c.textLanguages, c.textTexts, c.date, c.modality, c.rank, c.status, c.validFrom, c.validTo`;

/** The columns of a citation, without its source. */
export const CITATION = `q.id, q.quote, q.language, q.prefix, q.suffix, q.start, q.end, q.basis, q.verification, q.translationLanguage, q.translationText`;

/** The columns of a source. */
export const SOURCE = `s.id, s.name, s.sourceType, s.url, s.publishedAt, s.language`;
