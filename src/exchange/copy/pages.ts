import {
  edgesFrom,
  idsAfter,
  NODE_LABELS,
  nodesById,
  type CopiedProperties,
  type NodeLabel,
} from "../../cypher/copy.js";
import { rowsOf } from "../../cypher/rows.js";
import type { Store } from "../../store/port.js";

/** How far a copy has come, for whoever shows it: at the beginning of each stage, and after each page. */
export interface CopyProgress {
  /** `nodes Claim`, `edges Claim`, and when it is proven `source Claim` and `target Claim`. */
  readonly stage: string;
  /** How many of the stage's nodes are done, with those that a broken-off copy did. */
  readonly done: number;
  /** How many there were when the stage began. */
  readonly total: number;
}
export type OnProgress = (progress: CopyProgress) => void;

export interface NodeRow {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: CopiedProperties;
}

export interface EdgeRow {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  /** Those of the node that it leads to. */
  readonly labels: readonly string[];
  readonly properties: CopiedProperties;
}

/**
 * How many ids are read at a time. An engine without an ordered index looks through the whole label for each such read, so there are to be
 * few; and the ids are to fit into the memory at any size of the graph.
 */
const IDS = 100_000;

const PAGE = 1000;

/** Texts are long. */
const TEXT_PAGE = 50;

/** The ids of a label's nodes after one of them, in their order, by the page. */
export async function* pagesOf(
  store: Store,
  label: NodeLabel,
  after: string,
  pageSize = PAGE,
): AsyncGenerator<string[]> {
  const size = label === "Text" ? Math.min(pageSize, TEXT_PAGE) : pageSize;
  for (let last = after; ;) {
    const ids = rowsOf<{ id: string }>(await store.read(idsAfter(label, last, IDS))).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
    if (ids.length < IDS) return;
    last = ids.at(-1)!;
  }
}

export async function nodesOf(store: Store, label: NodeLabel, ids: readonly string[]): Promise<readonly NodeRow[]> {
  return rowsOf<NodeRow>(await store.read(nodesById(label, ids)));
}

/** The edges that go out from the nodes. */
export async function edgesOf(store: Store, label: NodeLabel, ids: readonly string[]): Promise<readonly EdgeRow[]> {
  return rowsOf<EdgeRow>(await store.read(edgesFrom(label, ids)));
}

/** That of a node's labels by which it is told apart. */
export function mainOf(labels: readonly string[]): NodeLabel {
  return NODE_LABELS.find((label) => labels.includes(label)) ?? "Entity";
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
