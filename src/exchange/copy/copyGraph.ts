import {
  copyProgress,
  edgesFrom,
  forgetCopyProgress,
  NODE_LABELS,
  nodesAfter,
  noteCopyProgress,
  putEdges,
  putNodes,
  type CopiedProperties,
  type NodeLabel,
} from "../../cypher/copy.js";
import { rowsOf } from "../../cypher/rows.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Run, Store } from "../../store/port.js";
import { SetDigest } from "./digest.js";

/** How far a copy has come, for whoever shows it. */
export interface CopyProgress {
  /** `nodes Claim`, `edges Claim`, and when it is proven `digest Claim`. */
  readonly stage: string;
  /** How many of the stage's nodes are done, or have been passed over because an earlier copy did them. */
  readonly done: number;
}

/** What both stores hold of one label: nodes, and the edges that go out from them. */
export interface LabelDigest {
  readonly label: NodeLabel;
  readonly nodes: number;
  readonly edges: number;
  readonly digest: string;
}

export interface CopyOptions {
  /** What the source is called, so that a copy is never resumed from another. */
  readonly source: string;
  readonly pageSize?: number;
  readonly onProgress?: (progress: CopyProgress) => void;
}

/**
 * Copies everything from one store into another, history too, page by page, each page in one transaction with the note of how far it has
 * come: broken off at any point it is resumed there. At the end both are read again and must have equal digests.
 * Throws CONFLICT where the target holds something that no copy from this source has put there, or the digests differ.
 */
export async function copyGraph(from: Store, to: Store, options: CopyOptions): Promise<readonly LabelDigest[]> {
  const { source, pageSize = 1000, onProgress = () => undefined } = options;
  let place = await placeToBegin(to, source);
  for (const stage of STAGES.slice(STAGES.indexOf(place.stage))) {
    const [what, label] = stage.split(" ") as ["nodes" | "edges", NodeLabel];
    let done = 0;
    for (;;) {
      const nodes = rowsOf<NodeRow>(await from.read(nodesAfter(label, place.after, pageSize)));
      if (nodes.length === 0) break;
      const after = nodes.at(-1)!.id;
      const edges = what === "edges" ? await outgoing(from, label, nodes) : [];
      await to.write(async (run) => {
        if (what === "nodes") await writeNodes(run, label, nodes);
        else await writeEdges(run, label, edges);
        await run(noteCopyProgress(source, stage, after));
      });
      done += nodes.length;
      onProgress({ stage, done });
      place = { stage, after };
    }
    place = { stage: STAGES[STAGES.indexOf(stage) + 1] ?? stage, after: "" };
  }
  return prove(from, to, pageSize, onProgress);
}

const STAGES = [...NODE_LABELS.map((label) => `nodes ${label}`), ...NODE_LABELS.map((label) => `edges ${label}`)];

interface NodeRow {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: CopiedProperties;
}

interface EdgeRow {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly labels: readonly string[];
  readonly properties: CopiedProperties;
}

/** Where the copy begins: at the beginning of an empty store, or where an earlier one from the same source was broken off. */
async function placeToBegin(to: Store, source: string): Promise<{ stage: string; after: string }> {
  const [noted] = rowsOf<{ source: string; stage: string; after: string }>(await to.read(copyProgress()));
  if (noted && noted.source !== source) {
    throw new SanadError(
      ErrorCode.CONFLICT,
      `the target holds part of a copy from ${noted.source}, not from ${source}`,
    );
  }
  if (noted) return noted;
  for (const label of NODE_LABELS) {
    if ((await to.read(nodesAfter(label, "", 1))).length > 0) {
      throw new SanadError(ErrorCode.CONFLICT, "the target is not empty: a copy goes into an empty store only");
    }
  }
  return { stage: STAGES[0]!, after: "" };
}

async function outgoing(from: Store, label: NodeLabel, nodes: readonly NodeRow[]): Promise<readonly EdgeRow[]> {
  return rowsOf<EdgeRow>(
    await from.read(
      edgesFrom(
        label,
        nodes.map(({ id }) => id),
      ),
    ),
  );
}

async function writeNodes(run: Run, label: NodeLabel, nodes: readonly NodeRow[]): Promise<void> {
  const groups = groupBy(nodes, ({ labels }) => othersOf(labels, label).join(" "));
  for (const group of groups.values()) {
    const others = othersOf(group[0]!.labels, label);
    await run(
      putNodes(
        label,
        others,
        group.map(({ id, properties }) => ({ id, properties })),
      ),
    );
  }
}

async function writeEdges(run: Run, label: NodeLabel, edges: readonly EdgeRow[]): Promise<void> {
  const groups = groupBy(edges, ({ type, labels }) => `${type} ${mainOf(labels)}`);
  for (const group of groups.values()) {
    const [{ type, labels }] = group as [EdgeRow, ...EdgeRow[]];
    const rows = group.map(({ from, to, properties }) => ({ from, to, properties }));
    const put = await run(putEdges(type, label, mainOf(labels), rows));
    if (put.length !== rows.length) {
      throw new SanadError(
        ErrorCode.INTERNAL,
        `${rows.length - put.length} edges ${type} lead to nodes that were not copied`,
      );
    }
  }
}

function mainOf(labels: readonly string[]): NodeLabel {
  return NODE_LABELS.find((label) => labels.includes(label)) ?? "Entity";
}

function othersOf(labels: readonly string[], label: NodeLabel): string[] {
  return labels.filter((other) => other !== label).sort();
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Reads both stores whole and compares them label by label. */
async function prove(from: Store, to: Store, pageSize: number, onProgress: (progress: CopyProgress) => void) {
  const digests = await digestGraph(from, pageSize, onProgress);
  const copied = await digestGraph(to, pageSize, onProgress);
  for (const [index, own] of digests.entries()) {
    const other = copied[index]!;
    if (own.digest === other.digest) continue;
    const counts = `${own.nodes} nodes and ${own.edges} edges there, ${other.nodes} and ${other.edges} here`;
    throw new SanadError(
      ErrorCode.CONFLICT,
      `the copy differs from its source in ${own.label}: ${counts}; empty the target and copy again`,
    );
  }
  await to.write((run) => run(forgetCopyProgress()));
  return digests;
}

/** Counts and digests of everything in a store, label by label. */
export async function digestGraph(
  store: Store,
  pageSize = 1000,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<readonly LabelDigest[]> {
  const digests: LabelDigest[] = [];
  for (const label of NODE_LABELS) {
    const digest = new SetDigest();
    let edgeCount = 0;
    let nodeCount = 0;
    for (let after = ""; ;) {
      const nodes = rowsOf<NodeRow>(await store.read(nodesAfter(label, after, pageSize)));
      if (nodes.length === 0) break;
      for (const { labels, properties } of nodes) digest.add([[...labels].sort(), properties]);
      const edges = await outgoing(store, label, nodes);
      for (const { from, type, to, properties } of edges) digest.add([from, type, to, properties]);
      nodeCount += nodes.length;
      edgeCount += edges.length;
      after = nodes.at(-1)!.id;
      onProgress({ stage: `digest ${label}`, done: nodeCount });
    }
    digests.push({ label, nodes: nodeCount, edges: edgeCount, digest: digest.hex });
  }
  return digests;
}
