import type { Transaction as EngineTransaction } from "@grafeo-db/js";
import type { Row, Statement } from "../../cypher/statement.js";
import { SanadError } from "../../errors.js";
import type { Run } from "../port.js";
import { Work } from "../work.js";
import { statementError } from "./errors.js";
import { toRows } from "../values.js";

/** One transaction of the engine, which would still commit the other statements after one has failed: here a failure fails the whole. */
export class Transaction {
  constructor(private readonly transaction: EngineTransaction) {}

  /** Runs `work` and commits, or rolls back and throws: what `work` threw, else the error of the first statement that failed. */
  async perform<T>(work: (run: Run) => Promise<T>): Promise<T> {
    try {
      const result = await new Work((statement) => this.execute(statement)).perform(work);
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  private async execute(statement: Statement): Promise<readonly Row[]> {
    try {
      const result = await this.transaction.executeCypher(statement.text, statement.params);
      return toRows(statement.name, result.toArray());
    } catch (cause) {
      throw cause instanceof SanadError ? cause : statementError(`The statement ${statement.name}`, cause);
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
