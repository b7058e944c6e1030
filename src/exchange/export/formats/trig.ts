import { Writer } from "n3";
import type { ExportFormat } from "../exportFormat.js";
import { nanopublicationQuads } from "../rdf/nanopublication.js";
import { rdfContext } from "../rdf/rdfContext.js";
import { VOCABULARIES } from "../rdf/terms.js";

/** Nanopublications: the four graphs of each claim one after another. */
export const trig: ExportFormat = {
  name: "TRIG",
  mediaType: "application/trig",
  ending: "trig",
  async *write(claims, context) {
    const rdf = rdfContext(context);
    let written = "";
    const sink = { write: (piece: string) => void (written += piece), end: () => undefined };
    const taken = () => {
      const piece = written;
      written = "";
      return piece;
    };
    const writer = new Writer(sink, { format: "TriG", prefixes: VOCABULARIES, baseIRI: context.base, writeBase: true });
    for await (const claim of claims) {
      writer.addQuads(await nanopublicationQuads(claim, rdf));
      yield taken();
    }
    writer.end();
    yield taken();
  },
};
