import { searchWords, wordKeys } from "../claims/searchWords.js";
import type { Statement, Value } from "./statement.js";

/** Statements that write and check what the search finds by: the words of names and quotes, and a node for each distinct one. */

/** The words of a name or a quote, as its node has them: each once, with spaces between. */
export function joinedWords(text: string): string {
  return searchWords(text).join(" ");
}

/** The labels of what is found by its words, and the property that has its text. */
export const WORDED = { Name: "folded", Citation: "quote" } as const;

/** The nodes of words, those that there are already left as they are: a row for each. */
export function recordWords(words: readonly string[]): Statement {
  const text = [
    "UNWIND $rows AS r MERGE (w:Word {id: r.id})",
    "ON CREATE SET w.begin = r.begin, w.head = r.head, w.tail = r.tail, w.letters = r.letters RETURN w.id AS id",
  ].join("\n");
  return { name: "words.record", text, params: { rows: wordRows(words) } };
}

/** The nodes of words in a graph that has none of them, where it may have no index of them either: a row for each. */
export function createWords(words: readonly string[]): Statement {
  const text = [
    "UNWIND $rows AS r CREATE (w:Word {id: r.id, begin: r.begin, head: r.head, tail: r.tail, letters: r.letters})",
    "RETURN w.id AS id",
  ].join("\n");
  return { name: "words.create", text, params: { rows: wordRows(words) } };
}

function wordRows(words: readonly string[]): Value {
  return words.map((id) => ({ id, ...wordKeys(id) }));
}

/** The texts of names or quotes by their nodes' ids: rows `id`, `text`. */
export function textsOf(label: keyof typeof WORDED, ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, n.${WORDED[label]} AS text`;
  return { name: `words.texts.${label.toUpperCase()}`, text, params: { ids } };
}

/** Gives names or quotes their words: a row for each. */
export function setWords(
  label: keyof typeof WORDED,
  rows: readonly { readonly id: string; readonly words: string }[],
): Statement {
  const text = `UNWIND $rows AS r MATCH (n:${label} {id: r.id}) SET n.words = r.words RETURN n.id AS id`;
  return { name: `words.set.${label.toUpperCase()}`, text, params: { rows } };
}

/** Every name, or every quote, with its words: rows `id`, `text`, `words`. */
export function wordedTexts(label: keyof typeof WORDED): Statement {
  const text = `MATCH (n:${label}) RETURN n.id AS id, n.${WORDED[label]} AS text, n.words AS words`;
  return { name: `words.all.${label.toUpperCase()}`, text, params: {} };
}

/** Every word's node: rows `word`, `begin`, `head`, `tail`, `letters`. */
export function wordNodes(): Statement {
  const text =
    "MATCH (w:Word) RETURN w.id AS word, w.begin AS begin, w.head AS head, w.tail AS tail, w.letters AS letters";
  return { name: "words.nodes", text, params: {} };
}
