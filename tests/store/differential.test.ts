import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimsRead, entitiesRead, listsRead } from "../../src/cypher/reading.js";
import { allOfClaims, allOfEntities, BRINGS_ALL } from "../cypher/asked.js";
import { UNFILTERED, type ChildList } from "../../src/cypher/childPages.js";
import {
  claimCount,
  claimPage,
  claimSortKeys,
  edgeSortKeys,
  type ClaimPageStatement,
} from "../../src/cypher/claimPage.js";
import { edgesOf, claimsToProject, quotesToVerify } from "../../src/cypher/check.js";
import { entityCount, entityPage, type EntityPageStatement } from "../../src/cypher/entityPage.js";
import * as lookups from "../../src/cypher/lookups.js";
import { NOW, readMoment, type Moment } from "../../src/cypher/moment.js";
import { encodeCursor, type Window } from "../../src/cypher/order.js";
import type { Batch } from "../../src/cypher/record.js";
import { schemaStatements } from "../../src/cypher/schema.js";
import type { Row, Statement, Value } from "../../src/cypher/statement.js";
import { readSeeds } from "../../src/exchange/seeds/readSeeds.js";
import { loadOntology } from "../../src/ontology/load.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { RandomFilter } from "../cypher/randomFilter.js";
import { batchOf, DATES, Random, randomGraph } from "../cypher/randomGraph.js";
import { engines, type OpenedEngine } from "./engines.js";

const ontology = loadOntology("schema/ontology.yaml");
const [first, ...others] = engines;

/** How many filters of entities, and how many of claims, are tried on each graph; each is asked several requests. */
const FILTERS = Number(process.env["SANAD_TEST_FILTERS"] ?? 6);

/** Statements are the same for each predicate but for its name, and a server takes most of a second to plan one that reads all that there is. */
const SOME_PREDICATES = ["USES_CHIP", "OWNS", "CONTROLS", "LOCATED_IN", "POWER_CAPACITY"].map((name) =>
  ontology.predicates.get(name)!,
);

/** What is asked of a graph. */
interface Asked {
  readonly where: object;
  readonly moment: Moment;
}

/** Graphs, and for each what is asked of it. */
const GRAPHS: Readonly<Record<string, () => { batch: Batch; ofEntities: Asked[]; ofClaims: Asked[] }>> = {
  "the project's seeds": () => ({
    batch: readSeeds("seeds/musk-ai-compute", ontology),
    ofEntities: [{}, { name: { eq: "Elon Musk" } }, { owns: { some: { node: { usesChip: { some: {} } } } } }].map(now),
    ofClaims: [{}, { quantity: { gte: 100_000 } }, { attributedTo: { name: { eq: "Elon Musk" } } }].map(now),
  }),
  "a random graph of 2,000 claims": () => {
    const random = new Random(7);
    const graph = randomGraph(random, 2000);
    const filters = new RandomFilter(graph, random);
    const kinds = ["PERSON", "COMPANY", "CLUSTER", "PLACE"];
    const moment = () => {
      const validAt = random.once(3) ? random.pick(DATES) : null;
      const knownAt = random.once(3) ? random.pick(["2020-01-01T00:00:00Z", "2998-01-01T00:00:00Z"]) : null;
      return readMoment({ validAt, knownAt })!;
    };
    return {
      batch: batchOf(graph),
      ofEntities: Array.from({ length: FILTERS }, () => ({ where: filters.node(kinds, 3), moment: moment() })),
      ofClaims: Array.from({ length: FILTERS }, () => ({ where: filters.claim(), moment: moment() })),
    };
  },
};

function now(where: object): Asked {
  return { where, moment: NOW };
}

describe.each(others)("$name", (engine) => {
  const opens = [first!.use(), engine.use()];
  describe.each(Object.entries(GRAPHS))("answers as the embedded engine does, row for row, over %s", (_, make) => {
    let opened: OpenedEngine[] = [];
    const { batch, ofEntities, ofClaims } = make();
    let requests = 0;
    beforeAll(async () => {
      opened = await Promise.all(opens.map((open) => open()));
      const recorded = [];
      for (const { store } of opened) {
        await store.applySchema(schemaStatements(ontology));
        recorded.push([
          await recordBatch(store, ontology, batch, "test"),
          await recordBatch(store, ontology, batch, "test"),
        ]);
      }
      expect(recorded[1]).toEqual(recorded[0]);
    });
    afterAll(async () => void (await Promise.all(opened.map((one) => one.close()))));

    /** Runs a statement on both, and expects the same rows; in the same order where the statement has one. */
    async function same(statement: Statement): Promise<readonly Row[]> {
      requests++;
      const [expected, found] = await Promise.all(opened.map(({ store }) => store.read(statement)));
      const ordered = /ORDER BY[^}]*$/u.test(statement.text);
      const form = (rows: readonly Row[]) => {
        const texts = rows.map((row) => withoutTimes(row));
        return ordered ? texts : texts.sort();
      };
      expect(form(found!), statement.text).toEqual(form(expected!));
      return expected!;
    }

    const entities = batch.entities.map(({ id }) => id);
    const sources = batch.entities.filter(({ kind }) => kind === "SOURCE").map(({ id }) => id);
    const claims = batch.claims.map(({ id }) => id);
    const keys = [...new Set(batch.claims.flatMap(({ properties }) => (properties["comparisonKey"] as string) ?? []))];

    test.each<[string, (moment: Moment) => Statement]>([
      ["entitiesById", (moment) => lookups.entitiesById([...entities, "nobody"], moment)],
      ["claimsById", (moment) => lookups.claimsById(claims, moment)],
      [
        "citationsById",
        (moment) =>
          lookups.citationsById(
            batch.citations.slice(0, 500).map(({ id }) => id),
            moment,
          ),
      ],
      ["sourceLinks", (moment) => lookups.sourceLinks(sources, moment)],
      ["textsOf", () => lookups.textsOf(sources)],
      ["claimsByComparisonKey", (moment) => lookups.claimsByComparisonKey(keys, moment)],
      ["successionsOf", (moment) => lookups.successionsOf(claims, moment)],
      ["entitiesRead", (moment) => entitiesRead(entities, allOfEntities(), moment).statement],
      ["claimsRead", (moment) => claimsRead(claims, allOfClaims(), moment).statement],
      ["countsByKind", () => lookups.countsByKind()],
      ["claimsToProject", () => claimsToProject()],
      ["quotesToVerify", () => quotesToVerify()],
    ])("%s", async (_, statement) => {
      for (const knownAt of [null, "2000-01-01T00:00:00.000Z", "2998-01-01T00:00:00.000Z"]) {
        await same(statement({ ...NOW, knownAt }));
      }
    });

    test("edgesOf", async () => {
      for (const predicate of SOME_PREDICATES) await same(edgesOf(predicate));
    });

    test("pages of entities, in their orders and to either side, and their number", async () => {
      for (const [index, { where, moment }] of ofEntities.entries()) {
        const kind = index % 2 === 0 ? null : ontology.kinds.get("CLUSTER")!;
        const direction = index % 3 === 0 ? ("DESC" as const) : ("ASC" as const);
        const orderBy =
          index % 5 === 0 ? [{ field: "QUANTITY", predicate: "USES_CHIP", direction }] : [{ field: "NAME", direction }];
        await sameOrRefused(() => same(entityCount(ontology, kind, where, { moment })));
        for (const backward of [false, true]) {
          await walked(backward, (window) => entityPage(ontology, { kind, where, moment, orderBy, ...window }));
        }
      }
    });

    test("pages of claims, in their orders and to either side, and their number", async () => {
      for (const [index, { where, moment }] of ofClaims.entries()) {
        const field = ["AMOUNT", "PREDICATE", "VALID_FROM", "RECORDED_AT"][index % 3]!;
        const orderBy = [{ field, direction: index % 2 === 0 ? ("DESC" as const) : ("ASC" as const) }];
        await sameOrRefused(() => same(claimCount(ontology, where, { moment })));
        for (const backward of [false, true]) {
          await walked(backward, (window) => claimPage(ontology, { where, moment, orderBy, ...window }));
        }
      }
      console.log(`${requests} requests were answered alike`);
    });

    /** Asks for pages, one after another, of both. */
    async function walked(backward: boolean, page: (window: Window) => EntityPageStatement | ClaimPageStatement) {
      await sameOrRefused(async () => {
        let cursor: string | null = null;
        for (let pages = 0; pages < 6; pages++) {
          const { statement, list, keys } = page({
            limit: 3,
            backward,
            ...{ after: backward ? null : cursor, before: backward ? cursor : null },
          });
          const rows: readonly Row[] = await same(statement);
          if (rows.length < 3) return;
          cursor = encodeCursor(
            list,
            keys,
            keys.map((_, key) => rows.at(-1)![`k${key}`]!),
          );
        }
      });
    }

    test("lists of entities, of claims, of sources", async () => {
      const list = (of: ChildList["of"], keys: ChildList["keys"]): ChildList => ({
        ...{ of, name: "list", keys, ...UNFILTERED, moment: NOW, limit: 3, count: true },
        brings: BRINGS_ALL,
      });
      const byAmount = claimSortKeys("c", [{ field: "AMOUNT", direction: "DESC" }]);
      const byName = { name: "NODE_NAME", expression: "o.sortName", direction: "ASC" } as const;
      for (const predicate of SOME_PREDICATES.filter(({ value }) => value === "ENTITY")) {
        for (const direction of ["OUT", "IN"] as const) {
          const of = { type: "relation", predicate, direction } as const;
          await same(listsRead(entities, [list(of, [byName, ...edgeSortKeys("r", [])])]).statement);
        }
      }
      const roles = ["SUBJECT", "OBJECT", "SPEAKER"] as const;
      await same(
        listsRead(
          entities,
          roles.map((role) => list({ type: "claims", role }, byAmount)),
        ).statement,
      );
      const citations = [{ name: "ID", expression: "q.id", direction: "ASC" }] as const;
      await same(listsRead(claims, [list({ type: "citationsOfClaim" }, citations)]).statement);
      await same(listsRead(sources, [list({ type: "citationsOfSource" }, citations)]).statement);
    });

    /** A filter for other kinds than this one, or for more than is planned, is refused. */
    async function sameOrRefused(ask: () => Promise<unknown>): Promise<void> {
      try {
        await ask();
      } catch (error) {
        expect(["BAD_USER_INPUT", "TOO_COMPLEX"], `${String(error)} ${String((error as Error).cause)}`).toContain(
          (error as { code?: string }).code,
        );
      }
    }
  });
});

/** A row as text, without the times at which each engine's was recorded, and with unordered lists in one order. */
function withoutTimes(row: Row): string {
  return JSON.stringify(Object.entries(row).map(([column, value]) => [column, plain(column, value)]));
}

const UNORDERED = [
  "evidence",
  "attributedTo",
  "takenFrom",
  "authors",
  "derivedFrom",
  "repeatedBy",
  "subjects",
  "objects",
];

/** What a thing leads to stands among its columns as a list of lists, in no order, and where chains end as a list of ids; an item of a page has its entity in it. */
function isUnordered(column: string, items: readonly unknown[], depth: number): boolean {
  if (UNORDERED.includes(column)) return true;
  const areLists = items.every(Array.isArray);
  if (column === "entity" || column === "claim") return areLists || items.every((item) => typeof item === "string");
  return areLists && depth > 1 && /^l\d+$/u.test(column);
}

function plain(column: string, value: Value, depth = 0): unknown {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/u.test(value)) return "a time";
  if (!Array.isArray(value)) return value;
  const items = (value as readonly Value[]).map((item) => plain(column, item, depth + 1));
  return isUnordered(column, items, depth) ? items.map((item) => JSON.stringify(item)).sort() : items;
}
