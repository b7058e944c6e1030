import { open, readdir, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unavailable } from "../refusals.js";

/**
 * Brings committed transactions to the disk. When a commit returns, its bytes are with the system, in a file of the engine's log; `fdatasync`
 * on that file, from here, waits until they are on the disk. The engine deletes a file of the log only once its transactions stand in the
 * database file, on the disk as well.
 *
 * One sync serves all that wait for it when it begins, and those that come meanwhile share the next (a group commit); no transaction waits
 * for a sync before it may begin.
 */
export class LogSync {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private failure: unknown;
  private files: ReadonlyMap<string, FileHandle> = new Map();

  /** @param folder the engine's folder of log files */
  constructor(private readonly folder: string) {}

  /** Resolves when all that was committed before the call is on the disk. Throws STORE_UNAVAILABLE where the disk has not taken it. */
  flush(): Promise<void> {
    this.next ??= this.running.catch(ignore).then(() => {
      this.running = this.next!;
      this.next = undefined;
      return this.sync();
    });
    return this.next;
  }

  /** After a failed sync the system may count as written what is lost, and no later sync would tell: then nothing is promised any more. */
  refuseWhenFailed(): void {
    if (this.failure === undefined) return;
    const sentence = "The disk has not taken what was written: see to the disk, and start the server again.";
    throw unavailable(sentence, this.failure);
  }

  /** Waits for the syncs that are asked for, and lets the files go. */
  async close(): Promise<void> {
    await (this.next ?? this.running).catch(ignore);
    for (const file of this.files.values()) await file.close();
    this.files = new Map();
  }

  private async sync(): Promise<void> {
    this.refuseWhenFailed();
    try {
      if (this.files.size === 0) await syncFolder(dirname(this.folder)); // the engine makes its log's folder at each start
      await this.follow();
      for (const file of this.files.values()) await file.datasync();
    } catch (error) {
      this.failure = error;
      this.refuseWhenFailed();
    }
  }

  /** Opens the files that the log has now: one, and while the engine moves it into the database file two. */
  private async follow(): Promise<void> {
    const before = this.files;
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(".log"));
    const files = new Map<string, FileHandle>();
    for (const name of names) {
      const file = before.get(name) ?? (await openUnlessGone(join(this.folder, name)));
      if (file) files.set(name, file);
    }
    this.files = files;
    for (const [name, file] of before) if (!files.has(name)) await file.close();
  }
}

/** Brings a folder's own entries to the disk: which files are in it. Windows does so by itself, and opens no folder. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function openUnlessGone(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r+"); // Windows syncs only what may be written to
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function ignore(): void {
  return;
}
