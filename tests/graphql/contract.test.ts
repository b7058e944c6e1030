import {
  buildSchema as schemaFromText,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  printSchema,
  validate,
  visit,
  type GraphQLNamedType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { buildSchema } from "../../src/graphql/schema.js";
import { loadOntology } from "../../src/ontology/load.js";
import { contract, operations } from "./operations.js";

const schema = buildSchema(loadOntology("schema/ontology.yaml"));
/** What clients are given, which is not what runs: a description or a default lost in printing shows here. */
const emitted = schemaFromText(printSchema(schema));
const types = Object.values(emitted.getTypeMap()).filter((type) => !isIntrospectionType(type));
const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));

describe("the public contract", () => {
  it("is accepted as one document, for its fragments are shared", () => {
    expect(validate(emitted, contract)).toEqual([]);
  });

  it.each([...operations])("%s is accepted by itself", (_name, text) => {
    expect(text).not.toBe("");
    expect(validate(emitted, parse(text))).toEqual([]);
  });

  it("has variables for pages with a default and no exclamation mark, which Relay refuses", () => {
    const pages: string[] = [];
    visit(contract, {
      VariableDefinition({ variable, type, defaultValue }) {
        if (variable.name.value !== "first") return;
        pages.push(`${type.kind === Kind.NAMED_TYPE ? type.name.value : type.kind} ${defaultValue?.kind}`);
      },
    });
    expect(pages.length).toBeGreaterThan(5);
    expect(new Set(pages)).toEqual(new Set(["Int IntValue"]));
  });
});

describe("the schema", () => {
  it("describes every type, field, argument, input field and enum value", () => {
    const without = types
      .filter((type) => !isSpecifiedScalarType(type))
      .flatMap((type) => partsOf(type))
      .filter(([, description]) => !description?.trim())
      .map(([name]) => name);
    expect(without).toEqual([]);
  });

  it("gives a field that several kinds of entities have one type and one set of arguments, so that selections merge", () => {
    const entity = emitted.getType("Entity");
    const seen = new Map<string, string>();
    for (const type of withFields) {
      if (!isObjectType(type) || !type.getInterfaces().some((one) => one === entity)) continue;
      for (const field of Object.values(type.getFields())) {
        const args = field.args.map((arg) => `${arg.name}: ${String(arg.type)} = ${String(arg.defaultValue)}`);
        const form = `(${args.join(", ")}): ${String(field.type)}`;
        expect(form, `${type.name}.${field.name}`).toBe(seen.get(field.name) ?? form);
        seen.set(field.name, form);
      }
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(["name", "ownedBy", "usesChip", "locatedIn"]));
  });

  it("has every type with an id implement Node, so that caches and node(id:) find it", () => {
    const without = withFields
      .filter((type) => type.name !== "Node" && "id" in type.getFields())
      .filter((type) => !type.getInterfaces().some(({ name }) => name === "Node"));
    expect(without.map(({ name }) => name)).toEqual([]);
    expect(withFields.filter((type) => "id" in type.getFields()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Node", "Entity", "Claim", "Citation", "Source", "Conflict", "Cluster"]),
    );
  });

  it("has a node(id:) of one argument, as Relay's compiler wants it for what it asks again", () => {
    const { node } = emitted.getQueryType()!.getFields();
    expect(node!.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual(["id: ID!"]);
  });

  it("makes every root field of a query nullable, so that one that fails leaves its siblings their answers", () => {
    const roots = [emitted.getQueryType()!, emitted.getMutationType()!];
    const nonNull = roots.flatMap((type) =>
      Object.values(type.getFields()).filter(({ type }) => String(type).endsWith("!")),
    );
    expect(nonNull.map(({ name }) => name)).toEqual([]);
  });

  it("pages with a `first` that is never null and has a default", () => {
    for (const type of withFields) {
      for (const field of Object.values(type.getFields())) {
        const first = field.args.find(({ name }) => name === "first");
        if (!first) continue;
        expect(String(first.type), `${type.name}.${field.name}`).toBe("Int!");
        expect(first.defaultValue, `${type.name}.${field.name}`).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it("has connections as Relay reads them", () => {
    const connections = withFields.filter(({ name }) => name.endsWith("Connection"));
    expect(connections.length).toBeGreaterThan(10);
    for (const connection of connections) {
      const { edges, pageInfo, totalCount } = connection.getFields();
      expect([String(pageInfo?.type), String(totalCount?.type)], connection.name).toEqual(["PageInfo!", "Int!"]);
      const edge = getNamedType(edges!.type);
      expect(isObjectType(edge) && Object.keys(edge.getFields()), connection.name).toEqual(
        expect.arrayContaining(["cursor", "node"]),
      );
    }
  });

  it("names amounts Float, and moments and dates by their own scalars", () => {
    expect(String(fieldOf("Quantity", "amount").type)).toBe("Float!");
    expect(String(fieldOf("Claim", "recordedAt").type)).toBe("DateTime!");
    expect(String(fieldOf("Claim", "validFrom").type)).toBe("PartialDate");
  });
});

function fieldOf(type: string, field: string) {
  const found = withFields.find(({ name }) => name === type)?.getFields()[field];
  expect(found, `${type}.${field}`).toBeDefined();
  return found!;
}

/** A type and all that stands in it, each by its name with its description. */
function partsOf(type: GraphQLNamedType): [name: string, description: string | null | undefined][] {
  const own: [string, string | null | undefined] = [type.name, type.description];
  if (isEnumType(type)) return [own, ...type.getValues().map((one) => named(type, one))];
  if (isInputObjectType(type)) return [own, ...Object.values(type.getFields()).map((one) => named(type, one))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => field.args.map((arg) => named({ name: `${type.name}.${field.name}` }, arg)));
  return [own, ...fields.map((field) => named(type, field)), ...args];
}

function named(
  { name: owner }: { readonly name: string },
  { name, description }: { readonly name: string; readonly description?: string | null },
): [string, string | null | undefined] {
  return [`${owner}.${name}`, description];
}
