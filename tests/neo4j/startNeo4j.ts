import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classPath, findJdk, NEO4J_VERSIONS, type Neo4jVersion } from "./java.js";

/** How to start a server. */
export interface Neo4jSettings {
  readonly version: Neo4jVersion;
  /** A free one if not given. */
  readonly port?: number;
  /** Where its data lies and stays; a temporary one, taken away by `stop`, if not given. */
  readonly folder?: string;
  /** The password of the user `neo4j`; nobody is asked for one if not given. */
  readonly password?: string;
  /** Whether it lives for minutes: then Java compiles once and lightly, which takes a third less of the processor than to make it fast in the long run. */
  readonly isShortLived?: boolean;
}

/** A Neo4j server of our own, in a process of its own. */
export interface Neo4jServer {
  /** `bolt://127.0.0.1:PORT`, the same after a restart. */
  readonly uri: string;
  /** The process; another after a restart. */
  readonly pid: number;
  /** Ends it: in order, or where its folder was a temporary one at once, with the folder. */
  stop(): Promise<void>;
  /** Ends it as a crash would, and waits for its end. */
  kill9(): Promise<void>;
  /** Stops it in its tracks: connections stay, nothing is answered, until `resume`. */
  suspend(): void;
  resume(): void;
  /** Ends it in order, if it runs, and starts it again on the same data and port. */
  restart(): Promise<void>;
}

/** Starts a server and waits until it takes connections: about six seconds, and the first time as long as Maven needs to fetch it. */
export async function startNeo4j(settings: Neo4jSettings): Promise<Neo4jServer> {
  const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), "sanad-neo4j-")));
  const port = settings.port ?? (await freePort());
  let java = await run(settings, folder, port);
  const kill = async () => {
    if (java.exitCode !== null || java.signalCode !== null) return;
    java.kill("SIGKILL");
    await once(java, "exit");
  };
  const end = async () => {
    const limit = setTimeout(() => java.kill("SIGKILL"), ORDERLY_END_MS);
    java.kill("SIGCONT");
    java.stdin?.end();
    if (java.exitCode === null && java.signalCode === null) await once(java, "exit");
    clearTimeout(limit);
  };
  return {
    uri: `bolt://127.0.0.1:${port}`,
    get pid() {
      return java.pid!;
    },
    stop: async () => {
      if (settings.folder !== undefined) return end();
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
    kill9: kill,
    suspend: () => void java.kill("SIGSTOP"),
    resume: () => void java.kill("SIGCONT"),
    restart: async () => {
      await end();
      java = await run(settings, folder, port);
    },
  };
}

/** How long, in milliseconds, an orderly end may take: Bolt alone waits some seconds for its connections. */
const ORDERLY_END_MS = 20_000;

/** The parts of Java that Neo4j looks into. */
const OPENED = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];

/** How Java runs a server that lives for minutes. */
const LIGHT = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

async function run(
  { version, password, isShortLived }: Neo4jSettings,
  folder: string,
  port: number,
): Promise<ChildProcess> {
  const home = findJdk(NEO4J_VERSIONS[version].java);
  if (home === null) throw new Error(`Neo4j ${version} needs a JDK ${NEO4J_VERSIONS[version].java} or later`);
  const java = spawn(
    join(home, "bin/java"),
    [
      ...[
        "-cp",
        await classPath(version),
        "-Xmx1g",
        ...(isShortLived ? LIGHT : []),
        ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      ],
      ...[
        join(import.meta.dirname, "Neo4jServer.java"),
        folder,
        String(port),
        ...(password === undefined ? [] : [password]),
      ],
    ],
    { stdio: "pipe" },
  );
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (/^ready$/mu.test(said)) resolve();
    };
    java.stdout.on("data", hear);
    java.stderr.on("data", hear);
    java.once("error", reject);
    java.once("exit", (code, signal) => reject(new Error(`Neo4j ${version} ended (${signal ?? code}): ${said}`)));
  });
  await ready;
  return java;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
