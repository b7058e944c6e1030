import type { Statement } from "../cypher/statement.js";
import type { Access, Run, Store } from "./port.js";

/** Who hears of what is sent to a store. */
export interface Watcher {
  /** Is called with the name of each statement that is sent; what it answers is called when that is answered, or has failed. */
  readonly sent?: (statement: string) => (error?: unknown) => void;
  /** Is called when a write has been committed. */
  readonly written?: () => void;
}

/** The store itself, with somebody who hears of every statement, beside whoever it is sent for. */
export function watchedStore(store: Store, { sent, written }: Watcher): Store {
  const told = async <T>(statement: Statement, access: Access | undefined, answer: () => Promise<T>): Promise<T> => {
    const ends = [sent?.(statement.name), access?.onStatement?.(statement.name)];
    try {
      const rows = await answer();
      for (const end of ends) end?.();
      return rows;
    } catch (error) {
      for (const end of ends) end?.(error);
      throw error;
    }
  };
  return {
    capabilities: store.capabilities,
    read: (statement, access) => told(statement, access, () => store.read(statement, access)),
    ...(store.profile && { profile: (statement: Statement) => store.profile!(statement) }),
    async write<T>(work: (run: Run) => Promise<T>, access?: Access): Promise<T> {
      const result = await store.write(
        (run) =>
          work((statement) => {
            const rows = told(statement, access, () => run(statement));
            rows.catch(() => undefined); // the store tells it also where the work does not wait for it
            return rows;
          }),
        access,
      );
      written?.();
      return result;
    },
    ...(store.committed && { committed: () => store.committed!() }),
    applySchema: (statements) => store.applySchema(statements),
    close: () => store.close(),
  };
}
