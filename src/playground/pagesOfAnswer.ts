import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** A page of the explorer: what it is of, and its address on this server. */
export interface Page {
  of: "claim" | "entity" | "conflict";
  address: string;
}

/** The pages of an answer's ids, by the object and the key at which the id stands. */
export type Pages = ReadonlyMap<object, ReadonlyMap<string, Page>>;

/** A field as it is asked for under one key, and whether `@skip` or `@include` may leave it out. */
interface Asked {
  nodes: FieldNode[];
  conditional: boolean;
}

/**
 * Finds which ids in an answer have a page, by the types that the operation and the schema give them. An object whose type is not one alone can be of
 * the types whose fields, as asked, are the keys that it has; where these do not lead to one sort of page, its id has none.
 */
export function pagesOfAnswer(
  { query, operationName }: { query: string; operationName?: string | null | undefined },
  data: unknown,
  schema: GraphQLSchema,
): Pages {
  const { definitions } = parse(query);
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(({ name }) => name?.value === operationName) ?? operations[0];
  const root = operation && schema.getRootType(operation.operation);
  const found = new Map<object, ReadonlyMap<string, Page>>();
  if (!root) return found;
  const fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const reader = new Reader(schema, fragments, found);
  reader.read(data, root, [operation]);
  return found;
}

class Reader {
  /** What is asked of a type by these nodes; nodes below others are the same ones each time. */
  readonly #asked = new Map<object, Map<GraphQLObjectType, ReadonlyMap<string, Asked>>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly found: Map<object, ReadonlyMap<string, Page>>,
  ) {}

  /** Reads a value of the type, asked for by the nodes. */
  read(value: unknown, type: GraphQLNamedType, nodes: readonly (FieldNode | OperationDefinitionNode)[]): void {
    if (Array.isArray(value)) for (const item of value) this.read(item, type, nodes);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const kept = possible
      .map((each) => ({ type: each, asked: this.#askedOf(each, nodes) }))
      .filter(({ type, asked }) => isOf(value, type, asked));
    const pages = new Map<string, Page>();
    for (const [key, child] of Object.entries(value)) {
      const fields = kept.map(({ type, asked }) => ({ type, node: asked.get(key)! }));
      if (typeof child === "string") {
        const page = onlyOne(fields.map(({ type, node }) => pageOf(type, node.nodes[0]!.name.value)));
        if (page) pages.set(key, { of: page, address: `${ADDRESSES[page]}${encodeURIComponent(child)}` });
      } else if (typeof child === "object" && child !== null) {
        const named = onlyOne(fields.map(({ type, node }) => this.#typeOf(type, node)));
        if (named) this.read(child, named, merged(fields.map(({ node }) => node.nodes)));
      }
    }
    if (pages.size > 0) this.found.set(value, pages);
  }

  #typeOf(type: GraphQLObjectType, { nodes }: Asked): GraphQLNamedType | null {
    const field = type.getFields()[nodes[0]!.name.value];
    return field ? getNamedType(field.type) : null;
  }

  #askedOf(type: GraphQLObjectType, nodes: readonly (FieldNode | OperationDefinitionNode)[]) {
    const first = nodes[0]!;
    const byType = this.#asked.get(first) ?? new Map<GraphQLObjectType, ReadonlyMap<string, Asked>>();
    this.#asked.set(first, byType);
    let asked = byType.get(type);
    if (!asked) {
      const collected = new Map<string, Asked>();
      for (const { selectionSet } of nodes) if (selectionSet) this.#collect(type, selectionSet, false, collected);
      byType.set(type, (asked = collected));
    }
    return asked;
  }

  #collect(type: GraphQLObjectType, { selections }: SelectionSetNode, conditional: boolean, into: Map<string, Asked>) {
    for (const selection of selections) {
      const names = (selection.directives ?? []).map(({ name }) => name.value);
      const mayBeLeftOut = conditional || names.includes("skip") || names.includes("include");
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const before = into.get(key);
        into.set(key, {
          nodes: [...(before?.nodes ?? []), selection],
          conditional: mayBeLeftOut && (before?.conditional ?? true),
        });
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type))
        this.#collect(type, fragment.selectionSet, mayBeLeftOut, into);
    }
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.schema.getType(condition);
    return isAbstractType(named) && this.schema.isSubType(named, type);
  }
}

/** Whether the object can be of the type, of which this was asked. */
function isOf(value: object, type: GraphQLObjectType, asked: ReadonlyMap<string, Asked>): boolean {
  const keys = Object.keys(value);
  return (
    keys.every((key) => asked.has(key)) &&
    [...asked].every(
      ([key, { nodes, conditional }]) =>
        (conditional || Object.hasOwn(value, key)) &&
        (nodes[0]!.name.value !== "__typename" || !(key in value) || value[key as keyof typeof value] === type.name),
    )
  );
}

const ADDRESSES = { claim: "/c/", entity: "/e/", conflict: "/conflicts/" } as const;

/** Fields beside `id` that are ids of entities. */
const ENTITY_IDS = new Set(["EntityEvent.of", "EntityEvent.other", "MergeEntitiesPayload.mergedId"]);

function pageOf(type: GraphQLObjectType, field: string): Page["of"] | null {
  if (ENTITY_IDS.has(`${type.name}.${field}`)) return "entity";
  if (field !== "id") return null;
  if (type.name === "Claim") return "claim";
  if (type.name === "Conflict") return "conflict";
  return type.getInterfaces().some(({ name }) => name === "Entity") ? "entity" : null;
}

/** What they all are; null where they are not the same. */
function onlyOne<T>(values: readonly (T | null)[]): T | null {
  const [first = null, ...others] = values;
  return others.every((value) => value === first) ? first : null;
}

/** The nodes of all, each once; of one alone, its own list. */
function merged(lists: readonly (readonly FieldNode[])[]): readonly FieldNode[] {
  return lists.length === 1 ? lists[0]! : [...new Set(lists.flat())];
}
