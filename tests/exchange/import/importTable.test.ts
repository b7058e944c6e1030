import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkGraph } from "../../../src/exchange/checkGraph.js";
import { importTable, type Imported, type ImportOptions } from "../../../src/exchange/import/importTable.js";
import type { RowNote } from "../../../src/exchange/import/note.js";
import { parseMapping, readMapping } from "../../../src/exchange/import/readMapping.js";
import { ErrorCode, SanadError } from "../../../src/errors.js";
import type { Store } from "../../../src/store/port.js";
import { onEitherEngine } from "../../store/engines.js";
import { openEmbedded } from "../../store/embedded.js";
import { useTemporaryFolder } from "../../store/temporaryFolder.js";
import { ask, counts } from "../ask.js";
import { seededStore, type OpenedStore } from "../seededStore.js";

const CLUSTERS = "tests/exchange/fixtures/clusters.csv";
const MAPPING = "seeds/epoch-gpu-clusters/mapping.yaml";

async function bringIn(
  opened: OpenedStore,
  options: Partial<ImportOptions> = {},
  store: Store = opened.store,
): Promise<Imported & { readonly notes: readonly RowNote[] }> {
  const notes: RowNote[] = [];
  const mapping = readMapping(MAPPING, opened.ontology);
  const told = { by: "test", onNote: (note: RowNote) => void notes.push(note), ...options };
  return { ...(await importTable(store, mapping, CLUSTERS, told)), notes };
}

/** Claims with the words that they are read from: `subject PREDICATE object`, amount, modality. */
function claims(opened: OpenedStore, predicate: string) {
  return ask(
    opened,
    `MATCH (c:Claim {predicate: $predicate})-[:SUBJECT]->(s:Entity) MATCH (c)-[:HAS_CITATION]->(q:Citation)-[:HAS_SOURCE]->(r:Source)
     WHERE c.recordedBy = 'test'
     RETURN s.name AS subject, head([(c)-[:OBJECT]->(o:Entity) | o.name]) AS object, c.amount AS amount, c.bound AS bound, c.date AS date, c.modality AS modality, q.quote AS quote, q.basis AS basis, r.name AS source
     ORDER BY subject, object, quote`,
    { predicate },
  );
}

onEitherEngine((open) => {
  let opened: OpenedStore;
  beforeEach(async () => (opened = await seededStore(open)));
  afterEach(() => opened.close());

  test("a table with traps becomes claims that cite their rows, and bad rows are refused alone", async () => {
    const before = await counts(opened);
    const dry = await bringIn(opened, { dryRun: true });
    expect(await counts(opened)).toEqual(before);
    const { notes, ...imported } = await bringIn(opened);
    expect(imported).toMatchObject({ rows: 12, imported: 6, refused: 6, resumedAfter: null, stoppedAfter: null });
    expect({ ...imported, notes }).toEqual(dry);
    expect(notes.map(({ row, severity, column, code }) => [row, severity, column, code])).toEqual([
      [7, "REFUSED", "First Operational Date", "NOT_A_DATE"],
      [7, "REFUSED", "Chip quantity (primary)", "NOT_A_NUMBER"],
      [8, "LEFT_OUT", "Possible Duplicate Of", "NO_SUCH_ROW"],
      [8, "LEFT_OUT", "Source 1", "NOT_A_URL"],
      [8, "NOTICE", "Builds Upon", "NO_SUCH_ROW"],
      [8, "NOTICE", "Source 2", "WORDS_AT_ADDRESS"],
      [9, "REFUSED", "Name", "SAME_IDENTITY"],
      [10, "REFUSED", "Name", "SAME_IDENTITY"],
      [11, "REFUSED", "", "NO_NAME"],
      [12, "REFUSED", "Reported Cost", "AMOUNT_TOO_LARGE"],
      [13, "REFUSED", "", "WRONG_LENGTH"],
    ]);

    // nothing of a refused row
    expect(
      await ask(
        opened,
        "MATCH (e:Entity) WHERE e.name CONTAINS 'Bad numbers' OR e.name CONTAINS 'V100' RETURN e.name AS n",
      ),
    ).toEqual([]);
    // names alike are no identity; alike rows are two things here
    const [anonymous] = await ask(
      opened,
      "MATCH (c:Cluster {name: 'Anonymized Chinese System'}) RETURN count(DISTINCT c.id) AS n",
    );
    expect(anonymous).toEqual({ n: 3 });
    // owners meet those that the article names, each once in a cell, and one another whatever their case
    expect((await claims(opened, "OWNS")).map(({ subject, object, quote }) => [subject, object, quote])).toEqual([
      ["Gale Works", "Cirrus, North", "Certainty: Unlikely\nOwner: gale works"],
      ["Gale Works", "Nimbus Phase 2", "Owner: xAI, Gale Works ,xAI"],
      ["Gale Works", "Nimbus Phase 2", "Status: Planned"],
      ["xAI", "Nimbus Phase 1", "Owner: xAI"],
      ["xAI", "Nimbus Phase 2", "Owner: xAI, Gale Works ,xAI"],
      ["xAI", "Nimbus Phase 2", "Status: Planned"],
    ]);
    // a table of the mapping says which chip is meant, so that is inferred
    const [chips] = await claims(opened, "USES_CHIP");
    expect(chips).toEqual({
      ...{ subject: "Nimbus Phase 1", object: "H100", amount: 1024, bound: "EXACT", date: null, modality: "ACTUAL" },
      ...{ quote: "Chip type (primary): NVIDIA H100 SXM5 80GB\nChip quantity (primary): 1,024", basis: "INFERRED" },
      source: "Epoch AI, GPU clusters: Nimbus Phase 1",
    });
    expect(await claims(opened, "PEAK_PERFORMANCE")).toMatchObject([{ amount: 99000000, quote: "Max OP/s: 9.90E+22" }]);
    expect(
      (await claims(opened, "POWER_CAPACITY")).map(({ amount, bound, modality }) => [amount, bound, modality]),
    ).toEqual(
      expect.arrayContaining([
        [38.5, "ABOUT", "PLANNED"],
        [40, "AT_LEAST", "PLANNED"],
      ]),
    );
    expect(await claims(opened, "ONLINE_SINCE")).toMatchObject([{ date: "2025-07-22" }, { date: "2027-03" }, {}]);
    // rows that stand before and after, and one that is not there
    expect((await claims(opened, "SUCCEEDED_BY")).map(({ subject, object }) => [subject, object])).toEqual([
      ["Nimbus Phase 1", "Nimbus Phase 2"],
    ]);
    const upon = (await claims(opened, "BUILDS_UPON")).map(
      ({ subject, object }) => `${String(subject)} > ${String(object)}`,
    );
    expect([...new Set(upon)]).toEqual(["Cirrus, North > Cirrus, South", "Nimbus Phase 2 > Nimbus Phase 1"]);
    expect(await claims(opened, "POSSIBLE_DUPLICATE_OF")).toMatchObject([
      { subject: "Cirrus, North", object: "Nimbus Phase 1", quote: "Possible Duplicate Of: Nimbus Phase 1,Nowhere" },
    ]);
    // two addresses that differ in what they point at are one page, and the quote is from no source in particular
    expect((await claims(opened, "LISTS_SOURCE")).map(({ object, quote }) => [object, quote])).toEqual([
      ["video.example/w?v=1", "Source 2: https://video.example/w?v=1 (at 15:01)"],
      ["archive.example/B3HJm", "Source 1: https://archive.example/B3HJm#selection-585.0-597.43"],
      ["archive.example/B3HJm", "Source 2: https://archive.example/B3HJm#selection-1045.0-1045.83"],
    ]);
    expect(await claims(opened, "QUOTED_WORDS")).toMatchObject([
      { quote: 'Quote: They said: "it runs"\nand then it ran' },
    ]);
    // however many claims, one voice; its terms stand with each record
    const records = await ask(
      opened,
      "MATCH (r:Source {sourceType: 'RECORD'})-[:DERIVED_FROM]->(d:Source) MATCH (r)-[:HAS_PUBLISHER]->(p:Entity) RETURN DISTINCT d.name AS of, p.name AS publisher, r.license AS license, r.attribution AS attribution, r.origins = [d.id] AS one",
    );
    expect(records).toEqual([
      {
        ...{ of: "Epoch AI, Data on GPU clusters", publisher: "Epoch AI", license: "CC-BY-4.0", one: true },
        attribution: "Epoch AI, “Data on GPU clusters”, epoch.ai/data, CC BY 4.0",
      },
    ]);
    expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);

    const there = await counts(opened);
    const again = await bringIn(opened);
    expect(again).toMatchObject({ imported: 6, refused: 6, notes });
    for (const what of ["entities", "claims", "citations"] as const) expect(again[what].new).toBe(0);
    expect([again.claims.there, again.citations.there]).toEqual([imported.claims.new, imported.citations.new]);
    expect(await counts(opened)).toEqual(there);
    expect(await ask(opened, "MATCH (i:Import) RETURN i.id AS id")).toEqual([]);
  });
});

describe("on the embedded engine", () => {
  let opened: OpenedStore;
  const folder = useTemporaryFolder();
  beforeEach(async () => (opened = await seededStore(openEmbedded)));
  afterEach(() => opened.close());

  const table = async (text: string) => {
    const file = path.join(folder.path, "table.csv");
    await writeFile(file, text);
    return file;
  };
  const bring = async (mapping: string, text: string, store: Store = opened.store) => {
    const notes: RowNote[] = [];
    const onNote = (note: RowNote) => void notes.push(note);
    const parsed = parseMapping(mapping, "m.yaml", opened.ontology);
    return { ...(await importTable(store, parsed, await table(text), { by: "test", onNote })), notes };
  };

  test("a row that the store refuses takes no other with it, and a store that is away ends the import", async () => {
    const failing = (code: ErrorCode): Store => ({
      ...{ capabilities: opened.store.capabilities, read: (statement) => opened.store.read(statement) },
      write: (work) =>
        opened.store.write((run) =>
          work((statement) => {
            if (!JSON.stringify(statement.params).includes("Cirrus, North")) return run(statement);
            throw new SanadError(code, "it is not wanted");
          }),
        ),
      ...{ applySchema: () => Promise.resolve(), close: () => Promise.resolve() },
    });
    const { notes, ...imported } = await bringIn(opened, {}, failing(ErrorCode.CONFLICT));
    expect(imported).toMatchObject({ imported: 5, refused: 7 });
    expect(notes.filter(({ code }) => code === "REFUSED_BY_STORE")).toMatchObject([
      { row: 8, message: "it is not wanted" },
    ]);
    expect(await ask(opened, "MATCH (c:Cluster {name: 'Cirrus, North'}) RETURN c.id AS id")).toEqual([]);
    await expect(bringIn(opened, {}, failing(ErrorCode.STORE_UNAVAILABLE))).rejects.toThrow("it is not wanted");
    expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
  });

  test("a name that several go by is refused, and so are ids of others", async () => {
    const mapping = `
dataset: { name: { en: Places } }
record: { name: { en: "Places: {Place}" } }
delimiter: ";"
entities:
  cluster: { kind: CLUSTER, column: Cluster, own: { of: [Cluster] } }
  place:
    kind: PLACE
    orKinds: [FACILITY]
    match: name
    column: Place
    identifiers: [{ scheme: WIKIDATA, value: "{Id}" }]
claims:
  - { subject: cluster, predicate: LOCATED_IN, object: place }
`;
    const lines = [
      "Cluster;Place;Id",
      "A;Memphis;",
      "B;Reykjavik;Q1764",
      "C;Reykjavík;Q1764",
      "D;The bay of smoke;Q1764",
      "E;Elsewhere;1764",
      "E;Elsewhere;1764",
    ];
    const first = await bring(mapping, lines.join("\n"));
    expect(first.notes.map(({ row, severity, code }) => [row, severity, code])).toEqual([
      [6, "REFUSED", "WRONG_IDENTIFIER"],
      [7, "LEFT_OUT", "ROW_TWICE"],
    ]);
    // told by its id in a register, whatever the row calls it
    const places =
      "MATCH (c:Cluster)-[:LOCATED_IN]->(p:Entity) WHERE c.name IN ['A', 'B', 'C', 'D'] RETURN c.name AS c, p.name AS p ORDER BY c";
    expect((await ask(opened, places)).map(({ p }) => p)).toEqual(["Memphis", "Reykjavik", "Reykjavik", "Reykjavik"]);
    await opened.store.write(async (run) => {
      const text =
        "MATCH (e:Entity {id: 'tennessee'}) CREATE (n:Name {id: 'n_test', folded: 'memphis', words: 'memphis'}) CREATE (e)-[:HAS_NAME]->(n) RETURN n.id AS id";
      await run({ name: "test", text, params: {} });
    });
    const other = await bring(mapping, "Cluster;Place;Id\nY;Reykjavik;Q2");
    expect(other.notes).toMatchObject([
      { row: 2, code: "OTHER_IDENTIFIER", message: expect.stringContaining("WIKIDATA:Q1764") as string },
    ]);
    const { notes } = await bring(mapping, "Cluster;Place;Id\nZ;Memphis;");
    expect(notes).toMatchObject([
      {
        row: 2,
        column: "Place",
        code: "AMBIGUOUS_NAME",
        message: expect.stringContaining("memphis-city, tennessee") as string,
      },
    ]);
  });

  test("two rows cannot have one id in a register, and a cell may say what every object has", async () => {
    const mapping = `
dataset: { name: { en: Ids } }
record: { name: { en: "Ids: {Name}" } }
entities:
  cluster: { kind: CLUSTER, column: Name, own: { of: [Name] }, identifiers: [{ scheme: WIKIDATA, value: "{Id}" }] }
  owner: { kind: COMPANY, match: name, column: Owner, values: { FB: Meta } }
claims:
  - { subject: owner, predicate: OWNS, object: cluster }
`;
    const { notes } = await bring(mapping, "Name,Id,Owner\nA,Q901,constructor\nB,Q901,__proto__\nC,Q903,__proto__");
    expect(notes).toMatchObject([{ row: 3, severity: "REFUSED", message: expect.stringContaining("Q901") as string }]);
    const owners =
      "MATCH (o:Company)-[:OWNS]->(c:Cluster) WHERE c.name IN ['A', 'B', 'C'] RETURN o.name AS o ORDER BY o";
    expect((await ask(opened, owners)).map(({ o }) => o)).toEqual(["__proto__", "constructor"]);
    expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
  });

  test("whom the store could not be asked about is asked about again, and not made a second time", async () => {
    let failures = 1;
    const store: Store = {
      ...{ capabilities: opened.store.capabilities, read: (statement) => opened.store.read(statement) },
      write: (work) =>
        opened.store.write((run) =>
          work((statement) => {
            if (statement.name !== "import.named" || failures-- <= 0) return run(statement);
            throw new SanadError(ErrorCode.CONFLICT, "another writes");
          }),
        ),
      ...{ applySchema: () => Promise.resolve(), close: () => Promise.resolve() },
    };
    const companies = "MATCH (c:Company) RETURN c.id AS id ORDER BY id";
    const before = await ask(opened, companies);
    const mapping = `
dataset: { name: { en: Owners } }
record: { name: { en: "Owners: {Name}" } }
entities:
  cluster: { kind: CLUSTER, column: Name, own: { of: [Name] } }
  owner: { kind: COMPANY, match: name, column: Owner }
claims:
  - { subject: owner, predicate: OWNS, object: cluster }
`;
    expect(await bring(mapping, "Name,Owner\nA,Tesla\nB,xAI", store)).toMatchObject({ imported: 2, matched: 2 });
    expect(await ask(opened, companies)).toEqual(before);
  });

  test("stopped, it goes on after the last row that is in; of another file it begins anew", async () => {
    const mapping = parseMapping(
      `
dataset: { name: { en: Many } }
record: { name: { en: "Many: {Name}" } }
entities:
  cluster: { kind: CLUSTER, column: Name, own: { of: [Name] } }
claims:
  - { subject: cluster, predicate: USERS, text: { column: Users } }
`,
      "m.yaml",
      opened.ontology,
    );
    const rows = Array.from({ length: 2600 }, (_one, index) => `M${index},U${index % 5 === 0 ? index : ""}`);
    const file = await table(`Name,Users\n${rows.join("\n")}`);
    const stop = new AbortController();
    const onProgress = ({ stage, done }: { stage: string; done: number }) =>
      void (stage === "rows" && done > 0 && stop.abort());
    const stopped = await importTable(opened.store, mapping, file, { by: "test", onProgress, signal: stop.signal });
    expect(stopped).toMatchObject({ imported: 2000, stoppedAfter: 2001 });
    expect(await ask(opened, "MATCH (i:Import) RETURN i.row AS row")).toEqual([{ row: 2001 }]);
    const other = await importTable(opened.store, mapping, await table("Name,Users\nM1,U1"), { by: "test" });
    expect(other).toMatchObject({ resumedAfter: null, imported: 1 });
    const again = await importTable(opened.store, mapping, await table(`Name,Users\n${rows.join("\n")}`), {
      by: "test",
    });
    expect(again).toMatchObject({ imported: 2600, resumedAfter: null, entities: { new: 1200 } });
  });

  test.each([
    ["that is not UTF-8", Buffer.from([0x4e, 0x61, 0xff, 0x0a]), /is not UTF-8$/u],
    [
      "in which a quotation mark is never closed",
      'Cluster;Place;Id\nA;"Memphis;\nB;C;D\n',
      /is no CSV at row 2.*[Qq]uote/u,
    ],
    ["with a column twice", "Cluster;Place;Place\n", /has the column "Place" twice in its header$/u],
    ["that is empty", "", /is empty$/u],
  ])("a file %s is refused before anything is written", async (_what, content, told) => {
    const file = path.join(folder.path, "broken.csv");
    await writeFile(file, content);
    const mapping = parseMapping(
      `
dataset: { name: { en: Places } }
record: { name: { en: "{Cluster}" } }
delimiter: ";"
entities:
  cluster: { kind: CLUSTER, column: Cluster, own: { of: [Cluster] } }
claims:
  - { subject: cluster, predicate: ADDRESS, text: { column: Place } }
`,
      "m.yaml",
      opened.ontology,
    );
    const before = await counts(opened);
    await expect(importTable(opened.store, mapping, file, { by: "test" })).rejects.toThrow(told);
    expect(await counts(opened)).toEqual(before);
  });
});
