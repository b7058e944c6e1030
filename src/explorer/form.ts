import type { Operation } from "./operation.js";
import type { FieldProblem, Sent } from "./sent.js";

/** What is to be done with a form that was sent, and what then: it leads somewhere, is shown again, or something is asked of GraphQL first. */
export type Deed = { readonly to: string } | { readonly again: Sent } | Asked;

interface Asked {
  readonly operation: { toString(): string };
  readonly variables: Readonly<Record<string, unknown>>;
  /** Is given the answer's data, where the answer has no errors; with errors the form is shown again. */
  readonly then: (data: never) => Deed;
}

/** Asks something of GraphQL, mostly for a change, and goes on with what it answers. */
export function ask<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  then: (data: Data) => Deed,
): Deed {
  return { operation, variables: variables as Readonly<Record<string, unknown>>, then };
}

/** The form shown again; problems are those of its fields. */
export function again(fields: URLSearchParams, problems: readonly FieldProblem[] = []): Deed {
  return { again: { fields, problems } };
}

/** Where in an input a problem stands, without the input's own name and without indexes: `citations.quote`. */
export function placeOf(path: readonly (string | number)[]): string {
  return path
    .map(String)
    .filter((step, index) => !/^\d+$/u.test(step) && !(index === 0 && INPUTS.has(step)))
    .join(".");
}

const INPUTS = new Set(["input", "by", "change", "citations", "claims", "entities", "source"]);

/** A message without the place in the input that it begins with: it is shown beside its field. */
export function withoutPlace(message: string, path: readonly (string | number)[]): string {
  if (path.length === 0) return message;
  const plain = message
    .replace(/^Variable "[^"]*" got invalid value (.+?) at "[^"]+"; /u, "$1: ")
    .replace(/^[\w.[\]]+:? /u, (place) => (place.startsWith(String(path[0])) ? "" : place));
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What a field holds, without white space around it; null where that is nothing. */
export function given(fields: URLSearchParams, name: string): string | null {
  return fields.get(name)?.trim() || null;
}
