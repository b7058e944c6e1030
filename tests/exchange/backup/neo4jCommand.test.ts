import { readdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { useSanad } from "../../cli/sanad.js";
import { Curators } from "../../durability/curators.js";
import { emptyNeo4j } from "../../neo4j/emptyNeo4j.js";
import { useNeo4j } from "../../neo4j/leaseNeo4j.js";
import { ownNeo4j } from "../../store/engines.js";

const sanad = useSanad();

describe.skipIf(ownNeo4j === undefined)("on a Neo4j that a server uses", () => {
  const access = useNeo4j(ownNeo4j!);
  beforeAll(() => emptyNeo4j(access));

  it(
    "a backup is made beside curators' writes; while one is restored the server answers nothing, then goes on",
    { timeout: 300_000 },
    async () => {
      const { uri, username = "", password = "" } = access;
      const data = sanad.inFolder("key");
      const settings = {
        NEO4J_URI: uri,
        NEO4J_USER: username,
        NEO4J_PASSWORD: password,
        SANAD_DATA: data,
        SANAD_RATE_LIMIT: "0",
      };
      const { stdout: token } = await sanad.run(["token", "--role", "curator"], settings);
      const server = await sanad.serve(["--seed"], settings);
      const curators = new Curators(token.trim());
      let gone = new AbortController();
      let writing = curators.writeTo(server.url, 2, gone.signal);
      await expect.poll(() => curators.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(3);
      const backup = sanad.inFolder("backup");
      expect(await sanad.run(["backup", backup], settings)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^Made/u) as unknown,
      });
      gone.abort();
      await writing;
      expect(curators.refused).toEqual([]);

      const ready = async () => (await fetch(`${server.url}/health/ready`)).text();
      const seen = new Set<string>();
      let restored = false;
      const looking = (async () => {
        for (; !restored; await wait(100)) seen.add(await ready());
      })();
      const { code, stdout, stderr } = await sanad.run(["restore", backup, "--replace"], settings);
      restored = true;
      await looking;
      expect([code, stderr.replace(/^[a-z]+ \w+: .*\n/gmu, "")]).toEqual([0, ""]);
      expect(stdout).toMatch(/^What was there before is kept in \S+before-restore-\S+Z\.\nRestored the backup/u);
      expect((await readdir(sanad.inFolder("."))).filter((name) => name.startsWith("before-restore-"))).toHaveLength(1);
      expect([...seen]).toContain("not ready: the store is being restored from a backup\n");
      await expect.poll(ready, { timeout: 10_000 }).toBe("ready\n");

      gone = new AbortController();
      const before = curators.acknowledged.size;
      writing = curators.writeTo(server.url, 2, gone.signal);
      await expect.poll(() => curators.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 3);
      gone.abort();
      await writing;
      await server.end("SIGTERM");
      expect((await sanad.run(["check"], settings)).stdout).toMatch(/all is well/u);
    },
  );
});
