import type { Row, Statement } from "../cypher/statement.js";

/** What the engines do differently by nature; the code asks these, never which engine it is. */
export interface Capabilities {
  /** The engine's name, for logs and `/health`. */
  readonly engine: "grafeo" | "neo4j";
}

/** Runs one statement inside a transaction. */
export type Run = (statement: Statement) => Promise<readonly Row[]>;

/**
 * The store: everything the server asks of a graph database. Rows come back in the statement's order, whole numbers as numbers.
 * Failures are SanadErrors: TIMEOUT, STORE_UNAVAILABLE, CONFLICT (a write met another), INTERNAL (a statement the engine refuses).
 */
export interface Store {
  readonly capabilities: Capabilities;
  /** Runs one reading statement on a consistent snapshot. */
  read(statement: Statement): Promise<readonly Row[]>;
  /** Runs `work` in one transaction: committed when it resolves, rolled back whole when it throws. Writes are serialised where the engine needs it. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Brings constraints and indexes about, statement by statement; applying them again changes nothing. */
  applySchema(statements: readonly string[]): Promise<void>;
  /** Ends all work and gives the data folder or the connections free. Calling it again is fine. */
  close(): Promise<void>;
}
