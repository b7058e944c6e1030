import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.js";
import { useSanad } from "../cli/sanad.js";
import { Curators, faultsOf } from "./curators.js";

/** How often the server is killed; fifty take about a minute and a half. */
const KILLS = Number(process.env["SANAD_TEST_KILLS"] ?? 8);

const sanad = useSanad();

describe("a server that is killed with SIGKILL while curators write", () => {
  it(
    `has after each of ${KILLS} kills every acknowledged change whole and none by half, and \`sanad check\` finds no fault`,
    async () => {
      const settings = { SANAD_DATA: sanad.inFolder("killed"), SANAD_RATE_LIMIT: "0", LOG_LEVEL: "fatal" };
      expect((await sanad.run(["seed"], settings)).code).toBe(0);
      const { stdout: token } = await sanad.run(["token", "--role", "curator"], settings);
      const curators = new Curators(token.trim());
      for (let kill = 1; kill <= KILLS; kill++) {
        const [server, gone, before] = [
          await sanad.serve([], settings),
          new AbortController(),
          curators.acknowledged.size,
        ];
        const writing = curators.writeTo(server.url, 6, gone.signal);
        const afterMs = randomInt(20, 400);
        await wait(afterMs);
        await server.end("SIGKILL");
        gone.abort();
        await writing;
        const where = `kill ${kill}, after ${afterMs} ms and ${curators.acknowledged.size - before} acknowledged changes`;
        expect(curators.refused, where).toEqual([]);
        const check = await sanad.run(["check"], settings);
        expect([check.code, check.stderr, where]).toEqual([0, "", where]);
        const store = await openStore({ dataFolder: settings.SANAD_DATA });
        expect(await faultsOf(store, curators), where).toEqual([]);
        await store.close();
      }
      expect(curators.acknowledged.size).toBeGreaterThan(KILLS * 5);
    },
    KILLS * 20_000,
  );
});
