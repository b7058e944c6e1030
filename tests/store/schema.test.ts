import { afterEach, beforeEach, expect, test } from "vitest";
import type { Statement, Value } from "../../src/cypher/statement.js";
import { ErrorCode } from "../../src/errors.js";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import { withIndex } from "../../src/store/grafeo/schema.js";
import type { Store } from "../../src/store/port.js";
import { useTemporaryFolder } from "./temporaryFolder.js";

const folder = useTemporaryFolder();
let store: Store;
beforeEach(async () => void (store = await openGrafeo({ folder: folder.path })));
afterEach(() => store.close());

const SCHEMA = [
  "CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
  "CREATE INDEX name_folded IF NOT EXISTS FOR (n:Name) ON (n.folded)",
];
const statement = (text: string, params: Record<string, Value> = {}): Statement => ({
  name: "schema.test",
  text,
  params,
});
const merge = (from: number, to: number) =>
  statement("UNWIND $ids AS id MERGE (c:Claim {id: id}) ON CREATE SET c.words = 'some words'", {
    ids: Array.from({ length: to - from }, (_, i) => `claim-${from + i}`),
  });
const inForce = async () => [
  await store.read(statement("SHOW CONSTRAINTS")),
  (await store.read(statement("SHOW INDEXES"))).toSorted((a, b) => String(a.name).localeCompare(String(b.name))),
];

test("the schema is brought about once, whatever number of times it is applied", async () => {
  await store.applySchema(SCHEMA);
  const first = await inForce();
  expect(first).toEqual([
    [{ name: "claim_id", type: "UNIQUE", label: "Claim", properties: "id" }],
    [
      { name: "claim_id_index", type: "Hash", label: "Claim", property: "id" },
      { name: "name_folded", type: "Hash", label: "Name", property: "folded" },
    ],
  ]);
  await store.write((run) => run(merge(0, 10)));
  await store.applySchema(SCHEMA);
  expect(await inForce()).toEqual(first);
  await store.close();
  store = await openGrafeo({ folder: folder.path });
  expect(await inForce()).toEqual(first);
  await store.applySchema(SCHEMA);
  expect(await inForce()).toEqual(first);
});

test("a constraint and an index found after a reopening still do their work", async () => {
  await store.applySchema(SCHEMA);
  await store.write((run) => run(merge(0, 1000)));
  await store.close();
  store = await openGrafeo({ folder: folder.path });
  await expect(store.write((run) => run(statement("CREATE (:Claim {id: 'claim-7'})")))).rejects.toMatchObject({
    code: ErrorCode.CONFLICT,
  });
  for (const text of ["MATCH (n:Claim {id: $x}) RETURN n.id", "MATCH (n:Name {folded: $x}) RETURN n.folded"]) {
    const [row] = await store.read(statement(`EXPLAIN ${text}`, { x: "claim-7" }));
    expect(row?.plan).toMatch(/\[index: (id|folded)\]/);
  }
});

test("merging 20,000 nodes by a unique id does not slow down as they grow in number", async () => {
  await store.applySchema(SCHEMA);
  const milliseconds: number[] = [];
  for (let from = 0; from < 20_000; from += 2000) {
    const start = performance.now();
    await store.write((run) => run(merge(from, from + 2000)));
    milliseconds.push(performance.now() - start);
  }
  // Without the index the last of the ten steps costs nineteen times the first.
  expect(Math.min(...milliseconds.slice(-3))).toBeLessThan(5 * Math.max(...milliseconds.slice(0, 3)));
});

test("a unique constraint brings its index, other statements go as they are", () => {
  expect(withIndex("CREATE CONSTRAINT a IF NOT EXISTS FOR (n:`IN`) REQUIRE n.`set` IS UNIQUE")).toEqual([
    "CREATE INDEX a_index IF NOT EXISTS FOR (n:`IN`) ON (n.`set`)",
    "CREATE CONSTRAINT a IF NOT EXISTS FOR (n:`IN`) REQUIRE n.`set` IS UNIQUE",
  ]);
  expect(withIndex(SCHEMA[1] as string)).toEqual([SCHEMA[1]]);
});
