import { describe, expect, it } from "vitest";
import { operations } from "../graphql/operations.js";
import { useSanad } from "./sanad.js";

const sanad = useSanad();

const flagship = operations.get("MuskClusters")!;
const asked = { chip: "H100", person: "إيلون ماسك" };
const four = { data: { clusters: { totalCount: 4 } } };

describe("sanad serve --seed", () => {
  it("seeds an empty folder, says in one line where it is, and answers; the second start seeds nothing again", async () => {
    const settings = { SANAD_DATA: sanad.inFolder("new/data"), LOG_LEVEL: "warn" };
    const first = await sanad.serve(["--seed"], settings);
    expect(first.line).toMatch(/^Sanad is ready: http:\/\/127\.0\.0\.1:\d+\/ .*\/graphql .*\/schema\.graphql/u);
    expect(await first.ask(flagship, asked)).toMatchObject(four);
    const ids = await first.ask("{ claims(first: 200) { nodes { id recordedAt } } }");
    const ended = await first.end("SIGTERM");
    expect(ended).toEqual({ code: 0, stdout: `${first.line}\n`, stderr: "" });

    const second = await sanad.serve(["--seed"], { ...settings, SANAD_SEEDS: sanad.inFolder("no-seeds-needed") });
    expect(await second.ask("{ claims(first: 200) { nodes { id recordedAt } } }")).toEqual(ids);
    expect((await second.end("SIGTERM")).code).toBe(0);
  });

  it("serves an empty graph where it is not told to seed", async () => {
    const server = await sanad.serve([], { SANAD_DATA: sanad.inFolder("empty") });
    expect(await server.ask("{ entities { totalCount } claims { totalCount } }")).toEqual({
      data: { entities: { totalCount: 0 }, claims: { totalCount: 0 } },
    });
    await server.end("SIGTERM");
  });
});

describe("a signal", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "%s ends it with 0 and leaves a folder that another can open",
    async (signal) => {
      const settings = { SANAD_DATA: sanad.inFolder(`ended-by-${signal}`) };
      const server = await sanad.serve(["--seed"], settings);
      await server.ask("{ viewer { roles } }"); // fetch keeps the connection open
      const begun = performance.now();
      expect((await server.end(signal)).code).toBe(0);
      expect(performance.now() - begun).toBeLessThan(4000);
      const check = await sanad.run(["check"], settings);
      expect([check.code, check.stdout]).toEqual([0, expect.stringMatching(/all is well\.\n$/u)]);
    },
  );
});

describe("its log", () => {
  it("is a line of JSON for each request on stderr, and holds neither variables nor what was asked", async () => {
    const server = await sanad.serve(["--seed"], { SANAD_DATA: sanad.inFolder("logged") });
    await server.ask(flagship, { chip: "a secret chip", person: "a secret person" });
    await server.ask(flagship, { chip: "a secret chip", person: null });
    await server.ask(flagship, { chip: "a secret chip", person: "x", after: "a secret cursor" });
    await server.ask(`{ entity(id: "a-secret-id") { name } }`);
    await server.ask(`query ($first: Int = 1) { claims(first: $first) { totalCount } }`, { first: "a secret number" });
    await server.ask("{ a secret syntax");
    const { stdout, stderr } = await server.end("SIGTERM");
    expect(stdout).toBe(`${server.line}\n`);
    const lines = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ msg }) => msg === "request")).toMatchObject([
      { operation: "MuskClusters", statements: 1, ms: expect.any(Number) as number },
      { operation: "MuskClusters", errors: ["BAD_USER_INPUT"] },
      { operation: "MuskClusters", errors: ["BAD_USER_INPUT"] },
      { operation: null, statements: 2 },
      { errors: ["BAD_USER_INPUT"] },
      { errors: ["GRAPHQL_PARSE_FAILED"] },
    ]);
    expect(stderr).not.toMatch(/secret/u);
  });

  it("is as quiet as it is told to be", async () => {
    const server = await sanad.serve([], { SANAD_DATA: sanad.inFolder("quiet"), LOG_LEVEL: "silent" });
    await server.ask("{ viewer { roles } }");
    expect((await server.end("SIGTERM")).stderr).toBe("");
  });
});

describe("a rejection that nobody waits for", () => {
  it("does not end the process: one item of a non-null list rejects, a later one throws", async () => {
    const server = await sanad.serve(["--seed"], { SANAD_DATA: sanad.inFolder("rejecting") });
    const answer = await server.ask(`{
      entities(where: { id: { in: ["openai-announcement", "xai"] } }) {
        nodes {
          ... on Source { citations(first: 0) { totalCount } }
          ... on Company { claims(asOf: { validAt: "2024" }) { totalCount } }
        }
      }
    }`);
    expect(answer).toMatchObject({ data: { entities: null } });
    expect(await server.ask("{ viewer { roles } }")).toEqual({ data: { viewer: { roles: ["reader"] } } });
    expect((await server.end("SIGTERM")).code).toBe(0);
  });
});
