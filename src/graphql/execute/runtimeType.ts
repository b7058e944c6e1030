import { GraphQLError, isObjectType, type GraphQLAbstractType, type GraphQLObjectType } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { Info } from "./run.js";

/** The type that an abstract type's resolver has named for a value. Throws, as graphql-js does, where there is none of the name that it can be. */
export function runtimeTypeOf(
  name: unknown,
  abstract: GraphQLAbstractType,
  info: Info,
  value: unknown,
): GraphQLObjectType {
  const { schema, parentType, fieldName, fieldNodes } = info;
  const must = `Abstract type "${abstract.name}" must resolve to an Object type at runtime for field "${parentType.name}.${fieldName}"`;
  const error = (message: string) => new GraphQLError(message, { nodes: fieldNodes });
  if (name === null || name === undefined) {
    const how = `Either the "${abstract.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`;
    throw error(`${must}. ${how}`);
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
    );
  }
  if (typeof name !== "string") {
    throw new GraphQLError(`${must} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const type = schema.getType(name);
  if (!type) {
    throw error(
      `Abstract type "${abstract.name}" was resolved to a type "${name}" that does not exist inside the schema.`,
    );
  }
  if (!isObjectType(type)) {
    throw error(`Abstract type "${abstract.name}" was resolved to a non-object type "${name}".`);
  }
  if (!schema.isSubType(abstract, type)) {
    throw error(`Runtime Object type "${name}" is not a possible type for "${abstract.name}".`);
  }
  return type;
}
