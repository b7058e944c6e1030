import { readdirSync, readFileSync } from "node:fs";
import { isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coreSchema } from "../../src/graphql/core.js";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";
import * as reserved from "../../src/ontology/reserved.js";
import { seededStore, type OpenedStore } from "../exchange/seededStore.js";

const ontology = loadOntology("schema/ontology.yaml");
const core = coreSchema();
const whole = buildSchema(ontology);
const kinds = [...ontology.kinds.values()];
const predicates = [...ontology.predicates.values()];

/** Those that are not in the list. */
const forgotten = (names: Iterable<string>, list: ReadonlySet<string>) =>
  [...new Set(names)].filter((name) => !list.has(name));
const fieldsOf = (name: string): string[] => {
  const type = core.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type))
    throw new Error(`${name} has no fields`);
  return Object.keys(type.getFields());
};

describe("no name of the server's own is forgotten:", () => {
  test("the core's types", () => {
    const types = Object.keys(core.getTypeMap()).filter((name) => !name.startsWith("__"));
    expect(forgotten(types, reserved.RESERVED_TYPES)).toEqual([]);
  });

  test("the types that every ontology's schema has, and what kinds and relations bring along", () => {
    const brought = [
      ...kinds.flatMap(({ type }) => [type, ...reserved.KIND_TYPE_SUFFIXES.map((suffix) => `${type}${suffix}`)]),
      ...predicates.flatMap(({ field, inverse }) =>
        [field, inverse].flatMap((name) =>
          reserved.RELATION_TYPE_SUFFIXES.map((suffix) => `${name?.charAt(0).toUpperCase()}${name?.slice(1)}${suffix}`),
        ),
      ),
    ];
    const types = Object.keys(whole.getTypeMap()).filter((name) => !name.startsWith("__"));
    expect(forgotten(types, new Set([...reserved.RESERVED_TYPES, ...brought]))).toEqual([]);
  });

  test("the fields of Entity and Source, and the words of filters", () => {
    const names = ["Entity", "Source", "EntityFilter", "SourceFilter"].flatMap(fieldsOf);
    expect(forgotten([...names, "sourceType"], reserved.RESERVED_FIELDS)).toEqual([]);
    const relations = predicates.flatMap(({ field, inverse }) => [field, inverse]);
    for (const name of ["Source", "Entity"]) {
      const type = whole.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(name);
      const own = Object.keys(type.getFields()).filter((field) => !relations.includes(field));
      expect(forgotten(own, reserved.RESERVED_FIELDS)).toEqual([]);
    }
  });

  test("the fields of Query", () => {
    const own = Object.keys(whole.getQueryType()!.getFields()).filter(
      (name) => !kinds.some(({ field }) => field === name),
    );
    expect(forgotten([...own, ...fieldsOf("Query")], reserved.RESERVED_ROOT_FIELDS)).toEqual([]);
  });

  test("the labels and edges that statements speak of", () => {
    const texts = readdirSync("src/cypher").map((file) => readFileSync(`src/cypher/${file}`, "utf8"));
    const labels = texts.flatMap((text) => [...text.matchAll(/\(\w*:([A-Z]\w+)/gu)].map(([, label]) => label!));
    const edges = texts.flatMap((text) => [
      ...[...text.matchAll(/\[\w*:([A-Z_]+)[\]*]/gu)].map(([, type]) => type!),
      // the types that a statement's maker takes
      ...[...text.matchAll(/"([A-Z]+_[A-Z_]+|SUBJECT|OBJECT)"/gu)].map(([, type]) => type!),
    ]);
    expect(new Set(labels)).toContain("Citation");
    expect(new Set(edges)).toContain("HAS_AUTHOR");
    expect(forgotten(labels, reserved.RESERVED_TYPES)).toEqual([]);
    const notEdges = new Set([
      "NULL_FILTER",
      "EMPTY_FILTER",
      "RECORDED_AT",
      "VALID_FROM",
      "NOT_IMPLEMENTED",
      "NO_TEXT",
      "NO_WORD",
      "TEXT_TOO_LONG",
      "TOO_MANY_WORDS",
      "WRONG_CURSOR",
      "WRONG_DATE",
      "EMPTY_NAME",
      "NO_PREDICATE",
      "TOO_COMPLEX",
      "KINDS_AND_CLAIMS",
    ]);
    expect(forgotten(edges, reserved.RESERVED_EDGES).filter((type) => !notEdges.has(type))).toEqual([]);
  });
});

describe("in a store with seeds", () => {
  let opened: OpenedStore;
  beforeAll(async () => void (opened = await seededStore()));
  afterAll(() => opened.close());
  const column = async (text: string) =>
    (await opened.store.read({ name: "test", text, params: {} })).map(({ name }) => String(name));

  test("every edge is of a predicate or a reserved type", async () => {
    const types = await column("MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS name");
    expect(types).toContain("HAS_CITATION");
    expect(forgotten(types, new Set([...reserved.RESERVED_EDGES, ...ontology.predicates.keys()]))).toEqual([]);
  });

  test("every label is that of a kind or reserved", async () => {
    const labels = await column("MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name");
    expect(labels).toContain("Claim");
    expect(forgotten(labels, new Set([...reserved.RESERVED_TYPES, ...kinds.map(({ type }) => type)]))).toEqual([]);
  });
});
