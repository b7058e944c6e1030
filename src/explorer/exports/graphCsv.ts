import { csvFile } from "../../claims/csvLines.js";
import type { GraphClaimFragment, GraphEntityFragment } from "../queries/generated/graphql.js";

/** The claims of a drawing with their support, a row each. */
export function graphCsv(
  claims: readonly GraphClaimFragment[],
  entities: readonly GraphEntityFragment[],
  base: string,
): string {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return csvFile<GraphClaimFragment>(
    [
      ["id", ({ id }) => id],
      ["statement", ({ statement }) => statement],
      ["subject", ({ subject }) => subject.id],
      ["subject_name", ({ subject }) => names.get(subject.id) ?? null],
      ["predicate", ({ predicate }) => predicate],
      ["object", ({ object }) => object!.id],
      ["object_name", ({ object }) => names.get(object!.id) ?? null],
      ["quantity", ({ quantity }) => quantity?.text ?? null],
      ["modality", ({ modality }) => modality],
      ["rank", ({ rank }) => rank],
      ["valid_from", ({ validFrom }) => validFrom],
      ["valid_to", ({ validTo }) => validTo],
      ["citations", ({ support }) => support.citations],
      ["sources", ({ support }) => support.sources],
      ["origins", ({ support }) => support.origins],
      ["contradicted", ({ conflicts }) => (conflicts.length > 0 ? "yes" : "no")],
      ["address", ({ id }) => `${base}c/${id}`],
    ],
    claims,
  );
}
