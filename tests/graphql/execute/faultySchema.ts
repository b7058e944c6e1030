import {
  buildSchema,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isScalarType,
  responsePathAsArray,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { Random } from "../../cypher/randomGraph.js";

/** What the resolvers of the faulty schema go by, and what they note. */
export interface FaultyContext {
  readonly seed: number;
  /** What mutations have done, in order. */
  readonly done: string[];
}

const LEAVES = ["Int", "Float", "String", "Boolean", "ID", "Colour", "Odd"];
const COMPOSITES = ["Thing", "Named", "Red", "Blue", "Any"];
/** Each nullability, alone and in lists. */
const WRAPPED = ["T", "T!", "[T]", "[T!]", "[T]!", "[T!]!", "[[T!]]"];

const ARGS = "(n: Int! = 3, text: String, odd: Odd, colour: Colour = RED, filter: Filter)";
const fieldsOf = (types: readonly string[]): string =>
  types
    .flatMap((type) => WRAPPED.map((wrapped, index) => [type, wrapped, index] as const))
    .map(
      ([type, wrapped, index]) =>
        `${nameOf(type)}${index}${index % 3 === 1 ? ARGS : ""}: ${wrapped.replace("T", type)}`,
    )
    .join("\n  ");
const nameOf = (type: string) => type.toLowerCase();
const FIELDS = `told(n: Int! = 3, filter: Filter): String\n  ${fieldsOf([...LEAVES, ...COMPOSITES])}`;

const SDL = `
enum Colour { RED BLUE }
scalar Odd
input Filter { n: Int = 1, odd: Odd, and: [Filter!] }
interface Named { ${FIELDS} }
interface Thing implements Named { ${FIELDS} }
type Red implements Thing & Named { ${FIELDS} }
type Blue implements Thing & Named { ${FIELDS} }
type Lone { told: String }
union Any = Red | Lone
type Query { ${FIELDS} }
type Mutation { ${FIELDS} }
`;

/**
 * A schema with a field of every nullability of every sort of type, in which a part of all fields is at fault: by what their resolvers, their properties and
 * types answer, throw and reject, at once or after some turns. What is at fault depends on the place in the answer and the seed only.
 */
export function faultySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isScalarType(type) && type.name === "Odd") {
      type.serialize = (value) => (value === 1 ? null : value === 3 ? undefined : odd(value));
      type.parseValue = odd;
    }
    if (isInterfaceType(type)) type.resolveType = resolveType;
    if (!isObjectType(type)) continue;
    if (type.name === "Blue") type.isTypeOf = (_value, context, info) => isOfType(context as FaultyContext, info);
    for (const field of Object.values(type.getFields())) {
      if (field.name === "told") field.resolve = tellInfo;
      else if (field.name.length % 2 === 0) field.resolve = resolve;
      else if (type.name === "Red") {
        const { name, type } = field;
        Object.defineProperty(Thing.prototype, name, {
          get(this: Thing) {
            return this.property(name, type);
          },
          configurable: true,
        });
      }
    }
  }
  return schema;
}

/** The name of a type, now or later; or of one that it cannot be, of none, or no name. */
function resolveType(value: unknown, { seed }: FaultyContext, info: GraphQLResolveInfo): never {
  const random = randomAt(seed, `type ${responsePathAsArray(info.path).join()}`);
  const name = () => {
    if (!random.once(10)) return value instanceof Thing ? value.__typename : "Red";
    if (random.once(5)) throw new Error("of no type");
    return random.pick<unknown>([undefined, null, "Nothing", "Thing", "Odd", "Query", 7, info.schema.getType("Red")]);
  };
  return (random.once(4) ? later(name, random.below(3)) : name()) as never;
}

function isOfType({ seed }: FaultyContext, info: GraphQLResolveInfo): boolean | Promise<boolean> {
  const random = randomAt(seed, `is ${responsePathAsArray(info.path).join()}`);
  const is = () => {
    if (random.once(20)) throw new Error("of which type?");
    return !random.once(10);
  };
  return random.once(4) ? (later(is, random.below(3)) as Promise<boolean>) : is();
}

/** What resolvers are told, as text. */
function tellInfo(source: unknown, args: object, context: FaultyContext, info: GraphQLResolveInfo): string {
  const { fieldName, fieldNodes, returnType, parentType, path, fragments, rootValue, operation, variableValues } = info;
  return JSON.stringify([
    ...[fieldName, fieldNodes.map(({ loc }) => loc?.start), String(returnType), parentType.name],
    ...[responsePathAsArray(path), path.typename, path.prev?.typename, Object.keys(fragments), rootValue],
    ...[operation.name?.value, variableValues, args, context.seed, info.schema.getQueryType()?.name],
    source instanceof Thing && source.__typename,
  ]);
}

function odd(value: unknown): number {
  if (typeof value === "number" && value % 2 === 1) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not odd`);
}

const randomAt = (seed: number, place: string): Random =>
  new Random([...place].reduce((hash, letter) => (Math.imul(hash, 31) + letter.codePointAt(0)!) | 0, seed));

function resolve(_source: unknown, args: object, context: FaultyContext, info: GraphQLResolveInfo): unknown {
  if (info.operation.operation === "mutation" && info.path.prev === undefined) context.done.push(String(info.path.key));
  const random = randomAt(context.seed, JSON.stringify([responsePathAsArray(info.path), args]));
  return valueOf(info.returnType, random);
}

/** A value of a type, or what is none; at once, or later. */
function valueOf(type: GraphQLOutputType, random: Random): unknown {
  const value = () => {
    if (random.once(12)) return fault(random);
    const inner = getNullableType(type);
    if (!isListType(inner)) return oneOf(inner, random);
    const items = Array.from({ length: random.below(4) }, () => itemOf(inner.ofType, random));
    return random.once(8) ? iterable(items, random) : items;
  };
  return random.once(3) ? later(value, random.below(4)) : value();
}

/** What is thrown while a list is made would be of the list. What is within a list within a list may never be seen by who executes: it is heard here. */
function itemOf(type: GraphQLOutputType, random: Random): unknown {
  try {
    const item = valueOf(type, random);
    return Array.isArray(item) ? heard(item as unknown[]) : item;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Answers null, an error, or no list; or throws: an error, an error of graphql-js, and what is no error. */
function fault(random: Random): unknown {
  const message = `fault ${random.below(100)}`;
  switch (random.below(8)) {
    case 0:
      return null;
    case 1:
      return undefined;
    case 2:
      return new Error(message);
    case 3:
      return new GraphQLError(message, { extensions: { code: "RETURNED" } });
    case 4:
      return "no list and no object";
    case 5:
      throw new GraphQLError(message, { extensions: { code: "THROWN" } });
    case 6:
      throw message as unknown as Error;
    default:
      throw new TypeError(message);
  }
}

function later(value: () => unknown, turns: number): Promise<unknown> {
  return turns === 0 ? Promise.resolve().then(value) : Promise.resolve().then(() => later(value, turns - 1));
}

function heard(items: readonly unknown[]): readonly unknown[] {
  void Promise.allSettled(items);
  return items;
}

/** No array, and it may break off. */
function iterable(items: readonly unknown[], random: Random): Iterable<unknown> {
  const breaks = random.once(4);
  return {
    *[Symbol.iterator]() {
      yield* heard(items);
      if (breaks) throw new Error("no more");
    },
  };
}

function oneOf(type: GraphQLNamedType, random: Random): unknown {
  if (type.name === "Int" || type.name === "Odd") return random.once(8) ? "many" : random.below(8) * 2 + 5;
  if (type.name === "Float") return random.once(8) ? Number.NaN : random.below(100) / 4;
  if (type.name === "Boolean") return random.once(8) ? "yes" : random.once(2);
  if (isEnumType(type)) return random.pick(["RED", "BLUE", "BLUE", "RED", "GREEN"]);
  if (isScalarType(type)) return random.pick<unknown>(["words", "", 7, true, { valueOf: () => "said" }, ["no text"]]);
  const names = isAbstractType(type) ? ["Red", "Blue", "Red", "Blue", "Lone"] : [type.name];
  return new Thing(random.pick(names), random.below(1_000_000));
}

/** An object of which what is a property is one of a seed of its own. Some are functions. */
class Thing {
  constructor(
    readonly __typename: string,
    readonly seed: number,
  ) {}

  property(name: string, type: GraphQLOutputType): unknown {
    const random = randomAt(this.seed, name);
    const value = () => valueOf(type, random);
    return random.once(6) ? value : value();
  }
}
