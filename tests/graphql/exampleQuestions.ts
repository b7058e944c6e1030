import { variablesOf } from "../../src/playground/exampleVariables.js";
import type { KnownThings } from "../../src/playground/knownThings.js";
import { operations } from "./operations.js";
import type { TestGraph } from "./testGraph.js";

/** An operation of the contract with variables to ask it with. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
}

const idsQuery = `{
  claims(first: 1, where: { predicate: { eq: "USES_CHIP" } }) { nodes { id } }
  conflicts(first: 1) { nodes { id } }
}`;

/** Things of the article's graph, for the playground's examples. */
export const articleThings: KnownThings = {
  ...{ claim: "c_1", conflict: "x_1", predicate: "USES_CHIP", predicates: null },
  ...{ entity: "cortex", name: "Cortex", otherName: "ممفيس", from: "elon-musk", to: "h100", kind: "COMPANY" },
  ...{ source: "article", sourceType: "ARTICLE", url: "https://pic.twitter.com/UgvmsBLuQp" },
};

/** The contract's queries as the playground's examples ask them of a graph that holds the article's. */
export async function exampleQuestions(graph: Pick<TestGraph, "ask">): Promise<Question[]> {
  const { data } = await graph.ask(idsQuery);
  const [claim, conflict] = [data.claims.nodes[0].id as string, data.conflicts.nodes[0].id as string];
  return readingOperations.map((name) => {
    const query = operations.get(name)!;
    return { name, query, variables: variablesOf({ name, text: query }, { ...articleThings, claim, conflict }) };
  });
}

/** The names of the contract's queries. */
export const readingOperations: readonly string[] = [...operations]
  .filter(([, text]) => text.startsWith("query"))
  .map(([name]) => name);
