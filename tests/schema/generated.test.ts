import { fileURLToPath } from "node:url";
import { generate } from "@graphql-codegen/cli";
import { printSchema } from "graphql";
import { expect, test } from "vitest";
import codegen from "../../codegen.js";
import { schemaStatements } from "../../src/cypher/schema.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyReference } from "./ontologyReference.js";

const project = new URL("../../", import.meta.url);
const ontology = loadOntology(fileURLToPath(new URL("schema/ontology.yaml", project)));
const sdl = printSchema(buildSchema(ontology));
const reference = ontologyReference(ontology);

/** `npm run generate` runs these with --update, which writes the files. */
test.each([
  ["schema/schema.graphql", `# Made from ontology.yaml by \`npm run generate\`.\n\n${sdl}\n`],
  [
    "schema/constraints.cypher",
    `// Made from ontology.yaml by \`npm run generate\`.\n\n${schemaStatements(ontology).join(";\n")};\n`,
  ],
  ["docs/ontology.md", reference],
])("%s is what the code makes", async (name, text) => {
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(name, project)));
});

test("the types of the pages' operations are what the schema makes of them", async () => {
  const files = (await generate({ ...codegen, schema: sdl, cwd: fileURLToPath(project), silent: true }, false)) as {
    readonly filename: string;
    readonly content: string;
  }[];
  expect(files.length).toBeGreaterThan(0);
  for (const { filename, content } of files)
    await expect(content).toMatchFileSnapshot(fileURLToPath(new URL(filename, project)));
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
