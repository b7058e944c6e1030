import {
  locatedError,
  responsePathAsArray,
  type FieldNode,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ResponsePath as Path,
} from "graphql";

import type { Values } from "./variables.js";

export type { Path };

/** What is executed. */
export interface Executed {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: GraphQLResolveInfo["fragments"];
}

/** One execution of an operation. */
export class Run {
  readonly errors = new FieldErrors();
  /** The arguments that depend on variables, by who reads them: read once, however many objects have the field. */
  readonly args = new Map<object, Values>();

  constructor(
    readonly of: Executed,
    readonly variables: Record<string, unknown>,
    readonly context: unknown,
    readonly root: unknown,
  ) {}
}

/** What is asked of the objects of one type at one place of a query. */
export interface Selection {
  readonly fields: readonly Field[];
  /** Makes what stands in the answer: an object that inherits nothing, of a shape of its own, which is faster than one whose properties may be any. */
  readonly Data: new () => Record<string, unknown>;
}

/** A field as it is asked of the objects of one type at one place of a query. */
export interface Field {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly name: string;
  readonly parent: GraphQLObjectType;
  readonly type: GraphQLOutputType;
  readonly isNullable: boolean;
  /** Whether it is a property of its object and takes no arguments: the resolver is called only where the property is a function. */
  readonly isProperty: boolean;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** What its resolver is given. Throws the GraphQLError that says what is wrong with it. */
  readonly argsIn: (run: Run) => Values;
  readonly complete: Complete;
  /** The same for a value that has no fields of its own, for which nothing else need be known; null for another. */
  readonly completeLeaf: ((value: unknown) => unknown) | null;
  /** What is asked of what it leads to, where that is of the type. */
  readonly select: (type: GraphQLObjectType) => Selection;
}

/** Makes of what a resolver has answered what stands in the answer, or a promise of that. Throws what is wrong with it. */
export type Complete = (info: Info, path: Path, value: unknown) => unknown;

/** What a resolver is told of its field beside the arguments, looked up only by those who want to know. It is the field's place in the answer as well. */
export class Info implements GraphQLResolveInfo, Path {
  readonly key: string;
  readonly typename: string;

  constructor(
    readonly run: Run,
    readonly field: Field,
    readonly prev: Path | undefined,
  ) {
    this.key = field.key;
    this.typename = field.parent.name;
  }

  get path() {
    return this;
  }
  get fieldName() {
    return this.field.name;
  }
  get fieldNodes() {
    return this.field.nodes;
  }
  get returnType() {
    return this.field.type;
  }
  get parentType() {
    return this.field.parent;
  }
  get schema() {
    return this.run.of.schema;
  }
  get fragments() {
    return this.run.of.fragments;
  }
  get rootValue() {
    return this.run.root;
  }
  get operation() {
    return this.run.of.operation;
  }
  get variableValues() {
    return this.run.variables;
  }
}

/** What went wrong, in the order in which it did. What lies beneath a place that has become null for another error is not told. */
class FieldErrors {
  readonly told: GraphQLError[] = [];
  readonly #places = new Set<Path | undefined>();

  /** Without a path, the whole answer has become null. */
  add(error: GraphQLError, path?: Path): void {
    for (let place = path; place; place = place.prev) if (this.#places.has(place)) return;
    if (this.#places.has(undefined)) return;
    this.#places.add(path);
    this.told.push(error);
  }
}

/** What stands where something went wrong: null. Where there can be none, throws the error with its place. */
export function failed(run: Run, { nodes }: Field, path: Path, isNullable: boolean, cause: unknown): null {
  const error = locatedError(cause, nodes, responsePathAsArray(path));
  if (!isNullable) throw error;
  run.errors.add(error, path);
  return null;
}

/** Tells promises from other values as graphql-js does. */
export function isPromise(value: unknown): value is Promise<unknown> {
  if (typeof value !== "object" && typeof value !== "function") return false;
  return typeof (value as { readonly then?: unknown } | null)?.then === "function";
}
