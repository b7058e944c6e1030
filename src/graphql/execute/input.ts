import {
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
} from "graphql";

/** That a value is not plainly what its type wants: graphql-js is to say what it is, or what is wrong with it. */
export const UNPLAIN = Symbol("unplain");

/** Reads a value as graphql-js's `coerceInputValue` does, or says {@link UNPLAIN}. */
export type ReadInput = (value: unknown) => unknown;

const known = new WeakMap<GraphQLInputType, ReadInput>();

/**
 * How the values of a type are read, made once. graphql-js looks at every field that an input type has; a filter has dozens, of which one or two are
 * given, and so this looks at those that are given.
 */
export function inputOf(type: GraphQLInputType): ReadInput {
  let read = known.get(type);
  if (!read) known.set(type, (read = make(type)));
  return read;
}

function make(type: GraphQLInputType): ReadInput {
  if (isNonNullType(type)) {
    const read = makeNullable(type.ofType);
    return (value) => (value === null || value === undefined ? UNPLAIN : read(value));
  }
  const read = makeNullable(type);
  return (value) => (value === null || value === undefined ? null : read(value));
}

function makeNullable(type: GraphQLInputType): ReadInput {
  if (isLeafType(type)) return (value) => readLeaf(type, value);
  if (isListType(type)) return (value) => readList(type.ofType, value);
  return isInputObjectType(type) ? readObject(type) : () => UNPLAIN;
}

function readLeaf(type: GraphQLLeafType, value: unknown): unknown {
  try {
    const read: unknown = type.parseValue(value);
    return read === undefined ? UNPLAIN : read;
  } catch {
    return UNPLAIN;
  }
}

function readList(type: GraphQLInputType, value: unknown): unknown {
  if (typeof value === "object" && !Array.isArray(value) && Symbol.iterator in value!) return UNPLAIN;
  const values = (Array.isArray(value) ? (value as unknown[]) : [value]).map(inputOf(type));
  return values.includes(UNPLAIN) ? UNPLAIN : values;
}

/** Of a type whose fields may all be left out; where one may not, or has a default, graphql-js reads. */
function readObject(type: GraphQLInputObjectType): ReadInput {
  const fields = Object.values(type.getFields());
  const mayBeEmpty = fields.every((field) => field.defaultValue === undefined && !isNonNullType(field.type));
  if (type.isOneOf || !mayBeEmpty) return () => UNPLAIN;
  const places = new Map(fields.map((field, place) => [field.name, { place, type: field.type }]));
  return (value) => {
    if (typeof value !== "object" || Array.isArray(value)) return UNPLAIN;
    const given: [name: string, place: number, read: unknown][] = [];
    for (const [name, inner] of Object.entries(value!)) {
      const field = places.get(name);
      if (!field) return UNPLAIN;
      if (inner === undefined) continue;
      const read = inputOf(field.type)(inner);
      if (read === UNPLAIN) return UNPLAIN;
      given.push([name, field.place, read]);
    }
    // in the order of the type, whatever the client's
    given.sort(([, a], [, b]) => a - b);
    const result = Object.create(null) as Record<string, unknown>;
    for (const [name, , read] of given) result[name] = read;
    return result;
  };
}
