import { setTimeout as wait } from "node:timers/promises";
import type { Driver, ProfiledPlan, QueryResult, Session, Transaction } from "neo4j-driver";
import type { Row, Statement } from "../../cypher/statement.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Access, Capabilities, ProfiledStep, Run, Store } from "../port.js";
import { timeoutError, unavailable } from "../refusals.js";
import { toRows } from "../values.js";
import { within } from "../within.js";
import { Work } from "../work.js";
import { WriteQueue } from "../writeQueue.js";
import { openDriver, type Neo4jOptions } from "./driver.js";
import { codeOf, isOfDriver, isPassing, refuseShortBookmarks, statementError, type Place } from "./errors.js";
import { retrying } from "./retry.js";
import { Slots } from "../slots.js";
import { wordsIndex } from "./textIndex.js";
import { toObjects, toParameters } from "./values.js";
import { MAKE_WRITE_LOCK, TAKE_WRITE_LOCK, WRITE_LOCK_SCHEMA } from "./writeLock.js";

const TIMEOUT_MS = 30_000;
const READ_RETRY_MS = 3000;
const WRITE_RETRY_MS = 15_000;
const CONCURRENT_READS = 64;

/** A write has several statements, each within the time-out: this many times the time-out the database lets it live where nobody ends it. */
const WRITE_TIMEOUTS = 10;

/** How long, in milliseconds, indexes may take to be built. */
const INDEXES_MS = 600_000;

/** The errors after which a database may not answer at all. */
const SILENT: readonly ErrorCode[] = [ErrorCode.TIMEOUT, ErrorCode.STORE_UNAVAILABLE];

/** How long, in milliseconds, to wait for a database to hear that a session or the whole store is closed. */
const FAREWELL_MS = 3000;

/**
 * Makes a store on a Neo4j server. Whether the server is there is not asked: while it is not, what is asked of the store fails with
 * STORE_UNAVAILABLE, and goes well as soon as it is.
 * @throws SanadError BAD_USER_INPUT when the URI is none that the driver knows.
 */
export function openNeo4j(options: Neo4jOptions): Store {
  return new Neo4jStore(options);
}

/** The store on a Neo4j server. Reads are single statements sent to readers; writes are transactions, one at a time, sent to the leader. */
export class Neo4jStore implements Store {
  readonly capabilities: Capabilities = {
    engine: "neo4j",
    mayBeAway: true,
    isFar: true,
    countsEdges: true,
    wordsIndex,
  };
  private readonly driver: Driver;
  private readonly place: Place;
  private readonly timeoutMs: number;
  private readonly queue = new WriteQueue();
  private readonly slots: Slots;
  private readonly reads = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  constructor(private readonly options: Neo4jOptions) {
    const concurrentReads = options.concurrentReads ?? CONCURRENT_READS;
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.slots = new Slots(concurrentReads);
    // One connection more for the write under way, and one for what the driver itself asks of a cluster.
    const { driver, address } = openDriver(options, concurrentReads + 2, this.timeoutMs);
    this.driver = driver;
    this.place = { address, database: options.database ?? null };
  }

  /** A managed read would cost two more round trips (BEGIN, COMMIT), so this is a statement of its own, with our own retry. */
  async read(statement: Statement, access: Access = {}): Promise<readonly Row[]> {
    return this.limitedRead(statement, access, ({ records }) => toRows(statement.name, toObjects(records)));
  }

  async profile(statement: Statement): Promise<ProfiledStep> {
    const profiled = { ...statement, text: `PROFILE ${statement.text}` };
    return this.limitedRead(profiled, {}, ({ summary }) => toStep(summary.profile as ProfiledPlan));
  }

  private async limitedRead<T>(statement: Statement, access: Access, take: (result: QueryResult) => T): Promise<T> {
    this.refuseWhenClosed();
    refuseShortBookmarks(`The statement ${statement.name}`, access.bookmarks);
    const taken = this.readUntil(performance.now() + this.timeoutMs, statement, access, take);
    const ended = taken.then(ignore, ignore);
    this.reads.add(ended);
    void ended.then(() => this.reads.delete(ended));
    return taken;
  }

  /** `work` must not call `write` again: that write would wait for its own end, and is refused. */
  async write<T>(work: (run: Run) => Promise<T>, access: Access = {}): Promise<T> {
    this.refuseWhenClosed();
    refuseShortBookmarks("The write", access.bookmarks);
    const deadline = performance.now() + this.timeoutMs;
    let waited = false;
    let timer: NodeJS.Timeout | undefined;
    const done = this.queue.add(async () => {
      clearTimeout(timer);
      if (waited) throw this.queueError();
      return this.perform(deadline, work, access);
    });
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        waited = true;
        reject(this.queueError());
      }, this.timeoutMs);
    });
    return Promise.race([done, limit]).finally(() => clearTimeout(timer));
  }

  /** Every statement for itself, for Neo4j takes changes of the schema and of data in separate transactions only; then waits for the indexes. */
  async applySchema(statements: readonly string[]): Promise<void> {
    this.refuseWhenClosed();
    await this.queue.add(async () => {
      for (const text of [...WRITE_LOCK_SCHEMA, ...statements]) await this.change(text);
      await this.change(MAKE_WRITE_LOCK);
      await this.change(`CALL db.awaitIndexes(${INDEXES_MS / 1000})`);
    });
  }

  /** Waits for the writes under way, and three seconds for the reads; what comes later is refused. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private readUntil<T>(
    deadline: number,
    statement: Statement,
    access: Access,
    take: (result: QueryResult) => T,
  ): Promise<T> {
    const subject = `The statement ${statement.name}`;
    const left = () => Math.max(1, Math.ceil(deadline - performance.now()));
    return this.retried(Math.min(this.options.readRetryMs ?? READ_RETRY_MS, left()), subject, async () => {
      const busy = () => unavailable(`${subject} could not be run: all connections to ${this.place.address} are busy.`);
      const release = await this.slots.take(left(), busy);
      const session = this.session("READ", access);
      try {
        const settings = { timeout: left(), metadata: metadata(statement.name, access) };
        const answer = withoutTrace(() => session.run(statement.text, toParameters(statement.params), settings));
        const result = await within(left(), answer, () => timeoutError(subject, this.timeoutMs));
        const taken = take(result);
        // The driver is written for an old JavaScript, with functions that V8 puts among what is old (RequestAccess tells of it), and these hold the session.
        result.records.length = 0;
        return taken;
      } finally {
        // Ends the statement in the database where it still runs; until then its connection is taken.
        void session.close().catch(ignore).finally(release);
      }
    });
  }

  /** Until the deadline its turn must have come, among the writes of other servers too; then each of its statements has the time-out for itself. */
  private async perform<T>(deadline: number, work: (run: Run) => Promise<T>, access: Access): Promise<T> {
    const left = () => Math.max(1, Math.ceil(deadline - performance.now()));
    const retryMs = Math.min(this.options.writeRetryMs ?? WRITE_RETRY_MS, left());
    const { result, bookmarks } = await this.retried(retryMs, "The write", async () => {
      const session = this.session("WRITE", access);
      let farewellMs = FAREWELL_MS;
      try {
        // its beginning is not waited for: it travels with the first statement, and fails with it
        const transaction = session.beginTransaction({
          timeout: WRITE_TIMEOUTS * this.timeoutMs,
          metadata: metadata("write", access),
        });
        transaction.catch(ignore);
        await this.execute(transaction, TAKE_WRITE_LOCK, left());
        const result = await new Work((statement) => this.execute(transaction, statement)).perform(work);
        await this.limited("The commit of a write", this.timeoutMs, () => transaction.commit());
        return { result, bookmarks: session.lastBookmarks() };
      } catch (error) {
        // A database that does not answer is not waited for: it rolls back when it hears of it, or finds the connection gone.
        if (error instanceof SanadError && SILENT.includes(error.code)) farewellMs = 0;
        throw error;
      } finally {
        const closed = session.close().catch(ignore);
        await Promise.race([closed, wait(farewellMs, undefined, { ref: false })]);
      }
    });
    for (const bookmark of bookmarks) access.onBookmark?.(bookmark);
    return result;
  }

  private execute(
    transaction: Transaction,
    statement: Statement,
    milliseconds = this.timeoutMs,
  ): Promise<readonly Row[]> {
    return this.limited(`The statement ${statement.name}`, milliseconds, async () => {
      const { records } = await transaction.run(statement.text, toParameters(statement.params));
      return toRows(statement.name, toObjects(records));
    });
  }

  private async change(text: string): Promise<void> {
    const subject = `The schema statement "${text}"`;
    await this.retried(this.options.writeRetryMs ?? WRITE_RETRY_MS, subject, async () => {
      const session = this.session("WRITE", {});
      try {
        await within(INDEXES_MS, session.run(text, {}, { timeout: INDEXES_MS }), () =>
          timeoutError(subject, INDEXES_MS),
        );
      } catch (error) {
        // Another server has made the same at the same moment.
        if (codeOf(error) !== "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists") throw error;
      } finally {
        void session.close().catch(ignore);
      }
    });
  }

  /** Tries again what failed for a passing reason; what fails for good is told by its code. */
  private async retried<T>(milliseconds: number, subject: string, attempt: () => Promise<T>): Promise<T> {
    try {
      // A step of a write has been told by its code already; the driver's error is its cause.
      const mendable = (error: unknown) => isPassing(error instanceof SanadError ? error.cause : error);
      return await retrying(milliseconds, mendable, attempt);
    } catch (error) {
      throw isOfDriver(error) ? statementError(subject, this.place, error) : error;
    }
  }

  /** One step of a write, within the time-out, with its failure told by its code. */
  private async limited<T>(subject: string, milliseconds: number, step: () => Promise<T>): Promise<T> {
    try {
      return await within(milliseconds, step(), () => timeoutError(subject, this.timeoutMs));
    } catch (error) {
      throw isOfDriver(error) ? statementError(subject, this.place, error) : error;
    }
  }

  private session(mode: "READ" | "WRITE", { bookmarks }: Access): Session {
    return this.driver.session({
      defaultAccessMode: mode,
      database: this.options.database,
      bookmarks: bookmarks && [...bookmarks],
    });
  }

  private queueError(): SanadError {
    return timeoutError("The waiting of a write for those before it", this.timeoutMs);
  }

  private async end(): Promise<void> {
    await this.queue.idle();
    await Promise.race([Promise.allSettled(this.reads), wait(FAREWELL_MS, undefined, { ref: false })]);
    await Promise.race([this.driver.close().catch(ignore), wait(FAREWELL_MS, undefined, { ref: false })]);
  }

  private refuseWhenClosed(): void {
    if (this.closing !== undefined) throw unavailable(`The store at ${this.place.address} is closed.`);
  }
}

function toStep({ operatorType, arguments: { Details: detail }, rows, dbHits, children }: ProfiledPlan): ProfiledStep {
  // on a server of several databases each operator has the name of its own: `Limit@neo4j`
  const operator = operatorType.replace(/@.*$/u, "");
  return { operator, detail: detail ?? "", rows, hits: dbHits, ms: null, from: children.map(toStep) };
}

/** What a DBA sees of a statement in the list of transactions and in the log of queries. */
function metadata(statement: string, { operation }: Access): Record<string, string> {
  return operation ? { app: "sanad", statement, operation } : { app: "sanad", statement };
}

/** The driver notes as a text from where each statement was sent. Nobody reads it, and making it is some 3 % of a request that reads one node. */
function withoutTrace<T>(send: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return send();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function ignore(): void {
  return;
}
