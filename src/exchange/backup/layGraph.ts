import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { schemaStatements } from "../../cypher/schema.js";
import { readLayout } from "../../cypher/layout.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Ontology } from "../../ontology/ontology.js";
import { DATABASE } from "../../store/grafeo/marker.js";
import { openStore } from "../../store/open.js";
import type { Store } from "../../store/port.js";
import { copyGraph } from "../copy/copyGraph.js";
import type { OnProgress } from "../copy/pages.js";

/** How often a graph is copied beside the writes of others before these are held up. */
const FREE_TRIES = 2;

/**
 * Copies the graph of a database that has no file of its own into one of the embedded engine, as it was at one moment: the copy is compared with
 * its source afterwards, and is only equal where nothing was written from the beginning of the copying to the end of the comparing. Where
 * others write all the time, the last try holds their writes up by holding the lock that each write takes.
 */
export async function layGraph(
  from: Store,
  databaseFile: string,
  ontology: Ontology,
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  const folder = path.join(path.dirname(databaseFile), "copying");
  const [row] = await from.read(readLayout());
  const layout = Number(row?.["version"] ?? 0);
  const copy = async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    const to = await openStore({ dataFolder: folder });
    try {
      await to.applySchema(schemaStatements(ontology));
      await copyGraph(from, to, { source: "the database", layout, onProgress });
    } finally {
      await to.close();
    }
  };
  for (let tries = 1; ; tries++) {
    try {
      await (tries <= FREE_TRIES ? copy() : from.write(copy));
      break;
    } catch (error) {
      const hasChanged = error instanceof SanadError && error.code === ErrorCode.CONFLICT;
      if (!hasChanged || tries > FREE_TRIES) throw error;
      onProgress({ stage: `try ${tries + 1}, for something was written meanwhile`, done: 0, total: 0 });
    }
  }
  await rename(path.join(folder, DATABASE), databaseFile);
  await rm(folder, { recursive: true });
}
