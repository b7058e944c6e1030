import { GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from "graphql";

/** Refuses `@skip` and `@include` at the root of a subscription, as GraphQL's specification does: without its field, there is nothing to follow. */
export const noConditionalSubscription: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.operation !== "subscription") return;
    const seen = new Set<string>();
    const look = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        const directive = selection.directives?.find(({ name: { value } }) => value === "skip" || value === "include");
        if (directive) {
          const message = `@${directive.name.value} cannot stand at the root of a subscription: without its field there is nothing to follow; leave the directive out, or do not subscribe`;
          context.reportError(new GraphQLError(message, { nodes: [directive] }));
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
        if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
        const fragment = context.getFragment(selection.name.value);
        if (fragment) look(fragment.selectionSet);
      }
    };
    look(node.selectionSet);
  },
});
