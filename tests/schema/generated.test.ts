import { fileURLToPath } from "node:url";
import { printSchema } from "graphql";
import { expect, test } from "vitest";
import { schemaStatements } from "../../src/cypher/schema.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";

const folder = new URL("../../schema/", import.meta.url);
const ontology = loadOntology(fileURLToPath(new URL("ontology.yaml", folder)));

/** `npm run generate` runs these with --update, which writes the files. */
test.each([
  ["schema.graphql", `# Made from ontology.yaml by \`npm run generate\`.\n\n${printSchema(buildSchema(ontology))}\n`],
  [
    "constraints.cypher",
    `// Made from ontology.yaml by \`npm run generate\`.\n\n${schemaStatements(ontology).join(";\n")};\n`,
  ],
])("schema/%s is what the code makes", async (name, text) => {
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(name, folder)));
});
