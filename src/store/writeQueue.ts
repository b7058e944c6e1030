import { AsyncLocalStorage } from "node:async_hooks";
import { ErrorCode, SanadError } from "../errors.js";

/** Runs tasks one after another, in the order in which they came; a task that fails does not hold up the next. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();
  private readonly current = new AsyncLocalStorage<{ running: boolean }>();

  /**
   * Runs `task` when all before it have ended; gives its result or its error.
   * @throws SanadError INTERNAL when called from inside a running task, which would wait for itself for ever.
   */
  add<T>(task: () => Promise<T>): Promise<T> {
    if (this.current.getStore()?.running === true) {
      return Promise.reject(
        new SanadError(ErrorCode.INTERNAL, "A write was asked for inside a write, which would never end."),
      );
    }
    const done = this.last.then(() => {
      const state = { running: true };
      return this.current.run(state, task).finally(() => {
        state.running = false;
        // what follows calls from where they began to where they end makes every promise of the process dearer: it is on only while a task runs
        this.current.disable();
      });
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when every task that has been added has ended. */
  async idle(): Promise<void> {
    let awaited: Promise<unknown>;
    do {
      awaited = this.last;
      await awaited;
    } while (awaited !== this.last);
  }
}
