import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Statement, Value } from "../../src/cypher/statement.js";
import { ErrorCode, SanadError } from "../../src/errors.js";
import type { Run, Store } from "../../src/store/port.js";
import { engines, type OpenedEngine } from "./engines.js";

const statement = (text: string, params: Record<string, Value> = {}): Statement => ({
  name: "things.test",
  text,
  params,
});
const put = (id: string) => statement("CREATE (:Thing {id: $id})", { id });
const all = statement("MATCH (t:Thing) RETURN t.id AS id ORDER BY id");
const wrong = statement("MATCH (t:Thing) RETURN noSuchFunction(t)");
describe.each(engines)("$name", (engine) => {
  const open = engine.use();
  let opened: OpenedEngine;
  let store: Store;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
    await store.applySchema(["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]);
  });
  afterEach(() => opened.close());
  const ids = async () => (await store.read(all)).map((row) => row.id);

  describe("a transaction", () => {
    test("commits all of its statements and gives what the work gives", async () => {
      const answer = await store.write(async (run) => {
        await run(put("a"));
        await run(put("b"));
        return run(all);
      });
      expect(answer).toEqual([{ id: "a" }, { id: "b" }]);
      expect(await ids()).toEqual(["a", "b"]);
    });

    test("shows nothing of itself to readers before it is committed, and does not hold them up", async () => {
      await store.write(async (run) => {
        await run(put("a"));
        expect(await ids()).toEqual([]);
      });
      expect(await ids()).toEqual(["a"]);
    });

    test("is rolled back whole when the work throws, and the work's own error comes out", async () => {
      const reason = new Error("not today");
      const writing = store.write(async (run) => {
        await run(put("a"));
        throw reason;
      });
      await expect(writing).rejects.toBe(reason);
      expect(await ids()).toEqual([]);
    });

    test("is rolled back whole when a statement fails, even if the work goes on", async () => {
      const writing = store.write(async (run) => {
        await run(put("a"));
        await run(wrong).catch(() => undefined);
        await run(put("b")).catch(() => undefined);
        return "done";
      });
      await expect(writing).rejects.toMatchObject({ code: ErrorCode.INTERNAL });
      expect(await ids()).toEqual([]);
    });

    test("waits for statements that the work did not wait for", async () => {
      await store.write(async (run) => void run(put("a")));
      expect(await ids()).toEqual(["a"]);
      await expect(store.write(async (run) => void run(wrong))).rejects.toMatchObject({ code: ErrorCode.INTERNAL });
    });

    test("runs statements given at the same time one after another", async () => {
      await store.write((run) => Promise.all([run(put("a")), run(put("b")), run(put("c"))]));
      expect(await ids()).toEqual(["a", "b", "c"]);
    });

    test("refuses statements after its end", async () => {
      let late: Run | undefined;
      await store.write(async (run) => void (late = run));
      await expect(late?.(put("a"))).rejects.toThrow(
        "The statement things.test was sent after its transaction had ended.",
      );
      expect(await ids()).toEqual([]);
    });

    test("refuses a write inside itself, which would wait for ever", async () => {
      const writing = store.write(() => store.write((run) => run(put("a"))));
      await expect(writing).rejects.toMatchObject({ code: ErrorCode.INTERNAL });
      await store.write((run) => run(put("b")));
      expect(await ids()).toEqual(["b"]);
    });
  });

  describe("writes at the same time", () => {
    test("lets fifty MERGEs of one node and edge at a time make one of each", async () => {
      const text = "MERGE (a:Thing {id: 'a'}) MERGE (b:Thing {id: 'b'}) MERGE (a)-[:NEXT]->(b)";
      await Promise.all(Array.from({ length: 50 }, () => store.write((run) => run(statement(text)))));
      const count = statement("MATCH (:Thing)-[r:NEXT]->(:Thing) RETURN count(r) AS edges");
      expect(await ids()).toEqual(["a", "b"]);
      expect(await store.read(count)).toEqual([{ edges: 1 }]);
    });

    test("lets fifty writers who read, wait and write count to fifty, though others fail between them", async () => {
      await store.write((run) => run(statement("CREATE (:Thing {id: 'counter', n: 0})")));
      const read = statement("MATCH (t:Thing {id: 'counter'}) RETURN t.n AS n");
      const count = async (run: Run) => {
        const [row] = await run(read);
        await wait(1);
        await run(statement("MATCH (t:Thing {id: 'counter'}) SET t.n = $n", { n: Number(row?.n) + 1 }));
      };
      const fail = async (run: Run) => {
        await count(run);
        throw new Error("no");
      };
      const writes = Array.from({ length: 100 }, (_, i) => store.write(i % 2 === 0 ? count : fail));
      const ended = await Promise.allSettled(writes);
      expect(ended.filter((one) => one.status === "rejected")).toHaveLength(50);
      expect(await store.read(read)).toEqual([{ n: 50 }]);
    });

    test("lets writers of two servers count together", async () => {
      if (opened.second === null) return;
      const other = await opened.second();
      await store.write((run) => run(statement("CREATE (:Thing {id: 'counter', n: 0})")));
      const read = statement("MATCH (t:Thing {id: 'counter'}) RETURN t.n AS n");
      const count = async (run: Run) => {
        const [row] = await run(read);
        await wait(1);
        await run(statement("MATCH (t:Thing {id: 'counter'}) SET t.n = $n", { n: Number(row?.n) + 1 }));
      };
      await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? store : other).write(count)));
      expect(await store.read(read)).toEqual([{ n: 40 }]);
    });
  });

  describe("an error of the engine", () => {
    const failure = async (work: Promise<unknown>): Promise<SanadError> => {
      const error: unknown = await work.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(SanadError);
      return error as SanadError;
    };

    test("names the statement, keeps the engine's error as the cause and tells no parameter's value", async () => {
      const params = { secret: "tell-nobody" };
      for (const text of ["FOO $secret", "RETURN noSuchFunction($secret)", "RETURN 1 / 0 AS x, $secret AS s"]) {
        const wrongOne = statement(text, params);
        for (const work of [() => store.read(wrongOne), () => store.write((run) => run(wrongOne))]) {
          const error = await failure(work());
          expect(error).toMatchObject({
            code: ErrorCode.INTERNAL,
            message: "The statement things.test was refused by the database.",
          });
          expect(String(error.cause)).toMatch(/GRAFEO-|Neo4jError/);
        }
      }
    });

    test("for a second node with one unique key is a CONFLICT that does not tell the key", async () => {
      await store.write((run) => run(put("tell-nobody")));
      const error = await failure(store.write((run) => run(put("tell-nobody"))));
      expect(error.code).toBe(ErrorCode.CONFLICT);
      expect(error.message).toBe("The statement things.test would give a second node the same unique key.");
      expect(await ids()).toEqual(["tell-nobody"]);
    });
  });

  describe("closing", () => {
    test("waits for the writes under way and waiting, then refuses all use", async () => {
      const slow = store.write(async (run) => {
        await run(put("a"));
        await wait(50);
        await run(put("b"));
      });
      const waiting = store.write((run) => run(put("c")));
      const reading = store.read(all);
      const closing = store.close();
      const message: unknown = expect.stringMatching(/^The store (in|at) \S+ is closed\.$/);
      const closed = { code: ErrorCode.STORE_UNAVAILABLE, message };
      await expect(store.read(all)).rejects.toMatchObject(closed);
      await expect(store.write((run) => run(put("d")))).rejects.toMatchObject(closed);
      await expect(store.applySchema([])).rejects.toMatchObject(closed);
      await Promise.all([slow, waiting, reading, closing]);
      await store.close();
      await expect(store.read(all)).rejects.toMatchObject(closed);
    });
  });
});
