import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Builds the playground into dist/playground, from where src/http/playground.ts serves it. */
export default defineConfig({
  root: "src/playground",
  base: "/playground/",
  publicDir: false,
  logLevel: "warn",
  plugins: [compressed()],
  worker: { format: "es" },
  build: {
    outDir: path.resolve(import.meta.dirname, "dist/playground"),
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0, // a font in a data: URL would be refused by the page's font-src
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { moduleLevelDirective: false, bundlerTimings: false } }, // "use client" means nothing here
    chunkSizeWarningLimit: 4096, // Monaco; what counts is the size after brotli, which the tests limit
  },
});

/** Writes a brotli and a gzip version beside every asset, so that none is compressed while a reader waits. */
function compressed(): Plugin {
  return {
    name: "sanad:compressed",
    apply: "build",
    async writeBundle({ dir }) {
      const assets = path.join(dir!, "assets");
      const files = await readdir(assets);
      await Promise.all(files.map((file) => compress(path.join(assets, file))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await writeFile(`${file}.br`, await brotli(content, { params }));
  await writeFile(`${file}.gz`, await zip(content, { level: 9 }));
}
