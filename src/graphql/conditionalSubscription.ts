import { HeaderMap } from "@apollo/server";
import { GraphQLError, Kind, parse, type DocumentNode, type SelectionSetNode } from "graphql";

/**
 * Refuses `@skip` and `@include` at the root of a subscription, as GraphQL's specification does: without its field there is nothing to follow. Looked at before
 * validation, of which one of graphql-js's own rules throws where the condition is a variable. Throws GRAPHQL_VALIDATION_FAILED; what is no GraphQL passes.
 */
export function refuseConditionalSubscription(text: string): void {
  if (!/\bsubscription\b/u.test(text) || !/@\s*(skip|include)\b/u.test(text)) return;
  const name = conditionAt(text);
  if (name === null) return;
  const message = `@${name} cannot stand at the root of a subscription: without its field there is nothing to follow; leave the directive out, or do not subscribe`;
  const http = { status: 400, headers: new HeaderMap() };
  throw new GraphQLError(message, { extensions: { code: "GRAPHQL_VALIDATION_FAILED", http } });
}

/** The directive that makes a root field of a subscription conditional; null where none does. */
function conditionAt(text: string): string | null {
  let document: DocumentNode;
  try {
    document = parse(text, { noLocation: true });
  } catch {
    return null;
  }
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const seen = new Set<string>();
  const look = ({ selections }: SelectionSetNode): string | null => {
    for (const selection of selections) {
      const directive = selection.directives?.find(({ name: { value } }) => value === "skip" || value === "include");
      if (directive) return directive.name.value;
      let inner: SelectionSetNode | undefined;
      if (selection.kind === Kind.INLINE_FRAGMENT) inner = selection.selectionSet;
      else if (selection.kind === Kind.FRAGMENT_SPREAD && !seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        inner = fragments.get(selection.name.value)?.selectionSet;
      }
      const found = inner ? look(inner) : null;
      if (found !== null) return found;
    }
    return null;
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== "subscription") continue;
    const found = look(definition.selectionSet);
    if (found !== null) return found;
  }
  return null;
}
