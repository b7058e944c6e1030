import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from "graphql";

/** What a resolver is told of its field, as far as what is selected beneath it goes. */
export type Asked = Pick<GraphQLResolveInfo, "fragments" | "variableValues" | "schema">;

/** The nodes of a field that answer one key, and so are given the same arguments. */
export type FieldNodes = readonly FieldNode[];

/** The fields that are selected beneath some, by name; each under as many keys as it is asked with. On whichever type: of another they are not asked. */
export type Selected = ReadonlyMap<string, readonly FieldNodes[]>;

/** What is selected right beneath a field. */
export function selectedBeneath(nodes: FieldNodes, asked: Asked): Selected {
  const before = known.get(nodes);
  if (before) return before;
  const byKey = new Map<string, FieldNode[]>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(selectionSet, asked, byKey, new Set());
  const selected = new Map<string, FieldNodes[]>();
  for (const group of byKey.values()) {
    const { value } = group[0]!.name;
    const others = selected.get(value);
    if (others) others.push(group);
    else selected.set(value, [group]);
  }
  known.set(nodes, selected);
  return selected;
}

/** As long as an operation is kept, so are its nodes: what is selected beneath them is collected once. */
const known = new WeakMap<FieldNodes, Selected>();

function collect(
  { selections }: SelectionSetNode,
  asked: Asked,
  byKey: Map<string, FieldNode[]>,
  seen: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, asked)) continue;
    if (selection.kind === "Field") {
      const key = selection.alias?.value ?? selection.name.value;
      const others = byKey.get(key);
      if (others) others.push(selection);
      else byKey.set(key, [selection]);
    } else if (selection.kind === "InlineFragment") collect(selection.selectionSet, asked, byKey, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = asked.fragments[selection.name.value];
      if (fragment) collect(fragment.selectionSet, asked, byKey, seen);
    }
  }
}

function isIncluded(node: SelectionSetNode["selections"][number], { variableValues }: Asked): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] !== false;
}

/** Whether a page itself is selected, and not only how many there are. */
export function selectsPage(selected: Selected): boolean {
  return ["edges", "nodes", "pageInfo"].some((field) => selected.has(field));
}

/** What is selected beneath all that a field is asked as, two steps down: beneath the `edges` of a page, their `node`. */
export function nodesAt(selected: Selected, way: readonly string[], asked: Asked): readonly FieldNodes[] {
  const [name, ...rest] = way;
  const found = selected.get(name!) ?? [];
  if (rest.length === 0) return found;
  return found.flatMap((nodes) => nodesAt(selectedBeneath(nodes, asked), rest, asked));
}

/** The arguments of a field of a type as they are given here. Throws the GraphQLError that says what is wrong with them. */
export function argumentsOf(
  type: string,
  nodes: FieldNodes,
  { schema, variableValues }: Asked,
): Record<string, unknown> {
  const [node] = nodes;
  const owner = schema.getType(type);
  const field = owner && "getFields" in owner ? owner.getFields()[node!.name.value] : undefined;
  if (!field || !("args" in field)) throw new TypeError(`${type} has no field ${node!.name.value}`);
  return getArgumentValues(field, node!, variableValues);
}
