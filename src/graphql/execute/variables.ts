import {
  getVariableValues,
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { inputOf, UNPLAIN } from "./input.js";

export type Values = Readonly<Record<string, unknown>>;
type Read = ReturnType<typeof getVariableValues>;

/** As many as graphql-js tells. */
const MAX_ERRORS = 50;

/** What was read of the variables of requests that are under way: they are looked at before an operation is executed, and again when it is. */
const known = new WeakMap<object, { readonly operation: OperationDefinitionNode; readonly read: Read }>();

/** The variables of an operation as its types have them, or what is wrong with them. */
export function variablesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Values | null | undefined,
): Read {
  const before = given && known.get(given);
  if (before?.operation === operation) return before.read;
  const definitions = operation.variableDefinitions ?? [];
  const read =
    plainly(schema, definitions, given ?? {}) ??
    getVariableValues(schema, definitions, given ?? {}, { maxErrors: MAX_ERRORS });
  if (given) known.set(given, { operation, read });
  return read;
}

/** What graphql-js would read, where all is as it should be; null where it is to say what is not. */
function plainly(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[], given: Values): Read | null {
  const coerced = Object.create(null) as Record<string, unknown>;
  for (const definition of definitions) {
    const name = definition.variable.name.value;
    const type = typeOf(schema, definition);
    if (type === null) return null;
    if (Object.hasOwn(given, name)) {
      const value = inputOf(type)(given[name]);
      if (value === UNPLAIN) return null;
      coerced[name] = value;
    } else if (definition.defaultValue) coerced[name] = valueFromAST(definition.defaultValue, type);
    else if (isNonNullType(type)) return null;
  }
  return { coerced };
}

/** The types of variables, by the schema and by where they are declared. */
const types = new WeakMap<GraphQLSchema, WeakMap<VariableDefinitionNode, GraphQLInputType>>();

function typeOf(schema: GraphQLSchema, definition: VariableDefinitionNode): GraphQLInputType | null {
  let ofSchema = types.get(schema);
  if (!ofSchema) types.set(schema, (ofSchema = new WeakMap()));
  const before = ofSchema.get(definition);
  if (before) return before;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return null;
  ofSchema.set(definition, type);
  return type;
}
