import { claimCount } from "../../cypher/claimPage.js";
import type { ExportedClaim } from "./exportedClaim.js";
import { exportedClaims } from "./exportedClaims.js";
import type { ExportContext } from "./exportFormat.js";
import { EXPORT_FORMATS, type FileFormat } from "./formats.js";
import { entityThere, partOf, readFrom, type ExportSource, type Selection } from "./selection.js";

/** What a file of claims is made of. */
export interface FileOfClaims {
  readonly source: ExportSource;
  readonly selection: Selection;
  readonly format: FileFormat;
  readonly context: Omit<ExportContext, "ontology">;
  /** Is called with how many claims have been read so far. */
  readonly onClaim?: (claims: number) => void;
}

/**
 * The file, piece by piece: what comes next is read when what came before has been taken. Throws, before its first piece, NOT_FOUND where the entity or
 * one of the named claims is not there, and BAD_USER_INPUT where the filter asks for what there is not.
 */
export function exportFile({ source, selection, format, context, onClaim }: FileOfClaims): AsyncIterable<string> {
  const { ontology } = source;
  const writer = EXPORT_FORMATS.find(({ name }) => name === format.name)!;
  return writer.write(counted(exportedClaims(source, selection), onClaim), { ...context, ontology });
}

/** How many claims are selected. Throws as {@link exportFile} does. */
export async function countSelected(source: ExportSource, selection: Selection): Promise<number> {
  if ("claims" in selection) return new Set(selection.claims).size;
  const where = "where" in selection ? selection.where : partOf(await entityThere(source, selection.entity));
  const [row] = await readFrom(source, claimCount(source.ontology, where, source));
  return Number(row!["total"]);
}

async function* counted(
  claims: AsyncIterable<ExportedClaim>,
  onClaim: (claims: number) => void = () => undefined,
): AsyncGenerator<ExportedClaim> {
  let count = 0;
  for await (const claim of claims) {
    onClaim(++count);
    yield claim;
  }
}
