import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import grafeo, { type GrafeoDB as Database } from "@grafeo-db/js";
import type { Row, Statement } from "../../cypher/statement.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Capabilities, Run, Store } from "../port.js";
import { statementError } from "./errors.js";
import { toRows } from "./values.js";

const { GrafeoDB } = grafeo;

/** Opens, or makes, the embedded database in `folder`. */
export async function openGrafeo(options: { folder: string; log?: (event: object) => void }): Promise<Store> {
  await mkdir(options.folder, { recursive: true });
  return new GrafeoStore(GrafeoDB.create(join(options.folder, "graph.grafeo")), options.folder);
}

/** The store on the embedded engine. All writes pass through one queue, for the engine lets concurrent MERGEs of one edge make several. */
export class GrafeoStore implements Store {
  readonly capabilities: Capabilities = { engine: "grafeo" };
  private lastWrite: Promise<unknown> = Promise.resolve();
  private closing: Promise<void> | undefined;
  private readonly reads = new Set<Promise<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly folder: string,
  ) {}

  async read(statement: Statement): Promise<readonly Row[]> {
    this.refuseWhenClosed();
    const answer = this.database.executeCypher(statement.text, statement.params);
    this.reads.add(answer);
    try {
      return toRows(statement.name, (await answer).toArray());
    } catch (error) {
      throw error instanceof SanadError ? error : statementError(statement.name, error);
    } finally {
      this.reads.delete(answer);
    }
  }

  async write<T>(work: (run: Run) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    return this.enqueue(() => this.transact(work));
  }

  async applySchema(statements: readonly string[]): Promise<void> {
    this.refuseWhenClosed();
    await this.enqueue(async () => {
      for (const text of statements.flatMap(withIndex)) {
        try {
          await this.database.executeCypher(text);
        } catch (error) {
          throw statementError(`"${text}"`, error);
        }
      }
    });
  }

  close(): Promise<void> {
    this.closing ??= (async () => {
      await this.lastWrite;
      await Promise.allSettled(this.reads);
      this.database.close();
    })();
    return this.closing;
  }

  private refuseWhenClosed(): void {
    if (this.closing !== undefined) {
      throw new SanadError(ErrorCode.STORE_UNAVAILABLE, `The store in ${this.folder} is closed.`);
    }
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.lastWrite.then(task);
    this.lastWrite = done.catch(() => undefined);
    return done;
  }

  private async transact<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const transaction = this.database.beginTransaction();
    let ended = false;
    let failure: { readonly error: unknown } | undefined;
    let lastRun: Promise<unknown> = Promise.resolve();
    const run: Run = (statement) => {
      if (ended) {
        return Promise.reject(
          new SanadError(ErrorCode.INTERNAL, `The statement ${statement.name} comes after its transaction has ended.`),
        );
      }
      const rows = lastRun.then(async () => {
        if (failure !== undefined) throw failure.error;
        try {
          return toRows(statement.name, (await transaction.executeCypher(statement.text, statement.params)).toArray());
        } catch (error) {
          failure = { error: error instanceof SanadError ? error : statementError(statement.name, error) };
          throw failure.error;
        }
      });
      lastRun = rows.catch(() => undefined);
      return rows;
    };
    try {
      const result = await work(run);
      ended = true;
      await lastRun;
      if (failure !== undefined) throw failure.error;
      transaction.commit();
      return result;
    } catch (error) {
      ended = true;
      await lastRun;
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }
}

const UNIQUE =
  /^\s*CREATE\s+CONSTRAINT\s+(\w+)\s+IF\s+NOT\s+EXISTS\s+FOR\s+(\(\s*\w+\s*:\s*\w+\s*\))\s+REQUIRE\s+(\w+\.\w+)\s+IS\s+UNIQUE\s*$/i;

/** A unique constraint looks its key up by scanning unless an index lies on the same property, so the index is made with it. */
function withIndex(statement: string): string[] {
  const match = UNIQUE.exec(statement);
  return match === null
    ? [statement]
    : [`CREATE INDEX ${match[1]}_index IF NOT EXISTS FOR ${match[2]} ON (${match[3]})`, statement];
}
