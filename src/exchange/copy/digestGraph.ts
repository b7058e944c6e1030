import { countNodes, NODE_LABELS, type NodeLabel } from "../../cypher/copy.js";
import { rowsOf } from "../../cypher/rows.js";
import type { Store } from "../../store/port.js";
import { SetDigest } from "./digest.js";
import { edgesOf, mainOf, nodesOf, pagesOf, type OnProgress } from "./pages.js";

/** What a store holds of one label: nodes, and the edges that go out from them. */
export interface LabelDigest {
  readonly label: NodeLabel;
  readonly nodes: number;
  readonly edges: number;
  readonly digest: string;
}

/** Counts and digests of everything in a store, label by label. `name` is what the progress calls it. */
export async function digestGraph(
  store: Store,
  name = "store",
  onProgress: OnProgress = () => undefined,
  pageSize?: number,
): Promise<readonly LabelDigest[]> {
  const digests: LabelDigest[] = [];
  for (const label of NODE_LABELS) {
    const digest = new SetDigest();
    const { total } = rowsOf<{ total: number }>(await store.read(countNodes(label)))[0]!;
    let [nodeCount, edgeCount] = [0, 0];
    onProgress({ stage: `${name} ${label}`, done: 0, total });
    for await (const ids of pagesOf(store, label, "", pageSize)) {
      const nodes = await nodesOf(store, label, ids);
      const edges = await edgesOf(store, label, ids);
      for (const { labels, properties } of nodes) digest.add([[...labels].sort(), properties]);
      for (const { from, type, to, labels, properties } of edges) {
        digest.add([from, type, mainOf(labels), to, properties]);
      }
      nodeCount += nodes.length;
      edgeCount += edges.length;
      onProgress({ stage: `${name} ${label}`, done: nodeCount, total });
    }
    digests.push({ label, nodes: nodeCount, edges: edgeCount, digest: digest.hex });
  }
  return digests;
}
