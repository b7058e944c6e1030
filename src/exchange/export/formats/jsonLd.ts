import type { ExportFormat } from "../exportFormat.js";
import { jsonLdContext } from "../rdf/jsonLdContext.js";
import { nanopublication, type Nanopublication } from "../rdf/nanopublication.js";
import { NodeObjects, type NodeObject } from "../rdf/nodeObjects.js";
import { rdfContext } from "../rdf/rdfContext.js";

/**
 * A node a claim, each on a line of its own: the head of its nanopublication, with assertion, provenance and publication info as graphs within it.
 * The context stands in the file, so that nothing is fetched to read it.
 */
export const jsonLd: ExportFormat = {
  name: "JSONLD",
  mediaType: "application/ld+json",
  ending: "jsonld",
  async *write(claims, context) {
    const rdf = rdfContext(context);
    const nodes = new NodeObjects(context.base);
    yield `{"@context":${JSON.stringify(jsonLdContext(context.base))},\n"@graph":[`;
    let separator = "\n";
    for await (const claim of claims) {
      yield separator + JSON.stringify(graphsWithin(await nanopublication(claim, rdf), nodes));
      separator = ",\n";
    }
    yield "\n]}\n";
  },
};

/** The head's graph, in which each part stands where the head names it. */
function graphsWithin({ head, parts }: Nanopublication, nodes: NodeObjects): NodeObject {
  const publication = head.quads[0]!.subject.value;
  const within = new Map(parts.map(({ graph, quads }) => [nodes.idOf(graph.value), nodes.ofGraph(quads, publication)]));
  const named = nodes.ofGraph(head.quads, publication).map((node) => {
    const entries = Object.entries(node).map(([name, value]) => {
      const graph = typeof value === "string" ? within.get(value) : undefined;
      return [name, graph ? { "@id": value, "@graph": graph } : value];
    });
    return Object.fromEntries(entries) as NodeObject;
  });
  return { "@id": nodes.idOf(head.graph.value), "@graph": named };
}
