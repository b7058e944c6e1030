import { lastChange } from "../../cypher/changes.js";
import { copyNote, NODE_LABELS, strangers, type CopyNote } from "../../cypher/copy.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { edgesOf, nodesOf, pagesOf } from "../copy/pages.js";
import { readFrom, type ExportSource } from "../export/selection.js";
import type { Item } from "./form.js";

/**
 * All there is in a store: first all nodes, then all edges, label by label, each in the order of their ids. Throws CONFLICT where something was written
 * meanwhile, for what was read then is of no one moment, or where the store holds what is not Sanad's, or part of a copy.
 */
export async function* wholeGraph(source: ExportSource): AsyncGenerator<Item> {
  const { store, signal } = source;
  const others = rowsOf<{ labels: readonly string[] }>(await readFrom(source, strangers()));
  if (others.length > 0) {
    throw conflict(
      `the store holds what is not Sanad's and would be lost: ${others.flatMap(({ labels }) => labels).join(", ")}`,
    );
  }
  const [note] = rowsOf<CopyNote>(await readFrom(source, copyNote()));
  if (note) throw conflict(`the store holds part of a copy from ${note.source}, which is to be ended first`);
  const begun = await lastNumber(source);
  for (const label of NODE_LABELS) {
    for await (const ids of pagesOf(store, label, "")) {
      signal?.throwIfAborted();
      for (const node of await nodesOf(store, label, ids)) yield { node };
    }
  }
  for (const label of NODE_LABELS) {
    for await (const ids of pagesOf(store, label, "")) {
      signal?.throwIfAborted();
      for (const edge of await edgesOf(store, label, ids)) yield { edge: { ...edge, fromLabel: label } };
    }
  }
  if ((await lastNumber(source)) === begun) return;
  throw conflict(
    "something was written while the whole was exported, so what was read is of no one moment: export again, or make a backup (`sanad backup`), which goes well beside writes",
  );
}

/** The number of the last change; 0 where there was none. */
export async function lastNumber(source: ExportSource): Promise<number> {
  const [row] = await readFrom(source, lastChange());
  return Number(row?.["seq"] ?? 0);
}

function conflict(message: string): SanadError {
  return new SanadError(ErrorCode.CONFLICT, message);
}
