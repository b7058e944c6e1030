import {
  extendSchema,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  parse,
  validateSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { ErrorCode, SanadError } from "../errors.js";
import type { Ontology } from "../ontology/ontology.js";
import { coreSchema } from "./core.js";
import { ontologySdl, relationFields } from "./ontologySdl.js";
import { entityList, relation } from "./relation.resolver.js";

/**
 * The schema of an ontology: the core, extended by its kinds and relations, with a resolver for every field. Several can live in one process.
 * Throws BAD_USER_INPUT where a name that the ontology's types need is taken.
 */
export function buildSchema(ontology: Ontology): GraphQLSchema {
  const core = coreSchema();
  const schema = extend(core, ontologySdl(ontology, core));
  const entity = schema.getType("Entity");
  if (!isInterfaceType(entity)) throw new TypeError("the core has no interface Entity");
  const objectType = (name: string): GraphQLObjectType => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new TypeError(`the schema has no type ${name}`);
    return type;
  };
  for (const { type } of ontology.kinds.values()) {
    const fields = objectType(type).getFields();
    for (const [name, field] of Object.entries(entity.getFields())) fields[name]!.resolve = field.resolve!;
  }
  for (const field of relationFields(ontology)) {
    for (const { type } of field.owners) objectType(type).getFields()[field.field]!.resolve = relation(field);
  }
  const roots = objectType("Query").getFields();
  for (const kind of ontology.kinds.values()) roots[kind.field]!.resolve = entityList(kind);
  roots["entities"]!.resolve = entityList(null);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
  return schema;
}

function extend(core: GraphQLSchema, sdl: string): GraphQLSchema {
  try {
    const schema = extendSchema(core, parse(sdl));
    const faults = validateSchema(schema);
    if (faults.length > 0) throw faults[0]!;
    return schema;
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    throw new SanadError(ErrorCode.BAD_USER_INPUT, `the ontology's names make no schema: ${cause.message}`, [], {
      cause,
    });
  }
}
