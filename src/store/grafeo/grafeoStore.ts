import { constants, existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import grafeo, { type GrafeoDB as Database, type OperatorProfile, type QueryResult } from "@grafeo-db/js";
import type { Row, Statement } from "../../cypher/statement.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Access, Capabilities, ProfiledStep, Run, Store } from "../port.js";
import { timeoutError, unavailable } from "../refusals.js";
import { within } from "../within.js";
import { CHECKPOINT_LOG_BYTES, CommitMark, TrailingSync } from "./durability.js";
import { cannotWrite, damaged, openError, statementError } from "./errors.js";
import { completeFolder, prepareFolder, type DataFolder } from "./folder.js";
import { LogSync } from "./logSync.js";
import { withIndex } from "./schema.js";
import { createTextIndex, wordsIndex } from "./textIndex.js";
import { Transaction } from "./transaction.js";
import { toRows } from "../values.js";
import { Slots } from "../slots.js";
import { WriteQueue } from "../writeQueue.js";

const { GrafeoDB } = grafeo;

/** The engine's own limit of 30 s comes late or never, and a statement cannot be broken off: the caller is let go, the engine works on. */
const READ_LIMIT_MS = 30_000;

/** Node runs the engine's statements in four threads: one is left to the write under way, which would else wait behind every read at each of its statements. */
const READS_AT_ONCE = 3;

/** How long, in milliseconds, a closing waits for reads: the engine cannot break one off, and closes beside it. */
const READS_END_MS = 3000;

/** What the store tells its log: the opening (with how much is in it and how long it took), a closing, a failed attempt to bring writes to the disk. */
export type StoreEvent =
  | { event: "store.opened"; folder: string; milliseconds: number; nodes: number; edges: number }
  | { event: "store.closed"; folder: string }
  | { event: "store.syncFailed"; folder: string; error: unknown };

/** Where the data lies, and who hears of it. */
export interface GrafeoOptions {
  /** The data folder; made, with its parents, when it is not there. */
  readonly folder: string;
  readonly log?: (event: StoreEvent) => void;
  /** After how many milliseconds a read is a TIMEOUT; 30,000 if not given. */
  readonly readLimitMs?: number;
}

/**
 * Opens the embedded database in a folder, or makes it there.
 * @throws SanadError STORE_UNAVAILABLE, in one sentence for the operator, when the folder is in use, damaged, of another layout, or not fit; nothing in it is changed then.
 */
export async function openGrafeo(options: GrafeoOptions): Promise<Store> {
  const start = performance.now();
  const folder = await prepareFolder(options.folder);
  const database = openDatabase(folder);
  try {
    database.setCheckpointTriggers({ walBytes: CHECKPOINT_LOG_BYTES });
    if (folder.isNew) await completeFolder(folder);
  } catch (error) {
    database.close();
    throw error;
  }
  options.log?.({
    event: "store.opened",
    folder: folder.path,
    milliseconds: Math.round(performance.now() - start),
    nodes: database.nodeCount(),
    edges: database.edgeCount(),
  });
  return new GrafeoStore(database, folder, options.log, options.readLimitMs);
}

function openDatabase(folder: DataFolder): Database {
  const committed = CommitMark.read(folder.commitsFile);
  const refuseLoss = (database: Database) => {
    const found = database.currentEpoch();
    if (found >= committed) return;
    database.close();
    throw damaged(
      folder.path,
      `${found} of its ${committed} transactions can be read`,
      undefined,
      `restore it from a backup (\`sanad restore <backup> --replace\`), or delete ${folder.commitsFile} to go on with what can be read, for good`,
    );
  };
  try {
    // Opening for writing drops what it cannot read of a log, so a log that a kill has left is read through first.
    if (committed > 0n && existsSync(folder.logFolder)) {
      const database = GrafeoDB.openReadOnly(folder.databaseFile);
      refuseLoss(database);
      database.close();
    }
    const database = GrafeoDB.create(folder.databaseFile);
    refuseLoss(database);
    return database;
  } catch (error) {
    throw error instanceof SanadError ? error : openError(folder.path, error);
  }
}

/** The store on the embedded engine. All writes pass through one queue, for the engine lets concurrent MERGEs of one edge make several. */
export class GrafeoStore implements Store {
  readonly capabilities: Capabilities = {
    engine: "grafeo",
    mayBeAway: false,
    isFar: false,
    countsEdges: false,
    wordsIndex,
  };
  private readonly queue = new WriteQueue();
  private readonly slots = new Slots(READS_AT_ONCE);
  private readonly reads = new Set<Promise<unknown>>();
  private readonly mark: CommitMark;
  private readonly logSync: LogSync;
  private readonly trailingSync = new TrailingSync(() => void this.syncTail());
  private closing: Promise<void> | undefined;
  private writes = 0;

  constructor(
    private readonly database: Database,
    private readonly folder: DataFolder,
    private readonly log: (event: StoreEvent) => void = () => undefined,
    private readonly readLimitMs = READ_LIMIT_MS,
  ) {
    this.mark = new CommitMark(folder.commitsFile);
    this.logSync = new LogSync(folder.logFolder);
  }

  /** Never waits for writes. A statement that writes is refused, and what it wrote is undone; one that takes too long is a TIMEOUT. */
  async read(statement: Statement): Promise<readonly Row[]> {
    return this.limitedRead(statement, (result) => toRows(statement.name, result.toArray()));
  }

  async profile(statement: Statement): Promise<ProfiledStep> {
    const profiled = { ...statement, text: `PROFILE ${statement.text}` };
    return this.limitedRead(profiled, ({ profile }) => toStep(profile!.root));
  }

  private async limitedRead<T>(statement: Statement, take: (result: QueryResult) => T): Promise<T> {
    this.refuseWhenClosed();
    const taken = this.readInTurn(statement, take);
    this.reads.add(taken);
    const forget = () => this.reads.delete(taken);
    taken.then(forget, forget);
    return within(this.readLimitMs, taken, () => timeoutError(`The statement ${statement.name}`, this.readLimitMs));
  }

  /** `work` must not call `write` again: that write would wait for its own end, and is refused. */
  async write<T>(work: (run: Run) => Promise<T>, { durability }: Access = {}): Promise<T> {
    this.refuseWhenClosed();
    const { result, epoch } = await this.queue.add(async () => {
      this.logSync.refuseWhenFailed();
      const result = await new Transaction(this.database.beginTransaction()).perform(work).finally(() => this.writes++); // a commit that failed may have been made
      this.trailingSync.written();
      return { result, epoch: this.database.currentEpoch() };
    });
    if (durability === "strict") await this.sync(epoch);
    return result;
  }

  committed(): number {
    return this.writes;
  }

  async applySchema(statements: readonly string[]): Promise<void> {
    this.refuseWhenClosed();
    await this.queue.add(async () => {
      this.writes++;
      for (const text of statements.flatMap(withIndex)) {
        try {
          if (!(await createTextIndex(this.database, text))) await this.database.executeCypher(text);
        } catch (error) {
          throw statementError(`The schema statement "${text}"`, error);
        }
      }
      this.trailingSync.written();
    });
  }

  /** The engine's own `save` would stop everything for seconds; a checkpoint is quick, and what it leaves holds still until the next commit. */
  async snapshot(file: string): Promise<void> {
    this.refuseWhenClosed();
    await this.queue.add(async () => {
      this.database.setCheckpointTriggers({});
      try {
        this.database.walCheckpoint();
        await copyFile(this.folder.databaseFile, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      } catch (error) {
        const isOfSystem = typeof (error as NodeJS.ErrnoException).syscall === "string";
        throw isOfSystem ? cannotWrite(file, error) : statementError("The copy of the database", error);
      } finally {
        this.database.setCheckpointTriggers({ walBytes: CHECKPOINT_LOG_BYTES });
      }
    });
  }

  /** Waits for the writes under way, and three seconds for the reads; what comes later is refused. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async readInTurn<T>(statement: Statement, take: (result: QueryResult) => T): Promise<T> {
    const late = () => timeoutError(`The statement ${statement.name}`, this.readLimitMs);
    const release = await this.slots.take(this.readLimitMs, late);
    try {
      return await this.readSnapshot(statement, take);
    } finally {
      release();
    }
  }

  private async readSnapshot<T>(statement: Statement, take: (result: QueryResult) => T): Promise<T> {
    const subject = `The statement ${statement.name}`;
    const transaction = this.database.beginTransaction();
    try {
      const result = await transaction.executeCypher(statement.text, statement.params);
      if (Object.values(result.counters).some((count) => count > 0)) {
        throw new SanadError(ErrorCode.INTERNAL, `${subject} writes, but was sent as a reading one.`);
      }
      return take(result);
    } catch (error) {
      throw error instanceof SanadError ? error : statementError(subject, error);
    } finally {
      if (transaction.isActive) transaction.rollback();
    }
  }

  /** Waits until the transactions up to `epoch`, all of them committed, are on the disk. */
  private async sync(epoch: bigint): Promise<void> {
    await this.logSync.flush();
    this.mark.note(epoch);
  }

  private async syncTail(): Promise<void> {
    try {
      await this.queue.add(async () => this.database.currentEpoch()).then((epoch) => this.sync(epoch));
    } catch (error) {
      this.log({ event: "store.syncFailed", folder: this.folder.path, error });
    }
  }

  private async end(): Promise<void> {
    await this.queue.idle();
    this.trailingSync.stop();
    await Promise.race([Promise.allSettled(this.reads), wait(READS_END_MS, undefined, { ref: false })]);
    try {
      await this.logSync.close();
      const committed = this.database.currentEpoch();
      this.database.close();
      this.mark.note(committed);
    } catch (error) {
      throw statementError(`The closing of the data folder ${this.folder.path}`, error);
    } finally {
      this.mark.close();
    }
    this.log({ event: "store.closed", folder: this.folder.path });
  }

  private refuseWhenClosed(): void {
    if (this.closing !== undefined) throw unavailable(`The store in ${this.folder.path} is closed.`);
  }
}

function toStep({ operator, detail, rows, selfTimeMs, children }: OperatorProfile): ProfiledStep {
  return { operator, detail, rows, hits: null, ms: selfTimeMs, from: children.map(toStep) };
}
