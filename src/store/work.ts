import type { Row, Statement } from "../cypher/statement.js";
import { ErrorCode, SanadError } from "../errors.js";
import type { Run } from "./port.js";

/**
 * The work of one transaction: its statements run in the order in which they were given, one at a time, and the first that fails fails the
 * whole, even where the caller caught it.
 */
export class Work {
  private ended = false;
  private failed: { readonly error: unknown } | undefined;
  private lastStatement: Promise<unknown> = Promise.resolve();

  /** @param execute sends one statement to the engine */
  constructor(private readonly execute: (statement: Statement) => Promise<readonly Row[]>) {}

  /** Runs `work`, waits also for the statements that it did not wait for, and throws what it threw, else the error of the first statement that failed. */
  async perform<T>(work: (run: Run) => Promise<T>): Promise<T> {
    let result: T;
    try {
      result = await work((statement) => this.run(statement));
    } finally {
      this.ended = true;
      await this.lastStatement;
    }
    if (this.failed !== undefined) throw this.failed.error;
    return result;
  }

  private run(statement: Statement): Promise<readonly Row[]> {
    if (this.ended) {
      const message = `The statement ${statement.name} was sent after its transaction had ended.`;
      return Promise.reject(new SanadError(ErrorCode.INTERNAL, message));
    }
    const rows = this.lastStatement.then(() => this.executeNext(statement));
    this.lastStatement = rows.catch(() => undefined);
    return rows;
  }

  private async executeNext(statement: Statement): Promise<readonly Row[]> {
    if (this.failed !== undefined) throw this.failed.error;
    try {
      return await this.execute(statement);
    } catch (error) {
      this.failed = { error };
      throw error;
    }
  }
}
