import { foldName } from "../claims/foldName.js";
import { soughtWords, type Meanings, type SoughtWord } from "../claims/searchQuery.js";
import { mistakeKeys, wordKeys } from "../claims/searchWords.js";
import type { Ontology } from "../ontology/ontology.js";
import { Block } from "./block.js";
import type { ClaimFilter } from "./condition.js";
import { readClaimFilter } from "./filter.js";
import { MatchWriter } from "./match.js";
import { counts, CURRENT, known, NOW, type Moment } from "./moment.js";
import { Params } from "./params.js";
import { badInput, unknownName } from "./refusal.js";
import type { Value } from "./statement.js";
import type { Part } from "./together.js";

/**
 * Statements of the search. How it is found, and why so:
 *
 * - Names and citations carry their folded words (`words`), and each engine has its own full-text index of them: Lucene's in Neo4j, the embedded
 *   engine's own. Both are kept in the transaction of the write, survive a restart, and are a tenth of what an edge from each word to each quote
 *   takes. But neither folds Arabic, they rank differently, and one knows no beginnings and no mistakes.
 * - So folding, ranking and marking are ours, and what a beginning or a mistake may stand for is read from nodes (:Word), one for each distinct
 *   word: three indexes by equality, which both engines have, find the few that are looked at more closely. An index is then asked for words as
 *   they are only, and everything that it gives is looked at again: engines may give too much, never too little.
 * - Where there is more than {@link SEARCH_LIMITS} let be looked at, the answer tells so (`complete`).
 */

/** How much of the graph one search looks at. */
export const SEARCH_LIMITS = {
  /** Names, and quotes, that have the words as they are; and as many that have what these may stand for. */
  places: 1000,
  /** Words that begin with the last one, the shortest first. */
  beginnings: 500,
  /** Words looked at whether they are another's mistaken form. */
  near: 5000,
  /** Words that differ by a mistake from one that is sought. */
  mistakes: 32,
  /** Words that the index is asked for, the longest; the others are looked for in what it gives. */
  asked: 8,
  /** Words that are sought. */
  words: 20,
  /** UTF-16 code units of the text that is sought. */
  text: 1000,
} as const;

/** What is sought. */
export interface SearchRequest {
  /** The text, folded. */
  readonly folded: string;
  readonly words: readonly SoughtWord[];
  /** The names of the kinds of which entities may be; null where claims are sought too. */
  readonly kinds: readonly string[] | null;
  /** What claims must meet, where only these are sought; else null. */
  readonly claims: ClaimFilter | null;
}

/**
 * Reads what is sought. Throws BAD_USER_INPUT where there is no word in it, or too much, or a kind that the ontology does not have; where both
 * kinds and a filter of claims are given, which nothing meets.
 */
export function readSearch(
  ontology: Ontology,
  text: string,
  kinds: readonly string[] | null,
  claims: unknown = null,
): SearchRequest {
  const refuse = (code: string, message: string) => badInput(code, message, ["text"]);
  if (text.length > SEARCH_LIMITS.text) {
    throw refuse("TEXT_TOO_LONG", `has ${text.length} characters; at most ${SEARCH_LIMITS.text} are sought`);
  }
  const words = soughtWords(text);
  if (words.length === 0) throw refuse("NO_WORD", "has no letter and no digit: there is nothing to search for");
  if (words.length > SEARCH_LIMITS.words) {
    throw refuse("TOO_MANY_WORDS", `has ${words.length} words; at most ${SEARCH_LIMITS.words} are sought together`);
  }
  const known = [...ontology.kinds.values()];
  const names = kinds?.map((name, index) => {
    const kind = known.find((one) => one.name === name || one.type === name);
    if (!kind) throw unknownName("kind", name, ontology.kinds.keys(), ["kinds", index]);
    return kind.name;
  });
  if (names && claims !== null) {
    throw badInput("KINDS_AND_CLAIMS", "is given beside `kinds`, by which no claim is found: leave one out", [
      "claims",
    ]);
  }
  const filter = claims === null ? null : readClaimFilter(ontology, claims, ["claims"]);
  return { folded: foldName(text), words, kinds: names ?? null, claims: filter };
}

/** The words that begin as the last sought one does, the shortest first: rows `word`. Null where none is to be looked for. */
export function wordsBeginning(words: readonly SoughtWord[]): Part | null {
  const sought = words.filter(({ asBeginning }) => asBeginning);
  if (sought.length === 0) return null;
  const rows = sought.map(({ word }) => ({ word, begin: wordKeys(word).begin }));
  const text = [
    "UNWIND $rows AS r MATCH (w:Word {begin: r.begin}) WHERE w.id STARTS WITH r.word",
    "WITH w.id AS word, w.letters AS letters ORDER BY letters, word LIMIT $limit RETURN word",
  ].join("\n");
  const params = { rows, limit: SEARCH_LIMITS.beginnings + 1 };
  return { name: "search.beginnings", text, params, columns: ["word"] };
}

/** Words that may differ from sought ones by a mistake, by their heads and by their tails: rows `word`. None where none is to be looked for. */
export function wordsNear(words: readonly SoughtWord[]): readonly Part[] {
  const keys = words.filter(({ withMistake }) => withMistake).map(({ word }) => mistakeKeys(word));
  if (keys.length === 0) return [];
  const by = (key: "head" | "tail", rows: Value): Part => {
    const text = [
      `UNWIND $rows AS r MATCH (w:Word {${key}: r.${key}}) WHERE w.letters = r.letters`,
      "RETURN w.id AS word ORDER BY word LIMIT $limit",
    ].join("\n");
    return { name: `search.${key}s`, text, params: { rows, limit: SEARCH_LIMITS.near + 1 }, columns: ["word"] };
  };
  const values = (rows: readonly object[]) => rows as unknown as Value;
  return [
    by("head", values(keys.flatMap(({ heads }) => heads))),
    by("tail", values(keys.flatMap(({ tails }) => tails))),
  ];
}

/** The beginning of a statement that an engine's full-text index answers: its lines bind `n`. */
export interface WordsMatch {
  readonly text: string;
  readonly params: Readonly<Record<string, Value>>;
}

/**
 * Makes the beginning of a statement that binds `n`, once each, to the nodes of a label in whose `words` there is of each group one word at least.
 * It may bind others too. The groups come in the order in which they are worth looking for.
 */
export type WordsIndex = (label: "Name" | "Citation", groups: readonly (readonly string[])[]) => WordsMatch;

/** An entity's name that may be what is sought. */
export interface NameFound {
  readonly id: string;
  readonly kind: string;
  readonly sortName: string;
  readonly folded: string;
  readonly words: string;
  /** Its name in the ontology's first language, by which it is sorted. */
  readonly name: string;
  /** All of its names, and its other ones; null where that name was found. */
  readonly nameTexts: readonly string[] | null;
  readonly aliasTexts: readonly string[] | null;
}
const COLUMNS_OF_NAME = {
  ...{ id: "e.id", kind: "e.kind", sortName: "e.sortName", folded: "n.folded", words: "n.words", name: "e.name" },
  // most are found by the name by which they are sorted: the others are not brought for nothing
  nameTexts: "CASE WHEN n.folded = e.sortName THEN null ELSE e.nameTexts END",
  aliasTexts: "CASE WHEN n.folded = e.sortName THEN null ELSE e.aliasTexts END",
};
const NAME_FOUND = Object.entries(COLUMNS_OF_NAME)
  .map(([name, expression]) => `${expression} AS ${name}`)
  .join(", ");

/** A claim's quote that may be what is sought. */
export interface QuoteFound {
  /** The claim's. */
  readonly id: string;
  readonly citation: string;
  readonly words: string;
}

/** The names that are just the text that is sought: rows {@link NameFound}, one more than are looked at where there are more. */
export function wholeNames(folded: string, kinds: readonly string[], moment = NOW): Part {
  const { p, holds } = knownEntity(moment);
  const text = [
    "UNWIND $names AS name MATCH (n:Name {folded: name}) MATCH (n)<-[:HAS_NAME]-(e:Entity)",
    `WHERE ${holds} RETURN ${NAME_FOUND} LIMIT $limit`,
  ].join("\n");
  return nameStatement("search.wholeNames", text, { names: [folded], kinds, limit: LIMIT, p });
}

/** Names with words of all sought ones' meanings: rows {@link NameFound}, one more than are looked at where there are more. */
export function namesWith(
  index: WordsIndex,
  sought: readonly Meanings[],
  kinds: readonly string[],
  moment = NOW,
): Part {
  const { p, holds } = knownEntity(moment);
  const match = index("Name", groupsOf(sought));
  const text = [
    match.text,
    `WITH n MATCH (n)<-[:HAS_NAME]-(e:Entity) WHERE ${holds}`,
    `RETURN ${NAME_FOUND} LIMIT $limit`,
  ].join("\n");
  return nameStatement("search.names", text, { ...match.params, kinds, limit: LIMIT, p });
}

function nameStatement(name: string, text: string, params: Part["params"]): Part {
  return { name, text, params, columns: Object.keys(COLUMNS_OF_NAME) };
}

/** Quotes of claims that count and meet a filter, as {@link namesWith}: rows {@link QuoteFound}. */
export function quotesWith(
  index: WordsIndex,
  sought: readonly Meanings[],
  moment = NOW,
  { scope, meets }: ClaimFilter = { scope: CURRENT, meets: { all: [] } },
): Part {
  const writer = new MatchWriter({ moment });
  const holds = [...known("n", moment, writer.param), ...counts("c", scope, moment, writer.param)].join(" AND ");
  const match = index("Citation", groupsOf(sought));
  const found = new Block([`MATCH (n)<-[:HAS_CITATION]-(c:Claim) WHERE ${holds}`], ["n", "c"]);
  writer.narrowLink(found, { claim: "c" }, { leaf: { is: "claim", meets } });
  const text = [
    match.text,
    `WITH n ${found.lines.join("\n")}`,
    "RETURN c.id AS id, n.id AS citation, n.words AS words LIMIT $limit",
  ].join("\n");
  const params = { ...match.params, limit: LIMIT, p: writer.params };
  return { name: "search.quotes", text, params, columns: ["id", "citation", "words"] };
}

/** That an entity `e` is of one of the kinds, and known. */
function knownEntity(moment: Moment): { readonly p: Params["values"]; readonly holds: string } {
  const params = new Params();
  return { p: params.values, holds: ["e.kind IN $kinds", ...known("e", moment, params.add)].join(" AND ") };
}

const LIMIT = SEARCH_LIMITS.places + 1;

/** The rarest first, as far as that can be told: words that stand for little, and long ones. */
function groupsOf(sought: readonly Meanings[]): readonly (readonly string[])[] {
  const groups = sought.map((meanings) => [...meanings.keys()]);
  const common = (group: readonly string[]) => Math.log2(group.length) - group[0]!.length;
  return groups.sort((a, b) => common(a) - common(b)).slice(0, SEARCH_LIMITS.asked);
}
