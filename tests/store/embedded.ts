import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/open.js";
import type { OpenedEngine } from "./engines.js";

/** An empty store on the embedded engine, in a temporary folder. */
export async function openEmbedded(): Promise<OpenedEngine> {
  const dataFolder = await mkdtemp(join(tmpdir(), "sanad-engine-"));
  const store = await openStore({ dataFolder });
  const close = async () => {
    await store.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { store, second: null, close };
}
