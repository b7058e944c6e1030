import { foldName } from "../claims/foldName.js";
import {
  compareRanked,
  exactly,
  meaningsOf,
  qualityOf,
  rankOf,
  type Meanings,
  type Ranked,
  type SearchPlace,
} from "../claims/searchQuery.js";
import { decodeCursor, encodeCursor, refusal, shapeOf, type SortKey } from "../cypher/order.js";
import { rowsOf, textOf } from "../cypher/rows.js";
import * as search from "../cypher/search.js";
import type { Row } from "../cypher/statement.js";
import type { Part } from "../cypher/together.js";
import type { Ontology } from "../ontology/ontology.js";
import type { Context } from "./context.js";

/** Something that was found. */
export interface Hit extends Ranked {
  readonly place: SearchPlace;
  /** Where it is a claim, the citation whose quote it is; else null. */
  readonly citation: string | null;
  /** Where it is an entity, the name as it is written; else null. */
  readonly text: string | null;
  /** Where it is an entity, its kind; else null. */
  readonly kind: string | null;
}

/** What was found, the best first, each once. */
export interface Found {
  readonly hits: readonly Hit[];
  /** Whether all that there is was looked at; see SEARCH_LIMITS. */
  readonly complete: boolean;
  /** What stands for each sought word. */
  readonly sought: readonly Meanings[];
}

/** A search as a list: its cursors are good for this text, these kinds and a filter of this shape only. */
export class Search {
  readonly #request: search.SearchRequest;
  readonly #list: string;

  /** Throws BAD_USER_INPUT as {@link search.readSearch} does. */
  constructor(
    private readonly context: Pick<Context, "ontology" | "levels" | "wordsIndex" | "loaders">,
    text: string,
    kinds: readonly string[] | null,
    claims: unknown,
  ) {
    this.#request = search.readSearch(context.ontology, text, kinds, claims);
    const { folded, kinds: sought } = this.#request;
    const narrowed = claims === null ? "" : ` ${shapeOf(claims)}`;
    this.#list = `search ${JSON.stringify([folded, sought && [...sought].sort()])}${narrowed}`;
  }

  cursorOf({ rank, name, id }: Ranked): string {
    return encodeCursor(this.#list, KEYS, [rank, name, id]);
  }

  /** Throws BAD_USER_INPUT for what is no cursor of this search. */
  placeOf(cursor: string): Ranked {
    const [rank, name, id] = decodeCursor(cursor, this.#list, KEYS);
    if (typeof rank !== "number" || typeof name !== "string" || typeof id !== "string")
      throw refusal("after", "is no cursor of this server");
    return { rank, name, id };
  }

  /**
   * Looks for the words as they are; then, where `isEnough` does not find that enough, for what they may stand for. All of these statements take
   * two levels; what the second finds stands behind all that the first has found.
   */
  async find(isEnough: (hits: readonly Hit[]) => boolean): Promise<Found> {
    const { words, folded, claims } = this.#request;
    const exact = exactly(words);
    const { places, beginnings, near: most } = search.SEARCH_LIMITS;
    const [whole, names, quotes, ...near] = await this.#read("search.asWritten", [
      [claims ? null : search.wholeNames(folded, this.#kinds, this.context.loaders.moment), places],
      ...this.#places(exact),
      [search.wordsBeginning(words), beginnings],
      ...search.wordsNear(words).map((part) => [part, most] as const),
    ]);
    const asTheyAre = [names, quotes] as const;
    const known = [...new Set(near.flatMap(({ rows }) => rows.map(({ word }) => textOf(word))))];
    const read = words.map((word) => meaningsOf(word, known, search.SEARCH_LIMITS));
    const sought = read.map(({ meanings }) => meanings);
    const hits = new Map<string, Hit>();
    addNames(hits, whole.rows, exact, folded);
    addFound(hits, asTheyAre, exact, folded);
    let complete = [whole, ...asTheyAre, ...near, ...read].every((one) => one.complete);
    const first = [...hits.values()].sort(compareRanked);
    const meansMore = sought.some((meanings) => meanings.size > 1);
    // where not all was looked at that has the words as they are, there is no end to what may stand for them
    const goOn = meansMore && asTheyAre.every((read) => read.complete) && !isEnough(first);
    if (!goOn) return { hits: first, complete: complete && !meansMore, sought };
    const standingFor = await this.#read("search.meant", this.#places(sought));
    addFound(hits, standingFor, sought, folded);
    complete &&= standingFor.every((read) => read.complete);
    return { hits: [...hits.values()].sort(compareRanked), complete, sought };
  }

  /** What looks for words in names and in quotes, and at how many places each. */
  #places(sought: readonly Meanings[]): readonly [names: Looking, quotes: Looking] {
    const { wordsIndex, loaders } = this.context;
    const { moment } = loaders;
    const { places } = search.SEARCH_LIMITS;
    const { kinds, claims } = this.#request;
    return [
      [claims ? null : search.namesWith(wordsIndex, sought, this.#kinds, moment), places],
      [kinds ? null : search.quotesWith(wordsIndex, sought, moment, claims ?? undefined), places],
    ];
  }

  /** Reads at most so many rows of each statement, which answers one more where there are more. */
  async #read<const L extends readonly Looking[]>(
    name: string,
    lookings: L,
  ): Promise<{ readonly [Nth in keyof L]: Looked }> {
    const parts = lookings.map(([part]) => part);
    const answers = await this.context.levels.readTogether(name, parts);
    return lookings.map(([, most], index) => {
      const rows = answers[index]!;
      return { rows: rows.slice(0, most), complete: rows.length <= most };
    }) as unknown as { readonly [Nth in keyof L]: Looked };
  }

  get #kinds(): readonly string[] {
    return this.#request.kinds ?? kindNames(this.context.ontology);
  }
}

const KEYS: readonly SortKey[] = ["RANK", "NAME", "ID"].map((name) => ({ name, expression: "", direction: "ASC" }));

type Looking = readonly [statement: Part | null, most: number];

interface Looked {
  readonly rows: readonly Row[];
  readonly complete: boolean;
}

function kindNames(ontology: Ontology): readonly string[] {
  return [...ontology.kinds.keys()];
}

function addFound(
  hits: Map<string, Hit>,
  [names, quotes]: readonly [Looked, Looked],
  sought: readonly Meanings[],
  folded: string,
): void {
  addNames(hits, names.rows, sought, folded);
  for (const { id, citation, words } of rowsOf<search.QuoteFound>(quotes.rows)) {
    const quality = qualityOf(words.split(" "), sought);
    if (quality === null) continue;
    add(hits, {
      ...{ id, name: "", rank: rankOf("QUOTE", quality, false), place: "QUOTE", citation },
      text: null,
      kind: null,
    });
  }
}

function addNames(hits: Map<string, Hit>, rows: readonly Row[], sought: readonly Meanings[], folded: string): void {
  for (const row of rowsOf<search.NameFound>(rows)) {
    const quality = qualityOf(row.words.split(" "), sought);
    if (quality === null) continue;
    const name = row.nameTexts === null ? row.name : row.nameTexts.find((text) => foldName(text) === row.folded);
    const text = name ?? row.aliasTexts?.find((alias) => foldName(alias) === row.folded) ?? row.folded;
    const place = name === undefined ? "ALIAS" : "NAME";
    const rank = rankOf(place, quality, row.folded === folded);
    add(hits, { id: row.id, name: row.sortName, rank, place, citation: null, text, kind: row.kind });
  }
}

/** Of several ways in which one thing was found the best counts; of equal ones always the same. */
function add(hits: Map<string, Hit>, hit: Hit): void {
  const before = hits.get(hit.id);
  const tie = ({ citation, text }: Hit) => `${citation} ${text}`;
  if (before && (before.rank < hit.rank || (before.rank === hit.rank && tie(before) <= tie(hit)))) return;
  hits.set(hit.id, hit);
}
