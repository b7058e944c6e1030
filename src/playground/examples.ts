import { OperationTypeNode, type GraphQLSchema } from "graphql";
import { variablesOf } from "./exampleVariables.js";
import { isServed } from "./isServed.js";
import { knownThings, type KnownThings } from "./knownThings.js";
import { readOperations, type Operation } from "./operations.js";
import type { TabContent } from "./tabContent.js";

const contract = import.meta.glob<string>("../../schema/operations/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const pages = import.meta.glob<string>("../explorer/queries/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The flagship and what follows from it come first, then the rest as their files have them. */
const firstFiles = ["flagship", "provenance", "explore", "filters"];

const documents = Object.entries(contract)
  .sort(([a], [b]) => place(a) - place(b))
  .map(([, document]) => document);
const operations = readOperations(documents);

/** Operations under a heading. Only those that change nothing are run when they are opened. */
export interface ExampleGroup {
  title: string;
  /** What is said of the group, below its heading. */
  note: string;
  runs: boolean;
  examples: readonly Operation[];
}

/** Every operation of the public contract, and what the pages ask. */
export const exampleGroups: readonly ExampleGroup[] = [
  {
    title: "Ask",
    note: "Each opens in its own tab and runs.",
    runs: true,
    examples: ofType(operations, OperationTypeNode.QUERY),
  },
  {
    title: "What the pages ask",
    note: "Every page is the answer to one of these. Each opens in its own tab and runs.",
    runs: true,
    examples: ofType(readOperations(Object.values(pages), documents), OperationTypeNode.QUERY),
  },
  {
    title: "Write",
    note: "For curators, with a token in the headers. Each opens in its own tab and does not run.",
    runs: false,
    examples: ofType(operations, OperationTypeNode.MUTATION),
  },
];

/** The tabs that a first visit opens: the first three of these that the served graph can be asked. */
const startingExamples = ["MuskClusters", "Provenance", "Conflicts", "EntityPage", "Search", "WhatThereIs"];

/** The first tabs with their variables; where the schema is not known, it is taken that all can be asked. */
export async function firstTabs(schema: GraphQLSchema | null): Promise<TabContent[]> {
  const things = await knownThings();
  const asked = startingExamples.flatMap((name) => operations.find((operation) => operation.name === name) ?? []);
  const served = asked.filter((operation) => isServed(operation, schema, things));
  return served.slice(0, 3).map((operation) => fill(operation, things));
}

/** The example as the content of a tab, its variables filled in. */
export async function tabOf(example: Operation): Promise<TabContent> {
  return fill(example, await knownThings());
}

function fill(example: Operation, things: KnownThings): TabContent {
  const variables = variablesOf(example, things);
  return {
    query: example.text,
    variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "",
  };
}

function ofType(operations: readonly Operation[], type: OperationTypeNode): readonly Operation[] {
  return operations.filter((operation) => operation.type === type);
}

function place(file: string): number {
  const index = firstFiles.findIndex((name) => file.endsWith(`/${name}.graphql`));
  return index < 0 ? firstFiles.length : index;
}
