import path from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "@graphql-codegen/cli";
import { printSchema } from "graphql";
import { expect, test } from "vitest";
import codegen from "../../codegen.js";
import { schemaStatements } from "../../src/cypher/schema.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";

const folder = new URL("../../schema/", import.meta.url);
const ontology = loadOntology(fileURLToPath(new URL("ontology.yaml", folder)));
const sdl = printSchema(buildSchema(ontology));

/** The project's folder, from which the configuration's paths are reckoned. */
const project = fileURLToPath(new URL("../../", import.meta.url));

/** `npm run generate` runs these with --update, which writes the files. */
test.each([
  ["schema.graphql", `# Made from ontology.yaml by \`npm run generate\`.\n\n${sdl}\n`],
  [
    "constraints.cypher",
    `// Made from ontology.yaml by \`npm run generate\`.\n\n${schemaStatements(ontology).join(";\n")};\n`,
  ],
])("schema/%s is what the code makes", async (name, text) => {
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(name, folder)));
});

test("the types of the pages' operations are what the schema makes of them", async () => {
  const files = (await generate({ ...codegen, schema: sdl, cwd: project, silent: true }, false)) as {
    readonly filename: string;
    readonly content: string;
  }[];
  expect(files.length).toBeGreaterThan(0);
  for (const { filename, content } of files) await expect(content).toMatchFileSnapshot(path.resolve(project, filename));
});
