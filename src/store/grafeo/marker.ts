import { open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { unavailable } from "../refusals.js";
import { cannotUse, damaged } from "./errors.js";

/** The version of what lies where in the folder. A server opens its own only. */
export const LAYOUT = 1;

/** The file that says that a folder is Sanad's, and how far the making of it, or of what is restored into it, has come. */
export const MARKER = "sanad.json";
export const DATABASE = "graph.grafeo";
export const LOG = `${DATABASE}.wal`;
export const COMMITS = "sanad.commits";

/** What the marker says: `{"layout": 1, "complete": true}`. */
export interface Marker {
  /** Whether the database is there. Where it is not, the making of it was broken off. */
  readonly complete: boolean;
  /** That another database is being put in the place of the one that was there, and the name of the folder inside in which that is kept. */
  readonly restoring?: { readonly keptAs: string | null };
}

/** Reads a folder's marker. Throws STORE_UNAVAILABLE when it cannot be read, or is of another layout. */
export async function readMarker(path: string): Promise<Marker> {
  let text: string;
  try {
    text = await readFile(join(path, MARKER), "utf8");
  } catch (error) {
    throw cannotUse(path, error);
  }
  const marker = parse(text);
  if (marker === undefined) throw damaged(path, `${MARKER} cannot be read`);
  if (marker.layout !== LAYOUT) {
    const [age, advice] =
      marker.layout > LAYOUT
        ? ["a newer", "start that version of Sanad"]
        : ["an older", "start the version of Sanad that made it"];
    throw unavailable(
      `The data folder ${path} was made by ${age} version of Sanad (layout ${marker.layout}; this one has ${LAYOUT}): ${advice}, or choose another folder.`,
    );
  }
  return marker;
}

function parse(text: string): (Marker & { readonly layout: number }) | undefined {
  try {
    const { layout, complete, restoring } = JSON.parse(text) as Record<string, unknown>;
    if (!Number.isInteger(layout)) return undefined;
    const marker = { layout: layout as number, complete: complete === true };
    if (restoring === undefined) return marker;
    const { keptAs } = restoring as { readonly keptAs?: unknown };
    const isName = typeof keptAs === "string" && /^[\w.-]+$/u.test(keptAs);
    return isName || keptAs === null ? { ...marker, restoring: { keptAs } } : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a reader finds the old or the new, never half of it. */
export async function writeMarker(path: string, marker: Marker): Promise<void> {
  const temporary = join(path, `.${MARKER}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, "w");
    try {
      await file.writeFile(`${JSON.stringify({ layout: LAYOUT, ...marker })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(path, MARKER));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cannotUse(path, error);
  }
}
