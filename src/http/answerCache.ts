import { LRUCache } from "lru-cache";
import type { Content } from "./content.js";

/** An answer to a request, before it is known in which encoding it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Content;
  /** Whether it is all that was asked for, so that it may be given to others who ask for it, until the graph changes. */
  readonly isWhole: boolean;
  /** What the log tells of it: the operation's name and what it was reckoned to cost. */
  readonly operation: string | null;
  readonly cost: number;
}

/** How many bytes an answer takes beside its content, about: its key, its headers, its place in the list. */
const BESIDE = 1024;

/** One answer takes at most this part of the cache: it is not to drive all others out. */
const MOST_OF_ALL = 1 / 8;

/**
 * Whole answers, each under a key that says all that it depends on, the state of the graph too, so that none is ever wrong: what is out of date is not asked for any more, and is
 * the first to go when the bytes are used up. Who asks for what is being made waits for that.
 */
export class AnswerCache {
  readonly #kept: LRUCache<string, Answer>;
  readonly #making = new Map<string, Promise<Answer | null>>();

  /** @param bytes how many it may take, about */
  constructor(bytes: number) {
    this.#kept = new LRUCache({
      ...{ maxSize: bytes, maxEntrySize: Math.ceil(bytes * MOST_OF_ALL) },
      sizeCalculation: ({ content }) => content.held + BESIDE,
    });
  }

  /** How many bytes are used. */
  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  /** The answer that is kept under a key, or is being made; else what `make` makes, which is kept where it is whole. */
  async get(key: string, make: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly isKept: boolean }> {
    const underWay = this.#making.get(key);
    const kept = this.#kept.get(key) ?? (underWay && (await underWay));
    if (kept) return { answer: kept, isKept: true };
    const making = make();
    const whole = making.then(
      (answer) => (answer.isWhole ? answer : null),
      () => null,
    );
    this.#making.set(key, whole);
    try {
      const answer = await making;
      if (answer.isWhole) this.#keep(key, answer);
      return { answer, isKept: false };
    } finally {
      if (this.#making.get(key) === whole) this.#making.delete(key);
    }
  }

  #keep(key: string, answer: Answer): void {
    answer.content.keep(() => {
      // the list weighs a thing when it comes in
      if (this.#kept.peek(key) === answer && this.#kept.delete(key)) this.#kept.set(key, answer);
    });
    this.#kept.set(key, answer);
  }
}
