import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chown, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildWhatIsStale } from "../../bin/build.js";

const project = path.resolve(import.meta.dirname, "../..");
const last = readFileSync(path.join(project, "Dockerfile"), "utf8").split(/^(?=FROM )/mu)[2]!;
/** The image's user `node`; another than root's where the tests are run by somebody else. */
const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

let root = "";
const inImage = (name: string) => path.join(root, "sanad", name);
beforeAll(async () => {
  if (!(await buildWhatIsStale(["server", "playground"]))) throw new Error("the program cannot be built");
  root = await mkdtemp(path.join(tmpdir(), "sanad-image-"));
  await chmod("a+rx", root);
  const copies = [...last.matchAll(/^COPY --from=build (.*) (\S+)$/gmu)];
  const names = copies.flatMap(([, from]) => from!.split(" ").map((file) => path.relative("/sanad", file)));
  for (const name of names.flatMap((name) => (name === "node_modules" ? runtimePackages() : [name]))) {
    await cp(path.join(project, name), inImage(name), { recursive: true });
  }
  await mkdir(path.join(root, "data"));
  if (user.uid !== undefined) await chown(path.join(root, "data"), user.uid, user.gid);
  await chmod("-R", "a+rX,a-w", inImage(""));
}, 120_000);
afterAll(async () => {
  await chmod("-R", "u+w", root);
  await rm(root, { recursive: true, force: true });
});

const chmod = (...args: readonly string[]) => promisify(execFile)("chmod", args);

/** The folders that `npm prune --omit=dev` leaves. */
function runtimePackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(path.join(project, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<
      Record<string, { readonly dev?: boolean; readonly devOptional?: boolean; readonly link?: boolean }>
    >;
  };
  // the examples are packages beside it, which the image does not have
  const kept = Object.entries(lock.packages).filter(
    ([name, { dev, devOptional, link }]) => name.startsWith("node_modules/") && !dev && !devOptional && !link,
  );
  return kept.map(([name]) => name).filter((name) => existsSync(path.join(project, name)));
}

it("what the image holds serves, as somebody who may write the data folder only, is healthy, and ends when told to", async () => {
  const setting = (name: string) => new RegExp(`^ENV .*\\b${name}=(\\S+)`, "mu").exec(last)![1]!;
  const env = { NODE_ENV: setting("NODE_ENV"), HOST: setting("HOST"), PORT: "0", SANAD_DATA: path.join(root, "data") };
  const list = (line: RegExp) => JSON.parse(line.exec(last)![1]!) as readonly string[];
  const [program, ...args] = [...list(/^ENTRYPOINT (\[.*\])$/mu), ...list(/^CMD (\[.*\])$/mu)];
  expect(program).toBe("node");
  const server = spawn(process.execPath, args, { cwd: inImage(""), env, ...user, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  server.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(server, "close");
  try {
    const line = await Promise.race([
      once(createInterface({ input: server.stdout }), "line").then(([first]) => first as string),
      ended.then(() => Promise.reject(new Error(`it has ended: ${errors}`))),
    ]);
    const port = /http:\/\/0\.0\.0\.0:(\d+)\//u.exec(line)![1]!;
    if (user.uid !== undefined) {
      const write = spawnSync("touch", [inImage("written")], user);
      expect(write.status).not.toBe(0);
    }
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ clusters { totalCount } }" }),
    });
    expect(await answer.json()).toMatchObject({ data: { clusters: { totalCount: expect.any(Number) as number } } });
    const page = await fetch(`http://127.0.0.1:${port}/graphql`, { headers: { accept: "text/html" } });
    expect(page.status).toBe(200);
    const [, ...check] = list(/^ {2}CMD (\[.*\])$/mu);
    const health = spawnSync(process.execPath, check, { env: { PORT: port }, ...user, timeout: 3000 });
    expect(health.status).toBe(0);
    server.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  } finally {
    server.kill("SIGKILL");
  }
});
