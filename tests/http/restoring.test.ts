import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepare } from "../../src/cli/open.js";
import { loadSeeds } from "../../src/exchange/seeds/loadSeeds.js";
import { startServer, type RunningServer } from "../../src/http/server.js";
import { loadOntology } from "../../src/ontology/load.js";
import { makeRoom, putInPlace } from "../../src/store/grafeo/restore.js";
import { openStore } from "../../src/store/open.js";
import { ReplaceableStore } from "../../src/store/replaceableStore.js";
import { PROJECT } from "../exchange/seededStore.js";
import { useTemporaryFolder } from "../store/temporaryFolder.js";
import { builtPages } from "../playground/server.js";

const parent = useTemporaryFolder();
const ontology = loadOntology(PROJECT.ontology);
const data = () => join(parent.path, "data");
const open = () => openStore({ dataFolder: data() });

let store: ReplaceableStore;
let server: RunningServer;
beforeEach(async () => {
  store = new ReplaceableStore(await open(), open);
  await prepare({ ontology, store });
  await loadSeeds(store, ontology, PROJECT.seeds);
  const playground = { page: () => undefined, asset: () => false };
  const pages = await builtPages();
  const log = pino({ level: "silent" });
  server = await startServer({
    ...{ host: "127.0.0.1", port: 0, store, ontology, playground, pages, log },
    missing: () => store.missing,
    responseCache: 1024 * 1024, // what was answered before is not answered again
  });
});
afterEach(async () => {
  await server.stop();
  await store.close();
});

async function claims(): Promise<unknown> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ claims { totalCount } }" }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const ready = () =>
  fetch(`${server.url}/health/ready`).then(async (response) => [response.status, await response.text()]);
const whole = { status: 200, data: { claims: { totalCount: 97 } } };
const prepared = (opened: Parameters<typeof prepare>[0]["store"]) => prepare({ ontology, store: opened });

/** An empty database, laid ready. */
async function layEmpty(): Promise<void> {
  const empty = await openStore({ dataFolder: join(parent.path, "empty") });
  await empty.close();
  await copyFile(join(parent.path, "empty/graph.grafeo"), await makeRoom(data()));
}

test("while its data is replaced a server says so to whoever asks, and goes on with the new", async () => {
  await layEmpty();
  let meanwhile: unknown[] = [];
  await store.replace(async () => {
    meanwhile = [await claims(), await ready(), await fetch(`${server.url}/health/live`).then(({ status }) => status)];
    await putInPlace(data(), "kept");
  }, prepared);
  const why = "the store is being restored from a backup";
  const message = `Nothing can be answered now: ${why}.`;
  expect(meanwhile).toEqual([
    { status: 503, errors: [{ message, extensions: { code: "STORE_UNAVAILABLE" } }] },
    [503, `not ready: ${why}\n`],
    200,
  ]);
  expect(await claims()).toEqual({ status: 200, data: { claims: { totalCount: 0 } } });
  expect(await ready()).toEqual([200, "ready\n"]);
});

test("a write that is under way is ended first, and none is begun", async () => {
  await layEmpty();
  const put = (word: string) => ({ name: "put", text: "CREATE (:Thing {word: $word})", params: { word } });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const writing = store.write(async (run) => {
    await run(put("first"));
    await held;
    await run(put("second"));
  });
  const replacing = store.replace(() => putInPlace(data(), "kept"), prepared);
  await expect(store.write((run) => run(put("late")))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  await expect(store.replace(async () => undefined, prepared)).rejects.toThrow("is being restored already");
  release();
  await Promise.all([writing, replacing]);
  const kept = await openStore({ dataFolder: join(data(), "kept") });
  const words = await kept.read({ name: "words", text: "MATCH (t:Thing) RETURN t.word AS word", params: {} });
  expect(words.map(({ word }) => word).sort()).toEqual(["first", "second"]);
  await kept.close();
});

test("where the replacing fails, it goes on with what was there", async () => {
  const replacing = store.replace(async () => Promise.reject(new Error("the disk is full")), prepared);
  await expect(replacing).rejects.toThrow("the disk is full");
  expect(await claims()).toEqual(whole);
  expect(await ready()).toEqual([200, "ready\n"]);
});

test("where the new cannot be used, it says so, and a later replacing mends it", async () => {
  await layEmpty();
  const unfit = store.replace(
    () => putInPlace(data(), "kept"),
    async () => Promise.reject(new Error("of another layout")),
  );
  await expect(unfit).rejects.toThrow("of another layout");
  expect(await ready()).toEqual([503, "not ready: the store could not be opened after it was restored\n"]);
  expect(await claims()).toMatchObject({ status: 503 });
  await copyFile(join(data(), "kept/graph.grafeo"), await makeRoom(data()));
  await store.replace(() => putInPlace(data(), "kept-again"), prepared);
  expect(await claims()).toEqual(whole);
});
