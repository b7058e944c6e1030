import { exampleVariables } from "./exampleVariables.js";
import { knownIds } from "./knownIds.js";
import type { TabContent } from "./tabContent.js";
import { readOperations, type Operation } from "./operations.js";

const documents = import.meta.glob<string>("../../schema/operations/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The flagship and what follows from it come first, then the rest as their files have them. */
const firstFiles = ["flagship", "provenance", "explore", "filters"];

/** Every reading operation of the public contract, ready to run. */
export const examples: readonly Operation[] = readOperations(
  Object.entries(documents)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([, document]) => document),
);

/** The tabs that a first visit opens. */
export const firstTabs = ["MuskClusters", "Provenance", "Conflicts"];

/** The example as the content of a tab, its variables filled in. */
export async function tabOf(name: string): Promise<TabContent> {
  const example = examples.find((operation) => operation.name === name);
  if (!example) throw new Error(`There is no example named ${name}.`);
  const given = exampleVariables[name] ?? {};
  const variables = typeof given === "function" ? given(await knownIds()) : given;
  return {
    query: example.text,
    variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "",
  };
}

function place(file: string): number {
  const index = firstFiles.findIndex((name) => file.endsWith(`/${name}.graphql`));
  return index < 0 ? firstFiles.length : index;
}
