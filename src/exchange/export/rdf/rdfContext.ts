import type { Ontology } from "../../../ontology/ontology.js";
import type { CodePointPlaces } from "../codePointPlaces.js";
import type { ExportContext } from "../exportFormat.js";
import { Addresses } from "./addresses.js";

/** What claims are told with in RDF. */
export interface RdfContext {
  readonly addresses: Addresses;
  readonly ontology: Ontology;
  readonly places: CodePointPlaces;
}

export function rdfContext({ base, ontology, places = async () => null }: ExportContext): RdfContext {
  return { addresses: new Addresses(base), ontology, places };
}
