import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Statement } from "../../src/cypher/statement.js";
import type { Store } from "../../src/store/port.js";
import { seededStore, type OpenedStore } from "../exchange/seededStore.js";
import { exampleQuestions } from "../graphql/exampleQuestions.js";
import { operations } from "../graphql/operations.js";
import { serveGraph, type TestGraph } from "../graphql/testGraph.js";

/** Nothing that the project says holds this word. */
const MARK = "zqmarkzq";

/** What would end a text, a name or a statement, were it ever put into one. */
const HOSTILE = [
  `'}) DETACH DELETE n // ${MARK}`,
  `" OR 1=1 RETURN ${MARK} //`,
  "`) MATCH (x) DETACH DELETE x //" + MARK,
  `\\' \\u0027 ${MARK} \\\\`,
  `$${MARK} {${MARK}} \${${MARK}}`,
  `${MARK}\u2018\u2019\u02bc\uff07\u0000\n\r;:use system`,
  `*/ ${MARK} /* LOAD CSV FROM 'http://x'`,
];

let opened: OpenedStore;
let graph: TestGraph;
const sent: Statement[] = [];
const usual: Record<string, unknown> = {};

beforeAll(async () => {
  opened = await seededStore();
  const note = (statement: Statement) => void sent.push(statement);
  const noting: Store = {
    ...{ capabilities: opened.store.capabilities, applySchema: (statements) => opened.store.applySchema(statements) },
    read: (statement, access) => (note(statement), opened.store.read(statement, access)),
    write: (work, access) =>
      opened.store.write((run) => work((statement) => (note(statement), run(statement))), access),
    close: () => opened.store.close(),
  };
  graph = await serveGraph(
    { ...opened, store: noting },
    { identify: async () => ({ name: "ada", roles: ["reader", "curator"] }) },
  );
  for (const { name, variables } of await exampleQuestions(graph)) usual[name] = variables;
});
afterAll(() => graph.close());

/** Every text in a value, as the path to it. */
function texts(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => texts(each, [...at, key]));
}

/** The value with another text at the path. */
function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (String(index) === key ? replaced(each, rest, text) : each));
  const map = value as Record<string, unknown>;
  return { ...map, [key]: replaced(map[key], rest, text) };
}

/** The texts of the statements that an operation makes the server send. */
async function statementsOf(query: string, variables: unknown): Promise<readonly string[]> {
  sent.length = 0;
  await graph.ask(query, variables as object);
  return sent.map(({ text }) => text);
}

/** Positions for texts that the contract's examples do not have. */
const more: Readonly<Record<string, readonly [text: string, variables: object]>> = {
  filters: [
    `query ($where: ClusterFilter) { clusters(where: $where) { totalCount nodes { id } } }`,
    {
      where: {
        ...{ id: { in: ["a", "b"] }, name: { startsWith: "a" } },
        or: [{ name: { contains: "abc" } }, { not: { id: { eq: "a" } } }],
        usesChip: {
          some: {
            node: { name: { in: ["a", "b"] } },
            claim: { id: { eq: "a" }, quantity: { gte: 1, unit: "chip" }, attributedTo: { name: { eq: "a" } } },
          },
        },
      },
    },
  ],
  claims: [
    `query ($where: ClaimFilter, $asOf: AsOf) { claims(where: $where, asOf: $asOf) { totalCount nodes { id } } }`,
    {
      where: { predicate: { in: ["OWNS"] }, subject: { name: { eq: "a" } }, source: { url: { startsWith: "a" } } },
      asOf: { validAt: "2024" },
    },
  ],
  languages: [
    `query ($lang: String) { entity(id: "cortex") { name(lang: $lang) description(lang: $lang) claims { nodes { statement(lang: $lang) text(lang: $lang) } } } }`,
    { lang: "en" },
  ],
  cursors: [
    `query ($after: String) { claims(after: $after) { nodes { id } } entity(id: "cortex") { claims(after: $after) { nodes { id } } } search(text: "a", after: $after) { totalCount } }`,
    { after: "abc" },
  ],
  kinds: [`query ($kinds: [String!]) { search(text: "abc", kinds: $kinds) { totalCount } }`, { kinds: ["CLUSTER"] }],
  orders: [
    `query ($orderBy: [EntityOrder!]) { clusters(orderBy: $orderBy) { nodes { id } } }`,
    { orderBy: [{ field: "QUANTITY", predicate: "USES_CHIP", direction: "ASC" }] },
  ],
  units: [`query ($unit: String) { claimTotals(inUnit: $unit) { claims } }`, { unit: "chip" }],
  operations: [`query ${MARK} ($id: ID!) { entity(id: $id) { id } }`, { id: "cortex" }],
};

describe("no statement is made of what a client sends", () => {
  const names = [...operations.keys(), ...Object.keys(more)];

  it.each(names)("%s", async (name) => {
    const [query, variables] = more[name] ?? [operations.get(name)!, usual[name] ?? {}];
    for (const place of texts(variables)) {
      const harmless = await statementsOf(query, replaced(variables, place, "harmless"));
      for (const hostile of HOSTILE) {
        const made = await statementsOf(query, replaced(variables, place, hostile));
        // a search has a condition for each of its words, and ends sooner where there are none
        if (place.at(-1) !== "text") expect(made, `${place.join(".")}: ${hostile}`).toEqual(harmless);
        for (const text of made) expect(text.toLowerCase(), place.join(".")).not.toContain(MARK);
      }
    }
  });

  it("which would be seen: the usual operations do send statements, with what they are given as parameters", async () => {
    const made = await statementsOf(operations.get("Entities")!, { where: { name: { eq: MARK } } });
    expect(made.length).toBeGreaterThan(0);
    expect(JSON.stringify(sent.map(({ params }) => params))).toContain(MARK);
    expect(await statementsOf(operations.get("Search")!, { text: `${HOSTILE[0]}` })).not.toEqual([]);
    expect((await graph.ask("{ entities { totalCount } }")).data.entities.totalCount).toBeGreaterThan(10); // all is there still
  });
});

describe("statements are written in their places only", () => {
  const source = path.resolve(import.meta.dirname, "../../src");
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((name) => /\.tsx?$/u.test(name));
  const read = (name: string) => readFileSync(path.join(source, name), "utf8").replace(/\/\*[^]*?\*\/|\/\/ .*/gu, "");

  it("in src/cypher, and what is an engine's own in its adapter", () => {
    const cypher = /\b(MATCH|MERGE|CREATE|UNWIND|DELETE|CALL|RETURN|SET)\b +[([{a-z0-9$]/u;
    const elsewhere = files.filter((name) => !/^(cypher|store)\//u.test(name) && cypher.test(read(name)));
    expect(elsewhere).toEqual([]);
    expect(files.filter((name) => cypher.test(read(name))).length).toBeGreaterThan(10);
  });

  it("and put nothing between quotes of Cypher", () => {
    for (const name of files.filter((file) => file.startsWith("cypher/"))) {
      for (const [template] of read(name).matchAll(/`[^`]*`/gu)) {
        if (/\b(MATCH|MERGE|UNWIND|WHERE|RETURN|WITH)\b/u.test(template))
          expect(template, name).not.toMatch(/['"]\$\{/u);
      }
    }
  });
});
