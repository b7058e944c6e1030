import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore, type StoreConfig } from "../../src/store/open.js";
import { useSanad, type Settings } from "../cli/sanad.js";
import type { Neo4jAccess } from "../neo4j/globalSetup.js";
import { emptyNeo4j } from "../neo4j/emptyNeo4j.js";
import { useNeo4j } from "../neo4j/leaseNeo4j.js";
import { ownNeo4j } from "../store/engines.js";
import { Curators, faultsOf } from "./curators.js";

/** How often the server is killed; fifty take two to four minutes. */
const KILLS = Number(process.env["SANAD_TEST_KILLS"] ?? 8);

const sanad = useSanad();

describe("a server that is killed with SIGKILL while curators write", () => {
  const holds =
    "has after each kill every acknowledged change whole and none by half, and `sanad check` finds no fault";

  it(`${holds} (${KILLS} kills)`, { timeout: 20_000 + KILLS * 20_000 }, async () => {
    const folder = sanad.inFolder("killed");
    await killAgainAndAgain(KILLS, [20, 400], { SANAD_DATA: folder }, { dataFolder: folder });
  });

  describe.skipIf(ownNeo4j === undefined)("on Neo4j", () => {
    const access: Neo4jAccess = useNeo4j(ownNeo4j!);
    beforeAll(() => emptyNeo4j(access));

    it(holds, { timeout: 240_000 }, async () => {
      const { uri, username = "", password = "" } = access;
      const settings = { NEO4J_URI: uri, NEO4J_USER: username, NEO4J_PASSWORD: password };
      // it plans every statement anew after a start, for a second or more
      await killAgainAndAgain(
        4,
        [1000, 4000],
        { ...settings, SANAD_DATA: sanad.inFolder("of-neo4j") },
        { dataFolder: "", neo4j: access },
      );
    });
  });
});

/** Kills the server so often, each time after so many milliseconds of writing: at least the first, less than the second. */
async function killAgainAndAgain(
  kills: number,
  between: readonly [number, number],
  where: Settings,
  store: StoreConfig,
): Promise<void> {
  const settings = { ...where, SANAD_RATE_LIMIT: "0", LOG_LEVEL: "fatal" };
  expect((await sanad.run(["seed"], settings)).code).toBe(0);
  const { stdout: token } = await sanad.run(["token", "--role", "curator"], settings);
  const curators = new Curators(token.trim());
  for (let kill = 1; kill <= kills; kill++) {
    const [server, gone, before] = [await sanad.serve([], settings), new AbortController(), curators.acknowledged.size];
    const writing = curators.writeTo(server.url, 6, gone.signal);
    const afterMs = randomInt(...between);
    await wait(afterMs);
    await server.end("SIGKILL");
    gone.abort();
    await writing;
    const told = `kill ${kill}, after ${afterMs} ms and ${curators.acknowledged.size - before} acknowledged changes`;
    expect(curators.refused, told).toEqual([]);
    const check = await sanad.run(["check"], settings);
    expect([check.code, check.stderr, told]).toEqual([0, "", told]);
    const opened = await openStore(store);
    expect(await faultsOf(opened, curators), told).toEqual([]);
    await opened.close();
  }
  expect(curators.acknowledged.size).toBeGreaterThan(kills * 2);
}
