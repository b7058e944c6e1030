import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";

let parent: string;
beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), "sanad-"))));
afterEach(() => rm(parent, { recursive: true }));

test("what is written is read, and is there after a reopening", async () => {
  const folder = join(parent, "a/b");
  const store = await openGrafeo({ folder });
  await store.applySchema(["CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE"]);
  await store.write((run) => run({ name: "put", text: "CREATE (:Claim {id: $id})", params: { id: "a" } }));
  const all = { name: "all", text: "MATCH (c:Claim) RETURN c.id AS id", params: {} };
  expect(await store.read(all)).toEqual([{ id: "a" }]);
  await store.close();
  const again = await openGrafeo({ folder });
  expect(await again.read(all)).toEqual([{ id: "a" }]);
  await again.close();
});
