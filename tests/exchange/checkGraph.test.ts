import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkGraph } from "../../src/exchange/checkGraph.js";
import { seededStore, type OpenedStore } from "./seededStore.js";
import { MANUSCRIPTS } from "./fixtures/manuscripts.js";
import { onEitherEngine } from "../store/engines.js";

const EDGE = "(s:Entity)-[e:COPIED_BY]->(o:Entity)";
const COPIED_BY = "(c:Claim {predicate: 'COPIED_BY'})";
const LEAVES = "(c:Claim {predicate: 'LEAVES'})";
const CITED = "(c:Claim {predicate: 'LEAVES'})-[:HAS_CITATION]->(q:Citation)";

/** What is done to the graph; the faults that are named then, CLAIM and QUOTE standing for ids. */
const BREAKS: readonly (readonly [title: string, cypher: string, faults: readonly string[]])[] = [
  ["an edge is taken away", `MATCH ${EDGE} DELETE e`, ["the claim CLAIM has no edge"]],
  [
    "a claim has a second edge",
    `MATCH ${EDGE} CREATE (s)-[f:COPIED_BY]->(o) SET f += properties(e)`,
    ["the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM is the claim's second edge"],
  ],
  [
    "an edge has another amount than its claim",
    `MATCH ${EDGE} SET e.amount = 201`,
    ["the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM differs from the claim in amount"],
  ],
  [
    "an edge has another rank and no time",
    `MATCH ${EDGE} SET e.rank = 'DEPRECATED' REMOVE e.validFrom`,
    ["the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM differs from the claim in rank, validFrom"],
  ],
  [
    "an edge has another past than its claim",
    `MATCH ${EDGE} SET e.thenUntil = ['2026-01-01T00:00:00.000Z'], e.thenRank = ['PREFERRED']`,
    ["the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM differs from the claim in thenUntil, thenRank"],
  ],
  [
    "a quote is called changed that stands",
    `MATCH ${CITED} SET q.verification = 'CHANGED'`,
    ["the quote QUOTE is called changed, though it stands in the text of catalogue"],
  ],
  [
    "a quote is called changed that stands in no version",
    `MATCH ${CITED} SET q.verification = 'CHANGED', q.quote = q.quote + '!'`,
    ["the quote QUOTE does not stand in the version of the text of catalogue in which it was found"],
  ],
  [
    "a claim was retracted and its edge was not",
    `MATCH ${COPIED_BY} SET c.status = 'RETRACTED', c.retractedAt = '2026-01-01T00:00:00.000Z'`,
    ["the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM differs from the claim in status, retractedAt"],
  ],
  [
    "an edge leads elsewhere",
    `MATCH ${EDGE} MATCH (z:Entity {id: 'letter'}) CREATE (s)-[f:COPIED_BY]->(z) SET f += properties(e) DELETE e`,
    [
      "the edge codex-17 -COPIED_BY-> letter of the claim CLAIM has other ends than the claim, which leads from codex-17 to anselm",
    ],
  ],
  [
    "an edge comes from elsewhere",
    `MATCH ${EDGE} MATCH (z:Entity {id: 'codex-18'}) CREATE (z)-[f:COPIED_BY]->(o) SET f += properties(e) DELETE e`,
    [
      "the edge codex-18 -COPIED_BY-> anselm of the claim CLAIM has other ends than the claim, which leads from codex-17 to anselm",
    ],
  ],
  [
    "an edge has no claim",
    "MATCH (s:Entity {id: 'codex-18'}) MATCH (o:Entity {id: 'anselm'}) CREATE (s)-[:COPIED_BY {claimId: 'c_none'}]->(o)",
    ["the edge codex-18 -COPIED_BY-> anselm of the claim c_none has no such claim"],
  ],
  [
    "an edge names no claim",
    "MATCH (s:Entity {id: 'codex-18'}) MATCH (o:Entity {id: 'anselm'}) CREATE (s)-[:COPIED_BY]->(o)",
    ["the edge codex-18 -COPIED_BY-> anselm of the claim null has no such claim"],
  ],
  [
    "a claim about a value has an edge",
    `MATCH ${LEAVES} MATCH (s:Entity {id: 'codex-18'}) MATCH (o:Entity {id: 'anselm'}) CREATE (s)-[:LEAVES {claimId: c.id}]->(o)`,
    ["the edge codex-18 -LEAVES-> anselm of the claim CLAIM should not be there: the claim leads to no entity"],
  ],
  [
    "an edge is of another predicate than its claim",
    `MATCH ${EDGE} CREATE (s)-[f:LEAVES]->(o) SET f += properties(e) DELETE e`,
    [
      "the edge codex-17 -LEAVES-> anselm of the claim CLAIM is of another predicate than the claim, which is of COPIED_BY",
    ],
  ],
  [
    "a claim has two subjects",
    `MATCH ${LEAVES} MATCH (z:Entity {id: 'codex-17'}) CREATE (c)-[:SUBJECT]->(z)`,
    ["the claim CLAIM has 2 subjects"],
  ],
  ["a claim has no subject", `MATCH ${LEAVES}-[r:SUBJECT]->(s:Entity) DELETE r`, ["the claim CLAIM has 0 subjects"]],
  [
    "a claim has two objects",
    `MATCH ${COPIED_BY} MATCH (z:Entity {id: 'anselm'}) CREATE (c)-[:OBJECT]->(z)`,
    ["the claim CLAIM has 2 objects"],
  ],
  [
    "a claim about a value leads to an entity",
    `MATCH ${LEAVES} MATCH (z:Entity {id: 'anselm'}) CREATE (c)-[:OBJECT]->(z)`,
    ["the claim CLAIM is not as the ontology has it: LEAVES takes `quantity`, not `object`"],
  ],
  [
    "a claim between entities leads to none",
    `MATCH ${COPIED_BY}-[r:OBJECT]->(o:Entity) DELETE r`,
    [
      "the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM should not be there: the claim leads to no entity",
      "the claim CLAIM is not as the ontology has it: COPIED_BY needs `object`",
    ],
  ],
  [
    "a claim has lost its value",
    `MATCH ${LEAVES} REMOVE c.amount`,
    ["the claim CLAIM is not as the ontology has it: LEAVES needs `quantity`"],
  ],
  [
    "a claim is in another unit",
    `MATCH ${LEAVES} SET c.unit = 'mm'`,
    ["the claim CLAIM is not as the ontology has it: LEAVES is counted in folio, not in mm"],
  ],
  [
    "a claim is of a predicate that there is not",
    `MATCH ${LEAVES} SET c.predicate = 'LEAFS'`,
    ['the claim CLAIM is not as the ontology has it: the ontology has no predicate "LEAFS"'],
  ],
  [
    "an entity is of a kind that there is not",
    "MATCH (e:Entity {id: 'inventory'}) SET e.kind = 'BOOK'",
    ["the entity inventory is of the kind BOOK, which the ontology does not have"],
  ],
  [
    "an entity has lost the label of its kind",
    "MATCH (e:Entity {id: 'anselm'}) REMOVE e:Scribe",
    ["the entity anselm is a SCRIBE without the label Scribe"],
  ],
  ["a claim has no citation", `MATCH ${CITED} DETACH DELETE q`, ["the claim CLAIM has no citation"]],
  [
    "a citation is of no claim",
    `MATCH ${LEAVES}-[r:HAS_CITATION]->(q:Citation) DELETE r`,
    ["the claim CLAIM has no citation", "the quote QUOTE is of 0 claims and from 1 sources, not of one from one"],
  ],
  [
    "a citation has no source",
    `MATCH ${CITED}-[r:HAS_SOURCE]->(s:Source) DELETE r`,
    ["the quote QUOTE is of 1 claims and from 0 sources, not of one from one"],
  ],
  [
    "a citation hangs twice on its claim",
    `MATCH ${CITED} CREATE (c)-[:HAS_CITATION]->(q)`,
    ["the quote QUOTE is of 2 claims and from 1 sources, not of one from one"],
  ],
  [
    "a quote's start has moved",
    `MATCH ${CITED} SET q.start = q.start + 1`,
    ["the quote QUOTE does not stand at 178 to 188 of catalogue"],
  ],
  [
    "a quote has moved as a whole",
    `MATCH ${CITED} SET q.start = q.start + 1, q.end = q.end + 1`,
    ["the quote QUOTE does not stand at 178 to 189 of catalogue"],
  ],
  [
    "a quote has no position",
    `MATCH ${CITED} REMOVE q.start`,
    ["the quote QUOTE does not stand at null to 188 of catalogue"],
  ],
  [
    "a quote is said to be unverified though the text is there",
    `MATCH ${CITED} SET q.verification = 'NO_TEXT'`,
    ["the quote QUOTE has no position, though the text of catalogue is stored"],
  ],
  [
    "a quote has other words",
    `MATCH ${CITED} SET q.quote = '91½ Blätter'`,
    [
      "the quote QUOTE does not stand at 177 to 188 of catalogue",
      "the quote QUOTE is not found by its words",
      'the word "911" of the quote QUOTE has no node',
    ],
  ],
  ["a quote has lost its words", `MATCH ${CITED} SET q.words = 'other'`, ["the quote QUOTE is not found by its words"]],
  [
    "a quote was found in another text",
    `MATCH ${CITED} SET q.textHash = 'abc'`,
    ["the quote QUOTE was found in another text of catalogue"],
  ],
  [
    "the end of a text has changed",
    "MATCH (t:Text) SET t.content = t.content + '!'",
    ["the text of the source catalogue is not the one that its sha256 tells of"],
  ],
  [
    "a source is restricted and nothing else is marked",
    "MATCH (s:Source {id: 'letter'}) SET s.restricted = true",
    [
      "the source catalogue has the origins inventory, letter for those who see open sources only; they are inventory",
      "the quote QUOTE is open, and its source letter is restricted",
      "the quote QUOTE has the origins inventory, letter for those who see open sources only; they are inventory",
      "the quote QUOTE has the origins inventory, letter for those who see open sources only; they are inventory",
      "the quote QUOTE has the origins letter for those who see open sources only; they are catalogue",
      "the quote QUOTE has the origins inventory, letter for those who see open sources only; they are inventory",
      "the claim CLAIM is open, and no open source is cited for it",
    ],
  ],
  [
    "a source is marked as not restricted, where no mark is what says so",
    "MATCH (s:Source {id: 'inventory'}) SET s.restricted = false",
    [
      "the source catalogue has the origins inventory, letter for those who see open sources only; they are letter",
      "the source inventory is marked as restricted with false, which is not true",
      "the quote QUOTE has the origins inventory, letter for those who see open sources only; they are letter",
      "the quote QUOTE has the origins inventory, letter for those who see open sources only; they are letter",
      "the quote QUOTE has the origins inventory, letter for those who see open sources only; they are letter",
    ],
  ],
  [
    "a claim is restricted and its edge is not",
    `MATCH ${COPIED_BY} SET c.restricted = true`,
    [
      "the edge codex-17 -COPIED_BY-> anselm of the claim CLAIM differs from the claim in restricted",
      "the claim CLAIM is restricted, and an open source is cited for it",
    ],
  ],
  [
    "a claim is open later than its first open source was cited",
    `MATCH ${LEAVES} SET c.openSince = '2999-01-01T00:00:00.000Z'`,
    [
      "the claim CLAIM is marked as open since 2999-01-01T00:00:00.000Z, and an open source was first cited for it at TIME",
    ],
  ],
  [
    "a quote is restricted and its source is not",
    `MATCH ${CITED} SET q.restricted = true`,
    ["the quote QUOTE is restricted, and its source catalogue is open"],
  ],
  [
    "a source has other origins for those who see open ones only",
    "MATCH (s:Source {id: 'catalogue'}) SET s.openOrigins = ['letter']",
    ["the source catalogue has the origins letter for those who see open sources only; they are inventory, letter"],
  ],
];

onEitherEngine((open) => {
  describe("in a graph in which", () => {
    let opened: OpenedStore;
    beforeAll(async () => void (opened = await seededStore(open, MANUSCRIPTS)));
    afterAll(() => opened.close());

    test("nothing is broken the check finds nothing", async () => {
      const report = await checkGraph(opened.store, opened.ontology);
      expect(report).toEqual({ claims: 6, edges: 1, quotes: 6, faults: [] });
    });

    test.each(BREAKS)("%s the check names it", async (_title, text, faults) => {
      // the check looks at the transaction in which the graph is broken, which is then given up
      const broken = opened.store.write(async (run) => {
        await run({ name: "break", text, params: {} });
        const { faults } = await checkGraph({ ...opened.store, read: run }, opened.ontology);
        throw new Found(
          faults.map((fault) =>
            fault
              .replace(/c_[a-z2-7]{26}/gu, "CLAIM")
              .replace(/q_[a-z2-7]{26}/gu, "QUOTE")
              .replace(/ at \d{4}-\S+Z/u, " at TIME"),
          ),
        );
      });
      const found: unknown = await broken.catch((error: unknown) => error);
      expect(found instanceof Found ? found.faults : found).toEqual(faults);
    });

    test("all that was broken is whole again", async () => {
      expect((await checkGraph(opened.store, opened.ontology)).faults).toEqual([]);
    });
  });

  /** Carries what was found out of a transaction, which it ends. */
  class Found extends Error {
    constructor(readonly faults: readonly string[]) {
      super("given up on purpose");
    }
  }
});
