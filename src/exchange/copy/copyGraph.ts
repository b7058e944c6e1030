import {
  copyNote,
  countNodes,
  forgetCopy,
  NODE_LABELS,
  noteCopy,
  strangers,
  type CopyNote,
  type NodeLabel,
} from "../../cypher/copy.js";
import { writeLayout } from "../../cypher/layout.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { GRAPH_LAYOUT } from "../../store/layout.js";
import type { Run, Store } from "../../store/port.js";
import { digestGraph, type LabelDigest } from "./digestGraph.js";
import { edgesOf, nodesOf, pagesOf, type OnProgress } from "./pages.js";
import { writeEdges, writeNodes } from "./writeRows.js";

export interface CopyOptions {
  /** What the source is called, so that a copy is never resumed from another. */
  readonly source: string;
  readonly onProgress?: OnProgress;
  /** The version of the source's graph, which the target's is then; this program's if not given. */
  readonly layout?: number;
  /** How many nodes, with their edges, are read and written at a time. */
  readonly pageSize?: number;
}

/**
 * Copies everything from one store into another that has its constraints and indexes but nothing in it: history too, page by page, each page
 * in one transaction with the note of how far it has come. Broken off at any point it is resumed there; until it is whole the target is
 * refused by all else. At the end both stores are read again and must have equal digests.
 * Throws CONFLICT where the source is empty or holds what is not Sanad's, the target holds something that no copy from this source has put
 * there, another copy into it is under way, or the digests differ.
 */
export async function copyGraph(from: Store, to: Store, options: CopyOptions): Promise<readonly LabelDigest[]> {
  const { source, onProgress = () => undefined, layout = GRAPH_LAYOUT, pageSize } = options;
  let noted = await begin(from, to, source);
  for (const stage of STAGES.slice(noted ? STAGES.indexOf(noted.stage) : 0)) {
    const [what, label] = stage.split(" ") as ["nodes" | "edges", NodeLabel];
    const total = await count(from, label);
    let { after, done } = noted?.stage === stage ? noted : { after: "", done: 0 };
    onProgress({ stage, done, total });
    for await (const ids of pagesOf(from, label, after, pageSize)) {
      [after, done] = [ids.at(-1)!, done + ids.length];
      const next: CopyNote = { source, stage, after, done };
      const nodes = what === "nodes" ? await nodesOf(from, label, ids) : [];
      const edges = what === "edges" ? await edgesOf(from, label, ids) : [];
      await to.write(async (run) => {
        if (await isDone(run, noted, next)) return;
        await writeNodes(run, label, nodes);
        await writeEdges(run, label, edges);
        await run(noteCopy(next));
      });
      noted = next;
      onProgress({ stage, done, total });
    }
  }
  const digests = await prove(from, to, onProgress, pageSize);
  await to.write(async (run) => {
    await run(writeLayout(layout));
    await run(forgetCopy());
  });
  return digests;
}

/** The note by which a copy into an empty store is begun before its first page. */
export function beginning(source: string): CopyNote {
  return { source, stage: STAGES[0]!, after: "", done: 0 };
}

/** First all nodes, then all edges: so both ends of each are there. */
const STAGES = ["nodes", "edges"].flatMap((what) => NODE_LABELS.map((label) => `${what} ${label}`));

/** Where an earlier copy from the same source was broken off; null where this is the first, into an empty store. */
async function begin(from: Store, to: Store, source: string): Promise<CopyNote | null> {
  const others = rowsOf<{ labels: readonly string[] }>(await from.read(strangers())).flatMap(({ labels }) => labels);
  if (others.length > 0) throw conflict(`the source holds what is not Sanad's and would be lost: ${others.join(", ")}`);
  if (await isEmpty(from)) throw conflict("the source is empty: there is nothing to copy");
  const [noted] = rowsOf<CopyNote>(await to.read(copyNote()));
  if (noted && noted.source !== source) {
    throw conflict(
      `the target holds part of a copy from ${noted.source}, not from ${source}: go on from there, or empty it`,
    );
  }
  if (noted) return noted;
  if (!(await isEmpty(to)) || (await to.read(strangers())).length > 0) {
    throw conflict("the target is not empty: a copy goes into an empty store only");
  }
  return null;
}

/** Whether a store holds nothing of a graph. */
export async function isEmpty(store: Store): Promise<boolean> {
  for (const label of NODE_LABELS) if ((await count(store, label)) > 0) return false;
  return true;
}

async function count(store: Store, label: NodeLabel): Promise<number> {
  return rowsOf<{ total: number }>(await store.read(countNodes(label)))[0]!.total;
}

/**
 * Whether a page is there already, because its transaction was committed though the database was lost before it said so. The note is
 * otherwise what this copy left, or another copy is writing into the same store.
 */
export async function isDone(run: Run, last: CopyNote | null, next: CopyNote): Promise<boolean> {
  const [found = null] = rowsOf<CopyNote>(await run(copyNote()));
  if (isSame(found, next)) return true;
  if (isSame(found, last)) return false;
  throw conflict("another copy into the target is under way: end one of them, empty the target and copy again");
}

function isSame(one: CopyNote | null, other: CopyNote | null): boolean {
  return one?.source === other?.source && one?.stage === other?.stage && one?.after === other?.after;
}

/** Reads both stores whole and compares them label by label. */
async function prove(
  from: Store,
  to: Store,
  onProgress: OnProgress,
  pageSize?: number,
): Promise<readonly LabelDigest[]> {
  const digests = await digestGraph(from, "source", onProgress, pageSize);
  const copied = await digestGraph(to, "target", onProgress, pageSize);
  const faults = digests.flatMap(({ label, nodes, edges, digest }, index) => {
    const other = copied[index]!;
    if (digest === other.digest) return [];
    return [`${label} (${nodes} nodes and ${edges} edges there, ${other.nodes} and ${other.edges} here)`];
  });
  if (faults.length === 0) return digests;
  throw conflict(
    `the copy differs from its source in ${faults.join(", ")}: either has changed meanwhile; empty the target and copy again`,
  );
}

function conflict(message: string): SanadError {
  return new SanadError(ErrorCode.CONFLICT, message);
}
