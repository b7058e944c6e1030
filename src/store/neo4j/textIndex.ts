import type { WordsIndex } from "../../cypher/search.js";

/** The names of the indexes that the schema makes. */
const INDEX_NAMES = { Name: "name_words", Citation: "citation_words" } as const;

/**
 * Lucene's query of the words as they are. Each stands in quotes, so that none is taken for an operator; folded words have no sign but `+` and `#`.
 * The number of words is far below the 1024 that a query may have.
 */
export const wordsIndex: WordsIndex = (label, groups) => ({
  text: `CALL db.index.fulltext.queryNodes('${INDEX_NAMES[label]}', $words) YIELD node AS n`,
  params: { words: groups.map((group) => `+(${group.map((word) => `"${word}"`).join(" ")})`).join(" ") },
});
