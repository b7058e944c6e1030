import path from "node:path";
import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { describe, expect, it } from "vitest";
import { EXTRA, SIZES } from "../../src/graphql/costs.js";
import { checkOperation } from "../../src/graphql/checkOperation.js";
import { checkText, LIMITS } from "../../src/graphql/limits.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";
import { variablesOf } from "../../src/playground/exampleVariables.js";
import { knownThingsQuery } from "../../src/playground/knownThings.js";
import { Random } from "../cypher/randomGraph.js";
import { articleThings } from "./exampleQuestions.js";
import { randomOperation } from "./execute/randomOperation.js";
import { operations } from "./operations.js";

const schema = buildSchema(loadOntology(path.resolve(import.meta.dirname, "../../schema/ontology.yaml")));

/** What an operation costs, or why it is refused. */
function weighed(document: DocumentNode, variables: Readonly<Record<string, unknown>>): string {
  try {
    const [operation] = document.definitions as readonly OperationDefinitionNode[];
    return `costs ${checkOperation(schema, document, operation!, variables)}`;
  } catch (error) {
    return String(error);
  }
}

/** What a text costs, as the server finds it. Throws the refusal. */
function costOf(text: string, variables: Readonly<Record<string, unknown>> = {}): number {
  checkText(text);
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return checkOperation(schema, document, operation as OperationDefinitionNode, variables);
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toMatchObject({ code: "TOO_COMPLEX", problems: [{ message: (error as Error).message }] });
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

describe("the limits", () => {
  const claim = {
    ...{ subject: "cortex", predicate: "OWNS", object: "h100" },
    citations: [{ source: "article", quote: "a quote of some words" }],
  };
  const usual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    Assert: { claims: new Array(100).fill(claim) },
    AddEntities: { entities: new Array(100).fill({ kind: "COMPANY", names: [{ language: "en", text: "Acme" }] }) },
    Batch: { ids: new Array(200).fill("h100") },
  };

  it("are at least four times what any operation of the contract takes, whole pages of 200 also pass", () => {
    const asked = [
      ...operations,
      ["PlaygroundThings", knownThingsQuery] as const,
      ["Introspection", getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true })] as const,
    ];
    expect(asked.length).toBeGreaterThan(35);
    for (const [name, text] of asked) {
      const variables = { ...variablesOf({ name, text }, articleThings), ...usual[name] };
      expect(costOf(text, variables) * 4, name).toBeLessThan(LIMITS.cost);
      expect(() => costOf(text, { ...variables, first: 200 }), name).not.toThrow();
      const tokens = text.match(/[\w$]+|\.{3}|[^\s,]/gu)!.length;
      expect(tokens * 4, name).toBeLessThan(LIMITS.tokens);
      expect(deepest(text) * 4, name).toBeLessThanOrEqual(LIMITS.nesting);
    }
  });

  it("leave room for all of the contract's operations as one document, as they stand in a tab of the playground", () => {
    const fragments = new Set<string>();
    const whole = [...operations.values()].flatMap((text) => {
      return text.split(/\n\n(?=fragment|query|mutation|subscription)/u).filter((part) => {
        return !part.startsWith("fragment") || (!fragments.has(part) && fragments.add(part));
      });
    });
    expect(() => checkText(whole.join("\n"))).not.toThrow();
    expect(whole.length * 4).toBeLessThan(LIMITS.definitions);
  });

  /** How deep braces, brackets and parentheses nest. */
  function deepest(text: string): number {
    let [depth, most] = [0, 0];
    for (const sign of text) {
      if ("{([".includes(sign)) most = Math.max(most, ++depth);
      if ("})]".includes(sign)) depth--;
    }
    return most;
  }
});

describe("a text that is too much is refused before it is parsed:", () => {
  it.each<[what: string, text: string, message: string]>([
    ["tokens", `{ ${"id ".repeat(20_000)} }`, "the request has 20002 tokens, the limit is 20000"],
    [
      "nesting",
      `{ ${"a{".repeat(5_000)}a${"}".repeat(5_000)} }`,
      "the request has 5001 levels of braces and brackets, the limit is 100",
    ],
    [
      "nested lists",
      `{ a(b: ${"[".repeat(200)}${"]".repeat(200)}) }`,
      "the request has 202 levels of braces and brackets, the limit is 100",
    ],
    ["operations", "query A{a}".repeat(401), "the request has 401 operations and fragments, the limit is 400"],
    ["directives", `{ a ${"@skip(if: false)".repeat(401)} }`, "the request has 401 directives, the limit is 400"],
    ["fragments", `{ ${"...A ".repeat(2_001)} }`, "the request has 2001 fragments put in, the limit is 2000"],
  ])("too many %s", (_what, text, message) => {
    expect(refusalOf(() => checkText(text))).toBe(message);
  });

  it("and what is no GraphQL is left to the parser", () => {
    for (const text of ["", "{", "\0", '"', "}".repeat(3000), "🙂", "\ud800"])
      expect(() => checkText(text)).not.toThrow();
  });

  it("in bounded time, whatever it is", () => {
    const begun = performance.now();
    for (const text of [
      "{".repeat(1 << 20),
      "#".repeat(1 << 20),
      `"${"x".repeat(1 << 20)}"`,
      "\ufeff".repeat(1 << 20),
    ]) {
      try {
        checkText(text);
      } catch {
        // which it is, or not, is told elsewhere
      }
    }
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe("an operation that is too much is refused, with its figure and the allowed one:", () => {
  const nested = (levels: number) =>
    `{ claim(id: "c") { ${"supersededBy { ".repeat(levels)} id ${"}".repeat(levels)} } }`;
  const aliases = (number: number) =>
    `{ claim(id: "c") { ${Array.from({ length: number }, (_, i) => `a${i}: id`).join(" ")} } }`;

  it.each<[what: string, text: string, message: string]>([
    ["depth", nested(39), "the request has 41 levels of fields, the limit is 40"],
    ["aliases", aliases(101), "the request has 101 aliases, the limit is 100"],
    [
      "aliases of introspection",
      `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(" ")} }`,
      "the request has 101 fields at the root, the limit is 50",
    ],
    ["root fields", `{ ${"viewer { name } ".repeat(51)} }`, "the request has 51 fields at the root, the limit is 50"],
    [
      "aliases in fragments",
      `{ claim(id: "c") { ${"...A ".repeat(11)} } } fragment A on Claim { ${Array.from({ length: 10 }, (_, i) => `a${i}: id`).join(" ")} }`,
      "the request has 110 aliases, the limit is 100",
    ],
    [
      "fragments that double one another",
      `{ viewer { ...F0 } } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F60 on Viewer { name }`,
      "the request has 1152921504606847000 fields, the limit is 1000",
    ],
    [
      "nested lists",
      "{ claims(first: 200) { nodes { citations(first: 200) { source { citations(first: 200) { nodes { id } } } } } } }",
      "the request has 240804 as its cost, the limit is 100000: ask for shorter pages, or for fewer lists within lists",
    ],
    [
      "introspection",
      `{ ${Array.from({ length: 26 }, (_, i) => `s${i}: __schema { description }`).join(" ")} }`,
      "the request has 104001 as its cost, the limit is 100000: ask for shorter pages, or for fewer lists within lists",
    ],
  ])("%s", (_what, text, message) => {
    expect(refusalOf(() => costOf(text))).toBe(message);
  });

  it("and passes where it is just within them", () => {
    expect(() => costOf(nested(38))).not.toThrow();
    expect(() => costOf(aliases(100))).not.toThrow();
    expect(() => costOf(`{ ${"viewer { name } ".repeat(50)} }`)).not.toThrow();
  });
});

describe("a cost", () => {
  const claims = (args: string) =>
    `query ($n: Int!, $l: Int) { claims(${args}, last: $l) { nodes { id citations { id quote } } } }`;

  it("is as many hundreds as the answer may hold values, with the pages that are asked for, by a variable, too", () => {
    // of each claim: the claim, its id, and 50 citations of three values
    const expected = (first: number) => Math.ceil((1 + 1 + first * (1 + 1 + 50 * 3)) / 100);
    const text = claims("first: $n");
    for (const first of [1, 20, 200]) expect(Math.abs(costOf(text, { n: first }) - expected(first))).toBeLessThan(5);
    expect(costOf(text, { n: 1, l: 200 })).toBe(costOf(text, { n: 200 }));
    expect(costOf(text, { n: -5 })).toBe(costOf(text, { n: 1 }));
    expect(costOf(text, { n: 2 ** 31 - 1 })).toBe(costOf(text, { n: 200 }));
  });

  it("counts a page that is not asked for as long as it is then", () => {
    const of = (args: string) => costOf(`{ claims${args} { nodes { citations${args} { quote language } } } }`);
    expect(of("")).toBe(costOf("{ claims(first: 20) { nodes { citations(first: 50) { quote language } } } }"));
    expect(of("")).toBeGreaterThan(of("(first: 10)"));
  });

  it("leaves out what is skipped, and what other operations of the document ask for", () => {
    const heavy = "claims(first: 200) @include(if: $all) { nodes { citations(first: 200) { id } } }";
    const text = `query A($all: Boolean!) { viewer { name } ${heavy} } query B { claims { nodes { citations { id } } } }`;
    expect(costOf(text, { all: false })).toBe(1);
    expect(costOf(text, { all: true })).toBeGreaterThan(800);
  });

  it("is 1 where variables are not of their types: executing says what is wrong with them", () => {
    expect(costOf(claims("first: $n"), {})).toBe(1);
    expect(costOf(claims("first: $n"), { n: "many" })).toBe(1);
  });

  it("is the same, and so is what is refused, whatever the operation was weighed with before", () => {
    const outcomes = new Set<string>();
    let again = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const random = new Random(seed);
      const root = random.once(5) ? schema.getMutationType()! : schema.getQueryType()!;
      const { query, variables } = randomOperation(schema, root, random, ["h100"]);
      if (validate(schema, parse(query)).length > 0) continue;
      const kept = parse(query);
      for (let round = 0; round < 8; round++) {
        const given = Object.fromEntries(
          Object.entries(variables).map(([name, value]) => [name, random.once(3) ? otherThan(value, random) : value]),
        );
        const outcome = weighed(parse(query), given);
        expect(weighed(kept, given), `${query}\n${JSON.stringify(given)}`).toBe(outcome);
        outcomes.add(outcome.replace(/\d+/gu, "").slice(0, 40));
        again++;
      }
    }
    expect(again).toBeGreaterThan(500);
    expect(outcomes.size).toBeGreaterThan(5);
  });

  it("follows the variables that say how long a list is, or what is skipped", () => {
    const document = parse(`query ($first: Int = 1, $last: Int, $ids: [ID!] = [], $skip: Boolean = true) {
      claims(first: $first, last: $last) { nodes { id } }
      nodes(ids: $ids) @skip(if: $skip) { id }
    }`);
    const costs = [{}, { first: 200 }, { last: 150 }, { skip: false, ids: new Array(100).fill("h100") }].map((given) =>
      weighed(document, given),
    );
    expect(costs).toEqual(["costs 1", "costs 6", "costs 5", "costs 3"]);
  });

  it("is declared for every list that is given whole, and for nothing that there is not", () => {
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith("__")
        ? Object.values(type.getFields()).map((field) => ({ type, field }))
        : [],
    );
    for (const { type, field } of fields) {
      const isWhole =
        isListType(getNullableType(field.type)) &&
        isCompositeType(getNamedType(field.type)) &&
        !type.name.endsWith("Connection") &&
        !field.args.some(({ name }) => ["first", "ids"].includes(name));
      if (isWhole) expect(SIZES, `${type.name}.${field.name}`).toHaveProperty(field.name);
    }
    const names = new Set(fields.flatMap(({ type, field }) => [field.name, `${type.name}.${field.name}`]));
    for (const name of [...Object.keys(SIZES), ...Object.keys(EXTRA)]) {
      if (!name.includes(".__")) expect([...names]).toContain(name);
    }
  });
});

/** Another value that a client might give in the place of one, of its type or not. */
function otherThan(value: unknown, random: Random): unknown {
  if (random.once(8)) return null;
  if (typeof value === "number") return random.pick([1, 7, 200, -5, 1.5]);
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return random.pick([value, "x".repeat(10_001)]);
  if (Array.isArray(value)) return new Array<unknown>(random.pick([0, 3, 1001])).fill(value[0] ?? "h100");
  return value && Object.fromEntries(Object.entries(value).map(([name, item]) => [name, otherThan(item, random)]));
}

describe("what is given with a request is refused where it is too much:", () => {
  const assert = "mutation ($c: [ClaimInput!]!) { assertClaims(input: $c) { created } }";
  const claim = (citations: readonly object[]) => ({ subject: "a", predicate: "OWNS", citations });
  const source = (more: object) => ({ names: [{ language: "en", text: "A" }], sourceType: "POST", ...more });
  const add = "mutation ($s: SourceInput!) { addSource(input: $s) { created } }";

  it.each<[what: string, text: string, variables: Readonly<Record<string, unknown>>, message: string]>([
    [
      "a list",
      assert,
      { c: new Array(1001).fill(claim([])) },
      "assertClaims.input has 1001 items; at most 1000 are read",
    ],
    [
      "a list within a list",
      assert,
      { c: [claim([]), claim(new Array(1001).fill({ source: "a", quote: "b" }))] },
      "assertClaims.input[1].citations has 1001 items; at most 1000 are read",
    ],
    [
      "all lists together",
      assert,
      { c: Array.from({ length: 10 }, () => claim(Array.from({ length: 600 }, () => ({ source: "a", quote: "b" })))) },
      "assertClaims.input[8].citations has the request's item 5410, of all its lists; at most 5000 are read",
    ],
    [
      "a text",
      assert,
      { c: [claim([{ source: "a", quote: "x".repeat(10_001) }])] },
      "assertClaims.input[0].citations[0].quote has 10001 characters; at most 10000 are read",
    ],
    [
      "a source's text",
      add,
      { s: source({ text: "x".repeat(1_000_001) }) },
      "addSource.input.text has 1000001 characters; at most 1000000 are read",
    ],
    [
      "ids in the document itself",
      `{ nodes(ids: [${'"a", '.repeat(1001)}]) { id } }`,
      {},
      "nodes.ids has 1001 items; at most 1000 are read",
    ],
    [
      "what is searched",
      "query ($t: String!) { search(text: $t) { totalCount } }",
      { t: "x".repeat(10_001) },
      "search.text has 10001 characters; at most 10000 are read",
    ],
  ])("%s", (_what, text, variables, message) => {
    expect(refusalOf(() => costOf(text, variables))).toBe(message);
  });

  it("a source's text may be longer than others", () => {
    expect(() => costOf(add, { s: source({ text: "x".repeat(1_000_000) }) })).not.toThrow();
  });

  it("a large value that many fields are given by one variable is looked at once", () => {
    const text = `query ($ids: [ID!]!) { ${Array.from({ length: 50 }, (_, i) => `a${i}: nodes(ids: $ids) { id }`).join(" ")} }`;
    expect(costOf(text, { ids: new Array(1000).fill("h100") })).toBeGreaterThan(100);
  });
});
