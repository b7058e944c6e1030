import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { generateGraph } from "../../../bench/generateGraph.js";
import { prepare } from "../../../src/cli/open.js";
import { layGraph } from "../../../src/exchange/backup/layGraph.js";
import { makeBackup } from "../../../src/exchange/backup/makeBackup.js";
import { readBackup, type Backup } from "../../../src/exchange/backup/manifest.js";
import { restoreFolder } from "../../../src/exchange/backup/restoreFolder.js";
import { restoreGraph } from "../../../src/exchange/backup/restoreGraph.js";
import { checkGraph } from "../../../src/exchange/checkGraph.js";
import { digestGraph } from "../../../src/exchange/copy/digestGraph.js";
import { loadSeeds } from "../../../src/exchange/seeds/loadSeeds.js";
import { openStore } from "../../../src/store/open.js";
import type { Store } from "../../../src/store/port.js";
import { recordBatch } from "../../../src/store/recordBatch.js";
import { onEitherEngine } from "../../store/engines.js";
import { emptyTarget } from "../copy/graphs.js";
import { PROJECT, seededStore, type OpenedStore } from "../seededStore.js";

/** A server that has just started takes its time for each statement that it has not met. */
const COLD_MS = 180_000;

onEitherEngine((open) => {
  let folder: string;
  let here: OpenedStore;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sanad-backup-"));
    here = await emptyTarget(open);
  }, COLD_MS);
  afterEach(async () => {
    await here.close();
    await rm(folder, { recursive: true, force: true });
  });

  const seed = async () => {
    await prepare(here);
    await loadSeeds(here.store, here.ontology, PROJECT.seeds);
  };

  /** A backup of this engine's graph, as `sanad backup` makes one of a database that has no file. */
  async function backUp(store: Store, name: string): Promise<Backup> {
    const { engine } = store.capabilities;
    const lay = (file: string) => layGraph(store, file, here.ontology);
    const made = await makeBackup({ target: path.join(folder, name), engine, ontology: here.ontology, lay });
    expect(made.faults).toEqual([]);
    return readBackup(made.path);
  }

  const nothingToKeep = async () => Promise.reject(new Error("there was nothing to keep"));

  it(
    "what is backed up of it is restored into a data folder, and back, and is the same graph",
    { timeout: COLD_MS },
    async () => {
      await seed();
      const backup = await backUp(here.store, "backup");
      expect(await digestGraph(here.store)).toEqual(backup.manifest.contents);
      const data = path.join(folder, "data");
      expect(await restoreFolder(backup, data, false)).toEqual({ kept: null });
      const embedded = await openStore({ dataFolder: data });
      expect(await digestGraph(embedded)).toEqual(backup.manifest.contents);
      expect((await checkGraph(embedded, here.ontology)).faults).toEqual([]);
      await embedded.close();

      // what is there is kept before it is taken away
      const batch = [...generateGraph(here.ontology, { claims: 50, batchSize: 1000 })];
      for (const each of batch) await recordBatch(here.store, here.ontology, each, "test");
      const before = await digestGraph(here.store);
      const refusing = restoreGraph(backup, here.store, { replace: false, keep: nothingToKeep });
      await expect(refusing).rejects.toThrow("the database is not empty: say --replace");
      const keep = async () => (await backUp(here.store, "kept")).path;
      const kept = await restoreGraph(backup, here.store, { replace: true, keep });
      // but for the number of the last change, which never goes back
      const isCounter = ({ label }: { readonly label: string }) => label === "Log";
      const now = await digestGraph(here.store);
      expect(now.filter((each) => !isCounter(each))).toEqual(
        backup.manifest.contents.filter((each) => !isCounter(each)),
      );
      expect(now.find(isCounter)).toEqual(before.find(isCounter));
      expect((await readBackup(kept!)).manifest.contents).toEqual(before);
      await prepare(here);
      expect((await readdir(folder)).sort()).toEqual(["backup", "data", "kept"]);
    },
  );

  it(
    "a restoring that is broken off at any point is refused by all else, and goes on with the same backup",
    { timeout: COLD_MS },
    async () => {
      const source = await seededStore();
      const backup = await backUp(source.store, "backup");
      await source.close();
      await seed();
      for (const stage of ["deleting Name", "nodes Claim", "edges Citation", "target Claim"]) {
        const breaking = restoreGraph(backup, here.store, {
          replace: stage === "deleting Name",
          keep: async () => "nowhere",
          onProgress: (progress) => {
            if (progress.stage === stage) throw new Error(`broken off at ${stage}`);
          },
        });
        await expect(breaking).rejects.toThrow(`broken off at ${stage}`);
        await expect(prepare(here)).rejects.toThrow(
          /part of a copy from the backup \w{16}: run `sanad restore` again/u,
        );
      }
      await restoreGraph(backup, here.store, { replace: false, keep: nothingToKeep });
      await prepare(here);
      expect(await digestGraph(here.store)).toEqual(backup.manifest.contents);
    },
  );

  it(
    "a backup that is made while others write all the time is of one moment, and no write fails",
    { timeout: COLD_MS },
    async () => {
      await seed();
      const writer = here.second === null ? here.store : await here.second();
      const batches = [...generateGraph(here.ontology, { claims: 4000, batchSize: 2 })];
      let [written, done] = [0, false];
      const writing = (async () => {
        for (; !done; written++) {
          await recordBatch(writer, here.ontology, batches[written % batches.length]!, "test");
          await wait(5);
        }
      })();
      const { manifest } = await backUp(here.store, "backup");
      const atEnd = written;
      await expect.poll(() => written).toBeGreaterThan(atEnd);
      done = true;
      await writing;
      expect(atEnd).toBeGreaterThan(3);
      expect(manifest.contents.find(({ label }) => label === "Change")!.nodes).toBe(manifest.lastChange);
      expect(manifest.faults).toBe(0);
    },
  );
});
