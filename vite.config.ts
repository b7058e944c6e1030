import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin, type UserConfig } from "vite";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const project = import.meta.dirname;

/** The playground, a page of its own, which src/http/playground.ts serves from dist/playground. */
const playground: UserConfig = {
  root: "src/playground",
  base: "/playground/",
  worker: { format: "es" },
  build: {
    outDir: path.join(project, "dist/playground"),
    rolldownOptions: { checks: { moduleLevelDirective: false, bundlerTimings: false } }, // "use client" means nothing here
    chunkSizeWarningLimit: 4096, // Monaco; what counts is the size after brotli, which the tests limit
  },
};

/** What the explorer's pages send along: style, fonts and islands, which src/http/pages.ts serves from dist/pages. */
const pages: UserConfig = {
  root: "src/explorer",
  base: "/pages/",
  publicDir: path.join(project, "src/explorer/public"),
  build: {
    outDir: path.join(project, "dist/pages"),
    cssTarget: ["chrome123", "firefox120", "safari17.5"], // which know `light-dark()`: written out for older ones, the style would be longer by half
    rolldownOptions: {
      input: ["explorer", "curate"].map((name) => path.join(project, `src/explorer/islands/${name}.ts`)),
      checks: { bundlerTimings: false },
    },
  },
  plugins: [licences(["@fontsource-variable/inter", "@fontsource-variable/noto-naskh-arabic"])],
};

/** `vite build --mode playground` and `vite build --mode pages`. */
export default defineConfig(({ mode }) => {
  const one = mode === "pages" ? pages : playground;
  return {
    publicDir: false,
    logLevel: "warn",
    ...one,
    plugins: [compressed(), ...(one.plugins ?? [])],
    build: {
      emptyOutDir: true,
      manifest: true,
      target: "es2022",
      assetsInlineLimit: 0, // what is in a data: URL would be refused by the pages' policies
      modulePreload: { polyfill: false },
      ...one.build,
    },
  };
});

/** Writes a brotli and a gzip version beside every asset, so that none is compressed while a reader waits. */
function compressed(): Plugin {
  return {
    name: "sanad:compressed",
    apply: "build",
    async writeBundle({ dir }) {
      const assets = path.join(dir!, "assets");
      const files = await readdir(assets);
      await Promise.all(
        files.filter((file) => !file.endsWith(".woff2")).map((file) => compress(path.join(assets, file))),
      );
    },
  };
}

/** Lays the licence of each package of fonts beside its files, as the licence asks. */
function licences(packages: readonly string[]): Plugin {
  return {
    name: "sanad:licences",
    apply: "build",
    async writeBundle({ dir }) {
      for (const name of packages) {
        const licence = path.join(project, "node_modules", name, "LICENSE");
        await copyFile(licence, path.join(dir!, "assets", `${path.basename(name)}.LICENSE.txt`));
      }
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
