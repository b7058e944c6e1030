import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textVersionsOf } from "../../../src/cypher/lookups.js";
import { rowsOf } from "../../../src/cypher/rows.js";
import { codePointPlaces, type StoredText } from "../../../src/exchange/export/codePointPlaces.js";
import type { ExportContext, ExportFormat } from "../../../src/exchange/export/exportFormat.js";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import { bibTex } from "../../../src/exchange/export/formats/bibTex.js";
import { cslJson } from "../../../src/exchange/export/formats/cslJson.js";
import { graphMl } from "../../../src/exchange/export/formats/graphMl.js";
import { jsonLd } from "../../../src/exchange/export/formats/jsonLd.js";
import { nQuads } from "../../../src/exchange/export/formats/nQuads.js";
import { trig } from "../../../src/exchange/export/formats/trig.js";
import type { OpenedStore } from "../seededStore.js";
import { fileOf, stream } from "./readClaims.js";

export const BASE = "https://sanad.example/";

/** The formats of this folder's tests. */
export const FORMATS: readonly ExportFormat[] = [nQuads, trig, jsonLd, graphMl, bibTex, cslJson];

/** What formats are to know of a store. */
export function contextOf({ store, ontology }: OpenedStore): ExportContext {
  const places = codePointPlaces(async (source) => rowsOf<StoredText>(await store.read(textVersionsOf([source]))));
  return { ontology, base: BASE, at: "2026-11-24T00:00:00.000Z", places };
}

/** Writes a file of each format into a folder, and texts.json for tests/python/readBack.py. */
export async function writeFiles(
  folder: string,
  claims: readonly ExportedClaim[],
  context: ExportContext,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const format of FORMATS) {
    writeFileSync(join(folder, `all.${format.ending}`), await fileOf(format.write(stream(claims), context)));
  }
  writeFileSync(join(folder, "texts.json"), JSON.stringify(texts));
}
