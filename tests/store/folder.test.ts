import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/cypher/statement.js";
import { ErrorCode } from "../../src/errors.js";
import { openGrafeo } from "../../src/store/grafeo/grafeoStore.js";
import { openStore } from "../../src/store/open.js";
import { useStoreProcesses } from "./storeProcess.js";
import { contents, useTemporaryFolder } from "./temporaryFolder.js";

const parent = useTemporaryFolder();
const startProcess = useStoreProcesses();
const data = () => join(parent.path, "data");

const statement = (text: string): Statement => ({ name: "folder.test", text, params: {} });
const count = statement("MATCH (t:Thing) RETURN count(t) AS n");
const fill = statement("UNWIND range(1, 5000) AS i CREATE (:Thing {n: i, words: 'words ' + toString(i)})");

async function makeData(): Promise<void> {
  const store = await openGrafeo({ folder: data() });
  await store.write((run) => run(fill));
  await store.close();
}

/** Opens the folder, and expects one sentence that names it, no change in it, and that it can be asked again. */
async function expectRefusal(folder: string, sentence: string | RegExp, unchanged = folder): Promise<void> {
  const before = await contents(unchanged);
  for (let i = 0; i < 2; i++) {
    await expect(openGrafeo({ folder })).rejects.toMatchObject({
      name: "SanadError",
      code: ErrorCode.STORE_UNAVAILABLE,
      message: typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    });
    expect(await contents(unchanged)).toEqual(before);
  }
}

describe("a data folder", () => {
  test("is made with its parents, and holds what was written when it is opened again", async () => {
    const folder = join(parent.path, "a/b/c");
    const store = await openStore({ dataFolder: folder });
    await store.write((run) => run(fill));
    await store.close();
    const again = await openStore({ dataFolder: folder });
    expect(await again.read(count)).toEqual([{ n: 5000 }]);
    await again.close();
  });

  test("may exist empty, as a fresh disk is", async () => {
    await mkdir(join(parent.path, "lost+found"));
    const store = await openGrafeo({ folder: parent.path });
    await store.close();
  });

  test("says which layout it has", async () => {
    await makeData();
    expect(JSON.parse(await readFile(join(data(), "sanad.json"), "utf8"))).toEqual({ layout: 1, complete: true });
  });

  test("whose making was broken off is made to its end", async () => {
    await mkdir(data());
    await writeFile(join(data(), "sanad.json"), '{"layout":1,"complete":false}\n');
    await makeData();
    const store = await openGrafeo({ folder: data() });
    expect(await store.read(count)).toEqual([{ n: 5000 }]);
    await store.close();
  });
});

describe("a data folder is refused, and left as it is,", () => {
  test("while another process holds it", async () => {
    await makeData();
    const holder = startProcess(data(), "say('open'); setInterval(() => undefined, 1000);");
    expect(await holder.nextLine()).toBe("open");
    await expectRefusal(
      data(),
      `The data folder ${data()} is in use by another process: stop that one, or choose another folder.`,
    );
    await holder.kill();
    const store = await openGrafeo({ folder: data() });
    expect(await store.read(count)).toEqual([{ n: 5000 }]);
    await store.close();
  });

  test("when this process has opened it already", async () => {
    const store = await openGrafeo({ folder: data() });
    await expect(openGrafeo({ folder: data() })).rejects.toThrow("is in use by another process");
    await store.write((run) => run(fill));
    expect(await store.read(count)).toEqual([{ n: 5000 }]);
    await store.close();
  });

  const database = () => join(data(), "graph.grafeo");
  const harm: readonly [string, (bytes: Buffer) => Buffer][] = [
    ["overwritten at its head", (bytes) => bytes.fill(0xa5, 0, 64)],
    ["overwritten in its middle", (bytes) => bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 64)],
    ["cut short", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("This is not a database.\n".repeat(1000))],
  ];
  test.each(harm)("when its database is %s", async (_, change) => {
    await makeData();
    await writeFile(database(), change(await readFile(database())));
    await expectRefusal(
      data(),
      `The data folder ${data()} is damaged (its database cannot be read): restore it from a backup (\`sanad restore <backup> --replace\`), or choose another folder.`,
    );
  });

  test("when its database is missing", async () => {
    await makeData();
    await rm(database());
    await expectRefusal(
      data(),
      `The data folder ${data()} is damaged (graph.grafeo is missing): restore it from a backup (\`sanad restore <backup> --replace\`), or choose another folder.`,
    );
  });

  test("when it does not say its layout, or not readably", async () => {
    await makeData();
    const advice = "restore it from a backup (`sanad restore <backup> --replace`), or choose another folder.";
    await writeFile(join(data(), "sanad.json"), "{");
    await expectRefusal(data(), `The data folder ${data()} is damaged (sanad.json cannot be read): ${advice}`);
    await rm(join(data(), "sanad.json"));
    await expectRefusal(data(), `The data folder ${data()} is damaged (sanad.json is missing): ${advice}`);
  });

  test("when a newer or an older version made it", async () => {
    await makeData();
    await writeFile(join(data(), "sanad.json"), '{"layout":2,"complete":true}');
    await expectRefusal(
      data(),
      `The data folder ${data()} was made by a newer version of Sanad (layout 2; this one has 1): start that version of Sanad, or choose another folder.`,
    );
    await writeFile(join(data(), "sanad.json"), '{"layout":0,"complete":true}');
    await expectRefusal(
      data(),
      `The data folder ${data()} was made by an older version of Sanad (layout 0; this one has 1): start the version of Sanad that made it, or choose another folder.`,
    );
  });

  test("when it holds other files", async () => {
    await mkdir(data());
    await writeFile(join(data(), "thesis.txt"), "years of work");
    await expectRefusal(
      data(),
      `The data folder ${data()} holds other files (thesis.txt) and no Sanad database: choose an empty or a new folder.`,
    );
  });

  test("when the path is a file, leads through one, or leads where nothing can be made", async () => {
    const file = join(parent.path, "file");
    await writeFile(file, "a file");
    const advice = "choose a folder that can be read and written.";
    const cannot = (folder: string, why: string) => `The data folder ${folder} cannot be used: ${why}; ${advice}`;
    await expectRefusal(file, cannot(file, "it is a file, not a folder"), parent.path);
    const below = join(file, "data");
    await expectRefusal(below, cannot(below, "a part of its path is a file, not a folder"), parent.path);
    if (process.platform === "linux") {
      const nowhere = "/proc/sanad-data";
      await expectRefusal(nowhere, cannot(nowhere, "it is not there and cannot be made"), parent.path);
    }
  });

  test.skipIf(process.getuid?.() !== 0)("when another user made it, whose files may not be read", async () => {
    await makeData();
    await chmod(parent.path, 0o755);
    await chmod(data(), 0o777);
    await chmod(join(data(), "graph.grafeo"), 0o600);
    process.seteuid!(65534);
    const message = `The data folder ${data()} cannot be used: this user may not read and write it; choose a folder that can be read and written.`;
    try {
      await expect(openGrafeo({ folder: data() })).rejects.toMatchObject({
        code: ErrorCode.STORE_UNAVAILABLE,
        message,
      });
    } finally {
      process.seteuid!(0);
    }
  });

  test("when the log that a kill left is damaged or cut short", async () => {
    // five bursts, each brought to the disk before the next
    const writer = startProcess(
      data(),
      `const { readFile } = await import("node:fs/promises");
       const noted = () => readFile(${JSON.stringify(join(data(), "sanad.commits"))}, "utf8").catch(() => "");
       for (let i = 0; i < 100; i++) {
         await store.write((run) => run({ name: "put", text: "CREATE (:Thing {n: $i})", params: { i } }));
         if (i % 20 === 19) while (Number(await noted()) <= i) await new Promise((resolve) => setTimeout(resolve, 20));
       }
       say("quiet");`,
    );
    await writer.nextLine();
    await writer.kill();
    const [log] = Object.keys(await contents(data())).filter((name) => name.endsWith(".log"));
    const path = join(data(), log as string);
    const bytes = await readFile(path);

    // before what the log says is on the disk
    const middle = Math.floor(bytes.length / 2);
    await writeFile(path, Buffer.concat([bytes.subarray(0, middle), Buffer.alloc(500), bytes.subarray(middle + 500)]));
    await expectRefusal(
      data(),
      `The data folder ${data()} is damaged (its log cannot be read): restore it from a backup (\`sanad restore <backup> --replace\`), or choose another folder.`,
    );
    // a log that ends early says nothing of what it lost
    await writeFile(path, bytes.subarray(0, 1000));
    await expectRefusal(
      data(),
      /^The data folder \S+ is damaged \(\d\d? of its 100 transactions can be read\): restore it from a backup \(`sanad restore <backup> --replace`\), or delete \S+sanad\.commits to go on with what can be read, for good\.$/,
    );

    await rm(join(data(), "sanad.commits"));
    const store = await openGrafeo({ folder: data() });
    const [row] = await store.read(count);
    expect(row?.n).toBeGreaterThan(0);
    expect(row?.n).toBeLessThan(50);
    await store.close();
  });
});
