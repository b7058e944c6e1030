import path from "node:path";
import { parse, validate } from "graphql";
import { expect, it } from "vitest";
import { PROJECT_FOLDER } from "../../src/config.js";
import { PAGES } from "../../src/explorer/pages/index.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";

it.each(["schema/ontology.yaml", "seeds/north-pole/ontology.yaml"])("the pages' operations fit %s", (file) => {
  const schema = buildSchema(loadOntology(path.join(PROJECT_FOLDER, file)));
  for (const { name, operation } of PAGES) {
    const faults = validate(schema, parse(operation.toString())).map(({ message }) => message);
    expect([name, ...faults]).toEqual([name]);
  }
});
