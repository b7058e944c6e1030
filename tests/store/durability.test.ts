import { setTimeout as wait } from "node:timers/promises";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Statement, Value } from "../../src/cypher/statement.js";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import { useStoreProcesses } from "./storeProcess.js";
import { contents, useTemporaryFolder } from "./temporaryFolder.js";

const parent = useTemporaryFolder();
const startProcess = useStoreProcesses();
const data = () => join(parent.path, "data");
const statement = (text: string, params: Record<string, Value> = {}): Statement => ({
  name: "durability.test",
  text,
  params,
});

test("every acknowledged write survives kill -9, and no write is there by half", async () => {
  const script = `
    await store.applySchema(["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]);
    for (let i = 0; ; i++) {
      await store.write(async (run) => {
        await run({ name: "first", text: "CREATE (:Thing {id: $i})", params: { i } });
        await run({ name: "second", text: "MATCH (t:Thing {id: $i}) CREATE (t)-[:HALF]->(:Half)", params: { i } });
      });
      say(String(i));
    }`;
  let before = -1;
  for (const enough of [1, 40, 400]) {
    const folder = join(data(), String(enough));
    const writer = startProcess(folder, script);
    let acknowledged = -1;
    while (acknowledged < enough) acknowledged = Number(await writer.nextLine());
    await writer.kill();
    const store = await openGrafeo({ folder });
    const [whole] = await store.read(
      statement("MATCH (t:Thing)-[:HALF]->(:Half) RETURN count(t) AS n, max(t.id) AS last"),
    );
    const [things] = await store.read(statement("MATCH (t:Thing) RETURN count(t) AS n"));
    expect(whole?.last).toBeGreaterThanOrEqual(acknowledged);
    expect(whole?.n).toBe(Number(whole?.last) + 1);
    expect(things?.n).toBe(whole?.n);
    await store.close();
    before = Math.max(before, acknowledged);
  }
  expect(before).toBeGreaterThanOrEqual(400);
});

test("a burst of writes is noted as being on the disk once it is quiet, and not before", async () => {
  const store = await openGrafeo({ folder: data() });
  const mark = () => readFile(join(data(), "sanad.commits"), "utf8").then(Number, () => 0);
  for (let i = 0; i < 30; i++) await store.write((run) => run(statement("CREATE (:Thing {n: $i})", { i })));
  expect(await mark()).toBe(0);
  await wait(300);
  expect(await mark()).toBe(30);
  await wait(300);
  expect(await mark()).toBe(30);
  expect(await store.read(statement("MATCH (n) RETURN count(n) AS n"))).toEqual([{ n: 30 }]);
  await store.close();
  expect(await mark()).toBe(30);
});

test("a strict write is noted as being on the disk when it is acknowledged, with all before it", async () => {
  const store = await openGrafeo({ folder: data() });
  const mark = () => readFile(join(data(), "sanad.commits"), "utf8").then(Number, () => 0);
  for (let i = 0; i < 5; i++) await store.write((run) => run(statement("CREATE (:Thing {n: $i})", { i })));
  expect(await mark()).toBe(0);
  const put = (i: number) =>
    store.write((run) => run(statement("CREATE (:Thing {n: $i})", { i })), { durability: "strict" });
  await put(5);
  expect(await mark()).toBe(6);
  await Promise.all(Array.from({ length: 20 }, (_, i) => put(i)));
  expect(await mark()).toBe(26);
  await store.close();
});

test("the log is moved into the database file as it grows, and by the closing", async () => {
  const store = await openGrafeo({ folder: data() });
  const words = "a sentence of a source ".repeat(40);
  const text = "UNWIND range(1, 3000) AS i CREATE (:Thing {n: i, words: $words + toString(i)})";
  for (let i = 0; i < 12; i++) await store.write((run) => run(statement(text, { words })));
  const file = join(data(), "graph.grafeo");
  await expect.poll(async () => (await stat(file)).size, { timeout: 10_000 }).toBeGreaterThan(1_000_000);
  await store.close();
  expect(Object.keys(await contents(data()))).toEqual(["graph.grafeo", "sanad.commits", "sanad.json"]);
});

test("a read that does not end is a TIMEOUT, and does not hold up the closing for more than a few seconds", async () => {
  const runaway = startProcess(
    data(),
    `await store.write((run) => run({ name: "fill", text: "UNWIND range(1, 3000) AS i CREATE (:Thing {n: i})", params: {} }));
     await store.read({ name: "runaway", text: "MATCH (a:Thing) MATCH (b:Thing) MATCH (c:Thing) WHERE a.n + b.n + c.n < 0 RETURN a.n", params: {} })
       .catch((error) => say(error.code + ": " + error.message));
     await store.close();
     say("closed");
     process.exit(0);`,
    { readLimitMs: 200 },
  );
  expect(await runaway.nextLine()).toBe("TIMEOUT: The statement runaway took longer than 0.2 s.");
  expect(await runaway.nextLine()).toBe("closed");
  const store = await openGrafeo({ folder: data() });
  expect(await store.read(statement("MATCH (t:Thing) RETURN count(t) AS n"))).toEqual([{ n: 3000 }]);
  await store.close();
});

test.skipIf(process.platform === "win32")(
  "on a full disk a write is refused and rolled back, and what came before stays",
  async () => {
    const writer = startProcess(
      data(),
      `const fill = { name: "fill", text: "UNWIND range(1, 500) AS i CREATE (:Thing {words: $words})", params: { words: "x".repeat(200) } };
     let written = 0;
     try {
       for (;;) written += await store.write((run) => run(fill)).then(() => 500);
     } catch (error) {
       const [row] = await store.read({ name: "count", text: "MATCH (t:Thing) RETURN count(t) AS n", params: {} });
       say(JSON.stringify({ code: error.code, message: error.message, lost: written - row.n }));
       say(String(written));
     }
     setInterval(() => undefined, 1000);`,
      { largestFile: 3000 },
    );
    expect(JSON.parse(await writer.nextLine())).toEqual({
      code: "STORE_UNAVAILABLE",
      message: "The commit of a write could not be stored: the disk is full or fails.",
      lost: 0,
    });
    const written = Number(await writer.nextLine());
    await writer.kill();
    const store = await openGrafeo({ folder: data() });
    expect(await store.read(statement("MATCH (t:Thing) RETURN count(t) AS n"))).toEqual([{ n: written }]);
    await store.close();
  },
);
