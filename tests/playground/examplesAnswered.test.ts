import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  buildClientSchema,
  getIntrospectionQuery,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { variablesOf } from "../../src/playground/exampleVariables.js";
import { isServed } from "../../src/playground/isServed.js";
import { knownThingsQuery, thingsIn, type KnownThings } from "../../src/playground/knownThings.js";
import { linkedIds } from "../../src/playground/linkedIds.js";
import { readOperations } from "../../src/playground/operations.js";
import { pagesOfAnswer } from "../../src/playground/pagesOfAnswer.js";
import { PROJECT } from "../exchange/seededStore.js";
import { NORTH_POLE, startTestServer, type TestServer } from "./server.js";

const folder = path.resolve(import.meta.dirname, "../../schema/operations");
const documents = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
const examples = readOperations(documents).filter(({ type }) => type === OperationTypeNode.QUERY);

describe.each([
  { graph: "the article's graph", seeds: PROJECT, left: [] as string[] },
  {
    graph: "the graph of another subject",
    seeds: NORTH_POLE,
    left: [
      "ChipTotals",
      "Clusters",
      "ConfirmedLargeClusters",
      "EntityPage",
      "LargestClusters",
      "MuskClusters",
      "PowerfulSites",
    ],
  },
])("the examples over $graph", ({ seeds, left }) => {
  let server: TestServer;
  let things: KnownThings;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    server = await startTestServer(seeds);
    things = thingsIn(await send(knownThingsQuery));
    schema = buildClientSchema((await send(getIntrospectionQuery())).data as unknown as IntrospectionQuery);
  }, 120_000);

  afterAll(() => server.close());

  it("have the ids of things that the server holds", () => {
    expect(Object.entries(things).filter(([, thing]) => !thing)).toEqual([]);
    expect(things.claim).toMatch(/^c_/);
  });

  it("are those that it has fields and predicates for, and all are answered", async () => {
    const served = examples.filter((example) => isServed(example, schema, things));
    const others = examples.filter((example) => !served.includes(example));
    expect(others.map(({ name }) => name).sort()).toEqual(left);
    for (const example of served) {
      const { errors, data } = await send(example.text, variablesOf(example, things));
      expect(errors?.map(({ message }) => message) ?? [], example.name).toEqual([]);
      expect(Object.values(data ?? {}), example.name).not.toContain(null);
    }
  });

  it("have ids that lead to the page of what they are the id of, and no others", async () => {
    for (const example of examples.filter((each) => isServed(each, schema, things))) {
      const answer = await send(example.text, variablesOf(example, things));
      const text = JSON.stringify(answer, null, 2);
      const lines = text.split("\n");
      const linked = linkedIds(text, answer, pagesOfAnswer({ query: example.text }, answer.data, schema));
      const at = linked.map(({ line, columns: [start, end] }) => lines[line - 1]!.slice(start - 1, end - 1));
      const ids = idsIn(answer.data);
      const types = await typesOf([...new Set(ids)]);
      expect(
        linked.map(({ address }, index) => [at[index], address]),
        example.name,
      ).toEqual(ids.filter((id) => pageOf(types.get(id))).map((id) => [id, `${pageOf(types.get(id))}${id}`]));
    }
  });

  /** What the server says that the ids are of. */
  async function typesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const types = new Map<string, string>();
    for (let from = 0; from < ids.length; from += 100) {
      const some = ids.slice(from, from + 100);
      const { data } = await send("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", { ids: some });
      (data as { nodes: { __typename: string }[] }).nodes.forEach((node, index) =>
        types.set(some[index]!, node.__typename),
      );
    }
    return types;
  }

  async function send(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult> {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as ExecutionResult;
  }
});

/** All values under a key `id`, in their order. */
function idsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => (key === "id" ? [child as string] : idsIn(child)));
}

function pageOf(type: string | undefined): string | null {
  if (type === "Claim") return "/c/";
  if (type === "Conflict") return "/conflicts/";
  return type === "Citation" || type === "DuplicateCandidate" ? null : "/e/";
}
