import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkGraph } from "../../../src/exchange/checkGraph.js";
import { isEmpty, loadSeeds } from "../../../src/exchange/seeds/loadSeeds.js";
import { readSeeds } from "../../../src/exchange/seeds/readSeeds.js";
import { MANUSCRIPTS } from "../fixtures/manuscripts.js";
import { ask, counts, OF_THE_GRAPH } from "../ask.js";
import { openEmbedded } from "../../store/embedded.js";
import { PROJECT, seededStore, type OpenedStore, type SeedSet } from "../seededStore.js";
import { onEitherEngine } from "../../store/engines.js";

/** Every id there is. */
async function ids(opened: OpenedStore): Promise<unknown[]> {
  return (await ask(opened, `MATCH (n) WHERE n.id IS NOT NULL AND ${OF_THE_GRAPH} RETURN n.id AS id ORDER BY id`)).map(
    ({ id }) => id,
  );
}

onEitherEngine((open) => {
  describe.each<[string, SeedSet, string, string]>([
    ["the project's own seeds", PROJECT, "article", "seeds/musk-ai-compute/texts/000_91362e428e7d1728.txt"],
    ["another subject's seeds", MANUSCRIPTS, "catalogue", `${MANUSCRIPTS.seeds}/texts/catalogue.txt`],
  ])("%s", (_, set, source, textFile) => {
    let opened: OpenedStore;
    beforeAll(async () => void (opened = await seededStore(open, set)));
    afterAll(() => opened.close());

    test("are loaded whole, and the check finds no fault", async () => {
      const batch = readSeeds(set.seeds, opened.ontology);
      const [found] = await ask(
        opened,
        "MATCH (e:Entity) WITH count(e) AS entities MATCH (c:Claim) WITH entities, count(c) AS claims MATCH (q:Citation) RETURN entities, claims, count(q) AS citations",
      );
      const { entities, claims, citations } = batch;
      expect(found).toEqual({ entities: entities.length, claims: claims.length, citations: citations.length });
      const report = await checkGraph(opened.store, opened.ontology);
      expect(report.faults).toEqual([]);
      expect(report).toMatchObject({
        claims: claims.length,
        edges: claims.filter(({ object }) => object !== null).length,
      });
      expect(report.quotes).toBe(citations.length);
      expect(await isEmpty(opened.store)).toBe(false);
    });

    test("have a text that is the file, byte for byte", async () => {
      const rows = await ask(
        opened,
        "MATCH (s:Source {id: $source})-[:HAS_TEXT]->(t:Text) RETURN t.content AS content, t.sha256 AS sha256",
        { source },
      );
      const file = readFileSync(textFile);
      expect(rows).toHaveLength(1);
      expect(Buffer.from(String(rows[0]!["content"]), "utf8").equals(file)).toBe(true);
      expect(rows[0]!["sha256"]).toBe(createHash("sha256").update(file).digest("hex"));
    });

    test("have quotes that are the stored text at their positions, and its hash", async () => {
      const rows = await ask(
        opened,
        `MATCH (q:Citation)-[:HAS_SOURCE]->(s:Source)-[:HAS_TEXT]->(t:Text)
       RETURN q.quote AS quote, q.start AS start, q.end AS end, q.prefix AS prefix, q.suffix AS suffix, q.textHash AS textHash,
         q.verification AS verification, t.content AS content, t.sha256 AS sha256`,
      );
      expect(rows.length).toBeGreaterThan(4);
      for (const row of rows) {
        const content = String(row["content"]);
        expect(content.slice(Number(row["start"]), Number(row["end"]))).toBe(row["quote"]);
        expect(content).toContain(`${row["prefix"] as string}${row["quote"] as string}${row["suffix"] as string}`);
        expect(row).toMatchObject({ verification: "VERIFIED", textHash: row["sha256"] });
      }
    });

    test("add nothing when they are loaded again", async () => {
      const before = await counts(opened);
      const { read, created } = await loadSeeds(opened.store, opened.ontology, set.seeds);
      expect(created).toEqual({ entities: 0, claims: 0, citations: 0 });
      expect(read.claims).toBeGreaterThan(0);
      expect(await counts(opened)).toEqual(before);
    });

    test("have the same ids in another folder, in whatever order they are read", async () => {
      const other = await seededStore(openEmbedded, set);
      expect(await ids(other)).toEqual(await ids(opened));
      await other.close();
    });
  });

  describe("another subject, of which the program knows nothing,", () => {
    let opened: OpenedStore;
    beforeAll(async () => void (opened = await seededStore(open, MANUSCRIPTS)));
    afterAll(() => opened.close());

    test("lives beside the project's own in one process", async () => {
      const project = await seededStore();
      expect(await ask(project, "MATCH (p:Person {id: 'elon-musk'}) RETURN p.name AS name")).toEqual([
        { name: "Elon Musk" },
      ]);
      expect(await ask(opened, "MATCH (s:Scribe {id: 'anselm'}) RETURN s.name AS name")).toEqual([
        { name: "Bruder Anselm" },
      ]);
      expect((await checkGraph(project.store, project.ontology)).faults).toEqual([]);
      await project.close();
    });

    test("has its names in its own first language, whatever stands first in the file", async () => {
      const rows = await ask(
        opened,
        "MATCH (m:Manuscript) RETURN m.name AS name, m.nameLanguages AS languages ORDER BY m.id",
      );
      expect(rows).toEqual([
        { name: "Handschrift 17", languages: ["en", "de"] },
        { name: "Handschrift 18", languages: ["de"] },
      ]);
    });

    test("has a quote that stands twice at the place that `occurrence` says", async () => {
      const rows = await ask(
        opened,
        `MATCH (m:Manuscript)<-[:SUBJECT]-(c:Claim {predicate: 'COLOPHON'})-[:HAS_CITATION]->(q:Citation)
       RETURN m.id AS of, q.start AS start, q.basis AS basis ORDER BY of`,
      );
      const text = readFileSync(`${MANUSCRIPTS.seeds}/texts/catalogue.txt`, "utf8");
      const [first, last] = [text.indexOf("Anselm scripsit"), text.lastIndexOf("Anselm scripsit")];
      expect(first).toBeLessThan(last);
      expect(rows).toEqual([
        { of: "codex-17", start: first, basis: "STATED" },
        { of: "codex-18", start: last, basis: "INFERRED" },
      ]);
    });

    test("says of citations where their source took them from, or that the words are its own", async () => {
      const rows = await ask(
        opened,
        "MATCH (q:Citation) RETURN q.quote AS quote, [(q)-[:DERIVED_FROM]->(s:Source) | s.id] AS from, q.ownWords AS own ORDER BY quote, q.start",
      );
      expect(rows.map(({ quote, from, own }) => [String(quote).slice(0, 15), from, own])).toEqual([
        ["90½ Blätter", [], true],
        ["Anselm scripsit", [], null],
        ["Anselm scripsit", ["letter"], null],
        ["Geschrieben 134", [], null],
        ["Papier, 90½ Blä", [], null],
        ["at Christmas of", [], null],
      ]);
      const links = await ask(
        opened,
        "MATCH (s:Source {id: 'catalogue'})-[:DERIVED_FROM]->(o:Source) RETURN o.id AS id ORDER BY id",
      );
      expect(links).toEqual([{ id: "inventory" }, { id: "letter" }]);
    });

    test("has its amounts, dates and texts as they were written", async () => {
      const rows = await ask(
        opened,
        "MATCH (c:Claim) RETURN c.predicate AS predicate, c.amount AS amount, c.unit AS unit, c.bound AS bound, c.date AS date, c.textTexts AS texts, c.rank AS rank, c.validFrom AS validFrom, c.validTo AS validTo ORDER BY predicate, date, c.id",
      );
      const nothing = {
        amount: null,
        unit: null,
        bound: null,
        date: null,
        texts: null,
        rank: "NORMAL",
        validFrom: null,
        validTo: null,
      };
      const texts = ["Anselm schrieb es", "Anselm wrote it"];
      expect(rows).toEqual([
        { ...nothing, predicate: "COLOPHON", texts },
        { ...nothing, predicate: "COLOPHON", texts },
        {
          ...nothing,
          predicate: "COPIED_BY",
          amount: 200,
          unit: "folio",
          bound: "ABOUT",
          validFrom: "1345",
          validTo: "1345-06",
        },
        { ...nothing, predicate: "COPIED_IN", date: "1401-12-24", rank: "DEPRECATED" },
        { ...nothing, predicate: "COPIED_IN", date: "1402" },
        { ...nothing, predicate: "LEAVES", amount: 90.5, unit: "folio", bound: "EXACT" },
      ]);
    });

    test("tells in its history what was made, each thing once and in order", async () => {
      const rows = await ask(
        opened,
        "MATCH (h:Change) RETURN h.seq AS seq, h.action AS action, h.by AS by ORDER BY seq",
      );
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      expect(rows.map(({ action }) => action)).toEqual([
        ...Array<string>(6).fill("CREATED"),
        ...Array<string>(6).fill("ASSERTED"),
      ]);
      expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(["seed"]));
    });
  });
});
