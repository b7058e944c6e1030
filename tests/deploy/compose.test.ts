import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";

const project = path.resolve(import.meta.dirname, "../..");
const text = (file: string) => readFileSync(path.join(project, file), "utf8");

/** What of a service the tests look at, as Compose prints it. */
interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly ports?: readonly (string | { readonly host_ip?: string })[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly depends_on?: unknown;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** Compose's second version, else its first; null where there is neither. */
const compose = [["docker", "compose"], ["docker-compose"]].find(
  ([program, ...args]) => spawnSync(program!, [...args, "version"]).status === 0,
);
if (!compose) test.skip("the compose file is not looked at, for there is neither `docker compose` nor docker-compose");

/** `config` in the project's folder; what is in the environment, though empty, comes before what stands in a file `.env`. */
async function config(password: string): Promise<{ readonly services: Readonly<Record<string, Service>> }> {
  const [program, ...args] = compose!;
  const { PATH = "", HOME = "" } = process.env;
  const { stdout } = await promisify(execFile)(program!, [...args, "--profile", "replicas", "config"], {
    cwd: project,
    env: { PATH, HOME, NEO4J_PASSWORD: password },
  });
  return parse(stdout) as { services: Record<string, Service> };
}

describe.skipIf(!compose)("docker-compose.yml", () => {
  const password = "a-password-of-the-test";

  it("is refused without a password, with what to set", async () => {
    await expect(config("")).rejects.toMatchObject({
      stderr: expect.stringMatching(/set NEO4J_PASSWORD to a password of eight characters or more/u),
    });
  });

  it("is one server beside Neo4j; with the profile `replicas`, three more behind a proxy", async () => {
    const { services } = await config(password);
    const of = (profile: string) =>
      Object.keys(services).filter((name) => (services[name]!.profiles ?? [""]).includes(profile));
    expect(of("").sort()).toEqual(["neo4j", "sanad"]);
    expect(of("replicas").sort()).toEqual(["proxy", "sanad-1", "sanad-2", "sanad-3"]);
    const behind = [...text("deploy/proxy.conf").matchAll(/^\s*server ([\w-]+):4000 /gmu)].map(([, name]) => name);
    expect(behind).toEqual(["sanad-1", "sanad-2", "sanad-3"]);
  });

  it("has the servers wait for a healthy Neo4j, run without rights, and heard on this machine only", async () => {
    const { services } = await config(password);
    for (const [name, service] of Object.entries(services)) {
      expect(service.image, name).toMatch(/:\d+\.\d+\.\d+(-\w+)?$/u);
      for (const port of service.ports ?? []) {
        expect(typeof port === "string" ? port : port.host_ip, name).toMatch(/^127\.0\.0\.1/u);
      }
      if (!name.startsWith("sanad")) continue;
      expect(service, name).toMatchObject({
        ...{ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] },
        depends_on: { neo4j: { condition: "service_healthy" } },
        environment: { NEO4J_URI: "bolt://neo4j:7687", NEO4J_PASSWORD: password },
      });
    }
  });

  it("has no password in it, and shows the given one in no process list", async () => {
    const { services } = await config(password);
    expect(services["neo4j"]!.environment).toMatchObject({ NEO4J_AUTH: `neo4j/${password}` });
    expect(JSON.stringify(services["neo4j"]!.healthcheck)).not.toContain(password);
    const uses = text("docker-compose.yml").match(/\$\{NEO4J_PASSWORD[^}]*\}/gu);
    expect(new Set(uses)).toEqual(
      new Set(["${NEO4J_PASSWORD:?set NEO4J_PASSWORD to a password of eight characters or more}"]),
    );
  });
});

describe("Dockerfile", () => {
  const stages = text("Dockerfile")
    .split(/^(?=FROM )/mu)
    .slice(1);

  it("has two stages of one pinned image, of Debian, for the embedded store needs glibc", () => {
    const images = stages.map((stage) => /^FROM (\S+)/u.exec(stage)![1]);
    expect(images).toHaveLength(2);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim$/u);
  });

  it("ends as another than root, and brings what the program needs, without its sources", () => {
    const last = stages[1]!;
    expect(last.match(/^USER .*/gmu)).toEqual(["USER node"]);
    const brought = [...last.matchAll(/^COPY --from=build (.*) \S+$/gmu)].flatMap(([, from]) => from!.split(" "));
    expect(brought.map((file) => path.relative("/sanad", file)).sort()).toEqual(
      ["LICENSE", "bin", "dist", "node_modules", "package.json", "schema", "seeds"].sort(),
    );
  });

  it("asks the server itself whether it lives", () => {
    const command = JSON.parse(/^\s+CMD (\["node", "-e".*\])$/mu.exec(stages[1]!)![1]!) as string[];
    const check = (port: string) =>
      spawnSync(process.execPath, command.slice(1), { env: { PORT: port }, timeout: 10_000 }).status;
    expect(check("1")).toBe(1);
  });
});
