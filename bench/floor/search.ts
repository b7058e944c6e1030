import { foldName } from "../../src/claims/foldName.js";
import {
  compareRanked,
  exactly,
  meaningsOf,
  qualityOf,
  rankOf,
  scoreOf,
  soughtWords,
  type Meanings,
  type SearchPlace,
} from "../../src/claims/searchQuery.js";
import { mistakeKeys, wordKeys } from "../../src/claims/searchWords.js";
import { snippetOf } from "../../src/claims/snippet.js";
import { entity, holds, wholeClaim, type EntityColumns, type HandWritten, type Read } from "./handWritten.js";
import { claimOf, cursorOf, entityOf, type ClaimColumns } from "./nodes.js";

const FIRST = 20;
const LIMITS = { beginnings: 500, near: 5000, mistakes: 32, places: 1000 };

const NAMES = `[${entity("e")}, e.sortName, n.words, CASE WHEN n.folded <> e.sortName THEN [n.folded, e.nameTexts, e.aliasTexts] END]`;

const PLACES = `
CALL () {
  CALL db.index.fulltext.queryNodes('name_words', $p.words) YIELD node AS n
  MATCH (n)<-[:HAS_NAME]-(e) WITH n, e LIMIT ${LIMITS.places} RETURN collect(${NAMES}) AS names
}
CALL () {
  CALL db.index.fulltext.queryNodes('citation_words', $p.words) YIELD node AS n
  MATCH (n)<-[:HAS_CITATION]-(c) WHERE ${holds("c")} WITH n, c LIMIT ${LIMITS.places}
  RETURN collect([c.id, n.id, n.words, n.quote]) AS quotes
}`;

const WORDS = {
  beginnings: `UNWIND $p.beginnings AS r MATCH (w:Word {begin: r.begin}) WHERE w.id STARTS WITH r.word WITH w.id AS word, w.letters AS letters ORDER BY letters, word LIMIT ${LIMITS.beginnings}`,
  heads: `UNWIND $p.heads AS r MATCH (w:Word {head: r.head}) WHERE w.letters = r.letters WITH w.id AS word ORDER BY word LIMIT ${LIMITS.near}`,
  tails: `UNWIND $p.tails AS r MATCH (w:Word {tail: r.tail}) WHERE w.letters = r.letters WITH w.id AS word ORDER BY word LIMIT ${LIMITS.near}`,
};
const ALL_WORDS = Object.entries(WORDS).map(([name, text]) => `CALL () { ${text} RETURN collect(word) AS ${name} }`);

const CLAIMS = `UNWIND $p.ids AS id MATCH (c:Claim {id: id}) RETURN ${wholeClaim("c")} AS row`;

/** How an engine's own index of words is asked. */
interface WordIndex {
  /** Names and quotes with the words as they are, and the words that these may stand for. */
  readonly first: (read: Read, exact: readonly Meanings[], keys: object) => Promise<[...Places, known: string[]]>;
  readonly second: (read: Read, sought: readonly Meanings[]) => Promise<Places>;
}

const LUCENE: WordIndex = {
  first: async (read, exact, keys) => {
    const text = `${ALL_WORDS.join("\n")}${PLACES}\nRETURN [names, quotes, beginnings + heads + tails] AS row`;
    const [row] = await read(text, { ...keys, words: lucene(exact) });
    return row as [...Places, string[]];
  },
  second: async (read, sought) => {
    const [row] = await read(`${PLACES}\nRETURN [names, quotes] AS row`, { words: lucene(sought) });
    return row as Places;
  },
};

/** Beside it, many statements cost no more than one, and each word has a condition of its own. */
const EMBEDDED: WordIndex = {
  first: async (read, exact, keys) => {
    const places = await textMatches(read, exact);
    const known = await Promise.all(Object.values(WORDS).map((text) => read(`${text} RETURN word AS row`, keys)));
    return [...places, known.flat() as string[]];
  },
  second: textMatches,
};

async function textMatches(read: Read, sought: readonly Meanings[]): Promise<Places> {
  const groups = rarestFirst(sought);
  const words = Object.fromEntries(groups.map((group, index) => [`words${index}`, group.join(" ")]));
  const holding = groups.map((_, index) => `text_match(n.words, $words${index})`).join(" AND ");
  const names = `MATCH (n:Name) WHERE ${holding} MATCH (n)<-[:HAS_NAME]-(e:Entity) RETURN ${NAMES} AS row LIMIT ${LIMITS.places}`;
  const quotes = `MATCH (n:Citation) WHERE ${holding} MATCH (n)<-[:HAS_CITATION]-(c:Claim) WHERE ${holds("c")} RETURN [c.id, n.id, n.words, n.quote] AS row LIMIT ${LIMITS.places}`;
  return (await Promise.all([read(names, words), read(quotes, words)])) as Places;
}

export const search = searchBy(LUCENE);
export const searchEmbedded = searchBy(EMBEDDED);

/** The words as they are and, in the same statement, what they may stand for; only where that is not enough a second look, for these. */
function searchBy(index: WordIndex): HandWritten {
  return async (read, { text }) => {
    const words = soughtWords(text!);
    const folded = foldName(text!);
    const near = words.filter(({ withMistake }) => withMistake).map(({ word }) => mistakeKeys(word));
    const exact = exactly(words);
    const row = await index.first(read, exact, {
      beginnings: words
        .filter(({ asBeginning }) => asBeginning)
        .map(({ word }) => ({ word, begin: wordKeys(word).begin })),
      heads: near.flatMap(({ heads }) => heads),
      tails: near.flatMap(({ tails }) => tails),
    });
    const [names, quotes, known] = row;
    const hits = new Map<string, Hit>();
    addPlaces(hits, [names, quotes], exact, folded);
    let sought = exact;
    if (hits.size <= FIRST) {
      sought = words.map((word) => meaningsOf(word, new Set(known), LIMITS).meanings);
      addPlaces(hits, await index.second(read, sought), sought, folded);
    }
    const found = [...hits.values()].sort(compareRanked);
    const page = found.slice(0, FIRST);
    const ids = page.flatMap(({ id, entity: one }) => (one ? [] : [id]));
    const claims = new Map<string, string>();
    if (ids.length > 0) {
      for (const columns of (await read(CLAIMS, { ids })) as [ClaimColumns, EntityColumns, EntityColumns | null][]) {
        const [claim, subject, object] = columns;
        claims.set(claim[0], claimOf(claim, entityOf(subject), object && entityOf(object)).statement);
      }
    }
    const edges = page.map((hit) => {
      const { __typename, id, kind, name } = hit.entity ?? { __typename: "Claim", id: hit.id };
      return {
        score: scoreOf(hit.rank),
        match: hit.place,
        snippet: snippetOf(hit.text, sought).text,
        node: hit.entity ? { __typename, id, kind, name } : { __typename, id, statement: claims.get(id)! },
      };
    });
    const last = page.at(-1);
    const endCursor = last ? cursorOf(last.rank, last.name, last.id) : null;
    return { search: { pageInfo: { hasNextPage: found.length > FIRST, endCursor }, edges } };
  };
}

type Places = [names: readonly NameColumns[], quotes: readonly QuoteColumns[]];
type NameColumns = readonly [
  ...[entity: EntityColumns, sortName: string, words: string],
  /** Where the name is another than the one by which the entity is ordered. */
  other: readonly [folded: string, nameTexts: readonly string[], aliasTexts: readonly string[] | null] | null,
];
type QuoteColumns = readonly [claim: string, citation: string, words: string, quote: string];

interface Hit {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly place: SearchPlace;
  readonly text: string;
  /** By which of two equal hits of one thing is told. */
  readonly tie: string;
  readonly entity: ReturnType<typeof entityOf> | null;
}

function addPlaces(hits: Map<string, Hit>, [names, quotes]: Places, sought: readonly Meanings[], folded: string) {
  for (const [columns, sortName, words, other] of names) {
    const quality = qualityOf(words.split(" "), sought);
    if (quality === null) continue;
    const [name, nameTexts, aliasTexts] = other ?? [sortName, [columns[2]], null];
    const own = nameTexts.find((text) => foldName(text) === name);
    const text = own ?? aliasTexts?.find((alias) => foldName(alias) === name) ?? name;
    const place = own === undefined ? "ALIAS" : "NAME";
    const rank = rankOf(place, quality, name === folded);
    add(hits, { id: columns[0], name: sortName, rank, place, text, tie: `null ${text}`, entity: entityOf(columns) });
  }
  for (const [id, citation, words, text] of quotes) {
    const quality = qualityOf(words.split(" "), sought);
    if (quality === null) continue;
    const rank = rankOf("QUOTE", quality, false);
    add(hits, { id, name: "", rank, place: "QUOTE", text, tie: `${citation} null`, entity: null });
  }
}

function add(hits: Map<string, Hit>, hit: Hit) {
  const before = hits.get(hit.id);
  if (before && (before.rank < hit.rank || (before.rank === hit.rank && before.tie <= hit.tie))) return;
  hits.set(hit.id, hit);
}

/** Of each group one word at least. */
function lucene(sought: readonly Meanings[]): string {
  return rarestFirst(sought)
    .map((group) => `+(${group.map((word) => `"${word}"`).join(" ")})`)
    .join(" ");
}

function rarestFirst(sought: readonly Meanings[]): readonly (readonly string[])[] {
  const common = (group: readonly string[]) => Math.log2(group.length) - group[0]!.length;
  return sought.map((meanings) => [...meanings.keys()]).sort((a, b) => common(a) - common(b));
}
