import type { Transaction as EngineTransaction } from "@grafeo-db/js";
import type { Row, Statement } from "../../cypher/statement.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Run } from "../port.js";
import { statementError } from "./errors.js";
import { toRows } from "./values.js";

/**
 * One transaction of the engine. The engine would still commit the other statements after one has failed, so here a failure fails the whole,
 * even one that the caller caught.
 */
export class Transaction {
  private ended = false;
  private failure: { readonly error: unknown } | undefined;
  private lastStatement: Promise<unknown> = Promise.resolve();

  constructor(private readonly transaction: EngineTransaction) {}

  /**
   * Runs `work` and commits, or rolls back and throws: what `work` threw, else the error of the first statement that failed.
   * Statements that `work` did not wait for are waited for, and count.
   */
  async perform<T>(work: (run: Run) => Promise<T>): Promise<T> {
    try {
      const result = await this.runAll(work);
      if (this.failure !== undefined) throw this.failure.error;
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  private async runAll<T>(work: (run: Run) => Promise<T>): Promise<T> {
    try {
      return await work((statement) => this.run(statement));
    } finally {
      this.ended = true;
      await this.lastStatement;
    }
  }

  /** Statements run in the order in which they were given, one at a time. */
  private run(statement: Statement): Promise<readonly Row[]> {
    if (this.ended) {
      const message = `The statement ${statement.name} was sent after its transaction had ended.`;
      return Promise.reject(new SanadError(ErrorCode.INTERNAL, message));
    }
    const rows = this.lastStatement.then(() => this.execute(statement));
    this.lastStatement = rows.catch(() => undefined);
    return rows;
  }

  private async execute(statement: Statement): Promise<readonly Row[]> {
    if (this.failure !== undefined) throw this.failure.error;
    try {
      const result = await this.transaction.executeCypher(statement.text, statement.params);
      return toRows(statement.name, result.toArray());
    } catch (cause) {
      const error = cause instanceof SanadError ? cause : statementError(`The statement ${statement.name}`, cause);
      this.failure = { error };
      throw error;
    }
  }

  private commit(): void {
    try {
      this.transaction.commit();
    } catch (error) {
      throw statementError("The commit of a write", error);
    }
  }

  /** A commit that failed has ended the transaction, though the engine still calls it active; the first error is the one to tell. */
  private rollback(): void {
    try {
      if (this.transaction.isActive) this.transaction.rollback();
    } catch {
      return;
    }
  }
}
