import { coerceInputValue, isInputObjectType, type GraphQLSchema } from "graphql";
import { badInput } from "../cypher/refusal.js";

/**
 * An input that is given as JSON, as GraphQL would have read it from a variable; null where none is given. Throws BAD_USER_INPUT with the place of what is wrong in it.
 */
export function readInput(schema: GraphQLSchema, type: "ClaimFilter" | "AsOf", given: unknown, at: string): unknown {
  const input = schema.getType(type);
  if (!isInputObjectType(input)) throw new TypeError(`the schema has no input ${type}`);
  if (given === undefined || given === null) return null;
  return coerceInputValue(given, input, (path, _value, error) => {
    throw badInput("WRONG_INPUT", `is wrong: ${error.message}`, [at, ...path]);
  });
}
