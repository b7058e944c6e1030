import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { describe, expect, it } from "vitest";
import { exampleVariables, variablesOf } from "../../src/playground/exampleVariables.js";
import { isServed } from "../../src/playground/isServed.js";
import { thingsIn } from "../../src/playground/knownThings.js";
import { readOperations } from "../../src/playground/operations.js";

const schemaFolder = path.resolve(import.meta.dirname, "../../schema");
const operationsFolder = path.join(schemaFolder, "operations");
const documents = readdirSync(operationsFolder).map((name) => readFileSync(path.join(operationsFolder, name), "utf8"));
const operations = readOperations(documents);
const things = { ...thingsIn({}), sourceType: "ARTICLE" };

describe("the examples", () => {
  it("are the operations of the public contract, and nothing else", () => {
    const named = documents
      .flatMap((document) => parse(document).definitions)
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((definition) => definition.name!.value);
    expect(operations.map(({ name }) => name)).toEqual(named);
    expect(named).toEqual(expect.arrayContaining(Object.keys(exampleVariables)));
  });

  it.each(operations)("$name stands by itself, and what asks says what for", ({ name, type, description, text }) => {
    const { definitions } = parse(text);
    const [first, ...fragments] = definitions;
    expect(first).toMatchObject({ kind: Kind.OPERATION_DEFINITION, name: { value: name } });
    const used = new Set([...text.matchAll(/\.\.\.([A-Z]\w+)/g)].map((match) => match[1]));
    const defined = fragments.map((fragment) => fragment.kind === Kind.FRAGMENT_DEFINITION && fragment.name.value);
    expect(defined.sort()).toEqual([...used].sort());
    if (type === "query") expect(description).not.toBe("");
    expect(text.startsWith("#")).toBe(description !== "");
  });

  it.each(operations)("$name has every variable that it needs", (example) => {
    const operation = parse(example.text).definitions[0] as OperationDefinitionNode;
    const variables = variablesOf(example, things);
    for (const { type, variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (type.kind === Kind.NON_NULL_TYPE && !defaultValue) expect(variables).toHaveProperty(variable.name.value);
    }
    const declared = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
    expect(declared).toEqual(expect.arrayContaining(Object.keys(variables)));
  });

  const schemaFile = path.join(schemaFolder, "schema.graphql");
  it.runIf(existsSync(schemaFile)).each(operations)("$name is accepted by the schema", (example) => {
    const schema = buildSchema(readFileSync(schemaFile, "utf8"));
    const document = parse(example.text);
    expect(validate(schema, document)).toEqual([]);
    const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode;
    expect(getVariableValues(schema, variableDefinitions, variablesOf(example, things)).errors).toBeUndefined();
  });
});

describe("an example's text", () => {
  const shared = "# Shared.\n\n# a thing\nfragment B on T { id # its id\n}\nfragment C on T { x }\n";
  const [operation] = readOperations([
    "# Of the file.\n\n# First line,\n# second.\nquery A { t { ...D } } # trailing\nmutation M { m }\n",
    `${shared}fragment D on T { ...B }\n`,
  ]);

  it("is the comment above it, the operation, and the fragments that it uses, through others too", () => {
    expect(operation).toEqual({
      name: "A",
      type: "query",
      description: "First line, second.",
      text: "# First line,\n# second.\nquery A { t { ...D } }\n\nfragment D on T { ...B }\n\n# a thing\nfragment B on T { id # its id\n}\n",
    });
  });
});

describe("an example of another graph", () => {
  const schema = buildSchema(
    "type Query { claims(where: Where): Int } input Where { predicate: P } input P { in: [String!] }",
  );
  const claims = operationOf('query A { claims(where: { predicate: { in: ["OWNS"] } }) }');

  it("is not served where a field or a predicate is missing, and is where it is not known what there is", () => {
    expect(isServed(claims, schema, { predicates: new Set(["OWNS"]) })).toBe(true);
    expect(isServed(claims, schema, { predicates: new Set(["LED"]) })).toBe(false);
    expect(isServed(operationOf("query A { clusters }"), schema, { predicates: null })).toBe(false);
    expect(isServed(operationOf("query A { clusters }"), null, { predicates: null })).toBe(true);
  });
});

function operationOf(text: string) {
  return readOperations([text])[0]!;
}
