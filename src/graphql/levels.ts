import type { Row, Statement } from "../cypher/statement.js";
import { rowsApart, together, type Part } from "../cypher/together.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Access, Store } from "../store/port.js";
import { within } from "../store/within.js";
import { LIMITS } from "./limits.js";

/**
 * Reads level by level. What resolvers ask for is gathered until all that they could ask for is known, that is until no statement of the
 * request is under way; then each loader sends one statement for all of it. So the number of statements depends on how deep a query is,
 * never on how many rows it meets, nor on which statement happened to be answered first. All of them together have a bound of time and of size.
 */
export class Levels {
  #underWay = 0;
  #waiting: (() => void)[] = [];
  #scheduled = false;
  #characters = 0;
  readonly #end = performance.now() + LIMITS.milliseconds;
  /** How many statements the request has sent so far. */
  statements = 0;
  /** Which level is being read: the first is what the root fields themselves ask for. */
  level = 1;

  constructor(
    private readonly store: Store,
    private readonly access: Access,
  ) {}

  /** Whether each statement is a journey: what belongs together had better be read by one. */
  get isFar(): boolean {
    return this.store.capabilities.isFar;
  }

  /** Whether a statement may ask how many edges a node has, as if for nothing. */
  get countsEdges(): boolean {
    return this.store.capabilities.countsEdges;
  }

  /**
   * Sends a statement; a level ends when all that were sent have been answered. Throws TIMEOUT where the request's time is over, and TOO_COMPLEX
   * where it has read more than one answer may be made of.
   */
  async read(statement: Statement): Promise<readonly Row[]> {
    const left = this.#end - performance.now();
    const late = () => new SanadError(ErrorCode.TIMEOUT, `the request has taken longer than ${LIMITS.milliseconds} ms`);
    if (left <= 0) throw late();
    this.statements++;
    this.#underWay++;
    try {
      const rows = await within(left, this.store.read(statement, this.access), late);
      this.#characters += charactersIn(rows);
      if (this.#characters > LIMITS.read) {
        const message = `the request has read ${this.#characters} characters, the limit is ${LIMITS.read}: ask for shorter pages`;
        throw new SanadError(ErrorCode.TOO_COMPLEX, message);
      }
      return rows;
    } finally {
      this.#underWay--;
      this.#settle();
    }
  }

  /** Sends statements of one level: where each is a journey, as one. Null is none, and answers nothing. Throws what {@link read} throws. */
  async readTogether(name: string, parts: readonly (Part | null)[]): Promise<readonly (readonly Row[])[]> {
    const sent = parts.filter((part) => part !== null);
    const answers =
      this.isFar && sent.length > 1
        ? rowsApart(sent, await this.read(together(name, sent)))
        : await Promise.all(sent.map((part) => this.read(part)));
    const rows = [...answers];
    return parts.map((part) => (part === null ? [] : rows.shift()!));
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

/** About how long rows are: their texts, and a little for each other value. */
function charactersIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  let sum = 0;
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) sum += charactersIn(value[i]);
  else for (const name in value) sum += charactersIn((value as Row)[name]);
  return sum;
}
