import type { CitationRow, ClaimRow, EntityRow } from "../../cypher/rows.js";
import type { Localized } from "../../ontology/ontology.js";

/** A claim on its way out, with all that a format may want to say of it. */
export interface ExportedClaim {
  readonly row: ClaimRow;
  /** How it reads, in each language of the ontology. */
  readonly statement: Localized;
  readonly subject: EntityRow;
  /** Null where it is about a value. */
  readonly object: EntityRow | null;
  /** Whom the sources name as having said it. */
  readonly attributedTo: readonly EntityRow[];
  /** The ids of the claims whose place it has taken. */
  readonly supersedes: readonly string[];
  /** In the order of their ids; those only that whoever it goes to may see. */
  readonly citations: readonly ExportedCitation[];
}

/** A citation of an exported claim. */
export interface ExportedCitation {
  readonly row: CitationRow;
  readonly source: ExportedSource;
}

/** A source of an exported claim; `row.license` and `row.attribution` go out with whatever is taken from it. */
export interface ExportedSource {
  readonly row: EntityRow;
  readonly authors: readonly EntityRow[];
  readonly publisher: EntityRow | null;
  /** The ids of the sources that it takes from. */
  readonly derivedFrom: readonly string[];
}
