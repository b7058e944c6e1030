import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepare } from "../../src/cli/open.js";
import { namesWith } from "../../src/cypher/search.js";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import { migrateLayout } from "../../src/store/layout.js";
import type { Store } from "../../src/store/port.js";
import { emptyStore, seededStore, type OpenedStore } from "../exchange/seededStore.js";
import { record } from "../graphql/newClaims.js";
import { onEitherEngine } from "./engines.js";
import { useTemporaryFolder } from "./temporaryFolder.js";

/** The ids of the entities that the full-text index finds by a word. */
async function foundBy(store: Store, ...words: string[]): Promise<string[]> {
  const sought = words.map((word) => new Map([[word, 0 as const]]));
  const kinds = ["COMPANY", "PERSON", "CLUSTER"];
  const rows = await store.read(namesWith(store.capabilities.wordsIndex, sought, kinds));
  return rows.map(({ id }) => String(id)).sort();
}

onEitherEngine((open) => {
  let opened: OpenedStore;
  afterEach(() => opened.close());
  const change = (text: string) => opened.store.write((run) => run({ name: "test.change", text, params: {} }));

  it("a name is found from its transaction's commit on, and never where it was rolled back", async () => {
    opened = await emptyStore(open);
    const acme = { id: "acme", kind: "COMPANY", names: { en: "Acme Works", ar: "أعمال" } };
    await record(opened, { entities: [acme] });
    expect(await foundBy(opened.store, "acme", "works")).toEqual(["acme"]);
    expect(await foundBy(opened.store, "اعمال")).toEqual(["acme"]);
    expect(await foundBy(opened.store, "اعمال", "acme")).toEqual([]); // they are two names
    const broken = { entities: [{ ...acme, id: "works", names: { en: "Other Works" } }], claims: [NO_CLAIM] };
    await expect(record(opened, broken)).rejects.toThrow();
    expect(await foundBy(opened.store, "works")).toEqual(["acme"]);
    expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
  });

  it("a graph of the layout before is given its words", async () => {
    opened = await seededStore(open);
    const { store, ontology } = opened;
    await change("MATCH (w:Word) DELETE w");
    await change("MATCH (n:Name) REMOVE n.words");
    await change("MATCH (q:Citation) REMOVE q.words");
    await change("MATCH (l:Layout) SET l.version = 2");
    expect(await foundBy(store, "musk")).toEqual([]);
    expect((await checkGraph(store, ontology)).faults).not.toEqual([]);
    expect(await migrateLayout(store)).toEqual(["Names and quotes are found by their words: the words were recorded."]);
    await prepare(opened);
    expect((await checkGraph(store, ontology)).faults).toEqual([]);
    expect(await foundBy(store, "musk")).toContain("elon-musk");
  });

  it.each([
    ["MATCH (n:Name {folded: 'elon musk'}) SET n.words = 'elon'", /^the name n_\w+ is not found by its words$/u],
    ["MATCH (q:Citation) WITH q LIMIT 1 REMOVE q.words", /^the quote q_\w+ is not found by its words$/u],
    ["MATCH (w:Word {id: 'elon'}) DELETE w", /^the word "elon" of the name n_\w+ has no node$/u],
    ["MATCH (w:Word {id: 'elon'}) SET w.tail = 'x'", /^the word "elon" is not found by its beginning or its halves$/u],
  ])("the check tells where the words are not as they should be: %s", async (text, fault) => {
    opened = await seededStore(open);
    await change(text);
    const { faults } = await checkGraph(opened.store, opened.ontology);
    expect(faults[0]).toMatch(fault);
  });
});

const NO_CLAIM = { subject: "nobody", predicate: "OWNS", object: "nothing" };

describe("on the embedded engine the index", () => {
  const folder = useTemporaryFolder();
  let store: Store;
  beforeEach(async () => void (store = await openGrafeo({ folder: folder.path })));
  afterEach(() => store.close());
  const SCHEMA = ["CREATE FULLTEXT INDEX name_words IF NOT EXISTS FOR (n:Name) ON EACH [n.words] OPTIONS {}"];
  const add = (id: string) =>
    store.write((run) =>
      run({
        name: "test.add",
        text: "CREATE (e:Entity {id: $id, kind: 'COMPANY'}) CREATE (n:Name {id: $id, words: $id}) CREATE (e)-[:HAS_NAME]->(n)",
        params: { id },
      }),
    );

  it("is there after a reopening, made once, and holds what was written before it was made", async () => {
    await add("before");
    await store.applySchema(SCHEMA);
    await add("after");
    await store.close();
    store = await openGrafeo({ folder: folder.path });
    expect(await foundBy(store, "before")).toEqual(["before"]);
    expect(await foundBy(store, "after")).toEqual(["after"]);
    await store.applySchema(SCHEMA);
    await add("again");
    for (const word of ["before", "after", "again"]) expect(await foundBy(store, word)).toEqual([word]);
  });
});
