import { fileURLToPath } from "node:url";
import { printSchema } from "graphql";
import { expect, test } from "vitest";
import { schemaStatements } from "../../src/cypher/schema.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyReference } from "./ontologyReference.js";

const folder = new URL("../../", import.meta.url);
const ontology = loadOntology(fileURLToPath(new URL("schema/ontology.yaml", folder)));
const reference = ontologyReference(ontology);

/** `npm run generate` runs these with --update, which writes the files. */
test.each([
  [
    "schema/schema.graphql",
    `# Made from ontology.yaml by \`npm run generate\`.\n\n${printSchema(buildSchema(ontology))}\n`,
  ],
  [
    "schema/constraints.cypher",
    `// Made from ontology.yaml by \`npm run generate\`.\n\n${schemaStatements(ontology).join(";\n")};\n`,
  ],
  ["docs/ontology.md", reference],
])("%s is what the code makes", async (name, text) => {
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(name, folder)));
});

test("docs/ontology.md has everything once, and its links lead there", () => {
  const headings = [...reference.matchAll(/^#+ (.*)$/gmu)].map(([, heading]) =>
    heading!.toLowerCase().replaceAll(" ", "-"),
  );
  expect(new Set(headings).size).toBe(headings.length);
  expect(headings).toEqual(expect.arrayContaining(["cluster", "uses_chip", "units"]));
  const links = new Set([...reference.matchAll(/\]\(#([^)]*)\)/gu)].map(([, link]) => link!));
  expect([...links].filter((link) => !headings.includes(link))).toEqual([]);
});
