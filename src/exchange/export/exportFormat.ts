import type { Ontology } from "../../ontology/ontology.js";
import type { CodePointPlaces } from "./codePointPlaces.js";
import type { ExportedClaim } from "./exportedClaim.js";

/** A format in which claims go out. */
export interface ExportFormat {
  /** As the schema's `ExportFormat` names it: `JSONLD`. */
  readonly name: string;
  /** `application/ld+json`, without parameters. */
  readonly mediaType: string;
  /** The ending of its files, without the dot: `jsonld`. */
  readonly ending: string;
  /**
   * The file, piece by piece, as the claims come: what is written is not held, and of what has been written only ids are, where something is to be
   * said once of what several claims share.
   */
  write(claims: AsyncIterable<ExportedClaim>, context: ExportContext): AsyncIterable<string>;
}

/** What formats need to know beside the claims. */
export interface ExportContext {
  readonly ontology: Ontology;
  /** The address under which this graph's things are named, with a slash at its end: `https://example.org/`; `entities/xai` and `claims/c_…` follow it. */
  readonly base: string;
  /** When it is exported: ISO 8601, UTC, milliseconds. */
  readonly at: string;
  /** Where quotes stand in code points, which some formats count; left out, those formats tell quotes without places. */
  readonly places?: CodePointPlaces;
}
