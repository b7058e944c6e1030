import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import type { ExportContext } from "../../../src/exchange/export/exportFormat.js";
import { bibTex } from "../../../src/exchange/export/formats/bibTex.js";
import { cslJson } from "../../../src/exchange/export/formats/cslJson.js";
import { seededStore, type OpenedStore } from "../seededStore.js";
import { biber, hasBiber } from "./biber.js";
import { contextOf } from "./exportedFiles.js";
import { hostileClaims } from "./hostileClaims.js";
import { fileOf, readClaims, stream } from "./readClaims.js";

let opened: OpenedStore;
let real: readonly ExportedClaim[];
let hostile: readonly ExportedClaim[];
let context: ExportContext;
beforeAll(async () => {
  opened = await seededStore();
  real = await readClaims(opened);
  hostile = hostileClaims(real);
  context = contextOf(opened);
});
afterAll(() => opened.close());

/** The title of hostile sources as a reader of it sees it, on one line. */
const TITLE = `"""'\\ ]]> <b>&amp; {50%} #1_x^2~$ -- \ufffd \ufffd \u202eعربي 😀`;
const AUTHORS = ["أبو الريحان البيروني", "Šárka O'Neil & Sons, Inc.", "and"];
const URL = "https://example.org/a%20b/é?q=%22x%22&y=%3Cz%3E%7B%7C%7D%5C%5E%60%20#ü";
const note = (terms: string, number: number) => `Licence: ${terms}. Epoch AI & friends, 100% {CC_BY} #${number}`;

test("the article is cited in its own language, once, though ninety claims cite it", async () => {
  expect(await fileOf(bibTex.write(stream(real), context))).toBe(
    [
      "@misc{article,",
      "  title = {{مقال عن كلفة حوسبة الذكاء الاصطناعي لدى شركات إيلون ماسك}},",
      "  language = {ar},",
      "  type = {article},",
      "}\n\n",
    ].join("\n"),
  );
});

describe.each([
  ["BibTeX", bibTex, "family"],
  ["CSL-JSON", cslJson, "literal"],
])("citation-js reads in %s", (_, format, nameField) => {
  let items: readonly Record<string, unknown>[];
  beforeAll(async () => {
    items = new Cite(await fileOf(format.write(stream(hostile), context))).data;
  });

  test("each source once, with all that a bibliography asks for", () => {
    // TeX's reader makes a dash of what stands for two hyphens
    const title = expect.toSatisfy((text: string) => text.replace("–", "--") === TITLE);
    const common = {
      title,
      author: AUTHORS.map((name) => ({ [nameField]: name })),
      URL,
      language: "ar",
      DOI: "10.1000/a_b<1>",
    };
    expect(items).toMatchObject([
      {
        ...{ ...common, id: "source_0:20::fc:", type: "article-journal", "container-title": "Publisher_& Co" },
        ...{ issued: { "date-parts": [[2024]] }, note: note("CC-BY-4.0", 0) },
      },
      {
        ...{ ...common, id: "source_1:20::fc:", genre: "dataset", publisher: "Publisher_& Co" },
        ...{ issued: { "date-parts": [[2024, 10]] }, note: note("https://example.org/a licence", 1) },
      },
      {
        ...{ ...common, id: "source_2:20::fc:", type: "document", publisher: "Publisher_& Co" },
        ...{ issued: { "date-parts": [[2024, 10, 29]] }, note: note("Ask first, please", 2) },
      },
    ]);
  });
});

test("an APA bibliography can be made of it", async () => {
  const cite = new Cite(await fileOf(cslJson.write(stream(real), context)));
  expect(cite.format("bibliography", { template: "apa" })).toContain("مقال عن كلفة حوسبة الذكاء الاصطناعي");
});

test.skipIf(!hasBiber)("biber finds nothing against it in the data model of biblatex", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sanad-biber-"));
  const file = join(folder, "all.bib");
  await writeFile(file, await fileOf(bibTex.write(stream(hostile), context)));
  const { warnings, written } = await biber(file);
  await rm(folder, { recursive: true });
  expect(warnings).toEqual([]);
  expect(written.match(/^@/gmu)).toHaveLength(3);
  for (const date of ["{2024}", "{2024-10}", "{2024-10-29}"]) expect(written).toContain(`DATE = ${date}`);
});
