import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { Parser, type Quad } from "n3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codePointPlaces } from "../../../src/exchange/export/codePointPlaces.js";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import type { ExportContext, ExportFormat } from "../../../src/exchange/export/exportFormat.js";
import { jsonLd } from "../../../src/exchange/export/formats/jsonLd.js";
import { nQuads } from "../../../src/exchange/export/formats/nQuads.js";
import { trig } from "../../../src/exchange/export/formats/trig.js";
import { seededStore, type OpenedStore } from "../seededStore.js";
import { BASE, contextOf } from "./exportedFiles.js";
import { hostileClaims, hostilePlaces, WIDE_QUOTE, WIDE_TEXT } from "./hostileClaims.js";
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

const write = (format: ExportFormat, claims: readonly ExportedClaim[], places = context.places!) =>
  fileOf(format.write(stream(claims), { ...context, places }));
const sorted = (quads: readonly Quad[]) =>
  quads
    .map(({ subject, predicate, object, graph }) => [subject.id, predicate.id, object.id, graph.id].join(" "))
    .sort();
const parse = (file: string) => new Parser({ format: "N-Quads" }).parse(file);
const predicates = `${BASE}ontology/predicates/`;
const options = {
  documentLoader: (url: string) => Promise.reject(new Error(`${url} was to be fetched`)),
  // without these what is not understood is dropped without a word
  safe: true,
};

describe("a claim is a plain triple only where it is actual, active and not deprecated", () => {
  test.each([
    ["real claims", () => real],
    ["hostile claims", () => hostileClaims(real)],
  ])("%s", async (_, claims) => {
    const quads = parse(await write(nQuads, claims(), hostilePlaces));
    const plain = quads.filter(({ predicate }) => predicate.value.startsWith(predicates));
    const holding = claims().filter(
      ({ row }) => row.modality === "ACTUAL" && row.status === "ACTIVE" && row.rank !== "DEPRECATED",
    );
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.length).toBeLessThan(claims().length);
    const graphs = (ids: readonly string[]) => [...new Set(ids)].sort();
    expect(graphs(plain.map(({ graph }) => graph.value))).toEqual(
      graphs(holding.map(({ row }) => `${BASE}claims/${row.id}#assertion`)),
    );
    // the statement, with its modality, is there for every claim
    expect(quads.filter(({ predicate }) => predicate.value === `${BASE}ontology/modality`)).toHaveLength(
      claims().length,
    );
  });
});

test("one claim reads in TriG as nanopublications are written", async () => {
  const claim = real.find(({ row, object }) => object && row.amount !== null && row.modality === "PLANNED")!;
  const { object, statement, subject } = claim;
  const text = await write(trig, [claim]);
  expect(text.match(/@prefix np:/gu)).toHaveLength(1);
  expect(text).toContain(`<claims/${claim.row.id}#assertion> {\n<claims/${claim.row.id}#claim> a rdf:Statement;`);
  expect(text).toContain(`rdf:subject <entities/${subject.id}>;`);
  expect(text).toContain(`rdf:object <entities/${object!.id}>;`);
  expect(text).toContain(JSON.stringify(statement["en"]));
  expect(text).toContain("<ontology/modality> <ontology/modality/PLANNED>;");
  expect(text).toContain(`schema:value "${claim.row.amount}"^^xsd:decimal`);
  const [, example] = /```turtle\n(.*?)```/su.exec(readFileSync("docs/export-formats.md", "utf8"))!;
  expect(await write(trig, real)).toContain(example);
});

test("JSON-LD says the same quads, without anything being fetched", async () => {
  for (const claims of [real.slice(0, 12), hostileClaims(real)]) {
    const file = JSON.parse(await write(jsonLd, claims, hostilePlaces)) as jsonld.JsonLdDocument;
    const said = (await jsonld.toRDF(file, { ...options, format: "application/n-quads" })) as unknown as string;
    expect(sorted(parse(said))).toEqual(sorted(parse(await write(nQuads, claims, hostilePlaces))));
    expect(await jsonld.expand(file, options)).toHaveLength(claims.length);
  }
});

test("a claim is one node of JSON-LD, with what belongs to it inside it", async () => {
  const claim = real.find(({ row, object }) => object && row.amount !== null && row.modality === "PLANNED")!;
  const { row, subject, object, citations } = claim;
  const file = JSON.parse(await write(jsonLd, [claim])) as { "@graph": readonly [{ "@graph": readonly [object] }] };
  const at = (part: string) => `claims/${row.id}#${part}`;
  const citation = citations[0]!.row;
  expect(file["@graph"]).toHaveLength(1);
  const [{ "@graph": nodes }] = file["@graph"];
  expect(nodes).toEqual([
    {
      "@id": `claims/${row.id}`,
      "@type": "Nanopublication",
      assertion: {
        "@id": at("assertion"),
        "@graph": [
          expect.objectContaining({
            "@id": at("claim"),
            ...{ subject: `entities/${subject.id}`, object: `entities/${object!.id}` },
            amount: expect.objectContaining({ value: String(row.amount), bound: `ontology/bound/${row.bound}` }),
          }),
        ],
      },
      provenance: {
        "@id": at("provenance"),
        "@graph": expect.arrayContaining([
          expect.objectContaining({
            "@id": at(citation.id),
            target: expect.objectContaining({
              selector: [
                expect.objectContaining({ "@type": "TextQuoteSelector", exact: citation.quote }),
                expect.objectContaining({ start: citation.start, end: citation.end }),
              ],
            }),
          }),
        ]),
      },
      publicationInfo: expect.objectContaining({ "@id": at("pubinfo") }),
    },
  ]);
});

test("the annotations of a file of JSON-LD are framed out of it with their quotes", async () => {
  const claims = real.slice(0, 5);
  const file = JSON.parse(await write(jsonLd, claims)) as { "@context": object };
  const frame = {
    "@context": file["@context"],
    "@type": "Annotation",
    target: { selector: { "@type": "TextQuoteSelector" } },
  };
  // the types of the library know only its oldest options
  const frameOffline = jsonld.frame as (...args: unknown[]) => Promise<unknown>;
  const framed = (await frameOffline(file, frame, options)) as {
    readonly "@graph": readonly { readonly target: { readonly selector: { readonly exact: string } } }[];
  };
  expect(framed["@graph"].map(({ target }) => target.selector.exact).sort()).toEqual(
    claims.flatMap(({ citations }) => citations.map(({ row }) => row.quote)).sort(),
  );
});

describe("places in code points", () => {
  const start = WIDE_TEXT.indexOf(WIDE_QUOTE);
  const citation = {
    ...({} as ExportedClaim["citations"][0]["row"]),
    source: "s",
    start,
    end: start + WIDE_QUOTE.length,
  };
  const versions = [
    { content: `😀${WIDE_TEXT}`, sha256: "new" },
    { content: WIDE_TEXT, sha256: "old" },
  ];

  test("are counted in the version of the text in which the quote stands, which is read once", async () => {
    let reads = 0;
    const places = codePointPlaces(async () => (reads++, versions));
    const place = (await places({ ...citation, textHash: "old" }))!;
    expect([...WIDE_TEXT].slice(place.start, place.end).join("")).toBe(WIDE_QUOTE);
    expect(place.start).toBe(start - 3);
    await places({ ...citation, textHash: "new" });
    expect(reads).toBe(1);
  });

  test("are not told where the text is not known, nor in a file for which nobody can tell them", async () => {
    const places = codePointPlaces(async () => versions);
    expect(await places({ ...citation, textHash: "another" })).toBeNull();
    expect(await places({ ...citation, textHash: null })).toBeNull();
    const { places: _, ...without } = context;
    const file = await fileOf(nQuads.write(stream(real), without));
    expect(file).toContain("TextQuoteSelector");
    expect(file).not.toContain("TextPositionSelector");
  });
});
