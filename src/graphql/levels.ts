import type { Row, Statement } from "../cypher/statement.js";
import type { Access, Store } from "../store/port.js";

/**
 * Reads level by level. What resolvers ask for is gathered until all that they could ask for is known, that is until no statement of the
 * request is under way; then each loader sends one statement for all of it. So the number of statements depends on how deep a query is,
 * never on how many rows it meets, nor on which statement happened to be answered first.
 */
export class Levels {
  #underWay = 0;
  #waiting: (() => void)[] = [];
  #scheduled = false;
  /** How many statements the request has sent so far. */
  statements = 0;
  /** Which level is being read: the first is what the root fields themselves ask for. */
  level = 1;

  constructor(
    private readonly store: Store,
    private readonly access: Access,
  ) {}

  /** Sends a statement; a level ends when all that were sent have been answered. */
  async read(statement: Statement): Promise<readonly Row[]> {
    this.statements++;
    this.#underWay++;
    try {
      return await this.store.read(statement, this.access);
    } finally {
      this.#underWay--;
      this.#settle();
    }
  }

  /** DataLoader's scheduling: `dispatch` is called when the next level begins. */
  readonly schedule = (dispatch: () => void): void => {
    this.#waiting.push(dispatch);
    this.#settle();
  };

  /** After the resolvers that can run have run, begins the next level, unless a statement is under way. */
  #settle(): void {
    if (this.#scheduled || this.#underWay > 0 || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#underWay > 0) return;
      const dispatches = this.#waiting;
      this.#waiting = [];
      this.level++;
      for (const dispatch of dispatches) dispatch();
    });
  }
}
