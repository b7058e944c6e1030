import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ErrorCode } from "../../src/errors.js";
import { ensureLayout, GRAPH_LAYOUT, migrateLayout, MIGRATIONS, type Migration } from "../../src/store/layout.js";
import type { Store } from "../../src/store/port.js";
import { useSanad } from "../cli/sanad.js";
import { onEitherEngine, type OpenedEngine } from "./engines.js";

/** Reads and writes as a program of the layout 3 would. */
const CURRENT = 3;

onEitherEngine((open) => {
  let opened: OpenedEngine;
  let store: Store;
  beforeEach(async () => {
    opened = await open();
    ({ store } = opened);
    await store.applySchema([]); // as every graph has had it done: from then on writes are one after another
  });
  afterEach(() => opened.close());

  const change = (text: string) => store.write((run) => run({ name: "test.change", text, params: {} }));
  const versions = async () => {
    const rows = await store.read({ name: "test.read", text: "MATCH (l:Layout) RETURN l.version AS v", params: {} });
    return rows.map(({ v }) => v);
  };
  const marks = async () => {
    const text = "MATCH (m:Mark) RETURN m.n AS n ORDER BY n";
    return (await store.read({ name: "test.read", text, params: {} })).map(({ n }) => n);
  };
  const ofVersion = (version: string) => change(`CREATE (l:Layout {id: 'layout', version: ${version}})`);

  it("an empty store becomes of this program's layout, once", async () => {
    await ensureLayout(store);
    await ensureLayout(store);
    expect(await versions()).toEqual([GRAPH_LAYOUT]);
    expect(await migrateLayout(store)).toEqual([]);
    expect(await versions()).toEqual([GRAPH_LAYOUT]);
  });

  it.each<[string, string, RegExp]>([
    [
      "older",
      "2",
      /the graph has the layout 2, and this version of Sanad has 3: `sanad migrate` brings it up to date/u,
    ],
    ["newer", "4", /the graph has the layout 4, .* 3: start the version of Sanad that wrote it, or a newer one$/u],
    ["unknown (a word)", "'two'", /the graph's layout is "two", which no version of Sanad writes/u],
    ["unknown (a fraction)", "1.5", /the graph's layout is 1.5, which no version of Sanad writes/u],
    ["unknown (none)", "null", /the graph's layout is null, which no version of Sanad writes/u],
  ])("a layout that is %s is refused, with what to do, and is left as it is", async (_what, version, message) => {
    await ofVersion(version);
    const before = await versions();
    await expect(ensureLayout(store, CURRENT)).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(message),
    });
    expect(await versions()).toEqual(before);
  });

  it("a newer or an unknown layout is not migrated either", async () => {
    await ofVersion("4");
    await expect(migrateLayout(store, CURRENT, STEPS)).rejects.toMatchObject({
      message: expect.stringMatching(/a newer one$/u),
    });
    await change("MATCH (l:Layout) SET l.version = 'two'");
    await expect(migrateLayout(store, CURRENT, STEPS)).rejects.toMatchObject({ code: ErrorCode.CONFLICT });
    expect(await marks()).toEqual([]);
  });

  it.each(["Log {id: 'log', seq: 3}", "Entity {id: 'tesla'}", "Claim {id: 'c_1'}"])(
    "a graph of no known layout is refused: (:%s)",
    async (node) => {
      await change(`CREATE (n:${node})`);
      for (const act of [() => ensureLayout(store), () => migrateLayout(store)]) {
        await expect(act()).rejects.toMatchObject({
          code: ErrorCode.CONFLICT,
          message: expect.stringMatching(
            /a graph without a layout version: it was not written by Sanad, or not whole/u,
          ),
        });
      }
      expect(await versions()).toEqual([]);
    },
  );

  it("migrations are run in order, each in one transaction with the note of its version", async () => {
    await ofVersion("1");
    expect(await migrateLayout(store, CURRENT, STEPS.toReversed())).toEqual(["from 1", "from 2"]);
    expect([await marks(), await versions()]).toEqual([[1, 2], [CURRENT]]);
    expect(await migrateLayout(store, CURRENT, STEPS)).toEqual([]);
    expect(await marks()).toEqual([1, 2]);
    await ensureLayout(store, CURRENT);
  });

  it("a migration that fails leaves what those before it have done, and is gone on with", async () => {
    await ofVersion("1");
    const failing: Migration = {
      ...STEPS[1]!,
      run: async (run) => {
        await STEPS[1]!.run(run);
        throw new Error("the disk is full");
      },
    };
    await expect(migrateLayout(store, CURRENT, [STEPS[0]!, failing])).rejects.toThrow("the disk is full");
    expect([await marks(), await versions()]).toEqual([[1], [2]]);
    expect(await migrateLayout(store, CURRENT, STEPS)).toEqual(["from 2"]);
    expect([await marks(), await versions()]).toEqual([[1, 2], [CURRENT]]);
  });

  it("a version from which no migration leads on is told", async () => {
    await ofVersion("1");
    await expect(migrateLayout(store, CURRENT, [STEPS[1]!])).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: "no migration leads on from the layout 1",
    });
    expect([await marks(), await versions()]).toEqual([[], [1]]);
  });

  it("two programs that migrate at a time take each step once", async () => {
    await ofVersion("1");
    const other = opened.second ? await opened.second() : store;
    const taken = await Promise.all([migrateLayout(store, CURRENT, STEPS), migrateLayout(other, CURRENT, STEPS)]);
    expect(taken.flat().sort()).toEqual(["from 1", "from 2"]);
    expect([await marks(), await versions()]).toEqual([[1, 2], [CURRENT]]);
  });
});

/** Each leaves a mark of its own. */
const STEPS: readonly Migration[] = [1, 2].map((from) => ({
  from,
  description: `from ${from}`,
  run: async (run) => void (await run({ name: "test.mark", text: "CREATE (m:Mark {n: $from})", params: { from } })),
}));

it("there is a migration from each layout before this program's", () => {
  expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: GRAPH_LAYOUT - 1 }, (_, index) => index + 1));
});

describe("sanad migrate", () => {
  const sanad = useSanad();

  it("says that there is nothing to do where there is not", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("data") };
    await sanad.run(["seed"], settings);
    for (const data of [settings, { SANAD_DATA: sanad.inFolder("new") }]) {
      const { code, stdout, stderr } = await sanad.run(["migrate"], data);
      expect([code, stdout, stderr]).toEqual([0, `The graph has the layout ${GRAPH_LAYOUT} already.\n`, ""]);
    }
    expect((await sanad.run(["check"], settings)).stdout).toMatch(/all is well/u);
  });
});
