import type { WordsIndex } from "../cypher/search.js";
import type { Row, Statement } from "../cypher/statement.js";

/** What the engines do differently by nature; the code asks these, never which engine it is. */
export interface Capabilities {
  /** The engine's name, for logs and `/health`. */
  readonly engine: "grafeo" | "neo4j";
  /** Whether it is a server of its own, that may be away for a while: the program waits for it at its start. */
  readonly mayBeAway: boolean;
  /** Whether each statement is a journey over the network, so that one long one is answered sooner than two short ones. */
  readonly isFar: boolean;
  /** Whether it tells at once how many edges of a type a node has. */
  readonly countsEdges: boolean;
  /** How the engine's full-text index is asked for words. */
  readonly wordsIndex: WordsIndex;
}

/** Runs one statement inside a transaction. */
export type Run = (statement: Statement) => Promise<readonly Row[]>;

/**
 * What an acknowledged write survives: `fast`, the end of the process, however it ends; `strict`, also the end of the power. On an engine that
 * brings each commit to the disk itself both are strict.
 */
export type Durability = "fast" | "strict";

/** On whose behalf a statement runs, and which writes it must see. An engine that has no use for one of these passes over it. */
export interface Access {
  /** The name of the GraphQL operation, for the database's own log of queries. */
  readonly operation?: string | null;
  /** The bookmarks of writes, which may have gone through another server: the statement waits until it sees them all. */
  readonly bookmarks?: readonly string[];
  /** What a write waits for; `fast` if not given. */
  readonly durability?: Durability;
  /** Is called with the bookmark of a write once it is committed, by an engine whose reads may be behind its writes. */
  readonly onBookmark?: (bookmark: string) => void;
  /** Is called with the name of each statement that is sent; what it answers is called when that is answered, or has failed. */
  readonly onStatement?: ((statement: string) => (error?: unknown) => void) | undefined;
}

/** A step of an engine's own plan of a statement, with what it did while the statement ran. */
export interface ProfiledStep {
  /** The engine's word for what it does: `Expand`. */
  readonly operator: string;
  /** On what: `(c)->[:SUBJECT]->(e)`. */
  readonly detail: string;
  /** How many rows it made. */
  readonly rows: number;
  /** How often it looked into the store; null where the engine does not say. */
  readonly hits: number | null;
  /** How long it took by itself, in milliseconds; null where the engine does not say. */
  readonly ms: number | null;
  /** The steps whose rows it takes. */
  readonly from: readonly ProfiledStep[];
}

/**
 * The store: everything the server asks of a graph database. Rows come back in the statement's order, whole numbers as numbers.
 * A number that is whole and within 2^53 is an integer to the database, every other a float, so `5 / 2` is 2 where both are stored numbers.
 * Failures are SanadErrors: TIMEOUT, STORE_UNAVAILABLE, CONFLICT (a write met another), INTERNAL (a statement the engine refuses),
 * BAD_USER_INPUT (bookmarks that are none of this database).
 */
export interface Store {
  readonly capabilities: Capabilities;
  /** Runs one reading statement on a consistent snapshot. */
  read(statement: Statement, access?: Access): Promise<readonly Row[]>;
  /** Runs a reading statement to learn what the engine does for it; the last step of its plan, in which the others are. Not every engine can tell. */
  profile?(statement: Statement): Promise<ProfiledStep>;
  /**
   * Copies all that is committed, as it is between two writes, into a new file that a data folder can have for its database; reads go on beside
   * it, writes wait. Only what keeps its data in a file can do so.
   */
  snapshot?(file: string): Promise<void>;
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back whole when it throws. Writes run one after another, also those
   * of other servers on the same database, so what `work` has read is still so when it is committed.
   * `work` may be run more than once, when the database lost the transaction before it said whether it is committed: it must build all that
   * it writes anew, and find what an earlier run has left.
   */
  write<T>(work: (run: Run) => Promise<T>, access?: Access): Promise<T>;
  /** How many writes were committed since it was opened. Only an engine to which no other process can write knows that; from any other it is left out. */
  committed?(): number;
  /** Brings constraints and indexes about, statement by statement; applying them again changes nothing. */
  applySchema(statements: readonly string[]): Promise<void>;
  /** Ends all work and gives the data folder or the connections free. Calling it again is fine. */
  close(): Promise<void>;
}
