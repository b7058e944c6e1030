import type { Quad } from "n3";
import type { ExportedClaim } from "../exportedClaim.js";
import { assertion } from "./assertion.js";
import { provenance } from "./provenance.js";
import { publicationInfo } from "./publicationInfo.js";
import type { RdfContext } from "./rdfContext.js";
import { term } from "./terms.js";
import { Triples } from "./triples.js";

/** The named graphs of a claim, of which the head names the others. */
export interface Nanopublication {
  readonly head: Triples;
  readonly parts: readonly Triples[];
}

/**
 * A claim as a nanopublication: four named graphs and nothing outside them. All that it speaks of is named in it, so that it can be taken out of
 * the file and read alone; nothing in it is a blank node.
 */
export async function nanopublication(claim: ExportedClaim, context: RdfContext): Promise<Nanopublication> {
  const { addresses } = context;
  const said = assertion(claim, context);
  const from = await provenance(claim, context);
  const info = publicationInfo(claim, context);
  const head = new Triples(addresses.claim(claim.row.id, "head"));
  head.add(
    addresses.claim(claim.row.id),
    [term("rdf:type"), term("np:Nanopublication")],
    [term("np:hasAssertion"), said.graph],
    [term("np:hasProvenance"), from.graph],
    [term("np:hasPublicationInfo"), info.graph],
  );
  return { head, parts: [said, from, info] };
}

/** Its quads, graph by graph. */
export async function nanopublicationQuads(claim: ExportedClaim, context: RdfContext): Promise<Quad[]> {
  const { head, parts } = await nanopublication(claim, context);
  return [head, ...parts].flatMap(({ quads }) => quads);
}
