import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Explained } from "../../src/cli/explained.js";
import { emptyNeo4j } from "../neo4j/emptyNeo4j.js";
import { useNeo4j } from "../neo4j/leaseNeo4j.js";
import { engines } from "../store/engines.js";
import { useSanad, type Settings } from "./sanad.js";

const sanad = useSanad();
const operations = path.resolve(import.meta.dirname, "../../schema/operations");
const flagship = path.join(operations, "flagship.graphql");
const asked = ["--variables", JSON.stringify({ chip: "H100", person: "إيلون ماسك" })];

/** The engines there are here, each with the settings by which a command comes to it. */
const places = engines.map(({ name }) => {
  const server = /^neo4j (.*)$/u.exec(name)?.[1];
  return { name, server };
});

describe.each(places)("sanad explain on $name", ({ server }) => {
  // a server is far away: there all is read by one statement, in one row
  const EXPECTED =
    server === undefined
      ? { statements: 2, levels: 2, rows: 16, found: 4, told: "2 statements on 2 levels, 16 rows" }
      : { statements: 1, levels: 1, rows: 1, found: 1, told: "1 statement on 1 level, 1 row" };
  const neo4j = server === undefined ? null : useNeo4j(server);
  let settings: Settings;
  beforeAll(async () => {
    if (neo4j) await emptyNeo4j(neo4j, new Set());
    settings = neo4j
      ? {
          NEO4J_URI: neo4j.uri,
          NEO4J_PASSWORD: neo4j.password ?? "a-secret",
          ...(neo4j.username && { NEO4J_USER: neo4j.username }),
        }
      : { SANAD_DATA: sanad.inFolder("seeded"), NEO4J_PASSWORD: "a-secret" };
    const { code, stderr } = await sanad.run(["seed"], settings);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("tells how each query of a file is answered, with the fragments of the files beside it", async () => {
    const { code, stdout, stderr } = await sanad.run(["explain", flagship, ...asked], settings);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Engine: \w+; the graph has been counted: 40 entities, 97 claims\.$/mu);
    expect(stdout).toMatch(/^== MuskClusters$/mu);
    expect(stdout).toMatch(
      /^ {4}-> +1 +8 {2}PERSON with name = "ايلون ماسك" -\[CONTROLS\]- COMPANY -\[OWNS\]- CLUSTER$/mu,
    );
    expect(stdout).toMatch(/^ {4}3\. Walk back along OWNS to entities of kind CLUSTER, each once\.$/mu);
    const found = `entities\\.page: ${EXPECTED.found} rows?, [\\d.]+ ms`;
    expect(stdout).toMatch(new RegExp(`^Level 1\\n {2}${found}\\n {4}CALL \\(\\) \\{ UNWIND \\$p\\.v2 AS `, "mu"));
    expect(stdout).toMatch(/^ {6}\$p\.v0 = \["ايلون ماسك"\]$/mu);
    if (server === undefined) expect(stdout).toMatch(/^ {6}\$p\.v0 = \["c_\w+", .*, 7 more\]$/mu);
    expect(stdout).toMatch(new RegExp(`^${EXPECTED.told}: [\\d.]+ ms in the store, [\\d.]+ ms in all\\.$`, "mu"));
    expect(stdout).toMatch(/^== Clusters$/mu);
    expect(stdout).not.toMatch(/a-secret|^ +rows/mu);
  });

  it("tells with --profile what the engine does, and with --json all of it as one object", async () => {
    const args = ["explain", flagship, "--operation", "MuskClusters", ...asked, "--profile"];
    const text = await sanad.run(args, settings);
    expect([text.code, text.stderr]).toEqual([0, ""]);
    expect(text.stdout).toMatch(/^ +rows +(db hits|ms) {2}step$/mu);
    expect(text.stdout).not.toMatch(/== Clusters|a-secret/u);
    const { code, stdout, stderr } = await sanad.run([...args, "--json"], settings);
    expect([code, stderr]).toEqual([0, ""]);
    const { statistics, operations, ...rest } = JSON.parse(stdout) as Explained;
    expect([statistics, Object.keys(rest)]).toEqual([{ source: "counted", entities: 40, claims: 97 }, ["engine"]]);
    const [{ operation, plans, statements, totals, errors }] = operations as [Explained["operations"][number]];
    expect([operation, operations.length, errors]).toEqual(["MuskClusters", 1, []]);
    expect(plans.map(({ statement }) => statement)).toEqual(["entities.page"]);
    const { statements: number, levels, rows: all } = EXPECTED;
    expect(totals).toMatchObject({ statements: number, levels, rows: all });
    for (const { rows, profile } of statements) expect(profile!.rows).toBe(rows);
    expect(stdout).not.toContain("a-secret");
  });
});

describe("sanad explain", () => {
  const file = async (name: string, text: string) => {
    await mkdir(sanad.inFolder("queries"), { recursive: true });
    await writeFile(sanad.inFolder(`queries/${name}`), text);
    return sanad.inFolder(`queries/${name}`);
  };

  it("takes the variables from a file, and tells an operation without a name", async () => {
    const query = await file("one.graphql", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }");
    const variables = await file("one.json", JSON.stringify({ ids: Array.from({ length: 20 }, (_, i) => `id-${i}`) }));
    const { code, stdout } = await sanad.run(["explain", query, "--variables-file", variables]);
    expect(code).toBe(0);
    expect(stdout).toContain("the graph has been counted: 0 entities, 0 claims.");
    expect(stdout).toContain("== an operation without a name");
    expect(stdout).toMatch(/\["id-0", "id-1", "id-2", "id-3", "id-4", 15 more\]/u);
  });

  it("runs no mutation, and says so", async () => {
    const all = await sanad.run(["explain", path.join(operations, "write.graphql"), "--operation", "Rename"]);
    expect([all.code, all.stdout]).toEqual([1, ""]);
    expect(all.stderr).toBe("sanad: Rename is a mutation; only queries are explained, for they are run\n");
    const query = await file(
      "both.graphql",
      'query Q { viewer { roles } } mutation M { retractClaim(id: "a", reason: "b") { __typename } }',
    );
    expect((await sanad.run(["explain", query])).stderr).toContain("M is a mutation, and is not run.\n");
  });

  it("answers 1 where an operation has errors, and tells them after what it could explain", async () => {
    const query = await file("wrong.graphql", "query Wrong { clusters(first: 201) { nodes { id } } viewer { roles } }");
    const { code, stdout, stderr } = await sanad.run(["explain", query]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^sanad: Wrong: clusters: .*201.* \(BAD_USER_INPUT\)\n$/u);
    expect(stdout).toMatch(/^0 statements on 0 levels/mu);
    const missing = await sanad.run(["explain", flagship, "--operation", "MuskClusters"]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/^sanad: MuskClusters: Variable "\$chip" of required type/u);
  });

  it.each<[string, string, RegExp]>([
    ["is no GraphQL", "query {", /^sanad: .*a\.graphql:1:8: Syntax Error: /u],
    [
      "asks for what there is not",
      "query A {\n  clusters { nodes { nam } }\n}",
      /a\.graphql:2:22: Cannot query field "nam"/u,
    ],
    ["has no operation", "fragment F on Entity { id }", /a\.graphql has no operation$/mu],
    [
      "has two of one name",
      "query A { viewer { roles } } query A { viewer { roles } }",
      /a\.graphql:1:7: .*only one operation named "A"/u,
    ],
    [
      "uses a fragment that there is not",
      "{ clusters { nodes { ...Cor } } }",
      /a\.graphql:1:22: the fragment Cor is defined neither here nor in another .*; did you mean "Core"\?\n.*broken\.graphql:1:1: Syntax Error/u,
    ],
    [
      "uses a fragment that there is twice",
      "{ clusters { nodes { ...Twice } } }",
      /a\.graphql:1:22: the fragment Twice is defined twice: .*b\.graphql:2:1: .*c\.graphql:1:1:/u,
    ],
  ])("tells where a file %s", async (_, text, message) => {
    await file(
      "b.graphql",
      "fragment Core on Entity { ...Deep }\nfragment Twice on Entity { id }\nfragment Deep on Entity { id }",
    );
    await file("c.graphql", "fragment Twice on Entity { name }");
    await file("broken.graphql", "nothing");
    const { code, stdout, stderr } = await sanad.run(["explain", await file("a.graphql", text)]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+\)/u);
    expect([code, stdout]).toEqual([1, ""]);
  });

  it("takes fragments that need others from the files beside it", async () => {
    await file("b.graphql", "fragment Core on Entity { ...Deep }\nfragment Deep on Entity { id }");
    const query = await file("uses.graphql", "{ clusters { nodes { ...Core } } }");
    expect((await sanad.run(["explain", query])).code).toBe(0);
  });

  it.each<[string[], RegExp]>([
    [["/nowhere.graphql"], /^sanad: the file \/nowhere\.graphql is not there\n$/u],
    [[operations], /^sanad: the file .* is a folder, not a file\n$/u],
    [[flagship, "--operation", "MuskCluster"], /^sanad: .* has no operation MuskCluster; did you mean "MuskClusters"/u],
    [[flagship, "--variables", "{"], /^sanad: --variables holds no JSON: /u],
    [[flagship, "--variables", "[1]"], /^sanad: --variables holds no JSON object, such as /u],
    [[flagship, "--variables-file", "/nowhere.json"], /^sanad: the file \/nowhere\.json cannot be read \(ENOENT\)\n$/u],
    [
      [flagship, "--variables", "{}", "--variables-file", "x"],
      /^error: option '--variables <json>' cannot be used with/u,
    ],
    [[], /^error: missing required argument 'file'/u],
  ])("tells in one sentence what cannot be used: %j", async (args, message) => {
    const { code, stdout, stderr } = await sanad.run(["explain", ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
    expect([code, stdout]).toEqual([1, ""]);
  });
});
