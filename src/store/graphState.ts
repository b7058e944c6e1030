import { lastChangeMade } from "../cypher/changes.js";
import type { Access, Store } from "./port.js";

/**
 * In which state the graph is, as a word that is another after every change of it: what is answered in one state is answered so until the next. An engine to which this process alone
 * writes knows it; another is asked by a statement, whose answer serves all who came before it was sent.
 */
export class GraphState {
  #underWay: Promise<unknown> = Promise.resolve();
  #next: Promise<string> | null = null;

  constructor(private readonly store: Store) {}

  /** The state as it is now, or later: whatever was acknowledged before is in it. Throws what the store throws. */
  now(access: Access): string | Promise<string> {
    if (this.store.committed) return `c${this.store.committed()}`;
    if (access.bookmarks && access.bookmarks.length > 0) return this.#look(access); // others need not wait for what it waits for
    if (this.#next) return this.#next;
    const next = this.#underWay.then(() => {
      this.#next = null;
      const looked = this.#look(access);
      this.#underWay = looked.catch(() => undefined);
      return looked;
    });
    this.#next = next;
    return next;
  }

  async #look(access: Access): Promise<string> {
    const [last] = await this.store.read(lastChangeMade(), access);
    return JSON.stringify(last ?? null);
  }
}
