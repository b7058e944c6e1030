import { createHash } from "node:crypto";
import { NODE_LABELS, type NodeLabel } from "../../cypher/copy.js";
import { GRAPH_LAYOUT } from "../../store/layout.js";
import { SetDigest } from "../copy/digest.js";
import { digested, FORM, FORMAT, itemLine, type Header, type Item, type Trailer } from "./form.js";

/** How long a piece is, at least, in characters: lines are short, and each piece costs. */
const PIECE = 16_384;

/** The file of some items, piece by piece. `onClaim` is called with how many claims have been written. */
export async function* writeJsonLines(
  items: AsyncIterable<Item>,
  about: Pick<Header, "ontology" | "at" | "selection">,
  onClaim: (claims: number) => void = () => undefined,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const counts = new Map(NODE_LABELS.map((label) => [label, { nodes: 0, edges: 0, digest: new SetDigest() }]));
  const header: Header = { type: "header", format: FORMAT, version: FORM, layout: GRAPH_LAYOUT, ...about };
  let piece = `${JSON.stringify(header)}\n`;
  let [nodes, relationships] = [0, 0];
  for await (const item of items) {
    const { label, thing } = digested(item);
    const count = counts.get(label)!;
    count.digest.add(thing);
    if ("node" in item) {
      nodes++;
      count.nodes++;
      if (label === "Claim") onClaim(count.nodes);
    } else {
      relationships++;
      count.edges++;
    }
    piece += `${itemLine(item, relationships)}\n`;
    if (piece.length < PIECE) continue;
    hash.update(piece);
    yield piece;
    piece = "";
  }
  hash.update(piece);
  const trailer: Trailer = {
    ...{ type: "trailer", nodes, relationships, claims: counts.get("Claim")!.nodes },
    digests: NODE_LABELS.map((label: NodeLabel) => {
      const { digest, ...numbers } = counts.get(label)!;
      return { label, ...numbers, digest: digest.hex };
    }),
    sha256: hash.digest("hex"),
  };
  yield `${piece}${JSON.stringify(trailer)}\n`;
}
