import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Statement, Value } from "../../src/cypher/statement.js";
import { ErrorCode } from "../../src/errors.js";
import type { Store } from "../../src/store/port.js";
import { engines, type OpenedEngine } from "./engines.js";

const statement = (text: string, params: Record<string, Value> = {}): Statement => ({
  name: "values.test",
  text,
  params,
});

describe.each(engines)("$name", (engine) => {
  const open = engine.use();
  let opened: OpenedEngine;
  let store: Store;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
  });
  afterEach(() => opened.close());

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

  describe("numbers", () => {
    const kept = [5, 5.5, 0.1, -3, 1e15, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 1e300, 5e-324, -0.5];

    test("are stored, compared, ordered and reckoned with alike, whole or not", async () => {
      const create = statement("UNWIND $amounts AS amount CREATE (:Thing {amount: amount})", {
        amounts: [...kept, -0],
      });
      await store.write((run) => run(create));
      const text =
        "MATCH (t:Thing) WITH t.amount AS a ORDER BY a RETURN a, a = $five AS five, a >= $half AS more, a < $five AS less";
      const params = { five: 5, half: 5.5 };
      const rows = [...kept, 0].sort((a, b) => a - b).map((a) => ({ a, five: a === 5, more: a >= 5.5, less: a < 5 }));
      expect(await store.read(statement(text, params))).toEqual(rows);
    });

    test("that are whole are divided as whole ones; a sum or mean with a part in it has one", async () => {
      const reckon = async (text: string, xs: readonly number[]) => (await store.read(statement(text, { xs })))[0];
      const text =
        "UNWIND $xs AS x RETURN sum(x) AS sum, avg(x) AS avg, min(x) AS min, max(x) AS max, max(x) / 2 AS half";
      expect(await reckon(text, [5, 2])).toEqual({ sum: 7, avg: 3.5, min: 2, max: 5, half: 2 });
      expect(await reckon(text, [5.5, 2])).toEqual({ sum: 7.5, avg: 3.75, min: 2, max: 5.5, half: 2.75 });
      expect(await reckon("UNWIND $xs AS x RETURN sum(x / 2.0) AS s", [5, 2])).toEqual({ s: 3.5 });
      expect(await reckon("UNWIND $xs AS x RETURN sum(toFloat(x)) AS s", [2 ** 53 - 1, 2 ** 53 - 1])).toEqual({
        s: 2 ** 54 - 2,
      });
      await expect(reckon("UNWIND $xs AS x RETURN sum(x) AS s", [2 ** 53 - 1, 1])).rejects.toMatchObject({
        code: ErrorCode.INTERNAL,
      });
    });

    test("that are -0 become 0, in parameters as in what is stored", async () => {
      const [row] = await store.read(statement("RETURN $zero AS zero", { zero: -0 }));
      expect(Object.is(row?.zero, 0)).toBe(true);
    });

    test("limit and skip", async () => {
      const text = "UNWIND range(1, 10) AS x WITH x ORDER BY x SKIP $skip LIMIT $limit RETURN collect(x) AS xs";
      expect(await store.read(statement(text, { skip: 2, limit: 3 }))).toEqual([{ xs: [3, 4, 5] }]);
    });
  });

  test("text is ordered by its code points", async () => {
    const words = ["", "A", "Z", "a", "a ", "aa", "b", "é", "أ", "سند", "中"];
    const create = statement("UNWIND $words AS word CREATE (:Thing {word: word})", { words: words.toReversed() });
    await store.write((run) => run(create));
    const rows = await store.read(statement("MATCH (t:Thing) RETURN t.word AS word ORDER BY word"));
    expect(rows.map(({ word }) => word)).toEqual(words);
  });

  test("a number that is none, or past all bounds, is refused", async () => {
    const message = "The statement values.test returns the number Infinity in its column x, which no answer can carry.";
    const refused = { code: ErrorCode.INTERNAL, message };
    await expect(store.read(statement("RETURN $n * $n AS x", { n: 1e300 }))).rejects.toMatchObject(refused);
  });
});
