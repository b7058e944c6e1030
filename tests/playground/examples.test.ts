import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { describe, expect, it } from "vitest";
import { exampleVariables } from "../../src/playground/exampleVariables.js";
import { readOperations } from "../../src/playground/operations.js";

const schemaFolder = path.resolve(import.meta.dirname, "../../schema");
const operationsFolder = path.join(schemaFolder, "operations");
const documents = readdirSync(operationsFolder).map((name) => readFileSync(path.join(operationsFolder, name), "utf8"));
const operations = readOperations(documents);
const ids = { claim: "c_1", conflict: "x_1" };

describe("the examples", () => {
  it("are the queries of the public contract, and nothing else", () => {
    const queries = documents
      .flatMap((document) => parse(document).definitions)
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === "query")
      .map((definition) => (definition as OperationDefinitionNode).name!.value);
    expect(operations.map(({ name }) => name)).toEqual(queries);
    expect(Object.keys(exampleVariables).sort()).toEqual([...queries].sort());
  });

  it.each(operations)("$name stands by itself and says what it is for", ({ name, description, text }) => {
    const { definitions } = parse(text);
    const [first, ...fragments] = definitions;
    expect(first).toMatchObject({ kind: Kind.OPERATION_DEFINITION, name: { value: name } });
    const used = new Set([...text.matchAll(/\.\.\.([A-Z]\w+)/g)].map((match) => match[1]));
    const defined = fragments.map((fragment) => fragment.kind === Kind.FRAGMENT_DEFINITION && fragment.name.value);
    expect(defined.sort()).toEqual([...used].sort());
    expect(description).not.toBe("");
    expect(text.startsWith("#")).toBe(true);
  });

  it.each(operations)("$name has every variable that it needs", ({ name, text }) => {
    const operation = parse(text).definitions[0] as OperationDefinitionNode;
    const variables = variablesOf(name);
    for (const { type, variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (type.kind === Kind.NON_NULL_TYPE && !defaultValue) expect(variables).toHaveProperty(variable.name.value);
    }
    const declared = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
    expect(declared).toEqual(expect.arrayContaining(Object.keys(variables)));
  });

  const schemaFile = path.join(schemaFolder, "schema.graphql");
  it.runIf(existsSync(schemaFile)).each(operations)("$name is accepted by the schema", ({ name, text }) => {
    const schema = buildSchema(readFileSync(schemaFile, "utf8"));
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode;
    expect(getVariableValues(schema, variableDefinitions, variablesOf(name)).errors).toBeUndefined();
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
      description: "First line, second.",
      text: "# First line,\n# second.\nquery A { t { ...D } }\n\nfragment D on T { ...B }\n\n# a thing\nfragment B on T { id # its id\n}\n",
    });
  });
});

function variablesOf(name: string): Record<string, unknown> {
  const variables = exampleVariables[name]!;
  return typeof variables === "function" ? variables(ids) : variables;
}
