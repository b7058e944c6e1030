import { setTimeout as wait } from "node:timers/promises";
import { changesAfter, changesOf, lastChange, type ChangeRow } from "../cypher/changes.js";
import type { Moment } from "../cypher/moment.js";
import type { Row, Statement } from "../cypher/statement.js";
import type { Store } from "./port.js";

/** How a statement is sent: by a request, which counts it, or by the log itself. */
export type Read = (statement: Statement) => Promise<readonly Row[]>;

/** How often, in milliseconds, the store is asked for what other servers have written, while somebody follows. */
const POLL_MS = 200;

/**
 * How long, in milliseconds, a reader is waited for that does not see what was already seen: one that is behind another, or an engine that shows
 * the log's end a moment before all that stands before it.
 */
const BEHIND_MS = 1000;
const BEHIND_PAUSE_MS = 20;

/** Changes in order, and how far with them the log has been read. */
export interface ChangePage {
  readonly changes: readonly ChangeRow[];
  /** The number from which to read on. */
  readonly through: number;
  /** The number of the last change there is, as whoever answered sees it. */
  readonly last: number;
}

interface Waiter {
  readonly after: number;
  readonly resolve: () => void;
}

/**
 * The log of changes in the store, and its end as far as this process has seen it. One poller serves all who follow, and rests while nobody
 * does: whoever follows keeps a number of its own and reads from there, so nothing is kept here for anyone, and any server can go on from a number
 * that another has given.
 */
export class ChangeLog {
  #last = 0;
  #waiting = new Set<Waiter>();
  #pages = new Map<string, Promise<ChangePage>>();
  #wake: (() => void) | null = null;
  #polling = false;
  #woken = false;

  constructor(private readonly store: Store) {}

  /** The number of the last change that this process has seen; 0 before the first look. */
  get lastSeen(): number {
    return this.#last;
  }

  /** The number of the last change there is. `atLeast`: one that should be there; a reader that is behind it is given a second. */
  async end(atLeast = 0): Promise<number> {
    const deadline = performance.now() + BEHIND_MS;
    for (;;) {
      const [row] = await this.store.read(lastChange());
      const last = Number(row?.["seq"] ?? 0);
      this.#last = last; // also where it is less than before: the store may have been restored
      if (last >= atLeast || performance.now() > deadline) return last;
      await wait(BEHIND_PAUSE_MS);
    }
  }

  /** Resolves when there is a change after this one, when the log ends before it, as that of a restored store may, or when the signal is given. */
  past(after: number, signal: AbortSignal): Promise<void> {
    if (this.#last > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(waiter);
        signal.removeEventListener("abort", done);
        resolve();
        if (this.#waiting.size === 0) this.#wake?.();
      };
      const waiter: Waiter = { after, resolve: done };
      this.#waiting.add(waiter);
      signal.addEventListener("abort", done, { once: true });
      if (!this.#polling) void this.#poll();
    });
  }

  /** Says that something was written through this process: whoever follows need not wait for the next look. */
  written(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** As {@link readChanges}. Those who ask for the same at the same time are answered by one reading. */
  page(after: number, limit: number, moment: Moment): Promise<ChangePage> {
    const key = JSON.stringify([after, limit, moment]);
    const known = this.#pages.get(key);
    if (known) return known;
    const page = readChanges((statement) => this.store.read(statement), after, limit, moment).then((read) => {
      this.#last = read.last;
      return read;
    });
    this.#pages.set(key, page);
    const forget = () => this.#pages.delete(key);
    page.then(forget, forget);
    return page;
  }

  async #poll(): Promise<void> {
    this.#polling = true;
    while (this.#waiting.size > 0) {
      this.#woken = false;
      // a store that is away is asked again: what was written meanwhile is in the log when it is back
      const last = await this.end().catch(() => null);
      if (last !== null) for (const { after, resolve } of [...this.#waiting]) if (after !== last) resolve();
      if (this.#waiting.size > 0 && !this.#woken) await this.#pause();
    }
    this.#polling = false;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(end, POLL_MS);
      this.#wake = end;
    });
  }
}

/**
 * Reads the changes after a number, at most `limit` of them. What is not there yet, though the log has given out its number, is waited for; where
 * it does not come, as in a log from which somebody has taken something, it is passed over.
 */
export async function readChanges(read: Read, after: number, limit: number, moment: Moment): Promise<ChangePage> {
  const deadline = performance.now() + BEHIND_MS;
  for (;;) {
    const [row] = await read(changesAfter(after, limit, moment));
    const last = Number(row?.["last"] ?? 0);
    const changes = changesOf(row).filter(({ seq }) => seq <= last);
    const isWhole = last >= after && changes.length === Math.min(limit, last - after);
    if (isWhole || performance.now() > deadline) {
      return { changes, through: Math.max(after, Math.min(after + limit, last)), last };
    }
    await wait(BEHIND_PAUSE_MS);
  }
}
