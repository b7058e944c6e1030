import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

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
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, { maxErrors: MAX_ERRORS });
  if (given) known.set(given, { operation, read });
  return read;
}
