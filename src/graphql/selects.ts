import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";

/** Whether a page itself is selected beneath the field being resolved, and not only how many there are. */
export function selectsPage(info: GraphQLResolveInfo): boolean {
  return ["edges", "nodes", "pageInfo"].some((field) => selects(info, field));
}

/** Whether a field is selected right beneath the one being resolved, or beneath a field of that. */
export function selects(
  { fieldNodes, fragments }: GraphQLResolveInfo,
  field: string,
  beneath: string | null = null,
): boolean {
  const known = answers.get(fieldNodes) ?? new Map<string, boolean>();
  answers.set(fieldNodes, known);
  const key = `${beneath} ${field}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const within = ({ selections }: SelectionSetNode, wanted: string | null): boolean =>
    selections.some((selection) => {
      if (selection.kind === "Field") {
        if (wanted === null) return selection.name.value === field;
        return (
          selection.name.value === wanted &&
          selection.selectionSet !== undefined &&
          within(selection.selectionSet, null)
        );
      }
      if (selection.kind === "InlineFragment") return within(selection.selectionSet, wanted);
      const fragment = fragments[selection.name.value];
      return fragment !== undefined && within(fragment.selectionSet, wanted);
    });
  const answer = fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && within(selectionSet, beneath));
  known.set(key, answer);
  return answer;
}

/** What is selected beneath fields, for as long as their documents are kept: it is asked for each object that has the field. */
const answers = new WeakMap<GraphQLResolveInfo["fieldNodes"], Map<string, boolean>>();
