import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";

/** The log's size in bytes at which the engine moves it into the database file, in its own thread: bounds the start after a kill (0.4 s at 400 k nodes). */
export const CHECKPOINT_LOG_BYTES = 16 * 1024 * 1024;

/** The engine brings a commit to the disk itself when this long (100 ms) has passed since it last did, and leaves those between to the next. */
const QUIET_MS = 120;

/**
 * Brings the tail of a burst of fast writes to the disk: once no write came for 120 ms it calls `sync`.
 * Every acknowledged write survives the end of the process; so a power cut, too, takes at most the fast writes of the last 120 ms.
 */
export class TrailingSync {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sync: () => void) {}

  /** Says that a write was committed. */
  written(): void {
    if (this.timer === undefined) this.timer = setTimeout(() => this.fire(), QUIET_MS).unref();
    else this.timer.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private fire(): void {
    this.timer = undefined;
    this.sync();
  }
}

/**
 * Keeps the number of the last transaction that is known to be on the disk in a small file. From a log that has lost its tail the engine
 * reads what is left without a word: that fewer transactions than noted can be read is the only sign.
 */
export class CommitMark {
  private descriptor: number | undefined;
  private noted = 0n;

  constructor(private readonly file: string) {}

  /** The number noted last; 0 when there is none. */
  static read(file: string): bigint {
    try {
      const text = readFileSync(file, "latin1").trim();
      return /^\d+$/.test(text) ? BigInt(text) : 0n;
    } catch {
      return 0n;
    }
  }

  /** Notes `epoch`, unless a later one is noted already; only to be called when that transaction is on the disk. */
  note(epoch: bigint): void {
    if (epoch <= this.noted) return;
    this.noted = epoch;
    this.descriptor ??= openSync(this.file, constants.O_WRONLY | constants.O_CREAT);
    writeSync(this.descriptor, `${String(epoch).padStart(20, "0")}\n`, 0);
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}
