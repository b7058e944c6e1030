import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExportedClaim } from "../../../src/exchange/export/exportedClaim.js";
import { python, readBack, type FolderRead, type ReadBack } from "../../python/readBack.js";
import { ask } from "../ask.js";
import { seededStore } from "../seededStore.js";
import { contextOf, writeFiles } from "./exportedFiles.js";
import { HOSTILE, hostileClaims, hostilePlaces, WIDE_HASH, WIDE_TEXT } from "./hostileClaims.js";
import { readClaims } from "./readClaims.js";

/** What rdflib, pySHACL, nanopub and networkx find in files of the article's claims, and of claims as no one would write them. */
describe.skipIf(!python)("read back by other programs", () => {
  let folder: string;
  let folders: Readonly<Record<"real" | "hostile", string>>;
  let claims: Readonly<Record<"real" | "hostile", readonly ExportedClaim[]>>;
  let read: ReadBack;
  const found = (name: "real" | "hostile"): FolderRead => read.folders[folders[name]]!;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sanad-exports-"));
    folders = { real: join(folder, "real"), hostile: join(folder, "hostile") };
    const opened = await seededStore();
    const real = await readClaims(opened);
    claims = { real, hostile: hostileClaims(real) };
    const texts = await ask(opened, "MATCH (t:Text) RETURN t.sha256 AS hash, t.content AS content");
    const byHash = Object.fromEntries(texts.map(({ hash, content }) => [String(hash), String(content)]));
    const context = contextOf(opened);
    await writeFiles(folders.real, claims.real, context, byHash);
    const hostile = { ...context, places: hostilePlaces };
    await writeFiles(folders.hostile, claims.hostile, hostile, { [WIDE_HASH]: WIDE_TEXT });
    await opened.close();
    read = await readBack(Object.values(folders));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("rdflib has nothing to say against any IRI or literal", () => {
    expect(read.complaints).toEqual([]);
  });

  describe.each(["real", "hostile"] as const)("%s claims", (name) => {
    test("rdflib reads the same quads from N-Quads, TriG and JSON-LD, none with a blank node", () => {
      const { quads, differing, blankNodes } = found(name);
      expect(quads["all.nq"]).toBeGreaterThan(claims[name].length * 50);
      expect(differing).toEqual({ "all.nq": [], "all.trig": [], "all.jsonld": [] });
      expect(blankNodes).toBe(0);
    });

    test("the nanopub package finds every claim a valid nanopublication", () => {
      expect(found(name).nanopublications).toEqual(claims[name].map(() => ""));
    });

    test("the shapes of nanopublications, PROV and Web Annotation hold, and see where one triple is missing", () => {
      expect(found(name).shapes).toEqual([]);
      for (const [predicate, violations] of Object.entries(found(name).broken)) {
        expect(violations).toEqual([expect.stringContaining(predicate)]);
      }
    });

    test("each quote stands in its text at its place in code points", () => {
      const placed = claims[name].flatMap(({ citations }) => citations.filter(({ row }) => row.start !== null));
      expect(found(name).quotes).toEqual({ inPlace: placed.length, elsewhere: [] });
    });

    test("networkx reads a directed graph with an edge a claim", () => {
      const { directed, edges, nodes } = found(name).graphMl;
      expect(directed).toBe(true);
      const ids = (some: readonly unknown[]) => some.map(String).sort();
      expect(ids(edges.map(({ id }) => id))).toEqual(ids(claims[name].map(({ row }) => row.id)));
      const values = claims[name].filter(({ object }) => !object);
      const entities = claims[name].flatMap(({ subject, object }) => [subject.id, ...(object ? [object.id] : [])]);
      expect(Object.keys(nodes)).toHaveLength(values.length + new Set(entities).size);
    });
  });

  test("networkx reads on nodes and edges what is said of them", () => {
    const claim = claims.real.find(({ row, object }) => object && row.amount !== null && row.modality === "PLANNED")!;
    const { row, subject, object, statement, citations } = claim;
    const { edges, nodes } = found("real").graphMl;
    expect(edges.find(({ id }) => id === row.id)).toMatchObject({
      ...{ from: `e:${subject.id}`, to: `e:${object!.id}`, predicate: row.predicate, modality: "PLANNED" },
      ...{ amount: row.amount, unit: row.unit, statement_en: statement["en"], statement_ar: statement["ar"] },
      sources: citations[0]!.source.row.name,
    });
    expect(nodes[`e:${subject.id}`]).toMatchObject({ label: subject.name, kind: subject.kind });
    const value = claims.real.find(({ row: { date } }) => date !== null)!.row;
    expect(nodes[`v:${value.id}`]).toEqual({ label: value.date, kind: "VALUE" });
  });

  test("what XML cannot write is replaced, and nothing else is lost", () => {
    // eslint-disable-next-line no-control-regex
    const written = HOSTILE.replace(/[\u0000\u0001\u000b\ufffe\ud800](?![\udc00-\udfff])/gu, "\ufffd");
    expect(found("hostile").graphMl.edges[0]).toMatchObject({ statement_en: written });
    expect(written).toContain("]]> <b>&amp; {50%}");
  });
});
