import { spawnSync } from "node:child_process";
import { copyFile, cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import type { Statement } from "../../src/cypher/statement.js";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import { makeRoom, putInPlace } from "../../src/store/grafeo/restore.js";
import { traced } from "./strace.js";
import { useTemporaryFolder } from "./temporaryFolder.js";

const parent = useTemporaryFolder();
const inParent = (name: string) => join(parent.path, name);

const statement = (text: string): Statement => ({ name: "restore.test", text, params: {} });

/** Makes a data folder with one node that says which one it is. */
async function make(folder: string, word: string): Promise<void> {
  const store = await openGrafeo({ folder });
  await store.write((run) => run(statement(`CREATE (:Thing {word: '${word}'})`)));
  await store.close();
}

async function wordIn(folder: string): Promise<unknown> {
  const store = await openGrafeo({ folder });
  const rows = await store.read(statement("MATCH (t:Thing) RETURN t.word AS word"));
  await store.close();
  return rows.map(({ word }) => word).join();
}

test("another database takes the place of the one that is there, which is kept as a data folder of its own", async () => {
  await make(inParent("old"), "old");
  await make(inParent("new"), "new");
  await copyFile(inParent("new/graph.grafeo"), await makeRoom(inParent("old")));
  await putInPlace(inParent("old"), "kept");
  expect((await readdir(inParent("old"))).sort()).toEqual(["graph.grafeo", "kept", "sanad.json"]);
  expect(await wordIn(inParent("old"))).toBe("new");
  expect(await wordIn(inParent("old/kept"))).toBe("old");
});

describe.skipIf(!traced)("a restoring that is killed", () => {
  let program: string;
  beforeAll(async () => {
    program = join(import.meta.dirname, "../../node_modules/.sanad-restore");
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        ssr: "src/store/grafeo/restore.ts",
        outDir: program,
        rollupOptions: { output: { entryFileNames: "restore.mjs" } },
      },
    });
    return () => rm(program, { recursive: true, force: true });
  });

  test("at any step leaves the old or the new, whole, and the other is kept; the next start ends it", async () => {
    await make(inParent("old"), "old");
    await make(inParent("new"), "new");
    const seen: string[] = [];
    for (const call of ["mkdir", "rename", "fsync", "unlink", "rmdir"]) {
      for (let step = 1; ; step++) {
        const folder = inParent(`${call}-${step}`);
        await cp(inParent("old"), folder, { recursive: true });
        await copyFile(inParent("new/graph.grafeo"), await makeRoom(folder));
        const module = pathToFileURL(join(program, "restore.mjs")).href;
        const code = `import { putInPlace } from "${module}"; await putInPlace(${JSON.stringify(folder)}, "kept"); console.log("done");`;
        const inject = ["-f", "-o", "/dev/null", "-e", `inject=${call}:signal=KILL:when=${step}`];
        const node = [process.execPath, "--input-type=module", "-e", code];
        // calls are counted thread by thread, so there is to be one
        const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
        const { stdout } = spawnSync("strace", [...inject, ...node], { encoding: "utf8", env });
        if (stdout.includes("done")) break;
        const word = String(await wordIn(folder));
        seen.push(`${call} ${step}: ${word}`);
        expect(["old", "new"], seen.at(-1)).toContain(word);
        if (word === "new") expect(await wordIn(join(folder, "kept")), seen.at(-1)).toBe("old");
        expect(JSON.parse(await readFile(join(folder, "sanad.json"), "utf8"))).toEqual({ layout: 1, complete: true });
      }
    }
    const words = seen.map((each) => each.split(": ")[1]);
    expect(words).toContain("old");
    expect(words.filter((word) => word === "new").length).toBeGreaterThan(5);
  });
});
