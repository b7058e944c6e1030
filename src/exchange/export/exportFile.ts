import { claimCount } from "../../cypher/claimPage.js";
import { countNodes } from "../../cypher/copy.js";
import { textVersionsOf } from "../../cypher/lookups.js";
import { rowsOf } from "../../cypher/rows.js";
import { codePointPlaces, type CodePointPlaces, type StoredText } from "./codePointPlaces.js";
import type { ExportedClaim } from "./exportedClaim.js";
import { exportedClaims } from "./exportedClaims.js";
import { ErrorCode, SanadError } from "../../errors.js";
import { selectedGraph } from "../jsonLines/selectedGraph.js";
import { wholeGraph } from "../jsonLines/wholeGraph.js";
import { writeJsonLines } from "../jsonLines/writeJsonLines.js";
import type { ExportContext } from "./exportFormat.js";
import { EXPORT_FORMATS, JSON_LINES, type FileFormat } from "./formats.js";
import { entityThere, partOf, readFrom, type ExportSource, type Selection } from "./selection.js";

/** What a file of claims is made of. */
export interface FileOfClaims {
  readonly source: ExportSource;
  readonly selection: Selection;
  readonly format: FileFormat;
  readonly context: Omit<ExportContext, "ontology" | "places">;
  /** Is called with how many claims have been read so far. */
  readonly onClaim?: (claims: number) => void;
}

/**
 * The file, piece by piece: what comes next is read when what came before has been taken. The first claims are read before it is answered, so that it
 * throws at once: NOT_FOUND where the entity or
 * one of the named claims is not there, and BAD_USER_INPUT where the filter asks for what there is not.
 */
export async function exportFile({
  source,
  selection,
  format,
  context,
  onClaim,
}: FileOfClaims): Promise<AsyncIterable<string>> {
  const { ontology } = source;
  checkFormat(source, format);
  if (format.name === JSON_LINES.name) {
    const items = isWhole(source, selection) ? wholeGraph(source) : selectedGraph(source, selection);
    return writeJsonLines(
      await begun(items),
      { ontology: ontology.version, at: context.at, selection: told(source, selection) },
      onClaim,
    );
  }
  const writer = EXPORT_FORMATS.find(({ name }) => name === format.name)!;
  const claims = counted(await begun(exportedClaims(source, selection)), onClaim);
  return writer.write(claims, { ...context, ontology, places: placesIn(source) });
}

/** Where quotes stand in the stored texts, as far as whoever it goes to sees them. */
function placesIn(source: ExportSource): CodePointPlaces {
  return codePointPlaces(async (id) => rowsOf<StoredText>(await readFrom(source, textVersionsOf([id], source.moment))));
}

/** Refuses what a format cannot hold. Throws BAD_USER_INPUT. */
export function checkFormat({ moment }: ExportSource, format: FileFormat): void {
  if (format.name !== JSON_LINES.name || (moment.knownAt === null && moment.validAt === null)) return;
  const message =
    "JSON Lines hold the graph as it is now, with its history: leave out the moment (asOf), or take another format";
  throw new SanadError(ErrorCode.BAD_USER_INPUT, message);
}

/** Whether all there is goes out, retracted claims and those that nobody cites any longer, too: for those who see everything. */
function isWhole({ moment }: ExportSource, selection: Selection): boolean {
  return moment.sees === "ALL" && "where" in selection && (selection.where ?? null) === null;
}

/** How the header of a file tells what was selected: null for all there is. */
function told(source: ExportSource, selection: Selection): unknown {
  if (isWhole(source, selection)) return null;
  if (!("claims" in selection)) return selection;
  return selection.claims.length <= MOST_TOLD ? selection : { claims: selection.claims.length };
}

/** How many ids stand in a header. */
const MOST_TOLD = 100;

/** How many claims a file in a format has. Throws as {@link exportFile} does. */
export async function countSelected(source: ExportSource, selection: Selection, format: FileFormat): Promise<number> {
  if (format.name === JSON_LINES.name && isWhole(source, selection)) {
    return Number((await readFrom(source, countNodes("Claim")))[0]!["total"]);
  }
  if ("claims" in selection) return new Set(selection.claims).size;
  const where = "where" in selection ? selection.where : partOf(await entityThere(source, selection.entity));
  const [row] = await readFrom(source, claimCount(source.ontology, where, source));
  return Number(row!["total"]);
}

/** What comes, of which the first has been asked for. */
async function begun<T>(things: AsyncGenerator<T, unknown>): Promise<AsyncIterable<T>> {
  const first = await things.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* things;
  })();
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
