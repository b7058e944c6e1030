import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NOW, NOW_IN_FULL, type Moment } from "../../../src/cypher/moment.js";
import { ErrorCode } from "../../../src/errors.js";
import { checkGraph } from "../../../src/exchange/checkGraph.js";
import { digestGraph } from "../../../src/exchange/copy/digestGraph.js";
import { exportedClaims } from "../../../src/exchange/export/exportedClaims.js";
import { exportFile } from "../../../src/exchange/export/exportFile.js";
import { JSON_LINES } from "../../../src/exchange/export/formats.js";
import type { Selection } from "../../../src/exchange/export/selection.js";
import { importJsonLines } from "../../../src/exchange/jsonLines/importJsonLines.js";
import { ensureLayout } from "../../../src/store/layout.js";
import type { Store } from "../../../src/store/port.js";
import { emptyTarget, meddledWith } from "../copy/graphs.js";
import { openEmbedded } from "../../store/embedded.js";
import { onEitherEngine } from "../../store/engines.js";
import { everything, SECRET, type Everything } from "../export/everything.js";
import type { OpenedStore } from "../seededStore.js";
import { record } from "../../graphql/newClaims.js";

let all: Everything;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sanad-lines-"));
  all = await everything();
});
afterAll(async () => {
  await all.close();
  await rm(folder, { recursive: true });
});

async function written(
  { store, ontology }: Pick<OpenedStore, "store" | "ontology">,
  name: string,
  selection: Selection = { where: null },
  moment: Moment = NOW_IN_FULL,
): Promise<string> {
  const file = path.join(folder, name);
  const context = { base: "https://sanad.example/", at: "2026-01-01T00:00:00.000Z" };
  const source = { store, ontology, moment };
  let text = "";
  for await (const piece of await exportFile({ source, selection, format: JSON_LINES, context })) text += piece;
  await writeFile(file, name.endsWith(".gz") ? gzipSync(text) : text);
  return file;
}

const byLabel = async ({ store }: OpenedStore) => digestGraph(store);

onEitherEngine((open) => {
  let there: OpenedStore;
  beforeEach(async () => {
    there = await emptyTarget(open);
  });
  afterEach(() => there.close());

  it("an export of all is the same graph in another engine, and back again, whatever was done in it", async () => {
    const digests = await byLabel(all);
    for (const { label, nodes } of digests) expect([label, nodes]).not.toEqual([label, 0]);
    const file = await written(all, "all.jsonl");
    expect(await importJsonLines(there.store, file)).toEqual(digests);
    const back = await emptyTarget(openEmbedded);
    try {
      const again = await written(there, "again.jsonl");
      expect(await importJsonLines(back.store, again)).toEqual(digests);
      await ensureLayout(back.store);
      expect((await checkGraph(back.store, back.ontology)).faults).toEqual([]);
    } finally {
      await back.close();
    }
  }, 120_000);
});

describe("an import", () => {
  let there: OpenedStore;
  beforeEach(async () => {
    there = await emptyTarget(openEmbedded);
  });
  afterEach(() => there.close());

  const isStillEmpty = async () => {
    for (const { label, nodes } of await byLabel(there)) expect([label, nodes]).toEqual([label, 0]);
    await ensureLayout(there.store);
  };

  it("that is broken off again and again goes on where it was, and all else refuses its store until then", async () => {
    const file = await written(all, "broken.jsonl");
    let pages = 0;
    const attempt = () =>
      importJsonLines(there.store, file, {
        batchSize: 150,
        onProgress: ({ stage, done }) => {
          if (stage === "lines" && done > 0 && ++pages % 4 === 0) throw new Error("broken off");
        },
      });
    let breaks = 0;
    for (;;) {
      const failed = await attempt().then(
        () => null,
        (error: Error) => error.message,
      );
      if (failed === null) break;
      expect(failed).toBe("broken off");
      breaks++;
      await expect(ensureLayout(there.store)).rejects.toMatchObject({
        code: ErrorCode.CONFLICT,
        message: expect.stringMatching(/^the store holds part of a copy from .*: run `sanad import` again/u),
      });
    }
    expect(breaks).toBeGreaterThan(3);
    expect(await byLabel(there)).toEqual(await byLabel(all));
  }, 120_000);

  it.each<[string, (text: string) => string, RegExp]>([
    ["cut in the middle of a line", (text) => text.slice(0, text.length / 2), /is cut short/u],
    ["without its last line", (text) => text.slice(0, text.trimEnd().lastIndexOf("\n") + 1), /is cut short/u],
    ["with a line less", (text) => text.replace(/\n\{"type":"node"[^\n]*\n/u, "\n"), /is not as it was exported/u],
    [
      "with a line twice",
      (text) => text.replace(/(\n\{"type":"node"[^\n]*)\n/u, "$1$1\n"),
      /is not as it was exported/u,
    ],
    ["with a letter changed", (text) => text.replace("Colossus", "Colossos"), /is not as it was exported/u],
    [
      "with a letter of its header changed",
      (text) => text.replace('"layout":3', '"layout":2'),
      /is not as it was exported/u,
    ],
    ["of a newer version", (text) => text.replace('"version":1', '"version":2'), /newer version of Sanad/u],
    ["of another format", () => "id,name\n1,2\n", /holds no graph/u],
    ["with nothing in it", () => "", /holds no graph/u],
  ])("of a file %s is refused before anything is written", async (_what, change, why) => {
    const text = await readFile(await written(all, "good.jsonl"), "utf8");
    expect(change(text)).not.toBe(text);
    for (const name of ["changed.jsonl", "changed.jsonl.gz"]) {
      const file = path.join(folder, name);
      await writeFile(file, name.endsWith(".gz") ? gzipSync(change(text)) : change(text));
      const refused = importJsonLines(there.store, file);
      await expect(refused).rejects.toMatchObject({
        code: ErrorCode.BAD_USER_INPUT,
        message: expect.stringMatching(why),
      });
    }
    await isStillEmpty();
  });

  it("of a compressed file that is cut, or none, is refused", async () => {
    const whole = await readFile(await written(all, "whole.jsonl.gz"));
    const file = path.join(folder, "cut.jsonl.gz");
    for (const [bytes, why] of [
      [whole.subarray(0, whole.length - 500), /is cut short/u],
      [Buffer.from("plain"), /is damaged: it cannot be unpacked/u],
    ] as const) {
      await writeFile(file, bytes);
      await expect(importJsonLines(there.store, file)).rejects.toMatchObject({ message: expect.stringMatching(why) });
    }
    await expect(importJsonLines(there.store, path.join(folder, "none.jsonl"))).rejects.toThrow(/is not there/u);
    await isStillEmpty();
  });

  it("goes into an empty store only, and is gone on with from the same file only, compressed or not", async () => {
    const file = await written(all, "a.jsonl.gz");
    const other = await written(all, "b.jsonl", { entity: "tesla" });
    const plain = path.join(folder, "a.jsonl");
    await writeFile(plain, gunzipSync(await readFile(file)));
    const failing = ({ done }: { readonly done: number }) => {
      if (done > 0) throw new Error("broken off");
    };
    await expect(importJsonLines(there.store, file, { onProgress: failing })).rejects.toThrow("broken off");
    await expect(importJsonLines(there.store, other)).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(/^the store holds part of a copy from the file of JSON Lines/u),
    });
    await importJsonLines(there.store, plain);
    for (const again of [file, other]) {
      await expect(importJsonLines(there.store, again)).rejects.toMatchObject({
        code: ErrorCode.CONFLICT,
        message: expect.stringMatching(/^the store is not empty/u),
      });
    }
  });

  it("after which a batch was committed though nobody heard of it does not write it again", async () => {
    const lossy: Store = {
      ...meddledWith(there.store).store,
      write: async (work, access) => {
        await there.store.write(work, access);
        return there.store.write(work, access);
      },
    };
    expect(await importJsonLines(lossy, await written(all, "lossy.jsonl"), { batchSize: 400 })).toEqual(
      await byLabel(all),
    );
  });
});

describe("an export", () => {
  it("of all, while something is written, is not ended", async () => {
    const { store, begin } = meddledWith(all.store);
    const pieces = (
      await exportFile({
        source: { store, ontology: all.ontology, moment: NOW_IN_FULL },
        ...{ selection: { where: null }, format: JSON_LINES, context: { base: "", at: "" } },
      })
    )[Symbol.asyncIterator]();
    await pieces.next();
    begin(async () => {
      await record(all, {
        claims: [
          { subject: "tesla", predicate: "OWNS", object: "cortex", validFrom: "2024", cites: { "merritt-post": null } },
        ],
      });
    });
    const rest = (async () => {
      for (let next = await pieces.next(); !next.done; next = await pieces.next());
    })();
    await expect(rest).rejects.toMatchObject({
      code: ErrorCode.CONFLICT,
      message: expect.stringMatching(/export again/u),
    });
  });

  it.each<[string, Moment, () => Selection]>([
    ["all that a reader sees", NOW, () => ({ where: null })],
    ["what a reader sees of an entity", NOW, () => ({ entity: all.ids.kept })],
    ["a source, with all that is seen", NOW_IN_FULL, () => ({ entity: all.ids.source })],
    [
      "some claims that do not count any more",
      NOW_IN_FULL,
      () => ({ claims: [all.ids.superseded, all.ids.retracted, all.ids.supersedes] }),
    ],
    ["one that is open since later", NOW, () => ({ claims: [all.ids.openedLater] })],
  ])(
    "of %s is a graph by itself, in which all is well, and which says the same of these claims",
    async (_what, moment, select) => {
      const file = await written(all, "part.jsonl", select(), moment);
      const text = await readFile(file, "utf8");
      if (moment === NOW) {
        for (const word of [
          SECRET,
          all.ids.secret,
          "8888",
          all.ids.restricted,
          "before it was open",
          "openOrigins",
          "openSince",
        ])
          expect(text).not.toContain(word);
      }
      const there = await emptyTarget(openEmbedded);
      try {
        await importJsonLines(there.store, file);
        await ensureLayout(there.store);
        expect((await checkGraph(there.store, there.ontology)).faults).toEqual([]);
        const claims = async ({ store, ontology }: OpenedStore) => {
          const read = [];
          for await (const claim of exportedClaims({ store, ontology, moment }, select(), 7)) read.push(claim);
          return read;
        };
        const before = await claims(all);
        expect(before.length).toBeGreaterThan(0);
        expect(await claims(there)).toEqual(
          before.map(({ supersedes, ...claim }) => ({
            ...claim,
            supersedes: supersedes.filter((id) => before.some(({ row }) => row.id === id)), // of those that are there
          })),
        );
      } finally {
        await there.close();
      }
    },
  );
});
