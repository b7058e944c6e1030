import {
  defaultTypeResolver,
  GraphQLError,
  GraphQLID,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isNullableType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { executeFields } from "./fields.js";
import { failed, isPromise, type Complete, type Info, type Path, type Selection } from "./run.js";
import { runtimeTypeOf } from "./runtimeType.js";

/** How values of a type are completed. `place` is what errors call their field: `Claim.citations`. */
export function completerOf(type: GraphQLOutputType, place: string): Complete {
  const completeLeaf = leafCompleterOf(type, place);
  if (completeLeaf) return (_info, _path, value) => completeLeaf(value);
  if (isNonNullType(type)) {
    const complete = completerOf(type.ofType, place);
    return (info, path, value) => notNull(complete(info, path, value), place);
  }
  const complete = isListType(type)
    ? listCompleter(type.ofType, place)
    : isAbstractType(type)
      ? abstractCompleter(type)
      : objectCompleter(type as GraphQLObjectType);
  return (info, path, value) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(info, path, value);
  };
}

/** The same for values that have no fields; null for a type of others. */
export function leafCompleterOf(type: GraphQLOutputType, place: string): ((value: unknown) => unknown) | null {
  if (isNonNullType(type)) {
    const complete = leafCompleterOf(type.ofType, place);
    return complete && ((value) => notNull(complete(value), place));
  }
  return isLeafType(type) ? leafCompleter(type) : null;
}

function notNull(completed: unknown, place: string): unknown {
  if (completed === null) throw new Error(`Cannot return null for non-nullable field ${place}.`);
  return completed;
}

function leafCompleter(type: GraphQLLeafType): (value: unknown) => unknown {
  const isText = type === GraphQLString || type === GraphQLID;
  return (value) => {
    if (isText && typeof value === "string") return value;
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) return null;
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    const call = `\`${inspect(type)}.serialize(${inspect(value)})\``;
    throw new Error(`Expected ${call} to return non-nullable value, returned: ${inspect(serialized)}`);
  };
}

function listCompleter(itemType: GraphQLOutputType, place: string): Complete {
  const complete = completerOf(itemType, place);
  const isNullable = isNullableType(itemType);
  const completeItem = (info: Info, path: Path, item: unknown): unknown => {
    const { run, field } = info;
    try {
      const completed = isPromise(item)
        ? item.then((ready) => complete(info, path, ready))
        : complete(info, path, item);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (cause: unknown) => failed(run, field, path, isNullable, cause));
    } catch (cause) {
      return failed(run, field, path, isNullable, cause);
    }
  };
  return (info, path, value) => {
    if (typeof value !== "object" || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== "function") {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${place}".`);
    }
    const items: unknown[] = [];
    let promised = false;
    try {
      for (const item of value as Iterable<unknown>) {
        const completed = completeItem(info, { prev: path, key: items.length, typename: undefined }, item);
        items.push(completed);
        promised ||= isPromise(completed);
      }
    } catch (error) {
      void Promise.allSettled([...items, ...(Array.isArray(value) ? (value as unknown[]) : [])]); // a rejection that nobody hears would end the process
      throw error;
    }
    return promised ? Promise.all(items) : items;
  };
}

function abstractCompleter(type: GraphQLAbstractType): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const known = new Map<unknown, Complete>();
  const complete = (name: unknown, info: Info, path: Path, value: unknown): unknown => {
    let completeObject = known.get(name);
    if (!completeObject) known.set(name, (completeObject = objectCompleter(runtimeTypeOf(name, type, info, value))));
    return completeObject(info, path, value);
  };
  return (info, path, value) => {
    const name = resolveType(value, info.run.context, info, type);
    return isPromise(name)
      ? name.then((ready) => complete(ready, info, path, value))
      : complete(name, info, path, value);
  };
}

function objectCompleter(type: GraphQLObjectType): Complete {
  let selection: Selection | undefined;
  return (info, path, value) => {
    const { run, field } = info;
    selection ??= field.select(type);
    if (!type.isTypeOf) return executeFields(run, selection, value, path);
    const is = type.isTypeOf(value, run.context, info);
    const complete = (is: boolean) => {
      if (is) return executeFields(run, selection!, value, path);
      const message = `Expected value of type "${type.name}" but got: ${inspect(value)}.`;
      throw new GraphQLError(message, { nodes: field.nodes });
    };
    return isPromise(is) ? is.then(complete) : complete(is);
  };
}
