import { existsSync } from "node:fs";
import path from "node:path";
import { pino } from "pino";
import { build } from "vite";
import { PROJECT_FOLDER } from "../../src/config.js";
import type { AllowList } from "../../src/graphql/allowList.js";
import { loadPages, type BuiltPages } from "../../src/http/builtPages.js";
import { loadPlayground } from "../../src/http/playground.js";
import { startServer } from "../../src/http/server.js";
import { PROJECT, seededStore, type SeedSet } from "../exchange/seededStore.js";
import { openEmbedded } from "../store/embedded.js";

export interface TestServer {
  url: string;
  close(): Promise<void>;
}

/** The folder of the built playground, built now if it is not there. */
export async function builtPlayground(): Promise<string> {
  const folder = path.join(PROJECT_FOLDER, "dist/playground");
  if (!existsSync(path.join(folder, "index.html"))) {
    await build({ configFile: path.join(PROJECT_FOLDER, "vite.config.ts"), mode: "playground" });
  }
  return folder;
}

/** What the build has written for the pages, built now if it is not there. */
export async function builtPages(): Promise<BuiltPages> {
  const folder = path.join(PROJECT_FOLDER, "dist/pages");
  if (!existsSync(path.join(folder, ".vite/manifest.json"))) {
    await build({ configFile: path.join(PROJECT_FOLDER, "vite.config.ts"), mode: "pages" });
  }
  return loadPages(folder);
}

/** The seeds of another subject, with an ontology of its own. */
export const NORTH_POLE: SeedSet = { ontology: "seeds/north-pole/ontology.yaml", seeds: "seeds/north-pole" };

/** The server over these seeds, the article's if none are given, at a port that is free. */
export async function startTestServer(seeds: SeedSet = PROJECT, allowList?: AllowList): Promise<TestServer> {
  const playground = await loadPlayground(await builtPlayground());
  const pages = await builtPages();
  const { store, ontology, close } = await seededStore(openEmbedded, seeds);
  const options = { host: "127.0.0.1", port: 0, store, ontology, playground, pages, log: pino({ level: "silent" }) };
  const server = await startServer({ ...options, ...(allowList && { allowList }) });
  return {
    url: server.url,
    async close() {
      await server.stop();
      await close();
    },
  };
}
