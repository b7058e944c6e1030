import {
  execute,
  getOperationAST,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import { LRUCache } from "lru-cache";
import { compile } from "./compile.js";
import { executeFields, executeSerially } from "./fields.js";
import { isPromise, Run, type Executed, type Selection } from "./run.js";
import { variablesOf, type Values } from "./variables.js";

/** Executes an operation of a document that has passed validation. */
export type Execute = (
  args: Pick<ExecutionArgs, "document" | "operationName" | "variableValues" | "contextValue" | "rootValue">,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Executes as graphql-js does, with the same answers and errors, in a part of the time: what that looks up for each value of an answer is looked up
 * once for each operation, and kept until there is too much of it. An operation that there is not is left to graphql-js, which says so.
 */
export function executorOf(schema: GraphQLSchema, variants = new Variants()): Execute {
  const known = new WeakMap<DocumentNode, Map<string | null, Operation>>();
  const operationOf = (document: DocumentNode, name: string | null): Operation | null => {
    const operations = known.get(document) ?? new Map<string | null, Operation>();
    known.set(document, operations);
    const operation = operations.get(name) ?? readOperation(schema, document, name, variants);
    if (operation) operations.set(name, operation);
    return operation;
  };
  return (args) => {
    const operation = operationOf(args.document, args.operationName ?? null);
    return operation ? operation.execute(args) : execute({ schema, ...args });
  };
}

function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null,
  variants: Variants,
): Operation | null {
  const operation = getOperationAST(document, name);
  if (!operation || !schema.getRootType(operation.operation)) return null;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = Object.fromEntries(fragments.map((node) => [node.name.value, node]));
  const inheritingNothing = Object.assign(Object.create(null) as Executed["fragments"], byName);
  return new Operation({ schema, operation, fragments: inheritingNothing }, conditionsOf(document), variants);
}

/** The names of the variables by which fields are skipped or included. */
function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** How many compiled fields are kept, of all operations together; each takes one or two kilobytes, far more than its text, which fragments may say once for hundreds. */
const MAX_FIELDS = 50_000;

/** What was compiled; what was not executed for the longest goes when there is too much of it. */
export class Variants {
  #last = 0;
  readonly #kept: LRUCache<string, { readonly selection: Selection; fields: number }>;

  constructor(fields = MAX_FIELDS) {
    this.#kept = new LRUCache({ maxSize: fields, sizeCalculation: (variant) => 1 + variant.fields });
  }

  /** How many fields are kept, and one for each variant. */
  get size(): number {
    return this.#kept.calculatedSize;
  }

  /** A name that no other operation has. */
  name(): number {
    return this.#last++;
  }

  /** What is kept under a key, else what `make` makes, which tells of the fields that it compiles, then and later. */
  get(key: string, make: (compiled: (fields: number) => void) => Selection): Selection {
    const known = this.#kept.get(key);
    if (known) return known.selection;
    let fields = 0;
    let kept: { readonly selection: Selection; fields: number } | null = null;
    const selection = make((more) => {
      fields += more;
      if (!kept) return;
      kept.fields = fields;
      if (this.#kept.peek(key) === kept && this.#kept.delete(key)) this.#kept.set(key, kept); // it weighs a thing when it comes in
    });
    kept = { selection, fields };
    this.#kept.set(key, kept);
    return selection;
  }
}

/** An operation, compiled anew for each variant of what is skipped and included. */
class Operation {
  readonly #name: number;

  constructor(
    private readonly executed: Executed,
    private readonly conditions: readonly string[],
    private readonly variants: Variants,
  ) {
    this.#name = variants.name();
  }

  execute({ variableValues, contextValue, rootValue }: Parameters<Execute>[0]): ReturnType<Execute> {
    const { schema, operation } = this.executed;
    const { coerced, errors } = variablesOf(schema, operation, variableValues);
    if (errors) return { errors };
    const run = new Run(this.executed, coerced, contextValue, rootValue);
    const { told } = run.errors;
    const answer = (data: unknown) => ({ ...(told.length > 0 && { errors: told }), data }) as ExecutionResult;
    const nothing = (error: unknown) => {
      run.errors.add(error as GraphQLError);
      return answer(null);
    };
    try {
      const selection = this.#variant(coerced);
      const data =
        operation.operation === "mutation"
          ? executeSerially(run, selection, rootValue)
          : executeFields(run, selection, rootValue);
      return isPromise(data) ? data.then(answer, nothing) : answer(data);
    } catch (error) {
      return nothing(error);
    }
  }

  #variant(variables: Values): Selection {
    const conditions = Object.fromEntries(
      this.conditions.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
    );
    const key = `${this.#name} ${JSON.stringify(conditions)}`;
    return this.variants.get(key, (compiled) => compile(this.executed, conditions, compiled));
  }
}
