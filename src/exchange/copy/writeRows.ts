import { putEdges, putNodes, type NodeLabel } from "../../cypher/copy.js";
import { ErrorCode, SanadError } from "../../errors.js";
import type { Run } from "../../store/port.js";
import { groupBy, mainOf, type EdgeRow, type NodeRow } from "./pages.js";

/** How many rows one statement takes: a node may have any number of edges. */
const ROWS = 5000;

/** Writes nodes of one main label, with whatever other labels they have. */
export async function writeNodes(run: Run, label: NodeLabel, nodes: readonly NodeRow[]): Promise<void> {
  const groups = groupBy(nodes, ({ labels }) =>
    labels
      .filter((other) => other !== label)
      .sort()
      .join(" "),
  );
  for (const [others, group] of groups) {
    const labels = others === "" ? [] : others.split(" ");
    await run(
      putNodes(
        label,
        labels,
        group.map(({ properties }) => properties),
      ),
    );
  }
}

/** Writes edges that go out from nodes of one main label. Throws CONFLICT where an end of one is not there. */
export async function writeEdges(run: Run, label: NodeLabel, edges: readonly EdgeRow[]): Promise<void> {
  for (const group of groupBy(edges, ({ type, labels }) => `${type} ${mainOf(labels)}`).values()) {
    const { type, labels } = group[0]!;
    for (let at = 0; at < group.length; at += ROWS) {
      const rows = group.slice(at, at + ROWS).map(({ from, to, properties }) => ({ from, to, properties }));
      const put = await run(putEdges(type, label, mainOf(labels), rows));
      if (put.length === rows.length) continue;
      const message = `${rows.length - put.length} edges ${type} lead to nodes that were not copied, for the source has changed meanwhile; empty the target and copy again`;
      throw new SanadError(ErrorCode.CONFLICT, message);
    }
  }
}
