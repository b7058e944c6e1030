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
 * once for each operation, which is kept as long as its document is. An operation that there is not is left to graphql-js, which says so.
 */
export function executorOf(schema: GraphQLSchema): Execute {
  const known = new WeakMap<DocumentNode, Map<string | null, Operation>>();
  const operationOf = (document: DocumentNode, name: string | null): Operation | null => {
    const operations = known.get(document) ?? new Map<string | null, Operation>();
    known.set(document, operations);
    const operation = operations.get(name) ?? readOperation(schema, document, name);
    if (operation) operations.set(name, operation);
    return operation;
  };
  return (args) => {
    const operation = operationOf(args.document, args.operationName ?? null);
    return operation ? operation.execute(args) : execute({ schema, ...args });
  };
}

function readOperation(schema: GraphQLSchema, document: DocumentNode, name: string | null): Operation | null {
  const operation = getOperationAST(document, name);
  if (!operation || !schema.getRootType(operation.operation)) return null;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = Object.fromEntries(fragments.map((node) => [node.name.value, node]));
  const inheritingNothing = Object.assign(Object.create(null) as Executed["fragments"], byName);
  return new Operation({ schema, operation, fragments: inheritingNothing }, conditionsOf(document));
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

/** How many variants of an operation are kept. */
const MAX_VARIANTS = 32;

/** An operation, compiled anew for each variant of what is skipped and included. */
class Operation {
  readonly #variants = new Map<string, Selection>();

  constructor(
    private readonly executed: Executed,
    private readonly conditions: readonly string[],
  ) {}

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
    const key = JSON.stringify(conditions);
    let variant = this.#variants.get(key);
    if (!variant) {
      if (this.#variants.size >= MAX_VARIANTS) this.#variants.clear();
      variant = compile(this.executed, conditions);
      this.#variants.set(key, variant);
    }
    return variant;
  }
}
