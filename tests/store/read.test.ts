import { afterEach, beforeEach, expect, test } from "vitest";
import type { Statement, Value } from "../../src/cypher/statement.js";
import { ErrorCode } from "../../src/errors.js";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import type { Store } from "../../src/store/port.js";
import { useTemporaryFolder } from "./temporaryFolder.js";

const folder = useTemporaryFolder();
let store: Store;
beforeEach(async () => void (store = await openGrafeo({ folder: folder.path })));
afterEach(() => store.close());

const statement = (text: string, params: Record<string, Value> = {}): Statement => ({
  name: "values.test",
  text,
  params,
});

test("every form of value comes back as it was sent", async () => {
  const value = {
    nothing: null,
    yes: true,
    whole: 110_000,
    largest: Number.MAX_SAFE_INTEGER,
    smallest: Number.MIN_SAFE_INTEGER,
    part: 0.1,
    words: "سَنَد — \u0000 'quoted' \\ \u{1F4DC}",
    list: [1, "two", [3, null], { four: 4 }],
    map: { "a key": [true] },
    empty: [[], {}, ""],
  };
  expect(await store.read(statement("RETURN $value AS value", { value }))).toEqual([{ value }]);
});

test("a stored value comes back as it was sent", async () => {
  const properties = { amount: 29_000, share: 0.5, exact: false, words: "٢٩ ألف", list: ["a", "b"] };
  await store.write((run) => run(statement("CREATE (t:Thing) SET t += $properties", { properties })));
  expect(await store.read(statement("MATCH (t:Thing) RETURN properties(t) AS p, labels(t) AS l"))).toEqual([
    { p: properties, l: ["Thing"] },
  ]);
});

test("a number that would lose digits is refused, not rounded", async () => {
  for (const text of ["RETURN 9007199254740993 AS big", "RETURN [{deep: 9007199254740993}] AS big"]) {
    await expect(store.read(statement(text))).rejects.toMatchObject({
      code: ErrorCode.INTERNAL,
      message:
        "The statement values.test returns a whole number past 2^53 in its column big, which no answer can carry.",
    });
  }
});

test("a statement that writes is refused by read, and leaves nothing", async () => {
  const message = "The statement values.test writes, but was sent as a reading one.";
  await expect(store.read(statement("CREATE (t:Thing) RETURN t.id AS id"))).rejects.toThrow(message);
  expect(await store.read(statement("MATCH (t) RETURN count(t) AS n"))).toEqual([{ n: 0 }]);
});

test("reads do not wait for a write that is under way", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const writing = store.write(async (run) => {
    await run(statement("CREATE (:Thing)"));
    await held;
  });
  const reads = Array.from({ length: 20 }, () => store.read(statement("MATCH (t:Thing) RETURN count(t) AS n")));
  expect(await Promise.all(reads)).toEqual(Array(20).fill([{ n: 0 }]));
  release();
  await writing;
});
