import { Kind, parse, type ExecutionResult } from "graphql";

export interface Params {
  query: string;
  variables?: unknown;
  operationName?: string | null;
}

export interface Options {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Sends an operation to the server that the page is from.
 *
 * GraphiQL reads an operation's name a moment after each change, so a run within that moment would name the operation
 * of the tab before: a name that the document does not have is left out.
 */
export async function sendOperation(params: Params, { headers, signal }: Options = {}): Promise<ExecutionResult> {
  const { query, variables, operationName } = params;
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json;q=0.9",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify({ query, variables, ...(operationName && has(query, operationName) && { operationName }) }),
    ...(signal && { signal }),
  });
  try {
    return (await response.json()) as ExecutionResult;
  } catch (cause) {
    throw new Error(`The server answered ${response.status} ${response.statusText} without JSON.`, { cause });
  }
}

function has(query: string, operationName: string): boolean {
  try {
    return parse(query).definitions.some(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
    );
  } catch {
    return false; // the server says what is wrong with it
  }
}
