import { isOneMistake, mayBeMistaken } from "./searchWords.js";

/** In what the names of two entities are alike, and how strong a sign that is, 0 to 1. All texts are folded names. */
export type NameLikeness =
  /** Both go by these names; `sharers` entities of the kind go by the rarest of them. */
  | { readonly by: "SAME_NAME"; readonly names: readonly string[]; readonly sharers: number; readonly strength: number }
  /** The same letters, but for spaces, or the same words in another order. */
  | { readonly by: "SAME_LETTERS"; readonly names: readonly [string, string]; readonly strength: number }
  /** One letter is missing, added or another, or two stand in the other order. */
  | { readonly by: "ONE_MISTAKE"; readonly names: readonly [string, string]; readonly strength: number }
  /** They have rare words in common. */
  | {
      readonly by: "RARE_WORDS";
      readonly names: readonly [string, string];
      readonly words: readonly string[];
      readonly strength: number;
    };

/** What tells two entities apart, though nothing else of their names does: a name, or a word, that more of a kind go by says nothing. */
export const MOST_SHARERS = 20;

/** How strong a sign it is that two entities, and no others, share a name; that names differ in writing only; by a mistake; that all but common words are the same. */
const SAME_NAME = 0.8;
const SAME_LETTERS = 0.7;
const ONE_MISTAKE = 0.6;
const RARE_WORDS = 0.7;

/** Of a long list of names so many are compared with another's. */
const MOST_NAMES = 12;

/** Shorter names are near too many others to be taken for them. */
const LEAST_LETTERS = 5;

/** Two entities by their places in the order in which they were added, the lower first. */
export type Pair = readonly [number, number];

interface Name {
  readonly text: string;
  /** In their order, and as often as they stand in it. */
  readonly words: readonly string[];
  /** Its words without what stands between. */
  readonly letters: string;
  /** The words by which things of one name are told from one another, in order: numbers, what holds digits, single letters. */
  readonly marks: readonly string[];
  /** The entities that go by it. */
  readonly owners: number[];
}

/**
 * The names of the entities of one kind, among which those are found that are alike. No entity is compared with all others: pairs come from names
 * that are the same, or so but for spaces, order or one mistake, and from rare words. What many share makes no pair, so that 257 things
 * of one name make none.
 */
export class NamePairs {
  readonly #names = new Map<string, Name>();
  readonly #named: Name[][] = [];
  /** Which entities have a word in one of their names, in order, each once. */
  readonly #words = new Map<string, number[]>();

  /** Adds an entity with its folded names; answers its place. */
  add(names: readonly string[]): number {
    const entity = this.#named.length;
    this.#named.push(
      [...new Set(names)].map((text) => {
        const name = this.#name(text);
        name.owners.push(entity);
        for (const word of name.words) {
          const owners = this.#words.get(word);
          if (!owners) this.#words.set(word, [entity]);
          else if (owners.at(-1) !== entity) owners.push(entity);
        }
        return name;
      }),
    );
    return entity;
  }

  /**
   * The pairs of entities whose names may be alike; some come more than once. Now and then it gives null instead: whoever takes the pairs can let others
   * have their turn.
   */
  *pairs(): Generator<Pair | null> {
    yield* pairsOfEach(this.#owners(), pairsAmong);
    yield* this.#sameLetters();
    yield* this.#mistakes();
    yield* pairsOfEach(this.#words.values(), pairsAmong);
  }

  /** In what the names of two entities are alike; null where they are not, or only as those of many are. */
  likeness([one, other]: Pair): NameLikeness | null {
    const [ours, theirs] = [this.#named[one]!, this.#named[other]!];
    const shared = ours.filter((name) => theirs.includes(name) && name.owners.length <= MOST_SHARERS);
    let best: NameLikeness | null = shared.length > 0 ? sameName(shared) : null;
    for (const a of ours.slice(0, MOST_NAMES)) {
      for (const b of theirs.slice(0, MOST_NAMES)) {
        if (a === b || a.owners.length + b.owners.length > MOST_SHARERS) continue;
        const found = this.#compare(a, b);
        if (found && found.strength > (best?.strength ?? 0)) best = found;
      }
    }
    return best;
  }

  #compare(a: Name, b: Name): NameLikeness | null {
    const rarity = rarityOf(a.owners.length + b.owners.length);
    const names = [a.text, b.text] as const;
    if (a.letters === b.letters || sortedWords(a) === sortedWords(b)) {
      return { by: "SAME_LETTERS", names, strength: SAME_LETTERS * rarity };
    }
    if (isLong(a) && isLong(b) && a.marks.join() === b.marks.join() && isOneMistake(a.letters, b.letters)) {
      return {
        by: "ONE_MISTAKE",
        names,
        strength: ONE_MISTAKE * rarity * Math.min(1, (this.#lettersOfMistake(a, b) - 1) / LONG),
      };
    }
    const { words, likeness } = this.#compareWords(a, b);
    return words.length > 0 ? { by: "RARE_WORDS", names, words, strength: RARE_WORDS * likeness * rarity } : null;
  }

  /** How many letters the word has in which two names differ by a mistake, with the rare words beside it; the whole names, where they are parted into words otherwise. */
  #lettersOfMistake(a: Name, b: Name): number {
    const [word, ...more] = without(a.words, b.words);
    if (a.words.length !== b.words.length || word === undefined || more.length > 0) return a.letters.length;
    const beside = a.words.filter((one) => one !== word && this.#isRare(one));
    return word.length + beside.join("").length;
  }

  #isRare(word: string): boolean {
    return this.#words.get(word)!.length <= MOST_SHARERS;
  }

  /** The rare words that two names share, and how alike the names are by the weight of all they share, 0 to 1. */
  #compareWords(a: Name, b: Name): { readonly words: readonly string[]; readonly likeness: number } {
    const same = without(a.words, without(a.words, b.words));
    const [restA, restB] = [new Set(without(a.words, b.words)), new Set(without(b.words, a.words))];
    let common = this.#weigh(same);
    for (const word of restA) {
      const near = mayBeMistaken(word) && [...restB].find((other) => mayBeMistaken(other) && isOneMistake(word, other));
      if (near === false || near === undefined) continue;
      common += NEAR_WORD * Math.min(this.#weight(word), this.#weight(near));
      restA.delete(word);
      restB.delete(near);
    }
    const [all, more] = [this.#weigh(a.words), this.#weigh(b.words)];
    // a name that is the other with more words is nearer to it than one that has others in their place
    let likeness = Math.sqrt((common / (all + more - common)) * (common / Math.min(all, more)));
    const [markedA, markedB] = [without(a.marks, b.marks).length > 0, without(b.marks, a.marks).length > 0];
    if (markedA && markedB) likeness *= OTHER_MARKS;
    else if (markedA || markedB) likeness *= MORE_MARKS;
    // where each has a word of its own, they are told apart by these, the more so the rarer they are beside what is shared
    const rarest = (words: Iterable<string>) => Math.max(0, ...[...words].map((word) => this.#weight(word)));
    const own = Math.min(rarest(restA), rarest(restB));
    likeness *= 1 - OWN_WORDS * (own === 0 ? 0 : own / Math.max(own, rarest(same)));
    return { words: [...new Set(same)].filter((word) => this.#isRare(word)), likeness };
  }

  #weigh(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + this.#weight(word), 0);
  }

  /** The rarer a word is among the entities, the more it tells. */
  #weight(word: string): number {
    return Math.log(1 + this.#named.length / this.#words.get(word)!.length);
  }

  #name(text: string): Name {
    const known = this.#names.get(text);
    if (known) return known;
    const words = text.split(" ");
    const made: Name = {
      ...{ text, words, letters: text.replaceAll(" ", ""), marks: words.filter(isMark).sort() },
      owners: [],
    };
    this.#names.set(text, made);
    return made;
  }

  *#owners(): Generator<readonly number[]> {
    for (const { owners } of this.#names.values()) yield owners;
  }

  *#sameLetters(): Generator<Pair | null> {
    for (const keyOf of [({ letters }: Name) => letters, sortedWords]) {
      const groups = new Map<string, Name[]>();
      let count = 0;
      for (const name of this.#names.values()) {
        if (++count % PAUSE === 0) yield null;
        const key = keyOf(name);
        const group = groups.get(key);
        if (group) group.push(name);
        else groups.set(key, [name]);
      }
      yield* pairsOfEach(groups.values(), pairsBetween);
    }
  }

  /**
   * Names that differ by one mistake have a text in common that is theirs without one letter (or one is that of the other), so names are brought together by these texts. Of the texts
   * only a number is kept, for there are as many as all names have letters; whether two names of one number are alike is then looked at.
   * No digit is left out: another number is another thing.
   */
  *#mistakes(): Generator<Pair | null> {
    const names = [...this.#names.values()].filter((name) => isLong(name) && name.owners.length <= MOST_SHARERS);
    const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
    for (const [index, { letters, marks }] of names.entries()) {
      if (index % PAUSE === 0) yield null;
      const signs = [...letters];
      const put = (text: string) => {
        const hash = hashOf(`${marks.join(" ")} ${text}`);
        buckets[hash % BUCKETS]!.push(hash * MOST_HASHED + (index % MOST_HASHED));
      };
      put(letters);
      for (const [at, sign] of signs.entries()) {
        if (sign !== signs[at - 1] && !/\p{N}/u.test(sign)) put(signs.filter((_, place) => place !== at).join(""));
      }
    }
    for (const bucket of buckets) {
      yield null;
      const sorted = Float64Array.from(bucket).sort();
      for (let from = 0, to = 0; from < sorted.length; from = to) {
        const hash = Math.floor(sorted[from]! / MOST_HASHED);
        while (to < sorted.length && Math.floor(sorted[to]! / MOST_HASHED) === hash) to++;
        if (to - from < 2) continue;
        const group = [...new Set(sorted.subarray(from, to))].map((value) => names[value % MOST_HASHED]!);
        yield* pairsBetween(group);
      }
    }
  }
}

/** How much a word counts that differs from another by a mistake. */
const NEAR_WORD = 0.8;

/** What is left of the likeness of names that have other numbers, or of which one has more of them; what is taken from it at most by words of their own. */
const OTHER_MARKS = 0.3;
const MORE_MARKS = 0.75;
const OWN_WORDS = 0.75;

/** A mistake in so many letters is most likely one; of a short word a letter tells more. */
const LONG = 6;

/** After how many names there is a pause; into how many parts the hashes are put, and how many names they can tell apart. */
const PAUSE = 500;
const BUCKETS = 64;
const MOST_HASHED = 2 ** 21;

function sameName(shared: readonly Name[]): NameLikeness {
  const [rarest, ...others] = [...shared].sort((a, b) => a.owners.length - b.owners.length);
  // a second name in common is seldom there by chance, but mostly it is the first in another language
  const strength = others.reduce(
    (sum, { owners }) => 1 - (1 - sum) * (1 - (SAME_NAME * rarityOf(owners.length)) / 4),
    SAME_NAME * rarityOf(rarest!.owners.length),
  );
  return {
    ...{ by: "SAME_NAME", strength, sharers: rarest!.owners.length },
    names: [rarest!, ...others].map(({ text }) => text),
  };
}

/** How much less it says that so many entities share what two share: 1 of two, 0.5 of eight. */
function rarityOf(sharers: number): number {
  return Math.sqrt(2 / Math.max(2, sharers));
}

function isLong({ letters }: Name): boolean {
  return letters.length >= LEAST_LETTERS;
}

/** Words without those of another list, each taken away as often as it stands there. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isMark(word: string): boolean {
  return word.length === 1 || /\p{N}/u.test(word);
}

function sortedWords({ words }: Name): string {
  return [...words].sort().join(" ");
}

/** The pairs of each group, and now and then a null. */
function* pairsOfEach<T>(
  groups: Iterable<readonly T[]>,
  pairsOf: (group: readonly T[]) => Iterable<Pair>,
): Generator<Pair | null> {
  let count = 0;
  for (const group of groups) {
    if (++count % PAUSE === 0) yield null;
    if (group.length > 1) yield* pairsOf(group);
  }
}

function* pairsAmong(entities: readonly number[]): Generator<Pair> {
  if (entities.length > MOST_SHARERS) return;
  for (const [index, one] of entities.entries()) {
    for (const other of entities.slice(index + 1)) yield [one, other];
  }
}

/** The pairs of those who go by one of the names and those who go by another. */
function* pairsBetween(names: readonly Name[]): Generator<Pair> {
  if (names.length < 2 || names.length > MOST_SHARERS) return;
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      if (a.owners.length + b.owners.length > MOST_SHARERS) continue;
      for (const one of a.owners) {
        for (const other of b.owners) if (one !== other) yield one < other ? [one, other] : [other, one];
      }
    }
  }
}

/** A text as a number below 2^32 (FNV-1a over UTF-16 code units). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
