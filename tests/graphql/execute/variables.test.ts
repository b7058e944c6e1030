import { getVariableValues, parse, type OperationDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { variablesOf, type Values } from "../../../src/graphql/execute/variables.js";
import { buildSchema } from "../../../src/graphql/schema.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { RandomFilter } from "../../cypher/randomFilter.js";
import { Random, randomGraph } from "../../cypher/randomGraph.js";

const schema = buildSchema(loadOntology("schema/ontology.yaml"));
const random = new Random(11);
const filters = new RandomFilter(randomGraph(random), random);

const document = parse(`query (
  $where: ClusterFilter, $claims: ClaimFilter!, $order: [EntityOrder!] = [{ field: NAME }], $ids: [ID!]!, $first: Int! = 20, $asOf: AsOf, $flag: Boolean, $lists: [[Int]]
) { __typename }`);
const operation = document.definitions[0] as OperationDefinitionNode;

const given = (): Values => ({
  where: filters.node(["CLUSTER"], 2),
  claims: filters.claim(),
  ...(random.once(2) && { order: [{ direction: "DESC", field: "NAME" }] }),
  ids: random.pick<unknown>([["a"], "a", [1, "b"], []]),
  ...(random.once(2) && { first: random.pick([1, 2.0, null]) }),
  ...(random.once(3) && {
    asOf: random.pick<unknown>([null, undefined, { validAt: "2024", knownAt: "2024-01-01T00:00:00Z" }]),
  }),
  ...(random.once(3) && { flag: true }),
  ...(random.once(3) && { lists: random.pick<unknown>([1, [1, null], [[1], 2], null]) }),
});

/** The same with something changed somewhere in it. */
function changed(value: unknown): unknown {
  const other = [null, undefined, 1, 1.5, "a", true, [], {}, ["a", null], { a: 1 }, { eq: "a" }, new Set(["a"])];
  if (typeof value !== "object" || value === null || random.once(6)) return random.pick<unknown>(other);
  if (Array.isArray(value)) {
    const at = random.below(value.length + 1);
    return value.map((item: unknown, index) => (index === at ? changed(item) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || random.once(6)) return { ...value, [random.pick(["eq", "unknown", "and", "name"])]: "a" };
  const [key, inner] = random.pick(entries);
  return { ...value, [key]: changed(inner) };
}

test("variables are read as graphql-js reads them, in its order, and what is wrong with them is told in its words", () => {
  const met = { read: 0, refused: 0 };
  for (let i = 0; i < 2000; i++) {
    const variables = (random.once(2) ? given() : changed(given())) as Values;
    if (typeof variables !== "object" || variables === null) continue;
    const expected = getVariableValues(schema, operation.variableDefinitions!, variables, { maxErrors: 50 });
    const read = variablesOf(schema, operation, variables);
    expect(written(read.coerced)).toBe(written(expected.coerced));
    expect(read.errors?.map(({ message }) => message)).toEqual(expected.errors?.map(({ message }) => message));
    if (expected.errors) met.refused++;
    else met.read++;
  }
  // or nothing would be proved
  expect(Math.min(met.read, met.refused)).toBeGreaterThan(200);
});

/** With the order of its keys, and with what JSON leaves out. */
function written(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner === undefined ? "undefined" : inner));
}
