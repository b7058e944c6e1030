import { ErrorCode, SanadError } from "../../errors.js";
import { didYouMean, suggest } from "../../ontology/suggest.js";
import type { ExportFormat } from "./exportFormat.js";
import { bibTex } from "./formats/bibTex.js";
import { cslJson } from "./formats/cslJson.js";
import { csv } from "./formats/csv.js";
import { graphMl } from "./formats/graphMl.js";
import { jsonLd } from "./formats/jsonLd.js";
import { nQuads } from "./formats/nQuads.js";
import { trig } from "./formats/trig.js";

/** The formats in which claims go out one after another, the one first that is given where any will do. JSON Lines are written of the graph itself. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [csv, jsonLd, nQuads, trig, graphMl, bibTex, cslJson];

/** What a file of claims is, whoever writes it. */
export type FileFormat = Pick<ExportFormat, "name" | "mediaType" | "ending">;

/** JSON Lines: nodes and edges of the graph. */
export const JSON_LINES: FileFormat = { name: "JSONL", mediaType: "application/x-ndjson", ending: "jsonl" };

/** Every format there is. */
export const FILE_FORMATS: readonly FileFormat[] = [...EXPORT_FORMATS, JSON_LINES];

/** A format by its name, whatever the case: `csv`, `CSL_JSON`, `csl-json`, or by its ending. Throws BAD_USER_INPUT with those there are. */
export function formatNamed(name: string): FileFormat {
  const plain = name.toUpperCase().replace(/-/gu, "_");
  const found =
    FILE_FORMATS.find((format) => format.name === plain) ??
    FILE_FORMATS.find(({ ending }) => ending === name.toLowerCase());
  if (found) return found;
  const names = FILE_FORMATS.map((format) => format.name.toLowerCase());
  const message = `there is no format ${JSON.stringify(name)}${didYouMean(suggest(name, names))}; there are ${names.join(", ")}`;
  throw new SanadError(ErrorCode.BAD_USER_INPUT, message);
}

/** The format that a file's name ends with, `.gz` not counted; null where it has another ending or none. */
export function formatOfFile(file: string): FileFormat | null {
  const name = file.replace(/\.gz$/iu, "").toLowerCase();
  const known = FILE_FORMATS.filter(({ ending }) => name.endsWith(`.${ending}`));
  return known.sort((a, b) => b.ending.length - a.ending.length)[0] ?? null;
}
