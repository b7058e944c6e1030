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

test("a burst of writes is noted as being on the disk once it is quiet, and nothing is left of the commit that does it", async () => {
  const store = await openGrafeo({ folder: data() });
  const mark = () => readFile(join(data(), "sanad.commits"), "utf8").then(Number, () => 0);
  for (let i = 0; i < 30; i++) await store.write((run) => run(statement("CREATE (:Thing {n: $i})", { i })));
  expect(await mark()).toBe(0);
  await wait(300);
  expect(await mark()).toBe(31);
  await wait(300);
  expect(await mark()).toBe(31);
  expect(await store.read(statement("MATCH (n) RETURN count(n) AS n"))).toEqual([{ n: 30 }]);
  await store.close();
  expect(await mark()).toBe(31);
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
