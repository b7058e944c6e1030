import { lastChange } from "../../cypher/changes.js";
import { countChangesFrom } from "../../cypher/copy.js";
import type { Run, Store } from "../../store/port.js";

/** The number of the last change in a store; 0 where there was none. */
export async function lastChangeIn(read: Run): Promise<number> {
  const [row] = await read(lastChange());
  return Number(row?.["seq"] ?? 0);
}

/**
 * Has a store that was restored number its changes from where those before had come to: whoever follows them reads on from the number seen last,
 * and would miss what is written under numbers that were given out before.
 */
export async function countOn(store: Store, from: number): Promise<void> {
  if (from > (await lastChangeIn((statement) => store.read(statement))))
    await store.write((run) => run(countChangesFrom(from)));
}
