import type { Ontology } from "../../ontology/ontology.js";
import type { Access, Store } from "../port.js";

/** On what, and for whom, a curator's change is made. */
export interface Curation {
  readonly store: Store;
  readonly ontology: Ontology;
  /** The subject of the curator's token. */
  readonly by: string;
  readonly access?: Access;
}

/** What became of a change: the id that it was about, and whether it changed anything. */
export interface Changed {
  readonly id: string;
  readonly changed: boolean;
}
