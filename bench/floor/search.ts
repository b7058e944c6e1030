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
import { entity, holds, wholeClaim, type EntityColumns, type HandWritten } from "./handWritten.js";
import { claimOf, cursorOf, entityOf, type ClaimColumns } from "./nodes.js";

const FIRST = 20;
const LIMITS = { beginnings: 500, near: 5000, mistakes: 32, places: 1000 };

const PLACES = `
CALL () {
  CALL db.index.fulltext.queryNodes('name_words', $p.words) YIELD node AS n
  MATCH (n)<-[:HAS_NAME]-(e) WITH n, e LIMIT ${LIMITS.places}
  RETURN collect([${entity("e")}, e.sortName, n.words, CASE WHEN n.folded <> e.sortName THEN [n.folded, e.nameTexts, e.aliasTexts] END]) AS names
}
CALL () {
  CALL db.index.fulltext.queryNodes('citation_words', $p.words) YIELD node AS n
  MATCH (n)<-[:HAS_CITATION]-(c:Claim) WHERE ${holds("c")} WITH n, c LIMIT ${LIMITS.places}
  RETURN collect([c.id, n.id, n.words, n.quote]) AS quotes
}`;

const WORDS = `
CALL () {
  UNWIND $p.beginnings AS r MATCH (w:Word {begin: r.begin}) WHERE w.id STARTS WITH r.word
  WITH w.id AS word, w.letters AS letters ORDER BY letters, word LIMIT ${LIMITS.beginnings} RETURN collect(word) AS beginnings
}
CALL () { UNWIND $p.heads AS r MATCH (w:Word {head: r.head}) WHERE w.letters = r.letters WITH w.id AS word ORDER BY word LIMIT ${LIMITS.near} RETURN collect(word) AS heads }
CALL () { UNWIND $p.tails AS r MATCH (w:Word {tail: r.tail}) WHERE w.letters = r.letters WITH w.id AS word ORDER BY word LIMIT ${LIMITS.near} RETURN collect(word) AS tails }`;

const FIRST_LOOK = `${WORDS}${PLACES}\nRETURN [names, quotes, beginnings, heads, tails] AS row`;
const SECOND_LOOK = `${PLACES}\nRETURN [names, quotes] AS row`;
const CLAIMS = `UNWIND $p.ids AS id MATCH (c:Claim {id: id}) RETURN ${wholeClaim("c")} AS row`;

/** The words as they are and, in the same statement, what they may stand for; only where that is not enough a second look, for these. */
export const search: HandWritten = async (read, { text }) => {
  const words = soughtWords(text!);
  const folded = foldName(text!);
  const near = words.filter(({ withMistake }) => withMistake).map(({ word }) => mistakeKeys(word));
  const exact = exactly(words);
  const [row] = (await read(FIRST_LOOK, {
    words: lucene(exact),
    beginnings: words
      .filter(({ asBeginning }) => asBeginning)
      .map(({ word }) => ({ word, begin: wordKeys(word).begin })),
    heads: near.flatMap(({ heads }) => heads),
    tails: near.flatMap(({ tails }) => tails),
  })) as [[...Places, ...known: string[][]]];
  const [names, quotes, ...known] = row;
  const hits = new Map<string, Hit>();
  addPlaces(hits, [names, quotes], exact, folded);
  let sought = exact;
  if (hits.size <= FIRST) {
    sought = words.map((word) => meaningsOf(word, new Set(known.flat()), LIMITS).meanings);
    const [more] = (await read(SECOND_LOOK, { words: lucene(sought) })) as [Places];
    addPlaces(hits, more, sought, folded);
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

/** Of each group one word at least, the rarest group first. */
function lucene(sought: readonly Meanings[]): string {
  const groups = sought.map((meanings) => [...meanings.keys()]);
  const common = (group: readonly string[]) => Math.log2(group.length) - group[0]!.length;
  return groups
    .sort((a, b) => common(a) - common(b))
    .map((group) => `+(${group.map((word) => `"${word}"`).join(" ")})`)
    .join(" ");
}
