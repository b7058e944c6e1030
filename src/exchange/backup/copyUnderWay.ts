import { copyNote } from "../../cypher/copy.js";
import type { Store } from "../../store/port.js";

/** How often a server looks whether its database is being restored. */
const EVERY_MS = 2000;

/** After how long every server that answers has seen that it is. */
export const COPY_SEEN_MS = 3 * EVERY_MS;

/**
 * Looks from time to time whether something is being copied into a database that others write to as well, a backup that is restored: then
 * there is a part of it only. Answers what stops the looking. A look that fails changes nothing.
 */
export function watchCopyUnderWay(store: Store, tell: (underWay: boolean) => void): () => Promise<void> {
  const look = () =>
    store.read(copyNote()).then(
      (rows) => tell(rows.length > 0),
      () => undefined,
    );
  const timer = setInterval(() => void look(), EVERY_MS).unref();
  return async () => clearInterval(timer);
}
