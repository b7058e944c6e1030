import type { Row, Statement } from "../cypher/statement.js";
import type { Access, Capabilities, ProfiledStep, Run, Store } from "./port.js";
import { unavailable } from "./refusals.js";

/**
 * A store whose data can be replaced while it is in use: it is closed, something is done to what it was opened from, and it is opened again.
 * What is asked of it meanwhile is refused with STORE_UNAVAILABLE.
 */
export class ReplaceableStore implements Store {
  readonly capabilities: Capabilities;
  private replacing: Promise<void> | undefined;
  private away: string | null = null;
  /** Those of the stores before this one. */
  private committedBefore = 0;
  readonly committed?: () => number;

  /** @param open opens the store anew */
  constructor(
    private current: Store,
    private readonly open: () => Promise<Store>,
  ) {
    this.capabilities = current.capabilities;
    if (current.committed) this.committed = () => this.committedBefore + this.current.committed!();
  }

  /** Why nothing can be asked of it, in words; null where all can be. */
  get missing(): string | null {
    return this.away;
  }

  /**
   * Replaces the data: waits for the writes under way, closes, has `change` done and opens again, whatever came of it; then has `prepare` done
   * with the opened store before others may use it. Where it does not open, or is not fit, it stays away, and a later call may mend it.
   * `leave` is done with the store as it was, when nobody else may use it any more; what comes of it does not matter.
   */
  async replace(
    change: () => Promise<void>,
    prepare: (store: Store) => Promise<void>,
    leave: (store: Store) => Promise<void> = async () => undefined,
  ): Promise<void> {
    if (this.replacing !== undefined) throw unavailable("The store is being restored already.");
    this.replacing = this.doReplace(change, prepare, leave);
    try {
      await this.replacing;
    } finally {
      this.replacing = undefined;
    }
  }

  private async doReplace(
    change: () => Promise<void>,
    prepare: (store: Store) => Promise<void>,
    leave: (store: Store) => Promise<void>,
  ): Promise<void> {
    this.away = "the store is being restored from a backup";
    await leave(this.current).catch(() => undefined);
    const failed = await this.current
      .close()
      .then(change)
      .then(
        () => null,
        (error: unknown) => ({ error }),
      );
    try {
      const before = (this.committed?.() ?? 0) + 1;
      this.current = await this.open();
      this.committedBefore = before;
      await prepare(this.current);
    } catch (error) {
      this.away = "the store could not be opened after it was restored";
      throw failed === null ? error : failed.error;
    }
    this.away = null;
    if (failed !== null) throw failed.error;
  }

  async read(statement: Statement, access?: Access): Promise<readonly Row[]> {
    return this.there().read(statement, access);
  }

  async profile(statement: Statement): Promise<ProfiledStep> {
    return this.there().profile!(statement);
  }

  async snapshot(file: string): Promise<void> {
    return this.there().snapshot!(file);
  }

  async write<T>(work: (run: Run) => Promise<T>, access?: Access): Promise<T> {
    return this.there().write(work, access);
  }

  async applySchema(statements: readonly string[]): Promise<void> {
    return this.there().applySchema(statements);
  }

  /** Waits for a replacing under way: what is half done is ended. */
  async close(): Promise<void> {
    await this.replacing?.catch(() => undefined);
    await this.current.close();
  }

  private there(): Store {
    if (this.away !== null) throw unavailable(`${this.away[0]!.toUpperCase()}${this.away.slice(1)}.`);
    return this.current;
  }
}
