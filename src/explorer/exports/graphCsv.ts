import { stringify } from "csv-stringify/sync";
import type { GraphClaimFragment, GraphEntityFragment } from "../queries/generated/graphql.js";

/** The claims of a drawing with their support, a row each; with a byte order mark, and guarded against what a spreadsheet would take for a formula. */
export function graphCsv(
  claims: readonly GraphClaimFragment[],
  entities: readonly GraphEntityFragment[],
  base: string,
): string {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const rows = claims.map((claim) => ({
    id: claim.id,
    statement: claim.statement,
    subject: claim.subject.id,
    subject_name: names.get(claim.subject.id),
    predicate: claim.predicate,
    object: claim.object!.id,
    object_name: names.get(claim.object!.id),
    quantity: claim.quantity?.text,
    modality: claim.modality,
    rank: claim.rank,
    valid_from: claim.validFrom,
    valid_to: claim.validTo,
    citations: claim.support.citations,
    sources: claim.support.sources,
    origins: claim.support.origins,
    contradicted: claim.conflicts.length > 0 ? "yes" : "no",
    address: `${base}c/${claim.id}`,
  }));
  return stringify(rows, {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "\r\n",
    columns: COLUMNS,
  });
}

/** Written also where there are no rows. */
const COLUMNS = [
  ...[
    "id",
    "statement",
    "subject",
    "subject_name",
    "predicate",
    "object",
    "object_name",
    "quantity",
    "modality",
    "rank",
  ],
  ...["valid_from", "valid_to", "citations", "sources", "origins", "contradicted", "address"],
];
