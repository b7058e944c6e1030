import { afterAll, beforeAll, expect, test } from "vitest";
import { NOW_IN_FULL } from "../../../src/cypher/moment.js";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import { exportFile } from "../../../src/exchange/export/exportFile.js";
import type { ExportContext } from "../../../src/exchange/export/exportFormat.js";
import { seededStore, type OpenedStore } from "../seededStore.js";
import { contextOf, FORMATS } from "./exportedFiles.js";
import { fileOf, readClaims, stream } from "./readClaims.js";

let opened: OpenedStore;
let real: readonly ExportedClaim[];
let context: ExportContext;
beforeAll(async () => {
  opened = await seededStore();
  real = await readClaims(opened);
  context = contextOf(opened);
});
afterAll(() => opened.close());

/** A claim from a data set of its own. */
function fromDataSet(claim: ExportedClaim): ExportedClaim {
  const citations = claim.citations.map(({ row, source }) => {
    const terms = { sourceType: "DATASET", license: "CC-BY-4.0", attribution: `Credit for ${claim.row.id.slice(2)}` };
    return { row, source: { ...source, row: { ...source.row, ...terms, id: `set-${claim.row.id}` } } };
  });
  return { ...claim, citations };
}

test.each(FORMATS.map((format) => [format.name, format] as const))(
  "%s: the licence of a data set, and whom to credit, go out with each of its claims",
  async (_, format) => {
    for (const claim of real.slice(0, 3).map(fromDataSet)) {
      const file = await fileOf(format.write(stream([claim]), context));
      expect(file).toContain("CC-BY-4.0");
      expect(file).toContain(`Credit for ${claim.row.id.slice(2)}`);
    }
  },
);

test.each(FORMATS.map((format) => [format.name, format] as const))(
  "%s: what is said of a claim is written before the next is asked for, and what has begun is ended",
  async (_, format) => {
    let asked = 0;
    async function* claims() {
      for (const claim of real.slice(0, 4)) {
        asked++;
        yield fromDataSet(claim);
      }
    }
    let written = "";
    for await (const piece of format.write(claims(), context)) {
      written += piece;
      if (asked > 0) expect(written).toContain(`Credit for ${real[asked - 1]!.row.id.slice(2)}`);
      for (const later of real.slice(asked)) expect(written).not.toContain(later.row.id);
    }
    expect(asked).toBe(4);
  },
);

test.each(FORMATS.map((format) => [format.name, format] as const))(
  "%s: of no claims there is a file too",
  async (_, format) => {
    const file = await fileOf(format.write(stream([]), context));
    if (format.mediaType.endsWith("json")) JSON.parse(file);
    if (format.name === "GRAPHML") expect(file).toMatch(/<graph [^>]*>\n<\/graph>\n<\/graphml>\n$/u);
    if (["NQUADS", "BIBTEX"].includes(format.name)) expect(file).toBe("");
  },
);

test("whatever writes a file tells formats where quotes stand", async () => {
  const source = { store: opened.store, ontology: opened.ontology, moment: NOW_IN_FULL };
  for (const format of FORMATS) {
    const file = await exportFile({ source, selection: { where: null }, format, context });
    expect(await fileOf(file), format.name).toBe(await fileOf(format.write(stream(real), context)));
  }
});
