import { DataFactory, type NamedNode } from "n3";
import { wellFormed } from "../plainText.js";

/** The sorts of what the ontology declares, each a folder of its addresses; beside them stand this project's own terms, `ontology/modality`. */
type Declared = "kinds" | "predicates" | "units" | "sourceTypes" | "identifierSchemes";

/** Where the things of a graph have their addresses: `{base}entities/xai`, `{base}ontology/predicates/OWNS`. */
export class Addresses {
  constructor(private readonly base: string) {}

  /** An entity, or with a fragment what is said of it apart. */
  entity(id: string, fragment?: string): NamedNode {
    return this.at("entities", id, fragment);
  }

  /** A claim's nanopublication, or with a fragment a part of it: `#assertion`. */
  claim(id: string, fragment?: string): NamedNode {
    return this.at("claims", id, fragment);
  }

  /** Who records claims. */
  agent(name: string): NamedNode {
    return this.at("agents", name);
  }

  declared(sort: Declared, name: string): NamedNode {
    return this.at(`ontology/${sort}`, name);
  }

  /** A term that no vocabulary has: `modality`; or one of its values: `modality/PLANNED`. */
  own(name: string): NamedNode {
    return DataFactory.namedNode(`${this.base}ontology/${name}`);
  }

  private at(folder: string, id: string, fragment?: string): NamedNode {
    const place = `${this.base}${folder}/${encoded(id)}`;
    return DataFactory.namedNode(fragment === undefined ? place : `${place}#${encoded(fragment)}`);
  }
}

/** Ids are mostly plain; what else may stand in one is percent-encoded. */
function encoded(id: string): string {
  return /^[\w.-]+$/u.test(id) ? id : encodeURIComponent(wellFormed(id));
}
