import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Statement } from "../../src/cypher/statement.js";
import { ErrorCode } from "../../src/errors.js";
import { openNeo4j } from "../../src/store/neo4j/neo4jStore.js";
import type { Store } from "../../src/store/port.js";
import { startNeo4j, type Neo4jServer } from "../neo4j/startNeo4j.js";
import { ownNeo4j } from "./engines.js";

const PASSWORD = "a-word-for-tests";
/** One version is enough here; the server is our own, for it is killed. */
const version = ownNeo4j;
const run = test.skipIf(version === undefined);

let server: Neo4jServer;
const stores: Store[] = [];
beforeAll(async () => {
  if (version !== undefined) server = await startNeo4j({ version, password: PASSWORD, isShortLived: true });
}, 900_000);
afterAll(() => server?.stop());
afterEach(async () => {
  server?.resume();
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

const open = (options: Partial<Parameters<typeof openNeo4j>[0]> = {}) => {
  const store = openNeo4j({ uri: server.uri, username: "neo4j", password: PASSWORD, ...options });
  stores.push(store);
  return store;
};
const statement = (text: string, params = {}): Statement => ({ name: "outage.test", text, params });
const one = statement("RETURN 1 AS one");
/** About as much work as anyone will wait for, and more. */
const endless = statement(
  "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b = 0 RETURN count(*) AS n",
);
const running = async (store: Store) => {
  const text =
    "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.app = 'sanad' AND metaData.statement = 'outage.test' RETURN metaData.operation AS operation, currentQuery AS text";
  const rows = await store.read({ name: "transactions.show", text, params: {} });
  return rows;
};
const failure = async (work: Promise<unknown>) => {
  const start = performance.now();
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, milliseconds: performance.now() - start };
};

run(
  "a statement that takes too long is a TIMEOUT for the caller at its time, and is ended in the database",
  async () => {
    const store = open({ timeoutMs: 3000 });
    const other = open();
    expect(await running(other)).toEqual([]);
    await store.read(one);
    const reading = failure(store.read(endless, { operation: "Flagship" }));
    const shown = [{ operation: "Flagship", text: endless.text }];
    await expect.poll(() => running(other), { timeout: 2500 }).toEqual(shown);
    const { error, milliseconds } = await reading;
    expect(error).toMatchObject({
      code: ErrorCode.TIMEOUT,
      message: "The statement outage.test took longer than 3 s.",
    });
    expect(milliseconds).toBeLessThan(3500);
    await expect.poll(() => running(other), { timeout: 3000 }).toEqual([]);
    const writing = await failure(store.write((run) => run(endless)));
    expect(writing.error).toMatchObject({ code: ErrorCode.TIMEOUT });
    await expect.poll(() => running(other), { timeout: 3000 }).toEqual([]);
    expect(await store.read(one)).toEqual([{ one: 1 }]);
  },
);

run("reads past the connections wait, and say so when they have waited too long", async () => {
  const store = open({ timeoutMs: 1000, concurrentReads: 2 });
  const slow = [store.read(endless), store.read(endless)].map(failure);
  const { error } = await failure(store.read(one));
  expect(error).toMatchObject({ code: ErrorCode.STORE_UNAVAILABLE });
  expect((error as Error).message).toMatch(
    /^The statement outage.test could not be run: all connections to bolt:\/\/[\w.:]+ are busy\.$/,
  );
  for (const { error: late } of await Promise.all(slow)) expect(late).toMatchObject({ code: ErrorCode.TIMEOUT });
  await expect.poll(() => store.read(one), { timeout: 5000 }).toEqual([{ one: 1 }]);
});

run("a connection that breaks while it logs in is one that cannot be had: another is tried", async () => {
  const { hostname, port } = new URL(server.uri);
  let cuts = 3;
  const between = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let sent = 0;
    client.on("data", (chunk: Buffer) => {
      // More than which version is spoken: who speaks.
      if ((sent += chunk.length) > 32 && cuts-- > 0) client.destroy();
      else upstream.write(chunk);
    });
    upstream.pipe(client);
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  }).listen(0, "127.0.0.1");
  try {
    await once(between, "listening");
    const uri = `bolt://127.0.0.1:${(between.address() as AddressInfo).port}`;
    const store = open({ uri, readRetryMs: 2000 });
    expect(await store.read(one)).toEqual([{ one: 1 }]);
    expect(cuts).toBeLessThanOrEqual(0);
    const unlucky = open({ uri, readRetryMs: 100, writeRetryMs: 100 });
    cuts = Infinity;
    for (const work of [() => unlucky.read(one), () => unlucky.write((run) => run(one))]) {
      const { error } = await failure(work());
      expect(error).toMatchObject({
        code: ErrorCode.STORE_UNAVAILABLE,
        message: expect.stringMatching(/ could not be run: the Neo4j server at .* does not answer\.$/) as string,
      });
    }
  } finally {
    between.close();
  }
});

run("a wrong password is told by the settings' names, and neither it nor the right one is told", async () => {
  const { error } = await failure(open({ password: "wrong-word" }).read(one));
  expect(error).toMatchObject({ code: ErrorCode.STORE_UNAVAILABLE });
  expect((error as Error).message).toMatch(/refuses the user or the password; set NEO4J_USER and NEO4J_PASSWORD to/);
  for (const secret of ["wrong-word", PASSWORD]) expect(String((error as Error).stack)).not.toContain(secret);
});

run("a database's name that the server does not know is told, and the setting for it", async () => {
  const { error } = await failure(open({ database: "elsewhere" }).read(one));
  expect(error).toMatchObject({ code: ErrorCode.STORE_UNAVAILABLE });
  expect((error as Error).message).toMatch(/has no database named elsewhere; set NEO4J_DATABASE/);
});

run("a write makes its bookmark known, and a read of another store waits for it", async () => {
  const bookmarks: string[] = [];
  const onBookmark = (bookmark: string) => void bookmarks.push(bookmark);
  await open().write((run) => run(statement("CREATE (:Thing {id: 'marked'})")), { onBookmark });
  expect(bookmarks).toHaveLength(1);
  const seen = await open().read(statement("MATCH (t:Thing {id: 'marked'}) RETURN count(t) AS n"), { bookmarks });
  expect(seen).toEqual([{ n: 1 }]);
  const store = open({ concurrentReads: 1 });
  for (const odd of ["none of ours", "{}", "%", ""]) {
    for (const work of [
      () => store.read(one, { bookmarks: [...bookmarks, odd] }),
      () => store.write((run) => run(one), { bookmarks: [odd] }),
    ]) {
      const { error } = await failure(work());
      expect(error, odd).toMatchObject({
        code: ErrorCode.BAD_USER_INPUT,
        message: expect.stringMatching(
          /was given a bookmark that is none of this database's; leave it out\.$/,
        ) as string,
      });
    }
  }
  expect(await store.read(one, { bookmarks })).toEqual([{ one: 1 }]);
});

run(
  "a database that stops answering costs each request its time-out, and is used again when it answers",
  async () => {
    const store = open({ timeoutMs: 1500 });
    await store.read(one);
    server.suspend();
    const all = await Promise.all([
      ...Array.from({ length: 20 }, () => failure(store.read(one))),
      ...Array.from({ length: 5 }, () => failure(store.write((run) => run(one)))),
    ]);
    for (const { error, milliseconds } of all) {
      const { code, cause } = error as { code: ErrorCode; cause: unknown };
      expect([ErrorCode.TIMEOUT, ErrorCode.STORE_UNAVAILABLE], String(cause ?? error)).toContain(code);
      expect(milliseconds).toBeLessThan(2500);
    }
    server.resume();
    await expect.poll(() => store.read(one).catch(() => null), { timeout: 10_000 }).toEqual([{ one: 1 }]);
    await store.write((run) => run(one));
  },
  60_000,
);

run(
  "a database that is killed under load loses no acknowledged write, and is used again when it is back",
  async () => {
    const store = open({ timeoutMs: 5000 });
    await store.applySchema(["CREATE CONSTRAINT kept_id IF NOT EXISTS FOR (n:Kept) REQUIRE n.id IS UNIQUE"]);
    const acknowledged: number[] = [];
    const failed: unknown[] = [];
    const late: number[] = [];
    let next = 0;
    const pending = new Set<Promise<void>>();
    const send = (work: () => Promise<unknown>) => {
      const start = performance.now();
      const done = work()
        .then(
          () => undefined,
          (error: unknown) => void failed.push((error as { code?: unknown }).code),
        )
        .then(() => {
          if (performance.now() - start > 7000) late.push(performance.now() - start);
        });
      pending.add(done);
      void done.then(() => pending.delete(done));
    };
    const load = setInterval(() => {
      const id = next++;
      const put = statement("MERGE (k:Kept {id: $id})", { id });
      send(() => store.write((run) => run(put)).then(() => acknowledged.push(id)));
      send(() => store.read(statement("MATCH (k:Kept) RETURN count(k) AS n")));
    }, 40);
    await wait(3000);
    await server.kill9();
    await wait(2000);
    await server.restart();
    const back = next;
    await expect.poll(() => acknowledged.at(-1), { timeout: 30_000 }).toBeGreaterThan(back);
    clearInterval(load);
    await Promise.all(pending);
    const rows = await store.read(statement("MATCH (k:Kept) RETURN k.id AS id"));
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(failed.length).toBeGreaterThan(0);
    const codes: unknown[] = [ErrorCode.STORE_UNAVAILABLE, ErrorCode.TIMEOUT];
    expect(failed.filter((code) => !codes.includes(code))).toEqual([]);
    expect(late).toEqual([]);
  },
  120_000,
);

run(
  "a store may be opened before its database is there",
  async () => {
    await server.kill9();
    const store = open({ readRetryMs: 100 });
    const { error, milliseconds } = await failure(store.read(one));
    expect(error).toMatchObject({ code: ErrorCode.STORE_UNAVAILABLE });
    expect((error as Error).message).toMatch(
      /^The statement outage.test could not be run: the Neo4j server at bolt:\/\/[\w.:]+ does not answer\.$/,
    );
    expect(milliseconds).toBeLessThan(1000);
    await server.restart();
    expect(await store.read(one)).toEqual([{ one: 1 }]);
  },
  60_000,
);

test.each([
  ["http://localhost:7474", "begins with http://"],
  ["bolt://neo4j:secret@localhost", "holds a user"],
  ["localhost", "is no address"],
])("the address %s is refused without being told", (uri, reason) => {
  expect(() => openNeo4j({ uri })).toThrow(`The setting NEO4J_URI ${reason}`);
  expect(() => openNeo4j({ uri })).not.toThrow("secret");
});
