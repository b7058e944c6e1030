import { setImmediate as turn } from "node:timers/promises";
import {
  buildSchema as schemaFromText,
  execute,
  getIntrospectionQuery,
  parse,
  print,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../../src/graphql/context.js";
import { executorOf, Variants, type Execute } from "../../../src/graphql/execute/executor.js";
import { buildSchema } from "../../../src/graphql/schema.js";
import type { Store } from "../../../src/store/port.js";
import { Random } from "../../cypher/randomGraph.js";
import { seededStore } from "../../exchange/seededStore.js";
import { exampleQuestions } from "../exampleQuestions.js";
import { serveGraph, type TestGraph } from "../testGraph.js";
import { faultySchema, type FaultyContext } from "./faultySchema.js";
import { randomOperation } from "./randomOperation.js";

/** How many operations of each schema are tried. */
const FAULTY = Number(process.env["SANAD_TEST_FAULTY"] ?? 400);
const REAL = Number(process.env["SANAD_TEST_REAL"] ?? 120);

/** Rejections that nobody has heard: each would end the server. */
const unheard: unknown[] = [];
const hear = (reason: unknown) => void unheard.push(reason);
const others = process.listeners("unhandledRejection");
beforeAll(() => {
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", hear);
});
afterAll(() => {
  process.off("unhandledRejection", hear);
  for (const other of others) process.on("unhandledRejection", other);
});

/** All that a client is told, with fields and errors in their order, and how many rejections went unheard until all was at an end. */
async function outcome(way: Execute, document: DocumentNode, variableValues: object, contextValue: unknown) {
  const asked = { document, variableValues: variableValues as Record<string, unknown>, contextValue };
  const { data, errors }: ExecutionResult = await way({ ...asked, rootValue: "the root" });
  const faults = errors?.map((error) => ({ ...error.toJSON(), cause: String(error.originalError) }));
  await turn();
  return { answer: JSON.stringify({ faults, data }, null, 1), unheard: unheard.splice(0).length };
}

/** For the same document again: what is skipped and included, turned round. */
function turned(variables: Readonly<Record<string, unknown>>): object {
  const all = Object.entries(variables);
  return Object.fromEntries(all.map(([name, value]) => [name, typeof value === "boolean" ? !value : value]));
}

const byGraphqlJs =
  (schema: GraphQLSchema): Execute =>
  (args) =>
    execute({ schema, ...args });

describe("operations compiled, beside graphql-js", () => {
  it(
    "answer the same where anything may be at fault, and leave no rejection unheard",
    { timeout: 600_000 },
    async () => {
      const schema = faultySchema();
      const compiled = executorOf(schema);
      const seen = { faults: 0, nothing: 0, unheard: 0 };
      for (let seed = 1; seed <= FAULTY; seed++) {
        const random = new Random(seed);
        const type = random.once(5) ? schema.getMutationType()! : schema.getQueryType()!;
        const { query, variables } = randomOperation(schema, type, random, ["one", "two"]);
        const document = parse(query);
        for (const given of [variables, turned(variables)]) {
          const of = (): FaultyContext => ({ seed, done: [] });
          const [theirContext, ourContext] = [of(), of()];
          const theirs = await outcome(byGraphqlJs(schema), document, given, theirContext);
          const ours = await outcome(compiled, document, given, ourContext);
          const which = `${seed}: ${query}\n${JSON.stringify(given)}`;
          expect(ours, which).toEqual({ answer: theirs.answer, unheard: 0 });
          expect(ourContext.done, which).toEqual(theirContext.done);
          if (theirs.answer.startsWith('{\n "faults"')) seen.faults++;
          if (theirs.answer.endsWith('"data": null\n}')) seen.nothing++;
          seen.unheard += theirs.unheard;
        }
      }
      // the faults are there to be met
      expect(seen.faults).toBeGreaterThan(FAULTY / 3);
      expect(seen.nothing).toBeGreaterThan(FAULTY / 10);
      expect(seen.unheard).toBeGreaterThan(FAULTY / 100);
    },
  );

  it("are kept no more than there is room for, however many there are, and answer the same when they come again", async () => {
    const schema = schemaFromText("type Query { deeper: Query a: Int b: Int }");
    const room = 40;
    const variants = new Variants(room);
    const compiled = executorOf(schema, variants);
    const rootValue = { deeper: () => rootValue, a: 1, b: 2 };
    const fields = Array.from({ length: 6 }, (_, number) => `f${number}: deeper { a deeper { b } }`).join(" ");
    const documents = [1, 2, 3].map((number) =>
      parse(`query Of${number}($a: Boolean!, $b: Boolean!) { a @skip(if: $a) b @include(if: $b) ${fields} }`),
    );
    await compiled({ document: documents[0]!, rootValue, variableValues: { a: true, b: true } });
    expect(variants.size).toBe(1 + 7 + 6 * (2 + 1)); // what was met beneath is counted
    for (const document of [...documents, ...documents]) {
      for (const [a, b] of [
        [true, true],
        [true, false],
        [false, true],
      ]) {
        const asked = { document, rootValue, variableValues: { a, b } };
        expect(await compiled(asked)).toEqual(await execute({ schema, ...asked }));
        expect(variants.size).toBeLessThanOrEqual(room);
      }
    }
  });

  describe("over the article's graph", () => {
    let graph: TestGraph;
    beforeAll(async () => {
      graph = await serveGraph(await seededStore());
    });
    afterAll(() => graph.close());

    const schemaOf = () => buildSchema(graph.ontology);
    /** Statements are answered in the order in which they are sent, so that it is no chance which of two errors comes first. */
    const inOrder = (store: Store): Store => {
      let last: Promise<unknown> = Promise.resolve();
      const read: Store["read"] = (statement, access) => {
        const rows = last.then(() => store.read(statement, access));
        last = rows.catch(() => undefined);
        return rows;
      };
      return { ...store, capabilities: store.capabilities, read };
    };
    const bothWays = async (ways: readonly Execute[], document: DocumentNode, variables: object) => {
      const outcomes = [];
      for (const way of ways) {
        const context = createContext(inOrder(graph.store), graph.ontology);
        outcomes.push({ ...(await outcome(way, document, variables, context)), statements: context.levels.statements });
      }
      const [theirs, ours] = outcomes;
      expect(ours, `${print(document)}\n${JSON.stringify(variables)}`).toEqual({ ...theirs, unheard: 0 });
      return ours!.answer;
    };

    it("answer the same with as many statements, whatever is asked", async () => {
      const schema = schemaOf();
      const { data } = await graph.ask(
        `{ entities(first: 30) { nodes { id name } } claims(first: 20) { nodes { id citations { id } } } conflicts { nodes { id } } }`,
      );
      const texts = [...JSON.stringify(data).matchAll(/"(?:id|name)":"([^"]*)"/gu)].map(([, text]) => text!);
      const ways = [byGraphqlJs(schema), executorOf(schema)];
      let [asked, faults] = [0, 0];
      for (let seed = 1; seed <= REAL; seed++) {
        const { query, variables } = randomOperation(schema, schema.getQueryType()!, new Random(seed), texts);
        if (validate(schema, parse(query)).length > 0) continue; // fields of one name that are different things on different types
        const document = parse(query);
        for (const given of [variables, turned(variables)]) {
          asked++;
          const answer = await bothWays(ways, document, given);
          if (answer.includes('"faults"')) faults++;
        }
      }
      expect(asked).toBeGreaterThan(REAL * 1.6);
      expect(asked - faults).toBeGreaterThan(asked / 4);
    });

    it("answer the contract's questions and introspection the same", async () => {
      const schema = schemaOf();
      const ways = [byGraphqlJs(schema), executorOf(schema)];
      for (const { query, variables } of await exampleQuestions(graph)) await bothWays(ways, parse(query), variables);
      await bothWays(ways, parse(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })), {});
    });
  });
});
