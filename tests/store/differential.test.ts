import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childPages, type ChildList } from "../../src/cypher/childPages.js";
import { claimCount, claimPage, claimSortKeys, edgeSortKeys } from "../../src/cypher/claimPage.js";
import { edgesOf, claimsToProject, quotesToVerify } from "../../src/cypher/check.js";
import { entityCount, entityPage } from "../../src/cypher/entityPage.js";
import { readClaimCondition } from "../../src/cypher/filter.js";
import * as lookups from "../../src/cypher/lookups.js";
import type { Batch } from "../../src/cypher/record.js";
import { schemaStatements } from "../../src/cypher/schema.js";
import type { Row, Statement, Value } from "../../src/cypher/statement.js";
import { readSeeds } from "../../src/exchange/seeds/readSeeds.js";
import { loadOntology } from "../../src/ontology/load.js";
import { recordBatch } from "../../src/store/recordBatch.js";
import { RandomFilter } from "../cypher/randomFilter.js";
import { batchOf, Random, randomGraph } from "../cypher/randomGraph.js";
import { engines, type OpenedEngine } from "./engines.js";

const ontology = loadOntology("schema/ontology.yaml");
const [first, ...others] = engines;

/** Graphs, and for each what filters to try on it. */
const GRAPHS: Readonly<Record<string, () => { batch: Batch; entityFilters: object[]; claimFilters: object[] }>> = {
  "the project's seeds": () => ({
    batch: readSeeds("seeds", ontology),
    entityFilters: [{}, { name: { eq: "Elon Musk" } }, { owns: { some: { node: { usesChip: { some: {} } } } } }],
    claimFilters: [{}, { quantity: { gte: 100_000 } }, { attributedTo: { name: { eq: "Elon Musk" } } }],
  }),
  "a random graph": () => {
    const random = new Random(7);
    const graph = randomGraph(random);
    const filters = new RandomFilter(graph, random);
    const kinds = ["PERSON", "COMPANY", "CLUSTER", "PLACE"];
    return {
      batch: batchOf(graph),
      entityFilters: Array.from({ length: Number(process.env["SANAD_TEST_FILTERS"] ?? 6) }, () =>
        filters.node(kinds, 3),
      ),
      claimFilters: Array.from({ length: Number(process.env["SANAD_TEST_FILTERS"] ?? 6) }, () => filters.claim()),
    };
  },
};

describe.each(others)("$name", (engine) => {
  const opens = [first!.use(), engine.use()];
  describe.each(Object.entries(GRAPHS))("answers as the embedded engine does, row for row, over %s", (_, make) => {
    let opened: OpenedEngine[] = [];
    const { batch, entityFilters, claimFilters } = make();
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
    async function same(statement: Statement): Promise<void> {
      const [expected, found] = await Promise.all(opened.map(({ store }) => store.read(statement)));
      const ordered = /ORDER BY[^}]*$/u.test(statement.text);
      const form = (rows: readonly Row[]) => {
        const texts = rows.map((row) => withoutTimes(row));
        return ordered ? texts : texts.sort();
      };
      expect(form(found!), statement.text).toEqual(form(expected!));
    }

    const entities = batch.entities.map(({ id }) => id);
    const sources = batch.entities.filter(({ kind }) => kind === "SOURCE").map(({ id }) => id);
    const claims = batch.claims.map(({ id }) => id);
    const keys = [...new Set(batch.claims.flatMap(({ properties }) => (properties["comparisonKey"] as string) ?? []))];

    test.each<[string, () => Statement]>([
      ["entitiesById", () => lookups.entitiesById([...entities, "nobody"])],
      ["claimsById", () => lookups.claimsById(claims)],
      ["citationsById", () => lookups.citationsById(batch.citations.map(({ id }) => id))],
      ["sourceLinks", () => lookups.sourceLinks(sources)],
      ["textsOf", () => lookups.textsOf(sources)],
      ["supportOf", () => lookups.supportOf(claims)],
      ["derivationsFrom", () => lookups.derivationsFrom(sources)],
      ["claimsByComparisonKey", () => lookups.claimsByComparisonKey(keys)],
      ["successionsOf", () => lookups.successionsOf(claims)],
      ["historyOf", () => lookups.historyOf(claims)],
      ["countsByKind", () => lookups.countsByKind()],
      ["claimsToProject", () => claimsToProject()],
      ["quotesToVerify", () => quotesToVerify()],
    ])("%s", (_, statement) => same(statement()));

    test("edgesOf", async () => {
      for (const predicate of ontology.predicates.values()) await same(edgesOf(predicate));
    });

    test("pages of entities", async () => {
      for (const where of entityFilters) {
        for (const kind of [null, ontology.kinds.get("CLUSTER")!]) {
          await sameOrRefused(() => entityCount(ontology, kind, where));
          for (const direction of ["ASC", "DESC"] as const) {
            const orderBy = [{ field: "NAME", direction }];
            const request = { kind, where, orderBy, after: null, limit: 5 };
            await sameOrRefused(() => entityPage(ontology, request).statement);
          }
        }
      }
    });

    test("pages of claims", async () => {
      for (const where of claimFilters) {
        await same(claimCount(ontology, where));
        for (const field of ["AMOUNT", "PREDICATE", "VALID_FROM"]) {
          for (const direction of ["ASC", "DESC"] as const) {
            const request = { where, orderBy: [{ field, direction }], after: null, limit: 20 };
            await same(claimPage(ontology, request).statement);
          }
        }
      }
    });

    test("lists of entities, of claims, of sources", async () => {
      const list = (of: ChildList["of"], keys: ChildList["keys"]): ChildList => ({
        ...{ of, keys, where: readClaimCondition(ontology, null), after: null, limit: 3, count: true },
      });
      const byAmount = claimSortKeys("c", [{ field: "AMOUNT", direction: "DESC" }]);
      const byName = { name: "NODE_NAME", expression: "o.sortName", direction: "ASC" } as const;
      const relations = [...ontology.predicates.values()].filter(({ value }) => value === "ENTITY");
      for (const predicate of relations) {
        for (const direction of ["OUT", "IN"] as const) {
          const of = { type: "relation", predicate, direction } as const;
          await same(childPages(entities, [list(of, [byName, ...edgeSortKeys("r", [])])]));
        }
      }
      const roles = ["SUBJECT", "OBJECT", "SPEAKER"] as const;
      await same(
        childPages(
          entities,
          roles.map((role) => list({ type: "claims", role }, byAmount)),
        ),
      );
      const citations = [{ name: "ID", expression: "q.id", direction: "ASC" }] as const;
      await same(childPages(claims, [list({ type: "citationsOfClaim" }, citations)]));
      await same(childPages(sources, [list({ type: "citationsOfSource" }, citations)]));
    });

    async function sameOrRefused(make: () => Statement): Promise<void> {
      let statement: Statement;
      try {
        statement = make();
      } catch {
        // A filter for other kinds than this one.
        return;
      }
      await same(statement);
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

function plain(column: string, value: Value): unknown {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/u.test(value)) return "a time";
  if (!Array.isArray(value)) return value;
  const items = (value as readonly Value[]).map((item) => plain(column, item));
  return UNORDERED.includes(column) ? items.map((item) => JSON.stringify(item)).sort() : items;
}
