#!/usr/bin/env node
/**
 * Builds what is missing or older than its sources; used by the launcher, by `npm run build` and before the tests.
 * The server, the playground, and what the pages send to the browser are three parts, each with its own stamp, since the playground takes long and
 * changes rarely. `node bin/build.js --force` builds all.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} inputs files and folders, relative to the project
 * @property {readonly string[]} ignored folders among them that belong to another part
 * @property {string} output a file that is there once it was built
 * @property {readonly string[]} command what Node runs
 */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");

/** @type {Readonly<Record<"server" | "playground" | "pages", Part>>} */
const PARTS = {
  server: {
    name: "server",
    inputs: ["src", "tsconfig.json", "package.json"],
    ignored: ["src/playground", "src/explorer/islands", "src/explorer/style", "src/explorer/public"],
    output: "main.js",
    command: ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--pretty", "false"],
  },
  playground: {
    name: "playground",
    inputs: ["src/playground", "src/explorer/queries", "schema/operations", "vite.config.ts", "package-lock.json"],
    ignored: [],
    output: "playground/index.html",
    command: ["node_modules/vite/bin/vite.js", "build", "--mode", "playground", "--logLevel", "error"],
  },
  pages: {
    name: "pages",
    inputs: [
      "src/explorer/islands",
      "src/explorer/style",
      "src/explorer/public",
      "vite.config.ts",
      "package-lock.json",
    ],
    ignored: [],
    output: "pages/.vite/manifest.json",
    command: ["node_modules/vite/bin/vite.js", "build", "--mode", "pages", "--logLevel", "error"],
  },
};

/**
 * Builds those of the parts that are out of date, side by side. Says so in one line on stderr; is silent when there is nothing to do.
 * A package that came without its sources, or without its build tools, is taken as it is.
 *
 * @param {readonly ("server" | "playground" | "pages")[]} names
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} false when it cannot be built; why is said on stderr
 */
export async function buildWhatIsStale(names, { force = false } = {}) {
  const parts = names.map((name) => PARTS[name]);
  if (!existsSync(path.join(root, "src"))) return true;
  const stale = parts.filter((part) => force || isStale(part));
  if (stale.length === 0) return true;
  if (stale.some(({ command }) => !existsSync(path.join(root, command[0] ?? "")))) {
    if (parts.every(({ output }) => existsSync(path.join(dist, output)))) return true;
    console.error("Sanad is not built, and what builds it is not installed. Run `npm ci` first.");
    return false;
  }
  const first = stale.every(({ output }) => !existsSync(path.join(dist, output)));
  console.error(`Building Sanad (${force ? "as asked" : first ? "first start" : "its sources have changed"})…`);
  const faults = (await Promise.all(stale.map(build))).filter((fault) => fault !== null);
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

/**
 * Whether a part was never built whole, or something it is made of is younger than its last build. Folders count, so that a deleted file is noticed.
 *
 * @param {Part} part
 */
function isStale(part) {
  const stamp = statSync(stampOf(part), { throwIfNoEntry: false });
  if (!stamp || !existsSync(path.join(dist, part.output))) return true;
  const ignored = part.ignored.map((folder) => path.join(root, folder));
  /** @type {(file: string) => boolean} */
  const isYounger = (file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) return false;
    if (stats.mtimeMs > stamp.mtimeMs) return true;
    if (!stats.isDirectory()) return false;
    return readdirSync(file).some((name) => {
      const child = path.join(file, name);
      return !ignored.includes(child) && isYounger(child);
    });
  };
  return part.inputs.some((input) => isYounger(path.join(root, input)));
}

/**
 * @param {Part} part
 * @returns {Promise<string | null>} what went wrong
 */
async function build(part) {
  const begun = new Date(); // what changes while it is built is younger
  rmSync(stampOf(part), { force: true });
  const { code, output } = await run(part.command);
  if (code !== 0) return `Sanad's ${part.name} could not be built:\n${output.trim()}`;
  if (part === PARTS.server) removeOrphans("");
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampOf(part), "");
  utimesSync(stampOf(part), begun, begun);
  return null;
}

/** @param {Part} part */
function stampOf(part) {
  return path.join(dist, `.${part.name}-built`);
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    /** @type {(chunk: Buffer) => void} */
    const keep = (chunk) => void (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", ({ message }) => {
      resolve({ code: null, output: message });
    });
    child.on("close", (code) => {
      resolve({ code, output });
    });
  });
}

const COMPILED = /\.js(\.map)?$/;

/**
 * Removes what was compiled from sources that are no more. The other files stay in place: another process may be running from them.
 *
 * @param {string} folder relative to both src and dist
 */
function removeOrphans(folder) {
  for (const entry of readdirSync(path.join(dist, folder), { withFileTypes: true })) {
    const relative = path.join(folder, entry.name);
    if (relative === "playground" || relative === "pages" || !(entry.isDirectory() || COMPILED.test(relative)))
      continue;
    const sources = [".ts", ".tsx"].map((ending) => path.join(root, "src", relative.replace(COMPILED, ending)));
    if (!sources.some((source) => existsSync(source))) {
      rmSync(path.join(dist, relative), { recursive: true });
    } else if (entry.isDirectory()) {
      removeOrphans(relative);
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const built = await buildWhatIsStale(["server", "playground", "pages"], { force: process.argv.includes("--force") });
  process.exitCode = built ? 0 : 1;
}
