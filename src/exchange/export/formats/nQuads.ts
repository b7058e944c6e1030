import { Writer } from "n3";
import type { ExportFormat } from "../exportFormat.js";
import { nanopublicationQuads } from "../rdf/nanopublication.js";
import { rdfContext } from "../rdf/rdfContext.js";

/** A quad a line: the quads of each claim's nanopublication, in canonical form. */
export const nQuads: ExportFormat = {
  name: "NQUADS",
  mediaType: "application/n-quads",
  ending: "nq",
  async *write(claims, context) {
    const rdf = rdfContext(context);
    const writer = new Writer({ format: "N-Quads" });
    for await (const claim of claims) yield writer.quadsToString(await nanopublicationQuads(claim, rdf));
  },
};
